import { operatorRoles, partnerRoles, type Role } from '../../../contract/identity/lists.ts';
import { listOf } from '../../../contract/sentences.ts';
import { AppError, wrongValue } from '../../platform/errors.ts';
import { type Actor, peopleManagers, roleName } from '../identity/index.ts';
import { sentence } from './catalogue.ts';

/** The roles that people of an organization can have: at a partner, no role administers the installation (ID-1). */
export function rolesAt(kind: Actor['organizationKind']): readonly Role[] {
  return kind === 'operator' ? operatorRoles : partnerRoles;
}

/** @throws AppError invalid-request when a role is not for organizations of this kind */
export function requireRolesAt(kind: Actor['organizationKind'], roles: readonly Role[], path: string): void {
  const known = rolesAt(kind);
  if (roles.every((role) => known.includes(role))) return;
  const names = listOf(known.map((role) => roleName(role)));
  throw wrongValue(path, 'role_of_other_kind', sentence('roles.otherKind', { roles: names }));
}

/** One role of a person. */
export interface HeldRole {
  readonly id: string;
  readonly personId: string;
  readonly role: Role;
  readonly locationId: string | null;
}

/** True for a role that can manage the people of the whole organization. */
export function managesPeople({ role, locationId }: Pick<HeldRole, 'role' | 'locationId'>): boolean {
  return locationId === null && peopleManagers.includes(role);
}

/**
 * Allows a role to be removed unless nobody could manage the organization any longer, or the actor would lock
 * themselves out.
 * @throws AppError last-admin
 */
export function requireAdminLeft(
  actorPersonId: string,
  leaving: HeldRole,
  managing: readonly Pick<HeldRole, 'id' | 'personId'>[],
): void {
  if (!managesPeople(leaving)) return;
  const left = managing.filter(({ id }) => id !== leaving.id);
  if (left.length === 0) throw new AppError('last-admin', sentence('roles.noOtherAdmin'));
  if (leaving.personId === actorPersonId && !left.some(({ personId }) => personId === actorPersonId))
    throw new AppError('last-admin', sentence('roles.ownAdmin'));
}
