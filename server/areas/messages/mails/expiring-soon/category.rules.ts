import { hasRole } from '../../../identity/index.ts';
import type { Category } from '../category.ts';

/** The setting for reminders. */
export const expiringSoonCategory: Category = {
  key: 'expiring-soon',
  title: 'Leads that expire soon',
  explanation: 'A reminder a few days before a lead expires.',
  channel: 'mail',
  concerns: (actor) => actor.organizationKind === 'partner' && hasRole(actor, 'referrals-admin'),
};
