import pg from 'pg';
import { ownerLogin } from '../database/roles.ts';
import { EmbeddedPostgresError, errorCode, errorMessage } from './errors.ts';
import { prepareDatabase } from './roles.ts';
import { SOCKET_PORT } from './socket-folder.ts';

/** The superuser initdb creates: for the launcher's own work; the product logs in as others. */
export const SUPERUSER = 'postgres';

/** An open connection of the superuser over the socket; every setting is explicit, as pg would take others from PG* variables. */
export async function connectTo(socketFolder: string, database: string): Promise<pg.Client> {
  const client = new pg.Client({
    host: socketFolder,
    port: SOCKET_PORT,
    user: SUPERUSER,
    password: '',
    database,
    ssl: false,
    options: '',
    connectionTimeoutMillis: 5_000,
  });
  // a connection lost while idle must not end the process
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** The connection string of one database of this server, for the owner of its tables. */
export function connectionString(socketFolder: string, database: string): string {
  return addressOf(socketFolder, database, ownerLogin());
}

/** The same for the superuser. */
export function superuserConnectionString(socketFolder: string, database: string): string {
  return addressOf(socketFolder, database, { user: SUPERUSER });
}

function addressOf(socketFolder: string, database: string, login: Record<string, string>): string {
  const query = new URLSearchParams({ host: socketFolder, port: String(SOCKET_PORT), ...login });
  return `postgres:///${encodeURIComponent(database)}?${query}`;
}

/**
 * Creates the database unless it exists, and makes everything in it the owner's; it is UTF8 with the cluster's
 * collation, and two callers may race.
 */
export async function ensureDatabase(socketFolder: string, name: string, template?: string): Promise<void> {
  const client = await connectTo(socketFolder, 'postgres');
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (!rowCount) {
      const from = template === undefined ? '' : ` template ${pg.escapeIdentifier(template)}`;
      await createDatabase(client, `create database ${pg.escapeIdentifier(name)}${from}`);
    }
    await giveDatabaseToOwner(socketFolder, name);
  } catch (error) {
    throw new EmbeddedPostgresError(`The database "${name}" could not be created: ${errorMessage(error)}.`, {
      cause: error,
    });
  } finally {
    await client.end();
  }
}

async function giveDatabaseToOwner(socketFolder: string, name: string): Promise<void> {
  const client = await connectTo(socketFolder, name);
  try {
    await prepareDatabase(client, name);
  } finally {
    await client.end();
  }
}

async function createDatabase(client: pg.Client, statement: string): Promise<void> {
  try {
    await client.query(statement);
  } catch (error) {
    const code = errorCode(error);
    // duplicate_database, or its unique index when two create it at the same moment
    if (code !== '42P04' && code !== '23505') throw error;
  }
}
