import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import { Kysely, type Migration, type MigrationProvider, Migrator, PostgresDialect, sql } from 'kysely';
import type pg from 'pg';
import { appRole } from './roles.ts';

/** Reads `NNNN-name.sql` files; each runs once, in order, inside one transaction with its record. */
function sqlFiles(folder: string): MigrationProvider {
  return {
    async getMigrations() {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
      const migrations: Record<string, Migration> = {};
      for (const name of names) {
        const text = await readFile(join(folder, name), 'utf8');
        migrations[name.replace(/\.sql$/, '')] = { up: async (db) => void (await sql.raw(text).execute(db)) };
      }
      return migrations;
    },
  };
}

/** A database is newer than this program, or a migration failed; the message says which. */
export class MigrationError extends Error {}

/**
 * Brings the database to this version; safe when several processes start at once (each waits for the lock). A login
 * that owns nothing only makes sure that it was brought there.
 * @param pool connects as the owner of the tables, or as the role of the application
 * @returns the names of the migrations that ran now
 * @throws MigrationError
 */
export async function migrateToLatest(pool: pg.Pool, folder: string): Promise<string[]> {
  await requirePostgres15(pool);
  if (await isOnlyTheApplication(pool)) {
    await requireUpToDate(pool, folder);
    return [];
  }
  await runMigrations({ pgPool: pool });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const migrator = new Migrator({ db, provider: sqlFiles(folder) });
  const { error, results } = await migrator.migrateToLatest();
  if (error) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName;
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(
      `The database could not be brought up to date${failed ? ` (${failed})` : ''}: ${reason}`,
      {
        cause: error,
      },
    );
  }
  return (results ?? [])
    .filter((result) => result.status === 'Success')
    .map((result) => result.migrationName);
}

async function isOnlyTheApplication(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ only: boolean }>('select session_user = $1 as only', [appRole]);
  return rows[0]?.only ?? false;
}

async function requireUpToDate(pool: pg.Pool, folder: string): Promise<void> {
  const needed = Object.keys(await sqlFiles(folder).getMigrations());
  const applied = await pool
    .query<{ name: string }>('select name from applied_migrations() as name')
    .then(({ rows }) => new Set(rows.map(({ name }) => name)))
    .catch((error: { code?: string }) => {
      // undefined_function: nothing, or an early version
      if (error.code === '42883') return new Set<string>();
      throw error;
    });
  if (needed.every((name) => applied.has(name))) return;
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
