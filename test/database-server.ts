import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type { CleanUp } from './clean-up.ts';

/** The address of a database on this test run's server, whether one of that name exists or not. */
export function addressOf(database: string): string {
  return inject('testServer').replace('%DATABASE%', database);
}

/** Creates a database with a unique name, with the given options of `create database`. */
export async function createDatabase(
  cleanUp: CleanUp,
  options: string,
): Promise<{ name: string; connectionString: string }> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} ${options}`);
  await cleanUp.add(() => onServer(`drop database ${name} with (force)`));
  return { name, connectionString: addressOf(name) };
}

/** Copies of one template wait for each other on the server; a busy template is retried. */
async function onServer(statement: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client({ connectionString: addressOf('postgres') });
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
