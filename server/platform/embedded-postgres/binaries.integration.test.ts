import { chmod, lstat, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { locatePackage, prepareBinaries } from './binaries.ts';
import { EmbeddedPostgresError } from './index.ts';
import { startFromPackage } from './launcher.ts';
import { runAs, type ServerUser } from './server-user.ts';
import {
  atEnd,
  copyFolder,
  isRoot,
  makeFolder,
  query,
  serverIds,
  stoppedAtEnd,
  stopWhateverRuns,
} from './test-support.ts';

vi.setConfig({ testTimeout: 60_000 });

const installed = locatePackage();

/** A package as npm unpacks it when install scripts are blocked: without symlinks. */
async function bareCopy(parent: string): Promise<string> {
  const copy = join(parent, 'package');
  await copyFolder(installed, copy);
  const lib = join(copy, 'native', 'lib');
  for (const entry of await readdir(lib, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) await rm(join(lib, entry.name));
  }
  return copy;
}

async function serverUser(): Promise<ServerUser> {
  const { uid, gid } = await serverIds();
  return uid === undefined || gid === undefined ? { name: 'self' } : { name: 'server', ids: { uid, gid } };
}

test('names the platform and the way out when there is no package for it', () => {
  expect(() => locatePackage('sunos', 'sparc')).toThrow(EmbeddedPostgresError);
  expect(() => locatePackage('sunos', 'sparc')).toThrow(/\(sunos-sparc\).*DATABASE_URL/);
  expect(() => locatePackage('win32', 'x64')).toThrow(/Windows.*DATABASE_URL/);
});

test('restores missing library symlinks in the package itself', async () => {
  const copy = await bareCopy(await makeFolder());
  const before = await runAs(await serverUser(), join(copy, 'native/bin/postgres'), ['--version']);
  expect(before.code).not.toBe(0);
  const cache = join(await makeFolder(), 'cache');
  const binaries = await prepareBinaries(copy, await serverUser(), [cache]);
  expect(binaries.postgres).toBe(join(copy, 'native/bin/postgres'));
  expect(binaries.major).toBe('18');
  await expect(stat(cache)).rejects.toThrow('ENOENT');
});

test.skipIf(!isRoot)(
  'below a closed folder runs from a cached copy that heals itself (only root sees in)',
  async () => {
    const closed = await makeFolder(0o700);
    const copy = await bareCopy(closed);
    const cache = join(await makeFolder(), 'cache');
    // as a strict umask creates it
    await mkdir(cache, { mode: 0o700 });
    const dataFolder = join(closed, '.data', 'postgres');
    const options = { dataFolder, settings: { fsync: 'off' } };
    const server = stoppedAtEnd(await startFromPackage(options, copy, [cache]));
    const { cluster } = JSON.parse(await readFile(join(dataFolder, 'LOCATION.json'), 'utf8'));
    atEnd(() => rm(join(cluster, '..'), { recursive: true, force: true, maxRetries: 10 }));
    atEnd(() => stopWhateverRuns(cluster));
    await query(server.superuserConnectionString('postgres'), 'create extension pg_trgm');
    await server.stop();

    const [cached = ''] = await readdir(cache);
    expect(cached).toMatch(/^postgres-18\..*-[0-9a-f]{16}$/);
    const before = await lstat(join(cache, cached));
    const again = await prepareBinaries(copy, await serverUser(), [cache]);
    expect(again.postgres).toBe(join(cache, cached, 'native/bin/postgres'));
    expect((await lstat(join(cache, cached))).ino).toBe(before.ino);

    // a temp-folder cleaner removed one library
    await rm(join(cache, cached, 'native/lib/postgresql/pg_trgm.so'));
    await prepareBinaries(copy, await serverUser(), [cache]);
    await stat(join(cache, cached, 'native/lib/postgresql/pg_trgm.so'));
    expect(await readdir(cache)).toEqual([cached]);

    // links gone too, which the list of files does not show
    await rm(join(cache, cached, 'native/lib/libpq.so.5'));
    await rm(join(cache, cached, 'native/lib/libicuuc.so.60'));
    await prepareBinaries(copy, await serverUser(), [cache]);
  },
);

test.skipIf(!isRoot)('never runs programs from a cache folder that others can write to', async () => {
  const copy = await bareCopy(await makeFolder(0o700));
  const open = join(await makeFolder(), 'cache');
  await mkdir(open);
  await chmod(open, 0o777);
  await expect(prepareBinaries(copy, await serverUser(), [open])).rejects.toThrow(
    /can be written by other users.*DATABASE_URL/,
  );
  expect(await readdir(open)).toEqual([]);
  const safe = join(await makeFolder(), 'cache');
  const binaries = await prepareBinaries(copy, await serverUser(), [open, safe]);
  expect(binaries.postgres.startsWith(safe)).toBe(true);
});
