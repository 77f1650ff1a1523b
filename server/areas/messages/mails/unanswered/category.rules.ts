import { hasRole } from '../../../identity/index.ts';
import type { OptionalCategory } from '../../../mail/index.ts';

/** The setting for leads that nobody answers. */
export const unansweredCategory: OptionalCategory<'unanswered'> = {
  key: 'unanswered',
  title: 'Leads that nobody answers',
  explanation: 'When you were chosen to be told that a lead has waited too long.',
  concerns: (actor) => actor.organizationKind === 'partner' && hasRole(actor, 'referrals-admin'),
};
