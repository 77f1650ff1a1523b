import { type Permissions, permissions } from '../../../contract/identity/identity.ts';
import { type ApiTokenScope, type Role, roles } from '../../../contract/identity/lists.ts';
import { type Actor, hasRole, hasRoleEverywhere, hasScope } from './actor.ts';

/** What can be permitted: what the app is told about people, what only programs do, and what each activity says. */
export type Permission = keyof Permissions | 'reportReturnedMail' | 'deleteActivities';

/** Who has a permission. */
interface Holders {
  /** People with one of these roles, in the order in which a refusal names them… */
  readonly roles: readonly Role[];
  /** …for the whole organization; otherwise a role for one location of it is enough. */
  readonly everywhere?: true;
  /** Programs whose token has one of these scopes. */
  readonly scopes?: readonly ApiTokenScope[];
  /** All of them only in organizations of this kind. */
  readonly at?: Actor['organizationKind'];
}

const readers: readonly Role[] = ['referrals-admin', 'referrals-user', 'operator-admin'];
const workers: readonly Role[] = ['referrals-admin', 'referrals-user'];
const senders: readonly Role[] = ['seller', 'marketer'];
const leadAdmins: readonly Role[] = ['referrals-admin', 'operator-admin'];
const accountAdmins: readonly Role[] = ['account-admin', 'operator-admin'];
const allAdmins: readonly Role[] = ['account-admin', 'referrals-admin', 'operator-admin'];

/** What affects every partner is decided for the whole installation, or not at all. */
const overseers: Holders = { roles: ['operator-admin'], everywhere: true, at: 'operator' };

/** The only place that says which roles and scopes may do what outside single leads (ID-1, ID-4, ID-5). */
const holders: Readonly<Record<Permission, Holders>> = {
  readLeads: { roles: readers, scopes: ['leads:read'] },
  exportLeads: { roles: leadAdmins, scopes: ['leads:read'] },
  // Whole files of leads, of any location.
  importLeads: { roles: leadAdmins, everywhere: true },
  workLeads: { roles: workers, scopes: ['leads:write'] },
  createLeads: { roles: senders, scopes: ['leads:create'] },
  routeLeads: { roles: ['operator-admin'], at: 'operator' },
  listPartners: { roles: [...senders, ...readers], scopes: ['leads:create', 'leads:read'], at: 'operator' },
  // A program that works leads needs the ids of colleagues, whether or not it may list leads.
  listColleagues: { roles: readers, scopes: ['leads:read', 'leads:write'] },
  // What is shared belongs to the whole organization once its owner is gone.
  manageViews: { roles: leadAdmins, everywhere: true },
  shareLeads: { roles: ['referrals-admin'], everywhere: true, at: 'partner' },
  shareTemplates: { roles: ['referrals-admin'], everywhere: true },
  recheckContacts: { roles: leadAdmins, scopes: ['leads:write'] },
  // A report affects everyone: it takes a person's word, not a program's.
  reportSpam: { roles: workers, at: 'partner' },
  manageAccess: { roles: accountAdmins, everywhere: true },
  manageIntake: { roles: ['referrals-admin', 'account-admin', 'operator-admin'], everywhere: true },
  managePeople: { roles: accountAdmins, everywhere: true },
  seePartnerLeads: overseers,
  // The outbox shows the emails of the whole organization.
  readOutbox: { roles: allAdmins, everywhere: true },
  readLeadRating: { roles: leadAdmins, everywhere: true },
  changeWorkingCalendar: { roles: allAdmins, everywhere: true },
  readContactSharing: { roles, at: 'partner' },
  changeContactSharing: { roles: ['account-admin'], everywhere: true, at: 'partner' },
  editProfiles: { roles: ['profile-admin', 'referrals-admin'], everywhere: true, at: 'partner' },
  deleteProfiles: { roles: ['profile-admin'], everywhere: true, at: 'partner' },
  decideQuarantine: overseers,
  managePeriods: overseers,
  manageSpamLists: overseers,
  manageVocabularies: overseers,
  // What customers read about the whole organization.
  manageOffers: { roles: ['profile-admin', 'referrals-admin'], everywhere: true, at: 'partner' },
  managePartnerOffers: overseers,
  announce: overseers,
  superviseInstallation: overseers,
  // Of colleagues: their own everyone deletes.
  deleteActivities: { roles: ['referrals-admin'] },
  // Returned email is reported by a program of the operator.
  reportReturnedMail: { roles: [], scopes: ['mails:bounces'], at: 'operator' },
};

/** True when the actor has the permission, by role and place or by scope (ID-1, ID-5). */
export function hasPermission(actor: Actor, permission: Permission): boolean {
  return isHolder(actor, holders[permission]);
}

function isHolder(actor: Actor, { roles: wanted, everywhere, scopes = [], at }: Holders): boolean {
  if (at !== undefined && at !== actor.organizationKind) return false;
  if (actor.kind === 'token') return scopes.some((scope) => hasScope(actor, scope));
  return everywhere ? hasRoleEverywhere(actor, ...wanted) : hasRole(actor, ...wanted);
}

/** What the app is told about the actor (ID-4). */
export function permissionsOf(actor: Actor): Permissions {
  const decided = Object.entries(holders).map(([name, who]) => [name, isHolder(actor, who)]);
  return permissions.parse(Object.fromEntries(decided));
}

/** The roles that give the permission in organizations of that kind, in the order in which a refusal names them. */
export function rolesWith(permission: Permission, kind: Actor['organizationKind']): readonly Role[] {
  const { roles: wanted, at } = holders[permission];
  return at === undefined || at === kind ? wanted : [];
}

/** The roles that see leads, and so may be in a team, in organizations of either kind. */
export const leadReaders: readonly Role[] = readers;

/** The roles that work leads, and so may own them, in organizations of either kind. */
export const leadWorkers: readonly Role[] = workers;

/** The roles that see every lead of the partner, or location, in which they hold. */
export const leadOverseers: readonly Role[] = ['referrals-admin'];

/** The roles that send leads, in organizations of either kind. */
export const leadSenders: readonly Role[] = senders;

/** The roles that look after people, in organizations of either kind. */
export const peopleManagers: readonly Role[] = accountAdmins;
