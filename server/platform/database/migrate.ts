import { runMigrations as runJobMigrations } from 'graphile-worker';
import type pg from 'pg';
import { compareToLatest, type DatabaseUpdate } from './database-standing.ts';
import { makeFunctions } from './functions.ts';
import { runMigrations } from './migrations.ts';
import { appRole } from './roles.ts';
import { type DatabaseSources, MigrationError, readSources } from './sql-files.ts';

export type { DatabaseUpdate } from './database-standing.ts';
export { type DatabaseSources, MigrationError } from './sql-files.ts';

/**
 * Migrates the database to this version, or leaves it unchanged; safe when several processes start at the same time
 * (each waits for the lock). A login that owns nothing only verifies that it is up to date.
 * @param pool connects as the owner of the tables, or as the role of the application
 * @returns the migrations that ran now, and the functions that were created
 * @throws MigrationError
 */
export async function migrateToLatest(pool: pg.Pool, sources: DatabaseSources): Promise<DatabaseUpdate> {
  await requirePostgres15(pool);
  if (await isOnlyTheApplication(pool)) {
    await requireUpToDate(pool, sources);
    return { migrations: [], functions: [] };
  }
  await runJobMigrations({ pgPool: pool });
  const { migrations, functions } = await readSources(sources);
  try {
    return await inTurn(pool, async (client) => ({
      migrations: await runMigrations(client, migrations, functions),
      functions: await makeFunctions(client, functions),
    }));
  } catch (error) {
    throw error instanceof MigrationError ? error : MigrationError.of(error);
  }
}

/** The lock of the migration library of earlier versions, so that one of them waits as well. */
const lockKey = '3853314791062309107';

/** One process after another, each in one transaction: all or nothing. */
async function inTurn<T>(pool: pg.Pool, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    // A process that waited for the lock has to see what the one before it did.
    await client.query('begin isolation level read committed');
    await client.query(`select pg_advisory_xact_lock(${lockKey})`);
    const done = await work(client);
    await client.query('commit');
    client.release();
    return done;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    client.release(true);
    throw error;
  }
}

async function isOnlyTheApplication(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ only: boolean }>('select session_user = $1 as only', [appRole]);
  return rows[0]?.only ?? false;
}

async function requireUpToDate(pool: pg.Pool, sources: DatabaseSources): Promise<void> {
  const client = await pool.connect();
  const { lacks } = await compareToLatest(client, sources).finally(() => client.release());
  if (lacks.migrations.length + lacks.functions.length === 0) return;
  throw new MigrationError(
    `The database needs an update that the login ${appRole} may not make. Run “leadlight migrate” with the login that owns the tables, then start this again.`,
  );
}

async function requirePostgres15(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  );
  const version = rows[0]?.version ?? 0;
  if (version < 150000) {
    throw new MigrationError(
      `PostgreSQL ${Math.floor(version / 10000)} is too old: Leadlight needs PostgreSQL 15 or later.`,
    );
  }
}
