import { hasRole } from '../../../identity/index.ts';
import type { OptionalCategory } from '../../../mail/index.ts';
import { sentence } from './catalogue.ts';

/** The setting for teams. */
export const teamAssignmentCategory: OptionalCategory<'team-assignment'> = {
  key: 'team-assignment',
  title: sentence('category.title'),
  explanation: sentence('category.explanation'),
  concerns: (actor) =>
    actor.organizationKind === 'partner' && hasRole(actor, 'referrals-admin', 'referrals-user'),
};
