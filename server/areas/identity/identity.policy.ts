import { operatorRoles, partnerRoles, type Role } from '../../../contract/identity/lists.ts';
import { words } from '../../../contract/words.ts';
import { AppError } from '../../platform/errors.ts';
import type { Actor } from './actor.ts';
import { hasPermission, type Permission, rolesWith } from './permissions.policy.ts';

/**
 * Lets pass who has the permission.
 * @throws AppError not-allowed, naming the roles that have it (ID-3)
 */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (hasPermission(actor, permission)) return;
  throw notAllowed(rolesWith(permission, actor.organizationKind), actor);
}

/** "A or B"; of more, "A, B, or C". */
const oneOf = new Intl.ListFormat('en', { type: 'disjunction' });

/** The 403 that says which roles of the actor's own organization can (ID-3); tokens hear about scopes. */
export function notAllowed(allowed: readonly Role[], actor: Actor): AppError {
  if (actor.kind === 'token') {
    return new AppError(
      'not-allowed',
      'This API token does not have the scope for this. Create one that has it.',
    );
  }
  const own = allowed.filter((role) => rolesOf(actor.organizationKind).includes(role));
  if (own.length === 0) {
    const others = actor.organizationKind === 'operator' ? 'partners' : 'the operator';
    return new AppError(
      'not-allowed',
      `This is for people of ${others} only; no role in your organization allows it.`,
    );
  }
  const names = oneOf.format(own.map((role) => words.role[role]));
  const admin = actor.organizationKind === 'operator' ? 'Operator admin' : 'Account admin';
  return new AppError('not-allowed', `This needs the role ${names}. Ask an ${admin} of your organization.`);
}

function rolesOf(kind: Actor['organizationKind']): readonly Role[] {
  return kind === 'operator' ? operatorRoles : partnerRoles;
}
