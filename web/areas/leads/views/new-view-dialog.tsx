import { writeDefinition } from '../../../lead-query/definitions.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
import { later } from '../../../ui/later.tsx';
import { useOpenView } from './use-open-view.ts';
import { useViewActions } from './use-view-actions.ts';

/** Names a view and says who sees it; loaded when it is asked for. */
export const ViewDialog = later(() => import('./view-dialog.tsx'), 'ViewDialog');

interface Props {
  control: ListControl;
  onClose: () => void;
}

/** Names the list as it is, and opens it as a view of the person's own. */
export function NewViewDialog({ control, onClose }: Props) {
  const { state, look } = control;
  const { adoptNew } = useViewActions(control);
  const { open } = useOpenView();
  return (
    <ViewDialog
      view={undefined}
      definition={writeDefinition(state, look)}
      onSaved={(saved) => {
        adoptNew(saved);
        open(saved.id);
      }}
      onClose={onClose}
    />
  );
}
