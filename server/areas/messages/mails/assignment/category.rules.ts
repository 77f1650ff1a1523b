import { hasRole } from '../../../identity/index.ts';
import type { OptionalCategory } from '../../../mail/index.ts';
import { sentence } from './catalogue.ts';

/** The setting for leads that people get from colleagues. */
export const assignmentCategory: OptionalCategory<'assignment'> = {
  key: 'assignment',
  title: sentence('category.title'),
  explanation: sentence('category.explanation'),
  concerns: (actor) =>
    actor.organizationKind === 'partner' && hasRole(actor, 'referrals-admin', 'referrals-user'),
};
