import { words } from '../../../../../contract/words.ts';
import { Dialog } from '../../../../ui/dialog.tsx';
import { OwnerPicker } from './owner-picker.tsx';
import type { AssignedLead, ShowOwner } from './use-assign.ts';

interface Props {
  lead: AssignedLead;
  /** Whose lead it is. */
  customer: string;
  show: ShowOwner;
  onClose: () => void;
}

/** {@link OwnerPicker} for a lead whose owner is in no column. */
export function OwnerDialog({ lead, customer, show, onClose }: Props) {
  return (
    <Dialog title={`${words.field.owner}: ${customer}`} size="22rem" onClose={onClose}>
      <OwnerPicker lead={lead} show={show} onDone={onClose} />
    </Dialog>
  );
}
