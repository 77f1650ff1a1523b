import { operatorRoles, partnerRoles, type Role } from '../../../contract/identity/lists.ts';
import { oneOf } from '../../../contract/sentences.ts';
import { AppError } from '../../platform/errors.ts';
import type { Actor } from './actor.ts';
import { roleName, sentence } from './catalogue.ts';
import { hasPermission, type Permission, rolesWith } from './permissions.policy.ts';

/**
 * Passes when the actor has the permission.
 * @throws AppError not-allowed, naming the roles that have it (ID-3)
 */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (hasPermission(actor, permission)) return;
  throw notAllowed(rolesWith(permission, actor.organizationKind), actor);
}

/** The 403 that names the roles of the actor's own organization that would do (ID-3); for tokens it names scopes. */
export function notAllowed(allowed: readonly Role[], actor: Actor): AppError {
  if (actor.kind === 'token') {
    return new AppError('not-allowed', sentence('allowed.noScope'));
  }
  const own = allowed.filter((role) => rolesOf(actor.organizationKind).includes(role));
  if (own.length === 0) {
    const kind = actor.organizationKind === 'operator' ? 'partner' : 'operator';
    return new AppError('not-allowed', sentence('allowed.otherKind', { kind }));
  }
  const roles = oneOf(own.map((role) => roleName(role)));
  return new AppError('not-allowed', sentence('allowed.needsRole', { roles, kind: actor.organizationKind }));
}

function rolesOf(kind: Actor['organizationKind']): readonly Role[] {
  return kind === 'operator' ? operatorRoles : partnerRoles;
}
