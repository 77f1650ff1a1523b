import { hasRole } from '../../../identity/index.ts';
import type { OptionalCategory } from '../../../mail/index.ts';

/** The setting for reminders. */
export const expiringSoonCategory: OptionalCategory<'expiring-soon'> = {
  key: 'expiring-soon',
  title: 'Leads that expire soon',
  explanation: 'A reminder a few days before a lead expires.',
  concerns: (actor) => actor.organizationKind === 'partner' && hasRole(actor, 'referrals-admin'),
};
