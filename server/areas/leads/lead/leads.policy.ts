import type { Role } from '../../../../contract/identity/lists.ts';
import { type LeadAction, leadActions } from '../../../../contract/leads/lists.ts';
import { type Actor, hasPermission, type Permission, rolesWith } from '../../identity/index.ts';
import { isAssignable, isEditable, isRoutable, type LifecycleFacts, nextState } from './leads.rules.ts';

/** Any one of these allows an action; a Referrals user works the leads of their teams (ID-1). */
function permissionsFor(action: LeadAction): readonly Permission[] {
  if (action === 'route') return ['routeLeads'];
  // The operator has no deals of its own, but must be able to throw out what is not a lead.
  return action === 'close-as-error' ? ['workLeads', 'routeLeads'] : ['workLeads'];
}

/** Who may do what in an organization of that kind, whatever the state of the lead. */
export function rolesFor(action: LeadAction, kind: Actor['organizationKind']): readonly Role[] {
  return permissionsFor(action).flatMap((permission) => rolesWith(permission, kind));
}

/** True when the actor's roles allow the action on some lead they can see; programs need the scope to work leads. */
export function mayDo(actor: Actor, action: LeadAction): boolean {
  if (action === 'favorite') return actor.kind === 'person';
  return permissionsFor(action).some((permission) => hasPermission(actor, permission));
}

/** What the actor may do to this lead now (ID-4); sent with every lead, and checked again by every action. */
export function allowedActions(actor: Actor, lead: LifecycleFacts, now: Date): LeadAction[] {
  return leadActions.filter((action) => mayDo(actor, action) && isPossible(lead, action, now));
}

function isPossible(lead: LifecycleFacts, action: LeadAction, now: Date): boolean {
  switch (action) {
    case 'accept':
    case 'decline':
    case 'close-as-error':
      return nextState(lead, action, now) !== undefined;
    case 'close-outcome':
      return nextState(lead, 'win', now) !== undefined;
    case 'edit':
      return isEditable(lead, now);
    case 'assign':
      return isAssignable(lead, now);
    case 'route':
      return isRoutable(lead);
    case 'favorite':
      return true;
  }
}
