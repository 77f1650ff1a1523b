import type pg from 'pg';
import { createPool, type WorkingRole } from '../server/platform/database/database.ts';
import { migrateToLatest } from '../server/platform/database/migrate.ts';
import { createLogger } from '../server/platform/log.ts';
import type { CleanUp } from './clean-up.ts';
import { createDatabase } from './database-server.ts';
import { earlierSources } from './database-sources.ts';
import { makeForTest, useMade } from './made.ts';

/** A database without the product: what it becomes is up to the test. */
export interface EmptyDatabase {
  readonly name: string;
  readonly connectionString: string;
  /** Connects as a superuser, or as a role that the product works as. */
  open(role?: WorkingRole): pg.Pool;
}

/** An empty database for the tests of this file or `describe`; the options are those of `create database`. */
export function useEmptyDatabase(options?: string): EmptyDatabase {
  return useMade((cleanUp) => createEmptyDatabase(cleanUp, options));
}

/** An empty database for the running test; the options are those of `create database`. */
export function createEmptyDatabaseForTest(options?: string): Promise<EmptyDatabase> {
  return makeForTest((cleanUp) => createEmptyDatabase(cleanUp, options));
}

async function createEmptyDatabase(cleanUp: CleanUp, options = ''): Promise<EmptyDatabase> {
  const database = await createDatabase(cleanUp, `template template0 ${options}`);
  const { connectionString } = database;
  const pools: pg.Pool[] = [];
  await cleanUp.add(() => Promise.all(pools.map((pool) => pool.end())));
  return {
    ...database,
    open: (role) => {
      const log = createLogger('silent');
      const pool = createPool({ connectionString, poolSize: 3, log, ...(role && { role }) });
      pools.push(pool);
      return pool;
    },
  };
}

/** Migrates an empty database to the version before this migration. */
export async function migrateBefore(pool: pg.Pool, migration: string): Promise<void> {
  const sources = await earlierSources(migration);
  try {
    await migrateToLatest(pool, sources);
  } finally {
    await sources.remove();
  }
}
