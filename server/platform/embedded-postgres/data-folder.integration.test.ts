import { execFile } from 'node:child_process';
import { chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { until } from '../../../test/patience.ts';
import { EmbeddedPostgresError } from './index.ts';
import {
  atEnd,
  copyFolder,
  isRoot,
  killHard,
  makeCluster,
  makeDataFolder,
  makeFolder,
  postmasterPid,
  query,
  spawnOwner,
  start,
  stopWhateverRuns,
} from './test-support.ts';

vi.setConfig({ testTimeout: 60_000 });

const NOBODY = { uid: 65534, gid: 65534 };

test('refuses a folder of another major version and touches nothing in it', async () => {
  const folder = await makeDataFolder();
  await mkdir(join(folder, 'base', '5'), { recursive: true });
  await writeFile(join(folder, 'PG_VERSION'), '17\n');
  const refused = start(folder);
  await expect(refused).rejects.toThrow(EmbeddedPostgresError);
  await expect(refused).rejects.toThrow(
    /made by PostgreSQL 17, and this Leadlight runs PostgreSQL 18.*restore a backup/,
  );
  expect(await readdir(folder)).toEqual(['PG_VERSION', 'base']);
});

test('does an initdb again that was killed in the middle', async () => {
  const folder = await makeDataFolder();
  const { child } = spawnOwner(folder, 'hold');
  const halfMade = async () => (await readdir(dirname(folder))).filter((name) => name.includes('.initdb-'));
  await until(async () => (await halfMade()).length > 0);
  await killHard(child);
  expect(await readdir(folder)).toEqual([]);
  await start(folder);
  expect(await halfMade()).toEqual([]);
});

test('clears a half-made cluster in the folder itself, but never a used or a foreign one', async () => {
  const folder = await makeDataFolder();
  // as an initdb leaves it that was killed before its last step
  await mkdir(join(folder, 'base', '1'), { recursive: true });
  await mkdir(join(folder, 'global'));
  for (const file of ['PG_VERSION', 'global/pg_control', 'base/1/PG_VERSION']) {
    await writeFile(join(folder, file), '18\n');
  }
  await (await start(folder)).stop();

  await rm(join(folder, 'PG_VERSION'));
  await expect(start(folder)).rejects.toThrow(/is damaged .* restore a backup/);
  await rm(folder, { recursive: true });
  await mkdir(folder);
  await writeFile(join(folder, 'thesis.txt'), 'years of work');
  await expect(start(folder)).rejects.toThrow('"thesis.txt"');
  expect(await readFile(join(folder, 'thesis.txt'), 'utf8')).toBe('years of work');
});

test.skipIf(!isRoot)('as root runs under another account, also on a copy that root restored', async () => {
  const folder = await makeCluster();
  const { uid } = await stat(folder);
  expect(uid).not.toBe(0);
  const copy = join(dirname(folder), 'restored');
  atEnd(() => stopWhateverRuns(copy));
  await copyFolder(folder, copy);
  await promisify(execFile)('chown', ['-R', '0:0', copy]);
  await start(copy);
  expect((await stat(join(copy, 'base', '5'))).uid).toBe(uid);
  expect((await stat(`/proc/${await postmasterPid(copy)}`)).uid).toBe(uid);
});

test.skipIf(!isRoot)(
  'as root below a folder closed to others keeps the cluster elsewhere and points to it',
  async () => {
    const closed = await makeFolder(0o700);
    const folder = join(closed, 'checkout', '.data', 'postgres');
    const pointer = join(folder, 'LOCATION.json');
    const first = await start(folder);
    const { cluster } = JSON.parse(await readFile(pointer, 'utf8'));
    atEnd(() => rm(dirname(cluster), { recursive: true, force: true, maxRetries: 10 }));
    atEnd(() => stopWhateverRuns(cluster));
    expect(cluster).toMatch(/^\/var\/lib\/leadlight\/[0-9a-f]{16}\/postgres$/);
    await query(first.superuserConnectionString('postgres'), 'create table kept as select 1 as one');
    await first.stop();
    const second = await start(folder);
    expect(await query(second.superuserConnectionString('postgres'), 'select one from kept')).toEqual([
      { one: 1 },
    ]);
    await expect(start(folder)).rejects.toThrow('Another Leadlight is running');
    await second.stop();

    // copied: two checkouts must not unknowingly share one database; moved: the database goes along
    await copyFolder(join(closed, 'checkout'), join(closed, 'copy'));
    const copy = join(closed, 'copy', '.data', 'postgres');
    await expect(start(copy)).rejects.toThrow('is a copy of');
    await rm(join(closed, 'checkout'), { recursive: true });
    const third = await start(copy);
    expect(await query(third.superuserConnectionString('postgres'), 'select one from kept')).toEqual([
      { one: 1 },
    ]);
    await third.stop();

    await rename(dirname(cluster), `${dirname(cluster)}-away`);
    atEnd(() => rm(`${dirname(cluster)}-away`, { recursive: true, force: true }));
    await expect(start(copy)).rejects.toThrow(/which is gone: restore/);
    await writeFile(join(copy, 'LOCATION.json'), '{"cluster": "/etc"}');
    await expect(start(copy)).rejects.toThrow('is damaged');
  },
);

test.skipIf(!isRoot)('as root names the closed folder above an existing cluster', async () => {
  const folder = await makeCluster('inner');
  const inner = dirname(folder);
  await promisify(execFile)('chmod', ['700', inner]);
  await expect(start(folder)).rejects.toThrow(`chmod o+x ${inner}`);
});

test.skipIf(!isRoot)(
  'an ordinary user runs the server as himself (only root can become another user)',
  async () => {
    const parent = await makeFolder();
    await chown(parent, NOBODY.uid, NOBODY.gid);
    const folder = join(parent, 'postgres');
    atEnd(() => stopWhateverRuns(folder));
    const { child, report } = spawnOwner(folder, 'hold', NOBODY);
    const { url, error } = await report;
    expect(error).toBeUndefined();
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect((await stat(`/proc/${await postmasterPid(folder)}`)).uid).toBe(NOBODY.uid);
    const orphan = await postmasterPid(folder);
    await killHard(child);
    // it sees and replaces its own orphan, and root later leaves the folder to it
    const again = spawnOwner(folder, 'end', NOBODY);
    expect((await again.report).error).toBeUndefined();
    expect(await postmasterPid(folder).catch(() => 0)).not.toBe(orphan);
    await until(async () => !(await readdir(folder)).includes('postmaster.pid'));
    await start(folder);
    expect((await stat(`/proc/${await postmasterPid(folder)}`)).uid).toBe(NOBODY.uid);
  },
);

test.skipIf(!isRoot)('tells users who cannot run it why (only root can become another user)', async () => {
  const parent = await makeFolder(0o777);
  const unknown = spawnOwner(join(parent, 'unknown', 'postgres'), 'end', { uid: 54_321, gid: 54_321 });
  expect((await unknown.report).error).toMatch(/user id 54321, which has no entry in \/etc\/passwd/);
  await mkdir(join(parent, 'roots'));
  const others = spawnOwner(join(parent, 'roots'), 'end', NOBODY);
  expect((await others.report).error).toMatch(/belongs to another user \(uid 0\)/);
  const denied = spawnOwner(join(parent, 'roots', 'postgres'), 'end', NOBODY);
  expect((await denied.report).error).toMatch(/cannot be made \(EACCES/);
});

test('makes a cluster in a folder that is a mount point, where nothing can be renamed onto it', async (context) => {
  const folder = await makeDataFolder();
  await mkdir(folder);
  const run = promisify(execFile);
  const mounted = await run('mount', ['-t', 'tmpfs', 'tmpfs', folder]).catch(() => undefined);
  if (!mounted) return context.skip('this system does not let the test mount a file system');
  atEnd(() => run('umount', ['-l', folder]));
  await (await start(folder)).stop();
  expect(await readdir(folder)).not.toContain('postgres.initdb');
  await (await start(folder)).stop();
});
