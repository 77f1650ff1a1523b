import { hasRole } from '../../../identity/index.ts';
import type { OptionalCategory } from '../../../mail/index.ts';

/** The setting for leads that people get from colleagues. */
export const assignmentCategory: OptionalCategory<'assignment'> = {
  key: 'assignment',
  title: 'Leads assigned to you',
  explanation: 'When someone makes you the owner of a lead.',
  concerns: (actor) =>
    actor.organizationKind === 'partner' && hasRole(actor, 'referrals-admin', 'referrals-user'),
};
