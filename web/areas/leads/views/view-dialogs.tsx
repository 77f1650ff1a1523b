import { writeDefinition } from '../../../lead-query/definitions.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
import { later } from '../../../ui/later.tsx';
import { NewViewDialog, ViewDialog } from './new-view-dialog.tsx';
import { useOpenView } from './use-open-view.ts';
import { useViewActions } from './use-view-actions.ts';
import type { Asking } from './view-deeds.ts';

const RemoveDialog = later(() => import('./remove-dialog.tsx'), 'RemoveDialog');

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
  if (asking === 'rename') {
    const definition = writeDefinition(state, look);
    return <ViewDialog view={view} definition={definition} onSaved={actions.adopt} onClose={onClose} />;
  }
  return (
    <RemoveDialog
      view={view}
      onRemove={async () => {
        if (await actions.remove(view)) openAll();
      }}
      onClose={onClose}
    />
  );
}
