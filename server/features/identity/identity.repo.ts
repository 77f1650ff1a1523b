import { sql } from 'kysely';
import type { ApiTokenScope } from '../../../contract/enums.ts';
import type { Db, Transaction } from '../../platform/database/database.ts';
import type { Grant } from './actor.ts';

type Executor = Db | Transaction;

export interface PersonRow {
  id: string;
  email: string;
  name: string;
  password_hash: string | null;
  time_zone: string | null;
  locale: string | null;
  disabled_at: Date | null;
  email_verified_at: Date | null;
  email_refused_at: Date | null;
}

const personColumns = [
  'id',
  'email',
  'name',
  'password_hash',
  'time_zone',
  'locale',
  'disabled_at',
  'email_verified_at',
  'email_refused_at',
] as const;

/** The person who signs in with this address, whatever its capitals. */
export function findPersonByEmail(db: Executor, email: string): Promise<PersonRow | undefined> {
  return db
    .selectFrom('person')
    .select(personColumns)
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .executeTakeFirst();
}

export async function findPerson(db: Executor, personId: string): Promise<PersonRow | undefined> {
  return db.selectFrom('person').select(personColumns).where('id', '=', personId).executeTakeFirst();
}

export async function updatePerson(
  db: Executor,
  personId: string,
  change: { name?: string; time_zone?: string | null; locale?: string | null },
): Promise<void> {
  await db.updateTable('person').set(change).where('id', '=', personId).execute();
}

export interface MembershipRow extends Grant {
  organizationId: string;
  organizationName: string;
  organizationKind: 'operator' | 'partner';
}

/** All roles of a person in all organizations; the transaction must work for that person. */
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
    .orderBy('o.name')
    .orderBy('o.id')
    .orderBy('m.role')
    .execute();
}

export async function listLocationNames(tx: Transaction): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('location').select(['id', 'name']).execute();
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
 * The session that is alive at that moment, with its person and all their roles; not bound to an organization:
 * the exact hash of its token finds it and nothing else does.
 */
export async function unscopedFindSession(
  db: Db,
  tokenHash: Buffer,
  at: Date,
): Promise<SessionRow | undefined> {
  const { rows } = await sql<SessionRow>`select * from find_session(${tokenHash}, ${at})`.execute(db);
  return rows[0];
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

export async function insertSession(db: Executor, session: NewSession): Promise<void> {
  await db.insertInto('session').values(session).execute();
}

export async function touchSession(
  db: Executor,
  sessionId: string,
  at: Date,
  expiresAt: Date,
): Promise<void> {
  await db
    .updateTable('session')
    .set({ last_seen_at: at, expires_at: expiresAt })
    .where('id', '=', sessionId)
    .execute();
}

export async function moveSession(db: Executor, sessionId: string, organizationId: string): Promise<void> {
  await db
    .updateTable('session')
    .set({ organization_id: organizationId })
    .where('id', '=', sessionId)
    .execute();
}

/** @returns false when the person has no such living session */
export async function revokeSession(
  db: Executor,
  personId: string,
  sessionId: string,
  at: Date,
): Promise<boolean> {
  const result = await db
    .updateTable('session')
    .set({ revoked_at: at })
    .where('id', '=', sessionId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export function listSessions(db: Executor, personId: string, at: Date) {
  return db
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

/** Not bound to an organization: the exact hash of a living token finds its row and nothing else does. */
export async function unscopedFindApiToken(
  db: Executor,
  tokenHash: Buffer,
): Promise<ApiTokenRow | undefined> {
  const { rows } = await sql<ApiTokenRow>`select * from find_api_token(${tokenHash})`.execute(db);
  return rows[0];
}

export async function touchApiToken(tx: Transaction, tokenId: string, at: Date): Promise<void> {
  await tx.updateTable('api_token').set({ last_used_at: at }).where('id', '=', tokenId).execute();
}

export function getOrganization(db: Executor, organizationId: string) {
  return db
    .selectFrom('organization')
    .select(['id', 'name', 'kind'])
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow();
}

/** Whether this is a demo, and how far its clock is ahead of the machine's; elsewhere the clock is the machine's. */
export async function findDemo(db: Executor): Promise<{ demo: boolean; clockAheadSeconds: number }> {
  const row = await db
    .selectFrom('installation')
    .select(['demo', 'clock_ahead_seconds'])
    .where('demo', '=', true)
    .executeTakeFirst();
  return { demo: row !== undefined, clockAheadSeconds: row?.clock_ahead_seconds ?? 0 };
}

/** People of the current organization who may work leads, and so may be in a team. */
export function listColleagues(tx: Transaction, organizationId: string) {
  return tx
    .selectFrom('person as p')
    .select(['p.id', 'p.name', 'p.email'])
    .where('p.disabled_at', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('membership as m')
          .select('m.id')
          .whereRef('m.person_id', '=', 'p.id')
          .where('m.organization_id', '=', organizationId)
          .where('m.role', 'in', ['referrals-admin', 'referrals-user', 'operator-admin']),
      ),
    )
    .orderBy('p.name')
    .orderBy('p.id')
    .execute();
}
