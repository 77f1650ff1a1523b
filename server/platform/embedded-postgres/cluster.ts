import { randomBytes } from 'node:crypto';
import { chmod, lstat, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { EmbeddedPostgresError, unlessMissing } from './errors.ts';
import { giveTreeTo, makePrivateFolder, runAs, type ServerUser } from './server-user.ts';

/** Everything initdb creates at the top of a cluster; `base` is moved last, see fillFolder. */
const INITDB_MAKES = new Set(
  `PG_VERSION base global pg_commit_ts pg_dynshmem pg_hba.conf pg_ident.conf pg_logical pg_multixact pg_notify
  pg_replslot pg_serial pg_snapshots pg_stat pg_stat_tmp pg_subtrans pg_tblspc pg_twophase pg_wal pg_xact
  postgresql.conf postgresql.auto.conf`.split(/\s+/),
);

/** True when the folder holds a cluster of this major version, false when it is free for a new one. */
export async function holdsCluster(cluster: string, major: string): Promise<boolean> {
  const version = (await unlessMissing(readFile(join(cluster, 'PG_VERSION'), 'utf8')))?.trim();
  if (version && version !== major) {
    throw new EmbeddedPostgresError(
      `The database in ${cluster} was made by PostgreSQL ${version}, and this Leadlight runs PostgreSQL ${major}: start the Leadlight release that fits it, or move the folder away and restore a backup into a new database.`,
    );
  }
  // initdb copies the `postgres` database (always oid 5) last, so without it nobody has ever stored anything
  const started = await exists(join(cluster, 'base', '5', 'PG_VERSION'));
  const complete = Boolean(version) && (await exists(join(cluster, 'global', 'pg_control')));
  if (started && !complete) {
    throw new EmbeddedPostgresError(
      `The database in ${cluster} is damaged (PG_VERSION or global/pg_control is missing): move the folder away and restore a backup into a new database.`,
    );
  }
  return started;
}

/**
 * Creates a new cluster, complete or not at all: initdb works in a sibling folder that is renamed into place. Clears
 * what an interrupted initdb left, but refuses a folder with files of another origin.
 */
export async function createCluster(
  cluster: string,
  user: ServerUser,
  binaries: Binaries,
  durable: boolean,
): Promise<void> {
  const leftovers = (await readdir(cluster)).filter((name) => name !== 'lost+found');
  const foreign = leftovers.find(
    (name) => !INITDB_MAKES.has(name) && name !== 'postmaster.pid' && !isTemporary(name),
  );
  if (foreign) {
    throw new EmbeddedPostgresError(
      `The folder ${cluster} holds no usable database but other files ("${foreign}"): empty it, or choose another LEADLIGHT_DATA folder.`,
    );
  }
  for (const name of leftovers) await rm(join(cluster, name), { recursive: true, force: true });
  // A folder that is itself a mount point can neither be replaced nor have siblings on its file system.
  const isMount = (await stat(cluster)).dev !== (await stat(dirname(cluster))).dev;
  const workshop = isMount ? cluster : dirname(cluster);
  const fresh = join(workshop, temporaryName(cluster));
  await makePrivateFolder(cluster, user);
  await makePrivateFolder(fresh, user);
  await runInitdb(fresh, user, binaries, durable);
  if (isMount) await fillFolder(cluster, fresh);
  else await rename(fresh, cluster);
  if (durable) await syncFolder(workshop);
}

/** Removes the sibling folders of interrupted initdb runs; the caller holds the owner lock. */
export async function removeUnfinished(cluster: string): Promise<void> {
  const prefix = `${basename(cluster)}.initdb-`;
  for (const name of await readdir(dirname(cluster))) {
    if (name.startsWith(prefix)) await rm(join(dirname(cluster), name), { recursive: true, force: true });
  }
}

/** Gives the folder to the account with the mode PostgreSQL insists on, e.g. after a copy by root. */
export async function adoptCluster(cluster: string, user: ServerUser): Promise<void> {
  const { uid, mode } = await stat(cluster);
  if (user.ids && uid !== user.ids.uid) await giveTreeTo(user, cluster);
  if (mode & 0o027) await chmod(cluster, 0o700);
}

const temporaryName = (cluster: string) => `${basename(cluster)}.initdb-${randomBytes(4).toString('hex')}`;
const isTemporary = (name: string) => name.includes('.initdb-');

/**
 * Built-in C.UTF-8 collation: its order can never change with a system's or a package's ICU library, which would
 * silently corrupt text indexes. Where people see the order, names sort by the result of fold_text.
 */
async function runInitdb(
  folder: string,
  user: ServerUser,
  binaries: Binaries,
  durable: boolean,
): Promise<void> {
  const result = await runAs(user, binaries.initdb, [
    '--pgdata',
    folder,
    '--username=postgres',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    // over the socket: its folder is private; over TCP: never, even if someone starts this cluster by hand
    '--auth-local=trust',
    '--auth-host=reject',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ]);
  if (result.code === 0) return;
  await rm(folder, { recursive: true, force: true });
  throw new EmbeddedPostgresError(
    `The database could not be created in ${folder} as user "${user.name}"; check free disk space and permissions. initdb said: ${result.stderr.trim()}`,
  );
}

/** `base` goes last: until it is there, holdsCluster considers the folder unfinished. */
async function fillFolder(cluster: string, fresh: string): Promise<void> {
  const names = (await readdir(fresh)).filter((name) => name !== 'base');
  for (const name of [...names, 'base']) await rename(join(fresh, name), join(cluster, name));
  await rm(fresh, { recursive: true });
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return (await unlessMissing(lstat(path))) !== undefined;
}
