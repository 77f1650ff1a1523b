import type { ContactCheckAction } from '../../../../contract/enums.ts';
import { type Actor, hasRole, hasScope } from '../../identity/index.ts';

interface CheckableLead {
  readonly hasContact: boolean;
  readonly withheld: boolean;
  readonly hasEmail: boolean;
  readonly reported: boolean;
  readonly isTest: boolean;
}

/** What the actor may do about the checks of a lead they can see: checking is for Referrals admins (CV-3, CV-6). */
export function allowedCheckActions(actor: Actor, lead: CheckableLead): ContactCheckAction[] {
  if (lead.withheld || !lead.hasContact) return [];
  const actions: ContactCheckAction[] = [];
  if (mayRecheck(actor)) actions.push('recheck');
  // Tests are never counted, so they mark nobody (IN-8).
  if (lead.hasEmail && !lead.isTest && mayReport(actor))
    actions.push(lead.reported ? 'withdraw-spam-report' : 'report-spam');
  return actions;
}

/** Who may have a contact checked again (CV-3); programs need a scope. */
export const recheckRoles = ['referrals-admin', 'operator-admin'] as const;
export const reportRoles = ['referrals-admin', 'referrals-user'] as const;

/** True for who may have a contact checked again (CV-3). */
export function mayRecheck(actor: Actor): boolean {
  return actor.kind === 'token' ? hasScope(actor, 'leads:write') : hasRole(actor, ...recheckRoles);
}

/** A report counts for everybody: it is a person's word, not a program's. */
export function mayReport(actor: Actor): boolean {
  return actor.kind === 'person' && actor.organizationKind === 'partner' && hasRole(actor, ...reportRoles);
}
