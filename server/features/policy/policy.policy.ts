import { type Actor, hasRoleEverywhere, notAllowed } from '../identity/index.ts';

/**
 * The policy counts for every partner: it is for operator admins of the whole installation.
 * @throws AppError not-allowed
 */
export function requirePolicyKeeper(actor: Actor): void {
  if (actor.organizationKind !== 'operator' || !hasRoleEverywhere(actor, 'operator-admin'))
    throw notAllowed(['operator-admin'], actor);
}
