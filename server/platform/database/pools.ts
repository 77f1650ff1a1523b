import type pg from 'pg';
import type { Logger } from '../log.ts';
import { appRole, createDb, createPool, type Db } from './database.ts';

/** One pool of connections with its query builder. */
export interface PooledDb {
  readonly pool: pg.Pool;
  readonly db: Db;
}

/**
 * The connections of a process that serves. What must go on while people read (taking leads in, finding out who asks)
 * and what may take long (exports) have connections of their own: none can use up those of another.
 */
export interface AppPools {
  /** What signed-in people and programs read and do. */
  readonly general: PooledDb;
  /** Leads that come in. */
  readonly intake: PooledDb;
  /** Sessions, tokens, signing in. */
  readonly accounts: PooledDb;
  /** Exports, one connection each for as long as it is read. */
  readonly exports: PooledDb;
}

/** How long an export may hold a connection: a snapshot that is held for ever keeps the database from tidying up. */
export const exportMinutes = 30;

/** How a number of connections is split; each part gets one at least, and the general one two. */
export function splitConnections(total: number): Record<keyof AppPools, number> {
  const fifth = Math.max(1, Math.floor(total / 5));
  return { general: Math.max(2, total - 3 * fifth), intake: fifth, accounts: fifth, exports: fifth };
}

/** Opens the pools of a process that serves, as the application's role. */
export function openAppPools(connectionString: string, connections: number, log: Logger): AppPools {
  const sizes = splitConnections(connections);
  const open = (poolSize: number, limits?: { statementSeconds: number; idleInTransactionSeconds: number }) =>
    pooled(createPool({ connectionString, poolSize, log, role: appRole, limits }));
  return {
    general: open(sizes.general),
    intake: open(sizes.intake),
    accounts: open(sizes.accounts),
    // A reader may be slow between two parts of the file; each part has to be there soon.
    exports: open(sizes.exports, { statementSeconds: 60, idleInTransactionSeconds: exportMinutes * 60 }),
  };
}

/** One pool for everything: for what serves no strangers. */
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
