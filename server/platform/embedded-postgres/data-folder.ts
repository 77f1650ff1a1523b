import { randomBytes } from 'node:crypto';
import { chmod, lstat, mkdir, readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError, errorCode, errorMessage, unlessMissing } from './errors.ts';
import { closedFolderAbove, runsAsRoot, type ServerUser, serverUserOf } from './server-user.ts';

/** Where the cluster's files really are and which account they belong to. */
export interface DataPlace {
  /** The folder of the server's files (PG_VERSION and so on); its parent also holds the owner file and the logs. */
  readonly cluster: string;
  readonly user: ServerUser;
}

const POINTER = 'LOCATION.json';
const USED_BY = 'used-by';
const RELOCATED_BASE = '/var/lib/leadlight';

/**
 * Finds or chooses the place of the cluster; creates the data folder when missing.
 *
 * Normally the cluster is the data folder itself. When root starts Leadlight with a data folder below a closed one (a
 * checkout in /root, which is 0700), the server's account cannot reach it, and opening the closed folder is not ours to
 * do. Then the cluster is created in /var/lib/leadlight/<random id>/postgres and the data folder holds LOCATION.json
 * with that path. The id is random, so that a deleted and recreated checkout starts empty;
 * `/var/lib/leadlight/<id>/used-by` names the data folder, so that a copied checkout can be told from a moved one.
 */
export async function findDataPlace(dataFolder: string): Promise<DataPlace> {
  try {
    await mkdir(dataFolder, { recursive: true });
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The database folder ${dataFolder} cannot be made (${errorMessage(error)}): correct LEADLIGHT_DATA or the folder's permissions.`,
    );
  }
  const folder = await realpath(dataFolder);
  if (!runsAsRoot()) {
    await refusePointer(folder);
    return { cluster: folder, user: await serverUserOf(folder) };
  }
  const pointed = await readPointer(folder);
  if (pointed) return followPointer(folder, pointed);
  const user = await serverUserOf(folder);
  const closed = await closedFolderAbove(folder, user);
  if (!closed) return { cluster: folder, user };
  if ((await readdir(folder)).length > 0) {
    throw new EmbeddedPostgresError(
      `The database in ${folder} cannot be reached by user "${user.name}", which has to run it, because ${closed} is closed to that user: allow passing through with "chmod o+x ${closed}", or move the data to an open folder.`,
    );
  }
  return relocate(folder);
}

async function relocate(folder: string): Promise<DataPlace> {
  const home = join(RELOCATED_BASE, randomBytes(8).toString('hex'));
  try {
    await mkdir(home, { recursive: true });
    for (const made of [RELOCATED_BASE, home]) await checkOwnedByRoot(made);
    await chmod(RELOCATED_BASE, 0o755);
    await chmod(home, 0o755);
    await writeFile(join(home, USED_BY), `${folder}\n`);
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The database folder ${folder} cannot be reached by the user that has to run PostgreSQL for root, and ${home} cannot be used instead (${errorMessage(error)}): set LEADLIGHT_DATA to a folder that other users can reach, or start Leadlight as an ordinary user.`,
    );
  }
  const cluster = join(home, 'postgres');
  const note = 'The server could not reach this folder, so the database is in that one; back up both.';
  try {
    await writeFile(join(folder, POINTER), `${JSON.stringify({ cluster, note }, null, 2)}\n`, { flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    // another process was faster: its place counts
    const pointed = await readPointer(folder);
    if (pointed) return followPointer(folder, pointed);
  }
  await mkdir(cluster, { mode: 0o700 });
  return { cluster, user: await serverUserOf(cluster) };
}

/** The path in the pointer file; accepts only paths of our own form, since root is going to hand that folder over. */
async function readPointer(folder: string): Promise<string | undefined> {
  const text = await unlessMissing(readFile(join(folder, POINTER), 'utf8'));
  if (text === undefined) return undefined;
  const path = /"cluster":\s*"(\/var\/lib\/leadlight\/[0-9a-f]{16}\/postgres)"/.exec(text)?.[1];
  if (path) return path;
  throw new EmbeddedPostgresError(
    `The file ${join(folder, POINTER)} should say where the database is, but is damaged: look for the database in ${RELOCATED_BASE} (each has a file "${USED_BY}") and write its path back.`,
  );
}

async function followPointer(folder: string, cluster: string): Promise<DataPlace> {
  const home = dirname(cluster);
  const usedBy = (await unlessMissing(readFile(join(home, USED_BY), 'utf8')))?.trim();
  if (usedBy === undefined) {
    throw new EmbeddedPostgresError(
      `The database of ${folder} was kept in ${cluster}, which is gone: restore that folder or a backup; to start with an empty database, delete ${join(folder, POINTER)}.`,
    );
  }
  await checkOwnedByRoot(home);
  if (usedBy !== folder) {
    const other = await readFile(join(usedBy, POINTER), 'utf8').catch(() => '');
    if (other.includes(`"${cluster}"`)) {
      throw new EmbeddedPostgresError(
        `The data folder ${folder} is a copy of ${usedBy} and both point to one database in ${cluster}: delete ${join(folder, POINTER)} to start this one with an empty database, or restore a backup into it.`,
      );
    }
    await writeFile(join(home, USED_BY), `${folder}\n`);
  }
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  return { cluster, user: await serverUserOf(cluster) };
}

async function checkOwnedByRoot(folder: string): Promise<void> {
  const found = await lstat(folder);
  if (found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0) return;
  throw new EmbeddedPostgresError(
    `The folder ${folder} can be changed by other users than root: correct it with "chown root ${folder} && chmod 755 ${folder}".`,
  );
}

async function refusePointer(folder: string): Promise<void> {
  if (!(await lstat(join(folder, POINTER)).catch(() => undefined))) return;
  throw new EmbeddedPostgresError(
    `The database of ${folder} was made by root and is kept elsewhere (see ${join(folder, POINTER)}): start Leadlight as root, or choose another LEADLIGHT_DATA folder.`,
  );
}
