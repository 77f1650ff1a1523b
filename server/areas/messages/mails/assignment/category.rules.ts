import { hasRole } from '../../../identity/index.ts';
import type { Category } from '../category.ts';

/** The setting for leads that people get from colleagues. */
export const assignmentCategory: Category = {
  key: 'assignment',
  title: 'Leads assigned to you',
  explanation: 'When someone makes you the owner of a lead.',
  channel: 'mail',
  concerns: (actor) =>
    actor.organizationKind === 'partner' && hasRole(actor, 'referrals-admin', 'referrals-user'),
};
