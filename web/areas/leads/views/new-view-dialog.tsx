import { lazy, Suspense } from 'react';
import { writeDefinition } from '../../../lead-query/definitions.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
import { useOpenView } from './use-open-view.ts';
import { useViewActions } from './use-view-actions.ts';

const ViewDialog = lazy(async () => ({ default: (await import('./view-dialog.tsx')).ViewDialog }));

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
    <Suspense fallback={null}>
      <ViewDialog
        view={undefined}
        definition={writeDefinition(state, look)}
        onSaved={(saved) => {
          adoptNew(saved);
          open(saved.id);
        }}
        onClose={onClose}
      />
    </Suspense>
  );
}
