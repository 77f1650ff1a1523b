import type { Membership, MembershipCreate, MembershipList } from '../../../contract/people/accounts.ts';
import { words } from '../../../contract/words.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../platform/database/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { type PersonActor, peopleManagers, requirePermission } from '../identity/index.ts';
import { sentence } from './catalogue.ts';
import { endInvitationsBy } from './invitations.repo.ts';
import { managesPeople, requireAdminLeft, requireRolesAt, rolesAt } from './people.policy.ts';
import * as repo from './people.repo.ts';
import { recordPeopleChange } from './record-change.ts';
import { requireLocation } from './require-location.ts';

/** The people of an organization, and their roles (ID-1). */
export class Memberships {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async list(actor: PersonActor): Promise<MembershipList> {
    requirePermission(actor, 'managePeople');
    return inOrganization(this.db, actor, async (tx) => ({
      items: (await repo.listMembershipsOf(tx, actor.organizationId)).map(present),
      locations: await repo.listLocations(tx, actor.organizationId),
      roles: [...rolesAt(actor.organizationKind)],
    }));
  }

  /**
   * Gives another role to someone in the organization; everyone else has to be invited.
   * @throws AppError invalid-request, not-found, already-there
   */
  async add(actor: PersonActor, order: MembershipCreate): Promise<Membership> {
    requirePermission(actor, 'managePeople');
    requireRolesAt(actor.organizationKind, [order.role], 'body.role');
    const { organizationId } = actor;
    const { personId, role } = order;
    const locationId = order.locationId ?? null;
    return inOrganization(this.db, actor, async (tx) => {
      if (!(await repo.isMember(tx, organizationId, personId))) throw notFound(sentence('roles.noMember'));
      await requireLocation(tx, organizationId, locationId);
      const now = this.clock.now();
      const id = await repo.insertMembership(tx, { organizationId, personId, role, locationId }, now);
      const row = id === undefined ? undefined : await repo.findMembership(tx, organizationId, id);
      if (!row) throw new AppError('already-there', sentence('roles.alreadyHeld'));
      const change = { detail: `gave ${describe(row)}`, facts: factsOf(row) };
      await recordPeopleChange(tx, actor, change, now);
      return present(row);
    });
  }

  /**
   * Removes a role; it ends immediately, even where the person is signed in. Open invitations end with the role that
   * allowed their sender to send them.
   * @throws AppError not-found, last-admin
   */
  async remove(actor: PersonActor, membershipId: string): Promise<void> {
    requirePermission(actor, 'managePeople');
    const { organizationId } = actor;
    await inOrganization(this.db, actor, async (tx) => {
      const managing = await repo.lockManagingRoles(tx, organizationId, peopleManagers);
      const row = await repo.findMembership(tx, organizationId, membershipId);
      if (!row) throw notFound(sentence('roles.gone'));
      const leaving = { id: row.id, personId: row.person_id, role: row.role, locationId: row.location_id };
      requireAdminLeft(actor.personId, leaving, managing);
      await repo.deleteMembership(tx, organizationId, membershipId);
      const change = { detail: `removed ${describe(row)}`, facts: factsOf(row) };
      await recordPeopleChange(tx, actor, change, this.clock.now());
      const stillManages = managing.some(({ id, personId }) => id !== row.id && personId === row.person_id);
      if (managesPeople(leaving) && !stillManages) await this.endInvitations(tx, actor, row);
    });
  }

  private async endInvitations(tx: Transaction, actor: PersonActor, inviter: repo.MembershipRow) {
    const { organizationId } = actor;
    const now = this.clock.now();
    const ended = await endInvitationsBy(tx, organizationId, inviter.person_id, now);
    const facts = { personId: inviter.person_id, invitations: ended };
    const detail = `canceled the open invitations of ${inviter.person_name}`;
    if (ended > 0) await recordPeopleChange(tx, actor, { detail, facts }, now);
  }
}

/** Stores the person's id: a new name changes no old entry. */
function factsOf(row: repo.MembershipRow) {
  return { personId: row.person_id, role: row.role, locationId: row.location_id };
}

function describe(row: repo.MembershipRow): string {
  const place = row.location_name ?? 'whole organization';
  return `${words.role[row.role]} (${place}): ${row.person_name}`;
}

function present(row: repo.MembershipRow): Membership {
  return {
    id: row.id,
    person: {
      id: row.person_id,
      name: row.person_name,
      email: row.email,
      emailVerified: row.email_verified_at !== null,
      emailRefused: row.email_refused_at !== null,
    },
    role: row.role,
    locationId: row.location_id,
    locationName: row.location_name,
    createdAt: row.created_at.toISOString(),
  };
}
