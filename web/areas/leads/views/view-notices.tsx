import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { readDefinition, writeDefinition } from '../../../lead-query/definitions.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
import { t } from './catalogue.ts';
import { useViewActions } from './use-view-actions.ts';
import classes from './views.module.css';

const ViewDialog = lazy(async () => ({ default: (await import('./view-dialog.tsx')).ViewDialog }));

/** Says that the list is not what the view's owner saved, or that the view cannot be shown as it was saved. */
export function ViewNotices({ control }: { control: ListControl }) {
  const { view, isChanged, isViewMissing } = control;
  if (isViewMissing)
    return (
      <p className={classes.notice} role="status">
        {t('missing')}
      </p>
    );
  if (!view) return null;
  const isWhole = readDefinition(view.definition).isWhole;
  if (!isChanged && isWhole) return null;
  return (
    <div className={classes.notice} role="status">
      {isWhole ? t(view.mine ? 'bar.own' : 'bar.shared') : t('partly')}
      {isChanged && <ChangedActions control={control} />}
    </div>
  );
}

function ChangedActions({ control }: { control: ListControl }) {
  const { view, state, look } = control;
  const actions = useViewActions(control);
  const navigate = useNavigate({ from: '/leads' });
  const [isSaving, setSaving] = useState(false);
  if (!view) return null;
  const open = (viewId: string) => void navigate({ search: { view: viewId } });
  return (
    <>
      {view.mine ? (
        <Button size="compact-sm" onClick={() => void actions.save(view)}>
          {t('bar.save')}
        </Button>
      ) : (
        <Button size="compact-sm" onClick={() => setSaving(true)}>
          {t('bar.saveMine')}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => void actions.reset(view, () => open(view.id))}
      >
        {t('bar.reset')}
      </Button>
      {isSaving && (
        <Suspense fallback={null}>
          <ViewDialog
            view={undefined}
            definition={writeDefinition(state, look)}
            onSaved={(saved) => {
              actions.adoptNew(saved);
              open(saved.id);
            }}
            onClose={() => setSaving(false)}
          />
        </Suspense>
      )}
    </>
  );
}
