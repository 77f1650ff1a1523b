import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { appRole, createDb, createPool, type Db } from '../server/platform/database/database.ts';
import { createLogger } from '../server/platform/log.ts';

/** Must be the name in global-setup.ts, which runs in another process. */
const templateDatabase = 'leadlight_template';

export interface TestDatabase {
  readonly connectionString: string;
  /** Connects as the owner: bypasses row-level security, so tests look at what is really stored. */
  readonly ownerPool: pg.Pool;
  readonly ownerDb: Db;
  /** Connects as the application does. */
  readonly pool: pg.Pool;
  readonly db: Db;
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
  const pool = createPool({ connectionString, poolSize: 8, log, role: appRole });
  return {
    connectionString,
    ownerPool,
    ownerDb: createDb(ownerPool),
    pool,
    db: createDb(pool),
    drop: async () => {
      await Promise.all([ownerPool.end(), pool.end()]);
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
