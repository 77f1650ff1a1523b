import { sql } from 'kysely';
import type { ApiTokenScope, Role } from '../../../contract/identity/lists.ts';
import { asPerson, type Db, type Transaction } from '../../platform/database/database.ts';
import { lockName } from '../../platform/database/lock-name.ts';
import { asRead } from '../../platform/database/name-order.ts';
import type { Grant } from './actor.ts';
import { leadReaders, leadWorkers } from './permissions.policy.ts';

type Executor = Db | Transaction;

export interface PersonRow {
  id: string;
  email: string;
  name: string;
  time_zone: string | null;
  locale: string | null;
  disabled_at: Date | null;
  email_verified_at: Date | null;
  email_refused_at: Date | null;
}

/** An account with the address that its person signs in with. */
export interface AccountRow extends PersonRow {
  password_hash: string | null;
}

const personColumns = [
  'id',
  'email',
  'name',
  'time_zone',
  'locale',
  'disabled_at',
  'email_verified_at',
  'email_refused_at',
] as const;

/**
 * The person who signs in with this address, regardless of case; not bound to an organization: only the exact address
 * finds it.
 */
export async function unscopedFindAccount(db: Executor, email: string): Promise<AccountRow | undefined> {
  const { rows } = await sql<AccountRow>`select * from find_account(${email})`.execute(db);
  return rows[0];
}

/** Someone whom the transaction's organization knows, or the transaction's own person. */
export async function findPerson(tx: Transaction, personId: string): Promise<PersonRow | undefined> {
  return tx.selectFrom('person').select(personColumns).where('id', '=', personId).executeTakeFirst();
}

/** Reads the person in a transaction for that person. */
export function readPerson(db: Db, personId: string): Promise<PersonRow | undefined> {
  return asPerson(db, personId, (tx) => findPerson(tx, personId));
}

/** Changes the transaction's person. */
export async function updatePerson(
  tx: Transaction,
  personId: string,
  change: { name?: string; time_zone?: string | null; locale?: string | null },
): Promise<void> {
  await tx.updateTable('person').set(change).where('id', '=', personId).execute();
}

export interface MembershipRow extends Grant {
  organizationId: string;
  organizationName: string;
  organizationKind: 'operator' | 'partner';
}

/** All roles of a person in all organizations; the transaction must be for that person. */
export async function listMemberships(tx: Transaction, personId: string): Promise<MembershipRow[]> {
  return tx
    .selectFrom('membership as m')
    .innerJoin('organization as o', 'o.id', 'm.organization_id')
    .select([
      'm.role',
      'm.location_id as locationId',
      'o.id as organizationId',
      'o.name as organizationName',
      'o.kind as organizationKind',
    ])
    .select(sql<null>`null`.as('locationName'))
    .where('m.person_id', '=', personId)
    .orderBy(asRead('o.name'))
    .orderBy('o.id')
    .orderBy('m.role')
    .execute();
}

/** Names of the locations of the transaction's organization, by id. */
export async function listLocationNames(tx: Transaction): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('location').select(['id', 'name']).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Names of people whom the transaction's organization knows or knew, by id. */
export async function listPersonNames(
  tx: Transaction,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${[...personIds]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

export interface SessionRow {
  id: string;
  person_id: string;
  person_name: string;
  organization_id: string;
  last_seen_at: Date;
  memberships: Omit<MembershipRow, 'locationName'>[];
}

/**
 * The session if it is active at that moment, with its person and all their roles; not bound to an organization: only
 * the exact hash of its token finds it.
 */
export async function unscopedFindSession(
  db: Db,
  tokenHash: Buffer,
  at: Date,
): Promise<SessionRow | undefined> {
  const { rows } = await sql<SessionRow>`select * from find_session(${tokenHash}, ${at})`.execute(db);
  return rows[0];
}

/** The same for many sessions in one query. */
export async function unscopedFindSessions(
  db: Db,
  tokenHashes: readonly Buffer[],
  at: Date,
): Promise<(SessionRow & { token_hash: Buffer })[]> {
  if (tokenHashes.length === 0) return [];
  const { rows } = await sql<SessionRow & { token_hash: Buffer }>`
    select asked.hash as token_hash, found.* from unnest(${[...tokenHashes]}::bytea[]) asked (hash)
    cross join lateral find_session(asked.hash, ${at}) found`.execute(db);
  return rows;
}

export interface NewSession {
  id: string;
  token_hash: Buffer;
  person_id: string;
  organization_id: string;
  user_agent: string | null;
  address: string | null;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
}

/** Inserts a session of the transaction's person. */
export async function insertSession(tx: Transaction, session: NewSession): Promise<void> {
  await tx.insertInto('session').values(session).execute();
}

/** Takes a lock, so that sign-ins of one person are counted one after another. */
export async function waitForOtherSignIns(tx: Transaction, personId: string): Promise<void> {
  await lockName(tx, `sign-in ${personId}`);
}

/** When the person's newest sessions began, ended or not, newest first. */
export async function listNewestSessionTimes(
  tx: Transaction,
  personId: string,
  since: Date,
  limit: number,
): Promise<Date[]> {
  const rows = await tx
    .selectFrom('session')
    .select('created_at')
    .where('person_id', '=', personId)
    .where('created_at', '>', since)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.created_at);
}

/** Ends all active sessions of the person except the given number that were seen last. */
export async function endOldestSessions(
  tx: Transaction,
  personId: string,
  kept: number,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('session')
    .set({ revoked_at: at })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('session as living')
        .select('living.id')
        .where('living.person_id', '=', personId)
        .where('living.revoked_at', 'is', null)
        .where('living.expires_at', '>', at)
        .orderBy('living.last_seen_at', 'desc')
        .orderBy('living.id', 'desc')
        .offset(kept),
    )
    .execute();
}

/** Records when the session was last used, and extends it until its absolute end at the latest. */
export async function touchSession(
  tx: Transaction,
  sessionId: string,
  at: Date,
  { expiresAt, hoursInAll }: { expiresAt: Date; hoursInAll: number },
): Promise<void> {
  await tx
    .updateTable('session')
    .set({
      last_seen_at: at,
      expires_at: sql<Date>`least(${expiresAt}::timestamptz, created_at + make_interval(hours => ${hoursInAll}))`,
    })
    .where('id', '=', sessionId)
    .execute();
}

/** Moves a session of the transaction's person to another organization. */
export async function moveSession(tx: Transaction, sessionId: string, organizationId: string): Promise<void> {
  await tx
    .updateTable('session')
    .set({ organization_id: organizationId })
    .where('id', '=', sessionId)
    .execute();
}

/** @returns false when the transaction's person has no such active session */
export async function revokeSession(
  tx: Transaction,
  personId: string,
  sessionId: string,
  at: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable('session')
    .set({ revoked_at: at })
    .where('id', '=', sessionId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Where the transaction's person is signed in. */
export function listSessions(tx: Transaction, personId: string, at: Date) {
  return tx
    .selectFrom('session')
    .select(['id', 'created_at', 'last_seen_at', 'user_agent', 'address'])
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .orderBy('last_seen_at', 'desc')
    .execute();
}

export interface ApiTokenRow {
  organization_id: string;
  id: string;
  name: string;
  scopes: ApiTokenScope[];
  last_used_at: Date | null;
}

/** Not bound to an organization: only the exact hash of an active token finds its row. */
export async function unscopedFindApiToken(
  db: Executor,
  tokenHash: Buffer,
): Promise<ApiTokenRow | undefined> {
  const { rows } = await sql<ApiTokenRow>`select * from find_api_token(${tokenHash})`.execute(db);
  return rows[0];
}

/** Records when the token was last used. */
export async function touchApiToken(tx: Transaction, tokenId: string, at: Date): Promise<void> {
  await tx.updateTable('api_token').set({ last_used_at: at }).where('id', '=', tokenId).execute();
}

/** The organization that a session works in. It exists, because sessions reference it. */
export function getOrganization(db: Executor, organizationId: string) {
  return db
    .selectFrom('organization')
    .select(['id', 'name', 'kind'])
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow();
}

/** Whether this is a demo, and how far its clock is ahead of the system clock; elsewhere it is not. */
export async function findDemo(db: Executor): Promise<{ demo: boolean; clockAheadSeconds: number }> {
  const row = await db
    .selectFrom('installation')
    .select(['demo', 'clock_ahead_seconds'])
    .where('demo', '=', true)
    .executeTakeFirst();
  return { demo: row !== undefined, clockAheadSeconds: row?.clock_ahead_seconds ?? 0 };
}

/** People of the current organization who see leads, and so may be in a team, by name. */
export function listColleagues(tx: Transaction, organizationId: string) {
  return selectPeople(tx, organizationId, { roles: leadReaders, at: 'anywhere' }).execute();
}

/**
 * People of the current organization who can own a lead of that location, by name: they work leads, there or everywhere
 * (ID-2).
 */
export function listAssignees(tx: Transaction, organizationId: string, locationId: string | null) {
  return selectPeople(tx, organizationId, { roles: leadWorkers, at: { locationId } }).execute();
}

function selectPeople(
  tx: Transaction,
  organizationId: string,
  { roles, at }: { roles: readonly Role[]; at: 'anywhere' | { readonly locationId: string | null } },
) {
  return tx
    .selectFrom('person as p')
    .select(['p.id', 'p.name', 'p.email'])
    .where('p.disabled_at', 'is', null)
    .where((eb) => {
      const held = eb
        .selectFrom('membership as m')
        .select('m.id')
        .whereRef('m.person_id', '=', 'p.id')
        .where('m.organization_id', '=', organizationId)
        .where('m.role', 'in', roles);
      if (at === 'anywhere') return eb.exists(held);
      return eb.exists(
        held.where((where) =>
          where.or([where('m.location_id', 'is', null), where('m.location_id', '=', at.locationId)]),
        ),
      );
    })
    .orderBy(asRead('p.name'))
    .orderBy('p.id');
}

/** Where people with these roles work leads in the current organization; null: everywhere (ID-2). */
export function listWorkplaces(
  tx: Transaction,
  organizationId: string,
  roles: readonly Role[] = leadWorkers,
) {
  return tx
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['m.person_id as personId', 'm.location_id as locationId'])
    .where('m.organization_id', '=', organizationId)
    .where('m.role', 'in', roles)
    .where('p.disabled_at', 'is', null)
    .execute();
}
