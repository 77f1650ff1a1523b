import { createHash } from 'node:crypto';
import type pg from 'pg';
import { runSqlFile, type SqlFile } from './sql-files.ts';

/** Where the hashes of the texts are stored: for the owner, and for a login that owns nothing. */
type Ledger = 'database_function' | 'applied_functions()';

/**
 * Creates every function that is missing or was created from another text, each after those that it calls. Functions
 * without a file are left alone.
 * @param client in the transaction of the migrations
 * @returns the names of the functions that were created
 * @throws MigrationError
 */
export async function makeFunctions(client: pg.ClientBase, files: readonly SqlFile[]): Promise<string[]> {
  // Before functions had files, there was no record of them either.
  if (files.length === 0) return [];
  const outdated = findOutdated(files, await readHashes(client, 'database_function'));
  if (outdated.length === 0) return [];
  for (const file of inOrderOfCalls(outdated)) await make(client, file);
  const names = outdated.map(({ name }) => name);
  await client.query(
    `insert into database_function (name, text_hash) select * from unnest($1::text[], $2::text[])
     on conflict (name) do update set text_hash = excluded.text_hash`,
    [names, outdated.map(hashOf)],
  );
  return names;
}

/** Creates a function unless one of its name exists, whatever its text. @throws MigrationError */
export async function makeUnlessThere(client: pg.ClientBase, file: SqlFile): Promise<void> {
  const { rowCount } = await client.query(
    `select from pg_proc where proname = $1 and pronamespace = 'public'::regnamespace`,
    [file.name],
  );
  if (!rowCount) await make(client, file);
}

function make(client: pg.ClientBase, file: SqlFile): Promise<void> {
  return runSqlFile(client, `functions/${file.name}.sql`, file);
}

/** The hash of the text that each function was created from; missing functions are left out. */
export async function readHashes(client: pg.ClientBase, ledger: Ledger): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; text_hash: string }>(
    `select f.name, f.text_hash from ${ledger} f
     where exists (select from pg_proc p where p.proname = f.name and p.pronamespace = 'public'::regnamespace)`,
  );
  return new Map(rows.map(({ name, text_hash }) => [name, text_hash]));
}

/** Files whose function is missing or was created from another text. */
export function findOutdated(files: readonly SqlFile[], hashes: ReadonlyMap<string, string>): SqlFile[] {
  return files.filter((file) => hashes.get(file.name) !== hashOf(file));
}

function hashOf({ text }: SqlFile): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Each file after those whose functions it calls: the database resolves calls when a function is created, unless it is
 * written in PL/pgSQL. Two that call each other keep their order.
 */
export function inOrderOfCalls(files: readonly SqlFile[]): SqlFile[] {
  const byName = new Map(files.map((file) => [file.name, file]));
  const ordered = new Set<SqlFile>();
  const begun = new Set<SqlFile>();
  const place = (file: SqlFile): void => {
    if (begun.has(file)) return;
    begun.add(file);
    for (const name of callsIn(file)) {
      const called = byName.get(name);
      if (called) place(called);
    }
    ordered.add(file);
  };
  for (const file of files) place(file);
  return [...ordered];
}

/** Every name before a bracket, outside of comments: called functions, and names that are not functions of ours. */
function callsIn({ text }: SqlFile): string[] {
  const code = text.replaceAll(/--.*/g, '');
  return [...code.matchAll(/\b([a-z_][a-z0-9_]*)\s*\(/g)].map(([, name = '']) => name);
}
