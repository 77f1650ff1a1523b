import type { Role } from '../../../contract/enums.ts';
import { type Actor, hasRoleEverywhere } from '../identity/index.ts';

/** Who may change when the organization works: whoever answers for the whole of it (ID-1). */
export const calendarManagers: readonly Role[] = ['account-admin', 'referrals-admin', 'operator-admin'];

/** True when the actor may change the working calendar; every member may read it. */
export function mayChangeCalendar(actor: Actor): boolean {
  return hasRoleEverywhere(actor, ...calendarManagers);
}
