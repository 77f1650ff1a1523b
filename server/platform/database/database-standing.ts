import type pg from 'pg';
import { findOutdated, readHashes } from './functions.ts';
import { listUnknown } from './migrations.ts';
import { type DatabaseSources, readSources } from './sql-files.ts';

/** Names of migrations and of functions. */
export interface DatabaseUpdate {
  readonly migrations: readonly string[];
  readonly functions: readonly string[];
}

/** What a database lacks compared with this version, and what it has beyond it. */
export interface DatabaseStanding {
  readonly lacks: DatabaseUpdate;
  /** Migrations of a later version: its functions may differ, so none of them counts as missing. */
  readonly unknown: readonly string[];
}

/** Compares a database with this version, with any login; changes nothing. */
export async function compareToLatest(
  client: pg.ClientBase,
  sources: DatabaseSources,
): Promise<DatabaseStanding> {
  const { migrations, functions } = await readSources(sources);
  const ran = await listRan(client).catch(insteadOfMissing<string[]>([]));
  const unknown = listUnknown(ran, migrations);
  const hashes = await readHashes(client, 'applied_functions()').catch(insteadOfMissing(new Map()));
  const outdated = unknown.length > 0 ? [] : findOutdated(functions, hashes);
  const lacks = {
    migrations: migrations.map(({ name }) => name).filter((name) => !ran.includes(name)),
    functions: outdated.map(({ name }) => name),
  };
  return { lacks, unknown };
}

async function listRan(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from applied_migrations() as name');
  return rows.map(({ name }) => name);
}

/** An empty database, or one of an early version, lacks the called function (undefined_function). */
function insteadOfMissing<T>(nothing: T): (error: { code?: string }) => T {
  return (error) => {
    if (error.code === '42883') return nothing;
    throw error;
  };
}
