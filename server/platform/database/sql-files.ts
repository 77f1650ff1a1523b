import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';

/** A file of statements, by its name without `.sql`. */
export interface SqlFile {
  readonly name: string;
  readonly text: string;
}

/** The folders that the database is built from (decision 034). */
export interface DatabaseSources {
  /** What runs once, in order: `NNNN-name.sql`. */
  readonly migrations: string;
  /** What runs again whenever it has changed: each function in a file of its name. */
  readonly functions: string;
}

/** The files of both folders, each in the order of their names. */
export async function readSources({ migrations, functions }: DatabaseSources): Promise<{
  readonly migrations: readonly SqlFile[];
  readonly functions: readonly SqlFile[];
}> {
  const [once, again] = await Promise.all([readSqlFiles(migrations), readSqlFiles(functions)]);
  return { migrations: once, functions: again };
}

async function readSqlFiles(folder: string): Promise<SqlFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => ({
      name: name.replace(/\.sql$/, ''),
      text: await readFile(join(folder, name), 'utf8'),
    })),
  );
}

/** A database is newer than this program, or could not be migrated; the message says why, and by which file. */
export class MigrationError extends Error {
  /** Wraps what went wrong in a file, or between files. */
  static of(error: unknown, file?: string): MigrationError {
    const reason = error instanceof Error ? error.message : String(error);
    const where = file === undefined ? '' : ` (${file})`;
    return new MigrationError(`The database could not be brought up to date${where}: ${reason}`, {
      cause: error,
    });
  }
}

/** Runs all statements of a file. @throws MigrationError that names it as `shownAs` */
export async function runSqlFile(client: pg.ClientBase, shownAs: string, { text }: SqlFile): Promise<void> {
  try {
    await client.query(text);
  } catch (error) {
    throw MigrationError.of(error, shownAs);
  }
}
