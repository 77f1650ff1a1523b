import type pg from 'pg';
import type { Logger } from '../log.ts';
import { appRole, createDb, createPool, type Db } from './database.ts';

/** One pool of connections with its query builder. */
export interface PooledDb {
  readonly pool: pg.Pool;
  readonly db: Db;
}

/**
 * The connections of a server process. What must continue while people read (taking leads in, authenticating) and what
 * may take long (exports) have separate connections: none can use up those of another.
 */
export interface AppPools {
  /** What signed-in people and programs read and do. */
  readonly general: PooledDb;
  /** Incoming leads. */
  readonly intake: PooledDb;
  /** Sessions, tokens, signing in. */
  readonly accounts: PooledDb;
  /** Exports, one connection each while it is read. */
  readonly exports: PooledDb;
}

/** How long an export may hold a connection: a snapshot held forever keeps the database from vacuuming. */
export const exportMinutes = 30;

/** How a number of connections is split; each part gets at least one, and the general one two. */
export function splitConnections(total: number): Record<keyof AppPools, number> {
  const fifth = Math.max(1, Math.floor(total / 5));
  return { general: Math.max(2, total - 3 * fifth), intake: fifth, accounts: fifth, exports: fifth };
}

/** Opens the pools of a server process, as the application's role. */
export function openAppPools(connectionString: string, connections: number, log: Logger): AppPools {
  const sizes = splitConnections(connections);
  const open = (poolSize: number, limits?: { statementSeconds: number; idleInTransactionSeconds: number }) =>
    pooled(createPool({ connectionString, poolSize, log, role: appRole, limits }));
  return {
    general: open(sizes.general),
    intake: open(sizes.intake),
    accounts: open(sizes.accounts),
    // A reader may be slow between two parts of the file; each part itself must arrive soon.
    exports: open(sizes.exports, { statementSeconds: 60, idleInTransactionSeconds: exportMinutes * 60 }),
  };
}

/** One pool for everything: for processes that serve no strangers. */
export function shareOnePool({ pool, db }: PooledDb): AppPools {
  const one = { pool, db };
  return { general: one, intake: one, accounts: one, exports: one };
}

/** Ends all pools. */
export async function closeAppPools(pools: AppPools): Promise<void> {
  const all = new Set([pools.general, pools.intake, pools.accounts, pools.exports].map(({ pool }) => pool));
  await Promise.all([...all].map((pool) => pool.end()));
}

const pooled = (pool: pg.Pool): PooledDb => ({ pool, db: createDb(pool) });
