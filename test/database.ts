import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { createDb, createPool, type Db, workerRole } from '../server/platform/database/database.ts';
import { type AppPools, closeAppPools, openAppPools } from '../server/platform/database/pools.ts';
import { createLogger } from '../server/platform/log.ts';

/** Must be the name in global-setup.ts, which runs in another process. */
const templateDatabase = 'leadlight_template';

export interface TestDatabase {
  readonly connectionString: string;
  /** Connects as a superuser: bypasses row-level security, so tests look at what is really stored. */
  readonly ownerPool: pg.Pool;
  readonly ownerDb: Db;
  /** Connect as what answers requests does. */
  readonly pools: AppPools;
  /** The general ones of them. */
  readonly pool: pg.Pool;
  readonly db: Db;
  /** Connects as what does jobs does. */
  readonly workerDb: Db;
  drop(): Promise<void>;
}

/** An own database for one test file: a copy of the migrated template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const pattern = inject('testServer');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(pattern, `create database ${name} template ${templateDatabase}`);
  const connectionString = pattern.replace('%DATABASE%', name);
  const log = createLogger('silent');
  const ownerPool = createPool({ connectionString, poolSize: 4, log });
  const pools = openAppPools(connectionString, 20, log);
  const workerPool = createPool({ connectionString, poolSize: 8, log, role: workerRole });
  return {
    connectionString,
    ownerPool,
    ownerDb: createDb(ownerPool),
    pools,
    ...pools.general,
    workerDb: createDb(workerPool),
    drop: async () => {
      await Promise.all([ownerPool.end(), closeAppPools(pools), workerPool.end()]);
      await onServer(pattern, `drop database ${name} with (force)`);
    },
  };
}

/** Copies of one template wait for each other on the server; a busy template is tried again. */
async function onServer(pattern: string, statement: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client({ connectionString: pattern.replace('%DATABASE%', 'postgres') });
    await client.connect();
    try {
      await client.query(statement);
      return;
    } catch (error) {
      const busy = (error as { code?: string }).code === '55006';
      if (!busy || attempt >= 50) throw error;
    } finally {
      await client.end();
    }
  }
}
