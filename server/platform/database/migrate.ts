import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import { Kysely, type Migration, type MigrationProvider, Migrator, PostgresDialect, sql } from 'kysely';
import type pg from 'pg';

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
 * Brings the database to this version; safe when several processes start at once (each waits for the lock).
 * @param pool connects as the owner of the tables
 * @returns the names of the migrations that ran now
 */
export async function migrateToLatest(pool: pg.Pool, folder: string): Promise<string[]> {
  await requirePostgres15(pool);
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
