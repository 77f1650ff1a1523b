import { once } from 'node:events';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { until } from '../../../test/patience.ts';
import { EmbeddedPostgresError } from './index.ts';
import { serverProcessesOn } from './process-table.ts';
import {
  killHard,
  lives,
  makeCluster,
  openClient,
  postmasterPid,
  query,
  serverIds,
  spawnOwner,
  spawnUntilEnd,
  start,
} from './test-support.ts';

vi.setConfig({ testTimeout: 60_000 });

// what these tests prepare can be seen, and undone, only where there is /proc
const hasProc = process.platform === 'linux';

/** The pid file as a killed server leaves it, with a pid of our choice. */
async function leavePidFile(folder: string, pid: number): Promise<void> {
  const lines = [pid, folder, 1_700_000_000, 5432, '/tmp', '', '  5432001         0', 'ready   '];
  await writeFile(join(folder, 'postmaster.pid'), `${lines.join('\n')}\n`, { mode: 0o600 });
}

async function expectStarts(folder: string): Promise<void> {
  const server = await start(folder);
  expect(await query(server.connectionString('leadlight'), 'select one from kept')).toEqual([{ one: 1 }]);
  await server.stop();
}

test.skipIf(!hasProc)('starts over the pid file of a dead, of a re-used and of a zombie pid', async () => {
  const folder = await makeCluster();
  const ids = await serverIds();

  const dead = spawnUntilEnd('true', []);
  await once(dead, 'exit');
  await leavePidFile(folder, dead.pid ?? 0);
  await expectStarts(folder);

  // under the server's own account, where PostgreSQL takes any live process for its predecessor
  const reused = spawnUntilEnd('sleep', ['60'], ids);
  await leavePidFile(folder, reused.pid ?? 0);
  await expectStarts(folder);
  expect(reused.exitCode === null && reused.signalCode === null).toBe(true);

  // once the shell has become `sleep`, nobody reaps its child
  const parent = spawnUntilEnd('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60'], ids);
  const [childPid] = await once(parent.stdout ?? parent, 'data');
  const zombiePid = Number.parseInt(String(childPid), 10);
  await until(async () => (await readFile(`/proc/${parent.pid}/comm`, 'utf8')) === 'sleep\n');
  process.kill(zombiePid, 'SIGKILL');
  await until(() => !lives(zombiePid));
  process.kill(zombiePid, 0);
  await leavePidFile(folder, zombiePid);
  await expectStarts(folder);
});

test.skipIf(!hasProc)('leaves alone what merely stands in the data folder', async () => {
  const folder = await makeCluster();
  const shell = spawnUntilEnd('sleep', ['60'], { cwd: folder });
  await leavePidFile(folder, shell.pid ?? 0);
  await expectStarts(folder);
  expect(shell.exitCode === null && shell.signalCode === null).toBe(true);
});

test('starts again by itself when its postmaster was killed, as often as that happens', async () => {
  const folder = await makeCluster();
  const said: string[] = [];
  const server = await start(folder, { log: (line) => said.push(line) });
  for (let time = 1; time <= 2; time++) {
    process.kill(await postmasterPid(folder), 'SIGKILL');
    await until(() => said.filter((line) => line.includes('runs again')).length === time);
    expect(await query(server.connectionString('leadlight'), 'select one from kept')).toEqual([{ one: 1 }]);
    expect(await server.findTrouble()).toBeUndefined();
  }
  await server.stop();
});

test('a stop while it starts again leaves nothing running', async () => {
  const folder = await makeCluster();
  const said: string[] = [];
  const server = await start(folder, { log: (line) => said.push(line) });
  process.kill(await postmasterPid(folder), 'SIGKILL');
  await until(() => said.some((line) => line.includes('is being started again')));
  await server.stop();
  expect(await serverProcessesOn(folder)).toEqual([]);
});

test('replaces the server that a killed Node process left running', async () => {
  const folder = await makeCluster();
  const { child, report } = spawnOwner(folder, 'hold');
  const { url, error } = await report;
  expect(error).toBeUndefined();
  const session = await openClient(url);
  await session.query('begin; lock table kept');
  const orphan = await postmasterPid(folder);
  await killHard(child);
  expect(lives(orphan)).toBe(true);

  const lines: string[] = [];
  const server = await start(folder, { log: (line) => lines.push(line) });
  expect(lives(orphan)).toBe(false);
  expect(lines.join()).toContain('earlier Leadlight left running');
  // neither the dead owner's settings nor a session's locks are inherited
  expect(await query(server.connectionString('leadlight'), 'update kept set one = 2 returning one')).toEqual([
    { one: 2 },
  ]);
  await session.end().catch(() => undefined);
});

test.skipIf(!hasProc)('waits for, then ends, a busy backend that outlived a killed postmaster', async () => {
  const folder = await makeCluster();
  const { child, report } = spawnOwner(folder, 'hold');
  const { url } = await report;
  const session = await openClient(url);
  const [backend] = (await session.query<{ pid: number }>('select pg_backend_pid() as pid')).rows;
  const pid = backend?.pid ?? 0;
  session.query('do $$ begin loop end loop; end $$').catch(() => undefined);
  const busy = `select from pg_stat_activity where pid = ${pid} and state = 'active'`;
  await until(async () => (await query(url, busy)).length > 0);
  const postmaster = await postmasterPid(folder);
  await killHard(child);
  process.kill(postmaster, 'SIGKILL');
  await until(() => !lives(postmaster));
  expect(lives(pid)).toBe(true);
  await start(folder);
  expect(lives(pid)).toBe(false);
});

test('refuses a second Leadlight on the data folder and leaves the first one alone', async () => {
  const folder = await makeCluster();
  const { child, report } = spawnOwner(folder, 'hold');
  const { url } = await report;
  const second = start(folder);
  await expect(second).rejects.toThrow(EmbeddedPostgresError);
  await expect(second).rejects.toThrow(`Another Leadlight is running on this data folder (pid ${child.pid},`);
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('of several that start at once over a dead owner exactly one wins', async () => {
  const folder = await makeCluster();
  const dead = spawnUntilEnd('true', []);
  await once(dead, 'exit');
  // a live pid with another start time is a dead owner too
  const reused = spawnUntilEnd('sleep', ['60']);
  for (const pid of [dead.pid, reused.pid]) {
    const world = await currentWorld(folder);
    await writeFile(`${folder}.owner.7`, JSON.stringify({ pid, stamp: '1', world }));
    const starts = await Promise.allSettled([1, 2, 3, 4].map(() => start(folder)));
    const servers = starts.flatMap((s) => (s.status === 'fulfilled' ? [s.value] : []));
    expect(servers).toHaveLength(1);
    for (const s of starts)
      if (s.status === 'rejected') expect(s.reason.message).toContain('Another Leadlight');
    await servers[0]?.stop();
    expect((await readdir(dirname(folder))).filter((name) => name.includes('.owner.'))).toEqual([]);
  }
});

async function currentWorld(folder: string): Promise<string> {
  const server = await start(folder);
  const { world } = JSON.parse(await readFile(`${folder}.owner.1`, 'utf8'));
  await server.stop();
  return world;
}

test('an owner in another container counts as alive as long as its heartbeat moves', async () => {
  const folder = await makeCluster();
  const file = `${folder}.owner.1`;
  await writeFile(file, JSON.stringify({ pid: process.pid, stamp: '1', world: 'another container' }));
  let beat = Promise.resolve();
  const heart = setInterval(() => {
    beat = utimes(file, new Date(), new Date());
  }, 200);
  await expect(start(folder)).rejects.toThrow('Another Leadlight is running');
  clearInterval(heart);
  await beat;
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(file, longAgo, longAgo);
  await start(folder);
});
