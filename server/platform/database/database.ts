import { Kysely, type Transaction as KyselyTransaction, PostgresDialect, type RawBuilder, sql } from 'kysely';
import pg from 'pg';
import type { DB } from '../../../db/types.ts';
import type { Logger } from '../log.ts';

export type { DB };
export type Db = Kysely<DB>;
/** A function that takes this must run as one with what else is in the transaction. */
export type Transaction = KyselyTransaction<DB>;

// Days have no time zone: they stay text. Whole numbers fit a double up to 9e15, above every limit of the contract.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export interface DatabaseOptions {
  readonly connectionString: string;
  readonly poolSize: number;
  readonly log: Logger;
  /** The role to work as; undefined: the one that connects, which owns the tables. */
  readonly role?: string;
  /**
   * True: a commit does not wait until it is on disk. The order on disk stays the order of the commits, so a power
   * cut takes back the last of them, never one of them before another: for work that is then simply done again.
   */
  readonly flushLater?: boolean;
}

/** The role of the application: owns nothing, so that row-level security holds for it. */
export const appRole = 'leadlight_app';

/** A pool whose connections work as the given role and in UTC. */
export function createPool({ connectionString, poolSize, log, role, flushLater }: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: poolSize,
    application_name: 'leadlight',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    // Runs before the connection is handed out; a connection that cannot take the role is not used.
    onConnect: async (client: pg.ClientBase) => {
      // The application's questions are answered soon or not at all; migrations and the worker take their time.
      const limits = `set statement_timeout = '20s'; set idle_in_transaction_session_timeout = '90s'`;
      const settings = role ? `set role ${role}; set timezone to 'UTC'; ${limits}` : "set timezone to 'UTC'";
      await client.query(flushLater ? `${settings}; set synchronous_commit = off` : settings);
    },
  } as pg.PoolConfig);
  // Without a listener, a connection that breaks while idle would end the process.
  pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection broke'));
  // While one is in use, the query that runs on it tells; this listener only keeps the process alive.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** The typed query builder over a pool. */
export function createDb(pool: pg.Pool): Db {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}

/** On whose behalf a transaction works: what row-level security lets through. */
export interface Tenant {
  readonly organizationId: string;
  readonly personId?: string | null;
}

/**
 * Runs the work in one transaction that sees the rows of one organization only (second wall of tenancy);
 * either all of it is committed or nothing.
 */
export function inOrganization<T>(db: Db, tenant: Tenant, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await becomeTenant(tx, tenant);
    return await work(tx);
  });
}

/**
 * The same for work that reads and at most notes that it did: its end does not wait for the disk, so a power cut (not
 * a crash) may lose the notes of the last half second, never anything else.
 */
export function readInOrganization<T>(
  db: Db,
  tenant: Tenant,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select ${tenantSettings(tenant)}, set_config('synchronous_commit', 'off', true)`.execute(tx);
    return await work(tx);
  });
}

/** Points row-level security of a running transaction at another organization. */
export async function becomeTenant(tx: Transaction, tenant: Tenant): Promise<void> {
  await sql`select ${tenantSettings(tenant)}`.execute(tx);
}

/** What row-level security looks at, for the rest of the transaction. */
function tenantSettings({ organizationId, personId }: Tenant): RawBuilder<unknown> {
  return sql`set_config('leadlight.organization_id', ${organizationId}, true),
             set_config('leadlight.person_id', ${personId ?? ''}, true)`;
}

/** One transaction for a person whose organization is not known yet: sees the person's own memberships only. */
export function asPerson<T>(db: Db, personId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('leadlight.person_id', ${personId}, true)`.execute(tx);
    return await work(tx);
  });
}
