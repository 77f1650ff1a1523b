import type { Role } from '../../../contract/enums.ts';
import type { Permissions } from '../../../contract/identity.ts';
import { words } from '../../../contract/words.ts';
import { AppError } from '../../platform/errors.ts';
import { type Actor, hasRole, hasRoleEverywhere, hasScope } from './actor.ts';

const readers: Role[] = ['referrals-admin', 'referrals-user', 'operator-admin'];
const exporters: Role[] = ['referrals-admin', 'operator-admin'];
const senders: Role[] = ['seller', 'marketer'];
const accessManagers: Role[] = ['account-admin', 'operator-admin'];
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
  };
}

const wantedRoles: Record<keyof Permissions, readonly Role[]> = {
  readLeads: readers,
  exportLeads: exporters,
  createLeads: senders,
  manageAccess: accessManagers,
  manageIntake: intakeManagers,
  managePeople: peopleManagers,
};

/**
 * Lets pass who may do it.
 * @throws AppError not-allowed, naming the roles that can (ID-3)
 */
export function requirePermission(actor: Actor, permission: keyof Permissions): void {
  if (permissionsOf(actor)[permission]) return;
  throw notAllowed(wantedRoles[permission], actor);
}

/** The 403 that says which role can (ID-3); tokens hear about scopes. */
export function notAllowed(allowed: readonly Role[], actor: Actor): AppError {
  if (actor.kind === 'token') {
    return new AppError(
      'not-allowed',
      'This API token does not have the scope for this. Make one that has it.',
    );
  }
  const names = allowed.map((role) => words.role[role]).join(', ');
  return new AppError(
    'not-allowed',
    `This needs the role ${names}. Ask an Account admin of your organization.`,
  );
}
