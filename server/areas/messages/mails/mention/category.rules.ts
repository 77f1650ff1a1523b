import { hasRole } from '../../../identity/index.ts';
import type { OptionalCategory } from '../../../mail/index.ts';

/** The setting for mentions. */
export const mentionCategory: OptionalCategory<'mention'> = {
  key: 'mention',
  title: 'Mentions',
  explanation: 'When someone mentions you in an activity about a lead.',
  concerns: (actor) =>
    actor.organizationKind === 'partner' && hasRole(actor, 'referrals-admin', 'referrals-user'),
};
