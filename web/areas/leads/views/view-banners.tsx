import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SavedView } from '../../../../contract/leads/views.ts';
import { readDefinition } from '../../../lead-query/definitions.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
import { t } from './catalogue.ts';
import { NewViewDialog } from './new-view-dialog.tsx';
import { useOpenView } from './use-open-view.ts';
import { useViewActions } from './use-view-actions.ts';
import classes from './views.module.css';

/** Says that the list is not what the view's owner saved, or that the view cannot be shown as it was saved. */
export function ViewBanners({ control }: { control: ListControl }) {
  const { view, isChanged, isViewMissing } = control;
  if (isViewMissing)
    return (
      <p className={classes.banner} role="status">
        {t('missing')}
      </p>
    );
  if (!view) return null;
  const isWhole = readDefinition(view.definition).isWhole;
  if (!isChanged && isWhole) return null;
  return (
    <div className={classes.banner} role="status">
      {isWhole ? t(view.mine ? 'bar.own' : 'bar.shared') : t(view.mine ? 'partly.own' : 'partly.shared')}
      {isChanged && <ChangedActions view={view} control={control} />}
    </div>
  );
}

function ChangedActions({ view, control }: { view: SavedView; control: ListControl }) {
  const actions = useViewActions(control);
  const { open } = useOpenView();
  const [isSaving, setSaving] = useState(false);
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
      {isSaving && <NewViewDialog control={control} onClose={() => setSaving(false)} />}
    </>
  );
}
