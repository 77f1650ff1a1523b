import { hasRole } from '../../../identity/index.ts';
import type { OptionalCategory } from '../../../mail/index.ts';
import { sentence } from './catalogue.ts';

/** The setting for leads that nobody answers. */
export const unansweredCategory: OptionalCategory<'unanswered'> = {
  key: 'unanswered',
  title: sentence('category.title'),
  explanation: sentence('category.explanation'),
  concerns: (actor) => actor.organizationKind === 'partner' && hasRole(actor, 'referrals-admin'),
};
