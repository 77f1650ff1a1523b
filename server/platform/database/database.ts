import { Kysely, type Transaction as KyselyTransaction, type RawBuilder, sql } from 'kysely';
import pg from 'pg';
import type { DB } from '../../../db/types.ts';
import type { Logger } from '../log.ts';
import { JoinedBeginDialect, withBegin } from './joined-begin.ts';
import { PlanKeepingClient } from './kept-plans.ts';
import { loginAs, type WorkingRole } from './roles.ts';

export { appRole, type WorkingRole, workerRole } from './roles.ts';
export type { DB };
export type Db = Kysely<DB>;
/** A function that takes this must be atomic with the rest of the transaction. */
export type Transaction = KyselyTransaction<DB>;

// Days have no time zone: they stay text. Whole numbers fit a double up to 9e15, above every limit of the contract.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
const readAnyMoment = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, readMoment);

/**
 * Parses a moment as a connection in UTC writes it: `2026-11-29 10:31:21.123+00`. The driver's own parser, which
 * handles every notation, takes ten times as long, and a page has hundreds; it gets everything in another form.
 */
export function readMoment(text: string): unknown {
  const isPlain = text.length >= 22 && text.charAt(10) === ' ' && text.endsWith('+00');
  return isPlain ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`) : readAnyMoment(text);
}

export interface DatabaseOptions {
  readonly connectionString: string;
  readonly poolSize: number;
  readonly log: Logger;
  /** The role to work as; undefined: the one that connects, which owns the tables. */
  readonly role?: WorkingRole;
  /**
   * True: a commit does not wait until it is on disk. The order on disk stays the order of the commits, so a power cut
   * undoes the last of them, never one of them before another: for work that is then simply repeated.
   */
  readonly flushLater?: boolean;
  /** The time limits of one statement, and of idling in a transaction; undefined: 20 and 90 seconds. */
  readonly limits?: { readonly statementSeconds: number; readonly idleInTransactionSeconds: number };
}

/** The application's queries are answered soon or not at all; migrations and the worker take their time. */
const ordinaryLimits = { statementSeconds: 20, idleInTransactionSeconds: 90 };

/** One person's query runs on one core, so that the others are free for others. */
const oneCore = 'set max_parallel_workers_per_gather = 0';

/** A pool whose connections work as the given role and in UTC. */
export function createPool({
  connectionString,
  poolSize,
  log,
  role,
  flushLater,
  limits: { statementSeconds, idleInTransactionSeconds } = ordinaryLimits,
}: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: role ? loginAs(connectionString, role) : connectionString,
    max: poolSize,
    application_name: 'leadlight',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    Client: PlanKeepingClient,
    // Runs before the connection is handed out; a connection that cannot assume the role is not used.
    onConnect: async (client: pg.ClientBase) => {
      const limits = `set statement_timeout = '${statementSeconds}s'; set idle_in_transaction_session_timeout = '${idleInTransactionSeconds}s'`;
      const settings = role
        ? `set role ${role}; set timezone to 'UTC'; ${limits}; ${oneCore}`
        : "set timezone to 'UTC'";
      await client.query(flushLater ? `${settings}; set synchronous_commit = off` : settings);
    },
  } as pg.PoolConfig);
  // Without a listener, a connection that breaks while idle would end the process.
  pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection broke'));
  // While a connection is in use, the query running on it reports the error; this listener only keeps the process
  // alive.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** The typed query builder over a pool. */
export function createDb(pool: pg.Pool): Db {
  return new Kysely<DB>({ dialect: new JoinedBeginDialect({ pool }) });
}

/** On whose behalf a transaction works: what row-level security lets through. */
export interface Tenant {
  readonly organizationId: string;
  readonly personId?: string | null;
}

/**
 * Runs the work in one transaction that sees the rows of one organization only (second wall of tenancy); commits all of
 * it or nothing.
 */
export function inOrganization<T>(db: Db, tenant: Tenant, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await becomeTenant(tx, tenant);
    return await work(tx);
  });
}

/**
 * The same for work that reads and at most records that it did: its commit does not wait for the disk, so a power cut
 * (not a crash) may lose the records of the last half second, never anything else.
 */
export function readInOrganization<T>(
  db: Db,
  tenant: Tenant,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`${withBegin} select ${tenantSettings(tenant)}, set_config('synchronous_commit', 'off', true)`.execute(
      tx,
    );
    return await work(tx);
  });
}

/** Points row-level security of a running transaction at another organization. */
export async function becomeTenant(tx: Transaction, tenant: Tenant): Promise<void> {
  await sql`${withBegin} select ${tenantSettings(tenant)}`.execute(tx);
}

/** The settings that row-level security checks, for the rest of the transaction. */
function tenantSettings({ organizationId, personId }: Tenant): RawBuilder<unknown> {
  return sql`set_config('leadlight.organization_id', ${literal(organizationId)}, true),
             set_config('leadlight.person_id', ${literal(personId ?? '')}, true)`;
}

/** A statement that is sent with a `begin` has no parameters. */
function literal(text: string): RawBuilder<unknown> {
  return sql.raw(pg.escapeLiteral(text));
}

/** One transaction for a person whose organization is not known yet: sees only what is the person's own. */
export function asPerson<T>(db: Db, personId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await becomePerson(tx, personId);
    return await work(tx);
  });
}

/** Points row-level security of a running transaction at a person: what is theirs can be read and changed from here on. */
export async function becomePerson(tx: Transaction, personId: string): Promise<void> {
  await sql`${withBegin} select set_config('leadlight.person_id', ${literal(personId)}, true)`.execute(tx);
}
