import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { DB } from '../../../platform/database/database.ts';
import { type Actor, type Grant, notAllowed, type PersonActor } from '../../identity/index.ts';

/** Which leads an actor may see: every function that reads leads takes one (ID-2). */
export interface LeadScope {
  readonly organizationId: string;
  readonly personId: string | null;
  /** true: every lead of the organization. */
  readonly everything: boolean;
  /** Otherwise: the leads of these locations… */
  readonly locationIds: readonly string[];
  /** …and the person's own leads, as owner or in the team: anywhere (`all`) or at these locations. */
  readonly ownLocationIds: readonly string[] | 'all';
  /** The moment at which availability and expiry are judged. */
  readonly now: Date;
}

/**
 * What the actor's roles let them see (ID-1, ID-2).
 * @throws AppError not-allowed when none of their roles has anything to do with leads
 */
export function leadScopeOf(actor: Actor, now: Date): LeadScope {
  if (actor.kind === 'token') {
    if (!actor.scopes.includes('leads:read') && !actor.scopes.includes('leads:write'))
      throw notAllowed([], actor);
    return wholeOrganization(actor.organizationId, now);
  }
  const scope = scopeOfGrants(actor, now);
  if (scope === undefined) throw notAllowed(['referrals-admin', 'referrals-user'], actor);
  return scope;
}

/** A person's roles in an organization, wherever they were read. */
export interface GrantedRoles extends Pick<PersonActor, 'organizationId' | 'personId'> {
  readonly grants: readonly Pick<Grant, 'role' | 'locationId'>[];
}

/** What a person's roles let them see; undefined when none has anything to do with leads. */
export function scopeOfGrants(
  { organizationId, personId, grants }: GrantedRoles,
  now: Date,
): LeadScope | undefined {
  const admin = grants.filter(({ role }) => role === 'referrals-admin' || role === 'operator-admin');
  const user = grants.filter(({ role }) => role === 'referrals-user');
  if (admin.length === 0 && user.length === 0) return undefined;
  const locations = (some: typeof user) =>
    some.flatMap(({ locationId }) => (locationId === null ? [] : [locationId]));
  return {
    organizationId,
    personId,
    now,
    everything: admin.some(({ locationId }) => locationId === null),
    locationIds: locations(admin),
    ownLocationIds: user.some(({ locationId }) => locationId === null) ? 'all' : locations(user),
  };
}

/** Every lead of an organization: for what Leadlight does by itself, or someone from outside with a right to it. */
export function wholeOrganization(organizationId: string, now: Date): LeadScope {
  return { organizationId, personId: null, everything: true, locationIds: [], ownLocationIds: [], now };
}

type LeadBuilder = ExpressionBuilder<DB, 'lead'>;

/**
 * The one predicate for "leads this actor may see": lists, details, counts, facets, search, export and live updates all
 * go through here (ID-2). Informational leads whose time is up appear nowhere (LC-8).
 */
export function visibleTo(scope: LeadScope) {
  return (eb: LeadBuilder): Expression<SqlBool> => {
    const available = eb.or([
      eb('lead.available_until', 'is', null),
      eb('lead.available_until', '>', scope.now),
    ]);
    return eb.and([
      eb('lead.organization_id', '=', scope.organizationId),
      available,
      ...(scope.everything ? [] : [reachable(eb, scope)]),
    ]);
  };
}

function reachable(eb: LeadBuilder, scope: LeadScope): Expression<SqlBool> {
  const ways: Expression<SqlBool>[] = [];
  if (scope.locationIds.length > 0) ways.push(eb('lead.location_id', 'in', [...scope.locationIds]));
  const hasOwn =
    scope.personId !== null && (scope.ownLocationIds === 'all' || scope.ownLocationIds.length > 0);
  if (hasOwn) {
    const own = isOwn(eb, scope);
    ways.push(
      scope.ownLocationIds === 'all'
        ? own
        : eb.and([own, eb('lead.location_id', 'in', [...scope.ownLocationIds])]),
    );
  }
  return ways.length > 0 ? eb.or(ways) : sql<SqlBool>`false`;
}

/**
 * Whether the person owns the lead or is in its team: one list of both kinds, so that the planner can begin with the
 * person's few leads.
 */
export function isOwn(eb: LeadBuilder, { organizationId, personId }: LeadScope): Expression<SqlBool> {
  const inTeam = eb
    .selectFrom('lead_team_member as mate')
    .select('mate.lead_id as id')
    .where('mate.organization_id', '=', organizationId)
    .where('mate.person_id', '=', personId);
  const owned = eb
    .selectFrom('lead as owned')
    .select('owned.id')
    .where('owned.organization_id', '=', organizationId)
    .where('owned.assigned_to', '=', personId);
  return eb('lead.id', 'in', inTeam.unionAll(owned));
}
