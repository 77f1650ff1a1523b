import { hasRole } from '../../../identity/index.ts';
import type { RequiredCategory } from '../../../mail/index.ts';

/** The setting for new leads, digests included. */
export const newLeadCategory: RequiredCategory<'new-lead'> = {
  key: 'new-lead',
  title: 'New leads',
  explanation: 'Each lead you are responsible for; on busy days the rest come in one email.',
  concerns: (actor) => actor.organizationKind === 'partner' && hasRole(actor, 'referrals-admin'),
  requiredReason: 'Leads that no one hears about expire, so we always send these emails.',
};
