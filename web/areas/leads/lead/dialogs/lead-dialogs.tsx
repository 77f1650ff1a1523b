import type { Lead } from '../../../../../contract/leads/leads.ts';
import type { FormPlace } from '../../../../ui/forms/index.ts';
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
  /** Where accepting and declining take place: in the middle of the page, or at its side. */
  place?: FormPlace | undefined;
  onClose: () => void;
  /** Called instead of `onClose` once the lead was accepted or declined. */
  onAnswered?: (() => void) | undefined;
}

/** The dialog with that name; all of them load when the first one opens. */
export function LeadDialogs(props: LeadDialogsProps) {
  const { name, lead, duplicateOf, place, onClose, onAnswered } = props;
  const answer = { lead, place, onClose, onAnswered };
  switch (name) {
    case 'accept':
      return <AcceptDialog {...answer} />;
    case 'decline':
      return <DeclineDialog {...answer} />;
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
