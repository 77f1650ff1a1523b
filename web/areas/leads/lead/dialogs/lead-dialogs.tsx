import type { Lead } from '../../../../../contract/leads/leads.ts';
import { AcceptDialog } from './accept-dialog.tsx';
import { DeclineDialog, ErrorClosureDialog, LostDialog, WonDialog } from './closing-dialogs.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { RoutingDialog } from './routing-dialog.tsx';

export type DialogName =
  | 'accept'
  | 'decline'
  | 'won'
  | 'lost'
  | 'close-as-error'
  | 'edit-deal'
  | 'edit-people'
  | 'route';

interface LeadDialogsProps {
  name: DialogName;
  /** The lead as it was when the dialog opened: later refreshes do not change it here. */
  lead: Lead;
  /** The lead that this one would be closed as a duplicate of. */
  duplicateOf?: string | undefined;
  onClose: () => void;
}

/** The dialog with that name; all of them load when the first one opens. */
export default function LeadDialogs({ name, lead, duplicateOf, onClose }: LeadDialogsProps) {
  switch (name) {
    case 'accept':
      return <AcceptDialog lead={lead} onClose={onClose} />;
    case 'decline':
      return <DeclineDialog lead={lead} onClose={onClose} />;
    case 'won':
      return <WonDialog lead={lead} onClose={onClose} />;
    case 'lost':
      return <LostDialog lead={lead} onClose={onClose} />;
    case 'close-as-error':
      return <ErrorClosureDialog lead={lead} duplicateOf={duplicateOf} onClose={onClose} />;
    case 'edit-deal':
      return <EditDialog lead={lead} part="deal" onClose={onClose} />;
    case 'edit-people':
      return <EditDialog lead={lead} part="people" onClose={onClose} />;
    case 'route':
      return <RoutingDialog lead={lead} onClose={onClose} />;
  }
}
