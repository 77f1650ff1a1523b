import { createHash } from 'node:crypto';
import { lstat, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './errors.ts';
import { giveTo, type ServerUser } from './server-user.ts';

/** Only part of the socket's file name: the server listens on no network port. */
export const SOCKET_PORT = 5432;

/**
 * An empty folder for the server's socket that only the server's account and root can enter.
 *
 * That privacy is what makes password-less superuser sign-in over this socket acceptable. It is below /tmp and not in
 * the data folder because a socket's path may have no more than 107 bytes.
 */
export async function makeSocketFolder(cluster: string, user: ServerUser): Promise<string> {
  const uid = user.ids?.uid ?? process.getuid?.() ?? 0;
  const folder = socketFolderOf(cluster, uid);
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    if (!(await isPrivate(folder, uid))) {
      // someone planted the name: use another one, which cannot be guessed
      const other = await mkdtemp(join('/tmp', `leadlight-${uid}-`));
      await giveTo(user, other);
      return other;
    }
  }
  await giveTo(user, folder);
  await removeSocket(folder);
  return folder;
}

/** The usual socket folder of a cluster; not a secret, so makeSocketFolder checks who created it. */
export function socketFolderOf(cluster: string, uid: number): string {
  const hash = createHash('sha256').update(cluster).digest('hex').slice(0, 12);
  return join('/tmp', `leadlight-${uid}-${hash}`);
}

/** Removes the folder with anything a server left in it. */
export async function removeSocketFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

async function removeSocket(folder: string): Promise<void> {
  for (const suffix of ['', '.lock'])
    await rm(join(folder, `.s.PGSQL.${SOCKET_PORT}${suffix}`), { force: true });
}

async function isPrivate(folder: string, uid: number): Promise<boolean> {
  const found = await lstat(folder);
  const owned = found.uid === uid || found.uid === process.getuid?.();
  return found.isDirectory() && owned && (found.mode & 0o077) === 0;
}
