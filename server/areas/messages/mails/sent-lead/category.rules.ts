import { hasRole } from '../../../identity/index.ts';
import type { Category } from '../category.ts';

/** The setting for sent leads. */
export const sentLeadCategory: Category = {
  key: 'sent-lead',
  title: 'Leads that you sent',
  explanation: 'When a partner accepts, declines, wins or loses one, or lets it expire.',
  channel: 'mail',
  concerns: (actor) => hasRole(actor, 'seller', 'marketer'),
};
