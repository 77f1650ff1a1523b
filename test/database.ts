import type pg from 'pg';
import { createDb, createPool, type Db, workerRole } from '../server/platform/database/database.ts';
import { type AppPools, closeAppPools, openAppPools } from '../server/platform/database/pools.ts';
import { createLogger } from '../server/platform/log.ts';
import type { CleanUp } from './clean-up.ts';
import { createDatabase } from './database-server.ts';
import { JobQueue } from './job-queue.ts';
import { makeForTest, useMade } from './made.ts';

/** Must be the name in global-setup.ts, which runs in another process. */
export const templateDatabase = 'leadlight_template';

export interface TestDatabase {
  readonly connectionString: string;
  /** Connects as a superuser: bypasses row-level security, so that tests see what is really stored. */
  readonly ownerPool: pg.Pool;
  readonly ownerDb: Db;
  /** Connect as the server does. */
  readonly pools: AppPools;
  /** The general one of them. */
  readonly pool: pg.Pool;
  readonly db: Db;
  /** Connects as the worker does. */
  readonly workerDb: Db;
  readonly workerPool: pg.Pool;
  readonly queue: JobQueue;
}

/** A separate database for the tests of this file or `describe`: a copy of the migrated template, dropped after them. */
export function useTestDatabase(): TestDatabase {
  return useMade(createTestDatabase);
}

/** One more database, for the running test. */
export function createDatabaseForTest(): Promise<TestDatabase> {
  return makeForTest(createTestDatabase);
}

/** Creates what {@link useTestDatabase} and {@link createDatabaseForTest} provide. */
export async function createTestDatabase(cleanUp: CleanUp): Promise<TestDatabase> {
  // Copied file by file: a third quicker than through the log of a server that needs no durability.
  const { connectionString } = await createDatabase(
    cleanUp,
    `template ${templateDatabase} strategy file_copy`,
  );
  const log = createLogger('silent');
  const ownerPool = createPool({ connectionString, poolSize: 4, log });
  const pools = openAppPools(connectionString, 20, log);
  const workerPool = createPool({ connectionString, poolSize: 8, log, role: workerRole });
  await cleanUp.add(() => Promise.all([ownerPool.end(), closeAppPools(pools), workerPool.end()]));
  return {
    connectionString,
    ownerPool,
    ownerDb: createDb(ownerPool),
    pools,
    ...pools.general,
    workerDb: createDb(workerPool),
    workerPool,
    queue: new JobQueue(ownerPool),
  };
}
