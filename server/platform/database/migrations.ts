import type pg from 'pg';
import { makeUnlessThere } from './functions.ts';
import { MigrationError, runSqlFile, type SqlFile } from './sql-files.ts';

/**
 * Runs the pending migrations in the order of their numbers. Before a migration with a line `-- needs: name,
 * other_name`, creates those functions if they are missing.
 * @param client in a transaction that holds the lock
 * @returns the names of the migrations that ran
 * @throws MigrationError
 */
export async function runMigrations(
  client: pg.ClientBase,
  migrations: readonly SqlFile[],
  functions: readonly SqlFile[],
): Promise<string[]> {
  const ran = await listRan(client);
  const missing = migrations.filter(({ name }) => !ran.includes(name));
  requireInTurn(ran, migrations, missing);
  for (const file of missing) {
    for (const needed of needsOf(file, functions)) await makeUnlessThere(client, needed);
    await runSqlFile(client, file.name, file);
    await client.query('insert into kysely_migration (name, timestamp) values ($1, $2)', [
      file.name,
      new Date().toISOString(),
    ]);
  }
  return missing.map(({ name }) => name);
}

/** In order. They are kept in the table of the migration library of earlier versions. */
async function listRan(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('kysely_migration') is not null as there`,
  );
  if (!rows[0]?.there) {
    await client.query(
      'create table kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null)',
    );
    return [];
  }
  const ran = await client.query<{ name: string }>(
    'select name from kysely_migration order by name collate "C"',
  );
  return ran.rows.map(({ name }) => name);
}

function requireInTurn(
  ran: readonly string[],
  migrations: readonly SqlFile[],
  missing: readonly SqlFile[],
): void {
  const unknown = listUnknown(ran, migrations);
  if (unknown.length > 0)
    throw new MigrationError(
      `The database is of a later version than this program, which does not know ${unknown.join(', ')}. Use that version, or a later one.`,
    );
  const last = ran.at(-1) ?? '';
  const late = missing.find(({ name }) => name < last);
  if (late)
    throw new MigrationError(
      `The migration ${late.name} comes before ${last}, which has run already: give it a later number.`,
    );
}

/** Migrations that ran but that this program does not have: it is the earlier version. */
export function listUnknown(ran: readonly string[], migrations: readonly SqlFile[]): string[] {
  const known = new Set(migrations.map(({ name }) => name));
  return ran.filter((name) => !known.has(name));
}

/** The functions that a migration declares as needed. */
function needsOf({ name, text }: SqlFile, functions: readonly SqlFile[]): SqlFile[] {
  const lists = [...text.matchAll(/^-- needs: (.+)$/gm)].map(([, list = '']) => list.trim());
  return lists
    .flatMap((list) => list.split(/,\s*/))
    .map((needed) => {
      const found = functions.find((file) => file.name === needed);
      if (!found) throw MigrationError.of(new Error(`there is no file functions/${needed}.sql`), name);
      return found;
    });
}
