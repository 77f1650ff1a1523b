import { hasRole } from '../../../identity/index.ts';
import type { Category } from '../category.ts';

/** The setting for teams. */
export const teamAssignmentCategory: Category = {
  key: 'team-assignment',
  title: 'Teams',
  explanation: 'When someone adds you to a lead’s team.',
  channel: 'mail',
  concerns: (actor) =>
    actor.organizationKind === 'partner' && hasRole(actor, 'referrals-admin', 'referrals-user'),
};
