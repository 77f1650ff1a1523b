import { lazy, Suspense } from 'react';
import { writeDefinition } from '../../../lead-query/definitions.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
import { NewViewDialog } from './new-view-dialog.tsx';
import { useOpenView } from './use-open-view.ts';
import { useViewActions } from './use-view-actions.ts';
import type { Asking } from './view-deeds.ts';

const ViewDialog = lazy(async () => ({ default: (await import('./view-dialog.tsx')).ViewDialog }));
const RemoveDialog = lazy(async () => ({ default: (await import('./remove-dialog.tsx')).RemoveDialog }));

interface Props {
  asking: Asking | undefined;
  control: ListControl;
  onClose: () => void;
}

/** The dialogs of the menu of views. Their code loads when one is asked for. */
export function ViewDialogs({ asking, control, onClose }: Props) {
  const { view, state, look } = control;
  const actions = useViewActions(control);
  const { openAll } = useOpenView();
  if (asking === 'create') return <NewViewDialog control={control} onClose={onClose} />;
  if (asking === undefined || !view) return null;
  return (
    <Suspense fallback={null}>
      {asking === 'rename' ? (
        <ViewDialog
          view={view}
          definition={writeDefinition(state, look)}
          onSaved={actions.adopt}
          onClose={onClose}
        />
      ) : (
        <RemoveDialog
          view={view}
          onRemove={async () => {
            if (await actions.remove(view)) openAll();
          }}
          onClose={onClose}
        />
      )}
    </Suspense>
  );
}
