import { hasRole } from '../../../identity/index.ts';
import type { OptionalCategory } from '../../../mail/index.ts';

/** The setting for sent leads. */
export const sentLeadCategory: OptionalCategory<'sent-lead'> = {
  key: 'sent-lead',
  title: 'Leads that you sent',
  explanation: 'When a partner accepts, declines, wins or loses one, or lets it expire.',
  concerns: (actor) => hasRole(actor, 'seller', 'marketer'),
};
