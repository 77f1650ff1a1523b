import { hasRole } from '../../../identity/index.ts';
import type { OptionalCategory } from '../../../mail/index.ts';
import { sentence } from './catalogue.ts';

/** The setting for reminders. */
export const expiringSoonCategory: OptionalCategory<'expiring-soon'> = {
  key: 'expiring-soon',
  title: sentence('category.title'),
  explanation: sentence('category.explanation'),
  concerns: (actor) => actor.organizationKind === 'partner' && hasRole(actor, 'referrals-admin'),
};
