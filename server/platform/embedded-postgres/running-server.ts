import { lstat, stat } from 'node:fs/promises';
import pg from 'pg';
import { findDataPlace } from './data-folder.ts';
import { connectionString } from './databases.ts';
import { unlessMissing } from './errors.ts';
import { socketFolderOf } from './socket-folder.ts';

/**
 * The connection string of a database of the server that another Leadlight runs on this data folder, for a short task
 * alongside it; undefined when none runs there that this user can reach.
 */
export async function findRunningServer(dataFolder: string, database: string): Promise<string | undefined> {
  if ((await unlessMissing(stat(dataFolder))) === undefined) return undefined;
  const { cluster } = await findDataPlace(dataFolder);
  const { uid } = await stat(cluster);
  const folder = socketFolderOf(cluster, uid);
  const found = await unlessMissing(lstat(folder));
  // Someone else may have created a folder of this name, with their own server behind it.
  if (!found?.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) return undefined;
  try {
    // With the login of the string: a server run by an earlier version has no such login yet.
    const client = new pg.Client({
      connectionString: connectionString(folder, database),
      connectionTimeoutMillis: 5000,
    });
    client.on('error', () => undefined);
    await client.connect();
    await client.end();
    return connectionString(folder, database);
  } catch {
    return undefined;
  }
}
