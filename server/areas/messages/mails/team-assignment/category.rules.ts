import { hasRole } from '../../../identity/index.ts';
import type { OptionalCategory } from '../../../mail/index.ts';

/** The setting for teams. */
export const teamAssignmentCategory: OptionalCategory<'team-assignment'> = {
  key: 'team-assignment',
  title: 'Teams',
  explanation: 'When someone adds you to a lead’s team.',
  concerns: (actor) =>
    actor.organizationKind === 'partner' && hasRole(actor, 'referrals-admin', 'referrals-user'),
};
