import type { LeadAction, Role } from '../../../contract/enums.ts';
import { type Actor, hasRole, hasScope } from '../identity/index.ts';
import { isEditable, type LifecycleFacts, nextState } from './leads.rules.ts';

/** Who may work a lead they can see; a Referrals user works the leads of their teams (ID-1). */
export const workingRoles: readonly Role[] = ['referrals-admin', 'referrals-user'];
/** Who may send an unrouted lead on. */
export const routingRoles: readonly Role[] = ['operator-admin'];

/** What the actor's roles would let them do to leads, whatever the state of the lead. */
export function mayWork(actor: Actor): boolean {
  return actor.kind === 'token' ? hasScope(actor, 'leads:write') : hasRole(actor, ...workingRoles);
}

/** What the actor may do to this lead now (ID-4); sent with every lead, and asked again by every action. */
export function allowedActions(actor: Actor, lead: LifecycleFacts, now: Date): LeadAction[] {
  const actions = mayWork(actor) ? workActions(lead, now) : [];
  if (actor.kind === 'person') actions.push('favorite');
  if (actor.organizationKind === 'operator' && hasRole(actor, ...routingRoles)) actions.push('route');
  return actions;
}

function workActions(lead: LifecycleFacts, now: Date): LeadAction[] {
  const possible: [LeadAction, boolean][] = [
    ['accept', nextState(lead, 'accept', now) !== undefined],
    ['decline', nextState(lead, 'decline', now) !== undefined],
    ['edit', isEditable(lead, now)],
    ['close-outcome', nextState(lead, 'win', now) !== undefined],
    ['close-as-error', nextState(lead, 'close-as-error', now) !== undefined],
  ];
  return possible.filter(([, is]) => is).map(([action]) => action);
}
