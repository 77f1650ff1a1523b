import { sql } from 'kysely';
import type { Role } from '../../../contract/identity/lists.ts';
import { becomePerson, type Transaction } from '../../platform/database/database.ts';
import { asRead } from '../../platform/database/name-order.ts';
import { AppError } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { unscopedRevokeFeeds } from '../identity/index.ts';
import { unscopedReplaceLinks } from './account-links.repo.ts';
import { sentence } from './catalogue.ts';

/** SQLSTATE of a violated unique constraint. */
const uniqueViolation = '23505';

function selectMemberships(tx: Transaction, organizationId: string) {
  return tx
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .leftJoin('location as l', (join) =>
      join.onRef('l.organization_id', '=', 'm.organization_id').onRef('l.id', '=', 'm.location_id'),
    )
    .select([
      'm.id',
      'm.role',
      'm.location_id',
      'l.name as location_name',
      'm.created_at',
      'p.id as person_id',
      'p.name as person_name',
      'p.email',
      'p.email_verified_at',
      'p.email_refused_at',
    ])
    .where('m.organization_id', '=', organizationId);
}

export type MembershipRow = Awaited<ReturnType<typeof listMembershipsOf>>[number];

/** The people of the organization, by name, with each of their roles. */
export function listMembershipsOf(tx: Transaction, organizationId: string) {
  return selectMemberships(tx, organizationId)
    .orderBy(asRead('p.name'))
    .orderBy('p.id')
    .orderBy('m.role')
    .orderBy(asRead('l.name'))
    .execute();
}

/** One role of someone in the organization, with their name. */
export function findMembership(
  tx: Transaction,
  organizationId: string,
  membershipId: string,
): Promise<MembershipRow | undefined> {
  return selectMemberships(tx, organizationId).where('m.id', '=', membershipId).executeTakeFirst();
}

/** Locks the organization-wide roles of these kinds, so that of two removals one waits for the other. */
export function lockManagingRoles(tx: Transaction, organizationId: string, roles: readonly Role[]) {
  return tx
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['m.id', 'm.person_id as personId'])
    .where('m.organization_id', '=', organizationId)
    .where('m.role', 'in', roles)
    .where('m.location_id', 'is', null)
    .where('p.disabled_at', 'is', null)
    .orderBy('m.id')
    .forUpdate('m')
    .execute();
}

export interface NewMembership {
  readonly organizationId: string;
  readonly personId: string;
  readonly role: Role;
  readonly locationId: string | null;
}

/** @returns the id of the membership; undefined when the person already has this role */
export async function insertMembership(
  tx: Transaction,
  { organizationId, personId, role, locationId }: NewMembership,
  at: Date,
): Promise<string | undefined> {
  const row = await tx
    .insertInto('membership')
    .values({
      organization_id: organizationId,
      id: newId(),
      person_id: personId,
      role,
      location_id: locationId,
      created_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** Removes a role; the account stays. */
export async function deleteMembership(
  tx: Transaction,
  organizationId: string,
  membershipId: string,
): Promise<void> {
  await tx
    .deleteFrom('membership')
    .where('organization_id', '=', organizationId)
    .where('id', '=', membershipId)
    .execute();
}

/** The organization’s locations, by name. */
export function listLocations(tx: Transaction, organizationId: string) {
  return tx
    .selectFrom('location')
    .select(['id', 'name', 'country', 'city'])
    .where('organization_id', '=', organizationId)
    .orderBy(asRead('name'))
    .orderBy('id')
    .execute();
}

/** True when someone with this address belongs to the organization. */
export async function isMemberAddress(
  tx: Transaction,
  organizationId: string,
  email: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select('m.id')
    .where('m.organization_id', '=', organizationId)
    .where(sql`lower(p.email)`, '=', email.toLowerCase())
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** True when the person has any role in the organization. */
export async function isMember(tx: Transaction, organizationId: string, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('membership')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly verifiedAt: Date | null;
}

/** @returns the id of the person; undefined when someone already has this address */
export async function insertPerson(
  tx: Transaction,
  { email, name, passwordHash, verifiedAt }: NewPerson,
  at: Date,
): Promise<string | undefined> {
  const personId = newId();
  const { rows } = await sql<{ made: boolean }>`
    select make_account(${personId}, ${email}, ${name}, ${passwordHash}, ${verifiedAt}, ${at}) as made`.execute(
    tx,
  );
  return rows[0]?.made ? personId : undefined;
}

/** Records that the address of the transaction's person works: a link that was sent there was opened. */
export async function markAddressVerified(tx: Transaction, personId: string, at: Date): Promise<void> {
  await tx
    .updateTable('person')
    .set({ email_verified_at: at, email_refused_at: null, email_refused_reason: null })
    .where('id', '=', personId)
    .execute();
}

/**
 * Changes the address of the transaction's person.
 * @throws AppError already-there when another account has it; the transaction is then aborted
 */
export async function changeAddress(tx: Transaction, personId: string, email: string): Promise<void> {
  try {
    await tx.updateTable('person').set({ email }).where('id', '=', personId).execute();
  } catch (error) {
    if ((error as { code?: string }).code !== uniqueViolation) throw error;
    throw new AppError('already-there', sentence('email.taken'));
  }
}

/**
 * Sets a password and ends everything that the old one opened: sessions, calendar links and links that set another
 * password. The transaction works for that person afterwards.
 */
export async function replacePassword(
  tx: Transaction,
  personId: string,
  passwordHash: string,
  at: Date,
): Promise<void> {
  await becomePerson(tx, personId);
  await sql`select replace_password(${passwordHash})`.execute(tx);
  await tx
    .updateTable('session')
    .set({ revoked_at: at })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .execute();
  await unscopedRevokeFeeds(tx, personId, at);
  await unscopedReplaceLinks(tx, personId, 'reset', at);
}
