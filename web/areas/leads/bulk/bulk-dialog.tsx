import type { BulkActionName } from '../../../../contract/leads/lists.ts';
import { AcceptLeadsDialog } from './accept-leads-dialog.tsx';
import { AssignLeadsDialog } from './assign-leads-dialog.tsx';
import { ConfirmLeadsDialog } from './confirm-leads-dialog.tsx';
import { CloseLeadsDialog, DeclineLeadsDialog } from './reason-leads-dialogs.tsx';
import type { BulkDialogProps } from './use-bulk-submission.ts';

/** The dialog of a bulk action. */
export function BulkDialog({ action, ...props }: BulkDialogProps & { action: BulkActionName }) {
  switch (action) {
    case 'accept':
      return <AcceptLeadsDialog {...props} />;
    case 'decline':
      return <DeclineLeadsDialog {...props} />;
    case 'close-as-error':
      return <CloseLeadsDialog {...props} />;
    case 'assign':
      return <AssignLeadsDialog {...props} />;
    default:
      return <ConfirmLeadsDialog {...props} action={action} />;
  }
}
