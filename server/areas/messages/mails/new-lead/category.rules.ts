import { hasRole } from '../../../identity/index.ts';
import type { Category } from '../category.ts';

/** The setting for new leads, digests included. */
export const newLeadCategory: Category = {
  key: 'new-lead',
  title: 'New leads',
  explanation: 'Each lead you are responsible for; on busy days the rest come in one email.',
  channel: 'mail',
  concerns: (actor) => actor.organizationKind === 'partner' && hasRole(actor, 'referrals-admin'),
  requiredReason: 'Leads that no one hears about expire, so we always send these emails.',
};
