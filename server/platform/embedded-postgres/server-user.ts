import { execFile } from 'node:child_process';
import { chmod, lchown, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError, errorCode, errorMessage } from './errors.ts';

/** The account the server's processes run under; `ids` is absent when that is the account we run under. */
export interface ServerUser {
  readonly name: string;
  readonly ids?: { readonly uid: number; readonly gid: number };
}

/** The result of a finished helper program; `code` is null when it could not be started at all. */
export interface ProgramResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const withoutPasswdEntry = (who: string) =>
  new EmbeddedPostgresError(
    `The built-in database cannot run under ${who}, which has no entry in /etc/passwd: add one, run Leadlight as another user, or set DATABASE_URL to a PostgreSQL server of your own.`,
  );

/** True when we run as root, which PostgreSQL refuses to run as. */
export function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * The account for a new cluster: ourselves, or as root `postgres` where it exists and otherwise `nobody` (initdb
 * refuses root, and any uid without a passwd entry).
 */
export async function defaultServerUser(): Promise<ServerUser> {
  if (!runsAsRoot()) return currentUser();
  const accounts = parsePasswd(await readFile('/etc/passwd', 'utf8').catch(() => ''));
  const account = accounts.find((a) => a.name === 'postgres') ?? accounts.find((a) => a.name === 'nobody');
  if (account) return account;
  throw new EmbeddedPostgresError(
    'PostgreSQL refuses to run as root and this system has neither a "postgres" nor a "nobody" user: create one of them, start Leadlight as another user, or set DATABASE_URL to a PostgreSQL server of your own.',
  );
}

/**
 * The account for an existing folder: as root its present owner, so that a folder created by a plain user stays usable
 * for that user; otherwise ourselves, refusing a folder that belongs to someone else.
 */
export async function serverUserOf(folder: string): Promise<ServerUser> {
  const { uid, gid } = await stat(folder);
  if (runsAsRoot()) {
    if (uid === 0) return defaultServerUser();
    const accounts = parsePasswd(await readFile('/etc/passwd', 'utf8').catch(() => ''));
    return { name: accounts.find((a) => a.ids.uid === uid)?.name ?? `uid ${uid}`, ids: { uid, gid } };
  }
  if (uid !== process.getuid?.()) {
    throw new EmbeddedPostgresError(
      `The database folder ${folder} belongs to another user (uid ${uid}): start Leadlight as that user, or choose another LEADLIGHT_DATA folder.`,
    );
  }
  return currentUser();
}

function currentUser(): ServerUser {
  try {
    return { name: userInfo().username };
  } catch {
    throw withoutPasswdEntry(`user id ${process.getuid?.()}`);
  }
}

function parsePasswd(text: string): { name: string; ids: { uid: number; gid: number } }[] {
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    if (!name || !uid || !gid || !Number.isInteger(Number(uid))) return [];
    // macOS writes nobody as -2; chown wants the unsigned form
    return [{ name, ids: { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 } }];
  });
}

/**
 * How to spawn a program under the account: its ids, a working folder every account can enter, and an environment with
 * none of ours (PG* variables would change the server, secrets would leak into it).
 */
export function spawnOptions(user: ServerUser) {
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  // `| 0`: spawn takes ids as signed 32-bit integers
  const ids = user.ids ? { uid: user.ids.uid | 0, gid: user.ids.gid | 0 } : {};
  return { cwd: '/', env, ...ids };
}

/** Runs a program under the account until it exits; never rejects. */
export function runAs(user: ServerUser, program: string, args: string[]): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const failed = (error: unknown) => resolve({ code: null, stdout: '', stderr: errorMessage(error) });
    try {
      execFile(program, args, spawnOptions(user), (error, stdout, stderr) => {
        if (error && typeof error.code !== 'number') failed(new Error(`${error.message}\n${stderr}`));
        else resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
      });
    } catch (error) {
      failed(error);
    }
  });
}

/** Creates a folder that only the server's account (and root) can enter. */
export async function makePrivateFolder(folder: string, user: ServerUser): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await giveTo(user, folder);
  await chmod(folder, 0o700);
}

/** Makes the account the owner of one file or folder; does nothing when we run as that account. */
export async function giveTo(user: ServerUser, path: string): Promise<void> {
  if (!user.ids) return;
  try {
    await lchown(path, user.ids.uid, user.ids.gid);
  } catch (error) {
    // root of a container without CAP_CHOWN, or of a user namespace that maps no other user
    if (errorCode(error) !== 'EPERM' && errorCode(error) !== 'EINVAL') throw error;
    throw new EmbeddedPostgresError(
      `PostgreSQL refuses to run as root, and this root user may not hand ${path} over to user "${user.name}": start Leadlight as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
}

/** Makes the account the owner of a whole folder, e.g. one that root restored from a backup. */
export async function giveTreeTo(user: ServerUser, folder: string): Promise<void> {
  await giveTo(user, folder);
  const entries = await readdir(folder, { withFileTypes: true });
  await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? giveTreeTo(user, path) : giveTo(user, path);
    }),
  );
}

/** The nearest folder above `path` that the account cannot pass through, or undefined when it can reach it. */
export async function closedFolderAbove(path: string, user: ServerUser): Promise<string | undefined> {
  if (!user.ids) return undefined;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const othersBit = gid === user.ids.gid ? 0o010 : 0o001;
    if (!(mode & (uid === user.ids.uid ? 0o100 : othersBit))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
