import { operatorRoles, partnerRoles, type Role } from '../../../contract/enums.ts';
import type { Permissions } from '../../../contract/identity.ts';
import { words } from '../../../contract/words.ts';
import { AppError } from '../../platform/errors.ts';
import { type Actor, hasRole, hasRoleEverywhere, hasScope } from './actor.ts';

const readers: Role[] = ['referrals-admin', 'referrals-user', 'operator-admin'];
const exporters: Role[] = ['referrals-admin', 'operator-admin'];
const senders: Role[] = ['seller', 'marketer'];
const accessManagers: Role[] = ['account-admin', 'operator-admin'];
/** Decide for every partner: for the whole installation, or not at all. */
const overseers: Role[] = ['operator-admin'];
const intakeManagers: Role[] = ['referrals-admin', 'account-admin', 'operator-admin'];
/** The roles that look after people, in organizations of either kind. */
export const peopleManagers: readonly Role[] = ['account-admin', 'operator-admin'];

/** What the actor may do outside single leads (ID-1, ID-4). */
export function permissionsOf(actor: Actor): Permissions {
  const token = actor.kind === 'token';
  return {
    readLeads: token ? hasScope(actor, 'leads:read') : hasRole(actor, ...readers),
    exportLeads: token ? hasScope(actor, 'leads:read') : hasRole(actor, ...exporters),
    createLeads: token ? hasScope(actor, 'leads:create') : hasRole(actor, ...senders),
    manageAccess: hasRoleEverywhere(actor, ...accessManagers),
    manageIntake: hasRoleEverywhere(actor, ...intakeManagers),
    managePeople: hasRoleEverywhere(actor, ...peopleManagers),
    seePartnerLeads: runsInstallation(actor),
  };
}

/** True for who decides for the whole installation: admins of the operator, without a location. */
export function runsInstallation(actor: Actor): boolean {
  return actor.organizationKind === 'operator' && hasRoleEverywhere(actor, ...overseers);
}

/** Lets pass who decides for the whole installation. @throws AppError not-allowed (ID-3) */
export function requireOperatorAdmin(actor: Actor): void {
  if (!runsInstallation(actor)) throw notAllowed(overseers, actor);
}

const wantedRoles: Record<keyof Permissions, readonly Role[]> = {
  readLeads: readers,
  exportLeads: exporters,
  createLeads: senders,
  manageAccess: accessManagers,
  manageIntake: intakeManagers,
  managePeople: peopleManagers,
  seePartnerLeads: overseers,
};

/**
 * Lets pass who may do it.
 * @throws AppError not-allowed, naming the roles that can (ID-3)
 */
export function requirePermission(actor: Actor, permission: keyof Permissions): void {
  if (permissionsOf(actor)[permission]) return;
  throw notAllowed(wantedRoles[permission], actor);
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
