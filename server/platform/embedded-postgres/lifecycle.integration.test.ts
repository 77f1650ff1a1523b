import { once } from 'node:events';
import { chown, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { until } from '../../../test/patience.ts';
import {
  atEnd,
  isRoot,
  lives,
  makeCluster,
  makeDataFolder,
  openClient,
  postmasterPid,
  query,
  spawnOwner,
  start,
} from './test-support.ts';

vi.setConfig({ testTimeout: 60_000 });

test('starts on a missing folder, keeps data over a restart, and leaves nothing running', async () => {
  const folder = await makeDataFolder();
  // default settings here: what customers get, with fsync
  const first = await start(folder, { settings: {} });
  await first.ensureDatabase('leadlight');
  const url = first.connectionString('leadlight');
  await query(url, 'create table lead (name text)');
  await query(url, `insert into lead values ('Ünal')`);
  const pid = await postmasterPid(folder);
  await Promise.all([first.stop(), first.stop()]);
  expect(lives(pid)).toBe(false);
  await expect(stat(first.connection.host)).rejects.toThrow('ENOENT');
  expect((await readdir(join(folder, '..'))).sort()).toEqual(['postgres', 'postgres-log']);

  const second = await start(folder, { settings: {} });
  expect(await query(second.connectionString('leadlight'), 'select upper(name) n from lead')).toEqual([
    { n: 'ÜNAL' },
  ]);
});

test('has durable settings, listens on its private socket only, and takes settings from the caller', async () => {
  const folder = await makeCluster();
  const server = await start(folder, { settings: { work_mem: '5MB' } });
  const rows = await query(
    server.superuserConnectionString('postgres'),
    'select name, setting from pg_settings',
  );
  const settings = Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
  expect(settings).toMatchObject({
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    listen_addresses: '',
    TimeZone: 'UTC',
    jit: 'off',
    max_connections: '100',
    work_mem: '5120',
    data_checksums: 'on',
  });
  expect((await stat(server.connection.host)).mode & 0o777).toBe(0o700);
});

test('creates databases once, from a template in recent use, with quoted names', async () => {
  const server = await start(await makeCluster());
  const name = 'a "b" ü';
  await Promise.all([server.ensureDatabase(name), server.ensureDatabase(name), server.ensureDatabase(name)]);
  await server.ensureDatabase(name);
  const template = await openClient(server.connectionString(name));
  await template.query('create table t as select 1 as one');
  const copying = server.ensureDatabase('copy', { template: name });
  setTimeout(() => template.end(), 150);
  await copying;
  expect(await query(server.connectionString('copy'), 'select one from t')).toEqual([{ one: 1 }]);
  await expect(server.ensureDatabase('other', { template: 'missing' })).rejects.toThrow(
    /"other" could not be created/,
  );
});

test('offers the extensions and collations the product uses', async () => {
  const server = await start(await makeCluster());
  const url = server.superuserConnectionString('postgres');
  for (const name of ['pg_trgm', 'btree_gin', 'btree_gist', 'citext', 'unaccent', 'pgcrypto']) {
    await query(url, `create extension ${name}`);
  }
  await query(url, 'create table lead (partner int, name text)');
  await query(url, 'create index on lead using gin (partner, name gin_trgm_ops)');
  await query(url, `insert into lead values (1, 'Zoe'), (1, 'Éva'), (1, 'adam')`);
  expect(
    await query(
      url,
      `select name from lead where partner = 1 and name ilike '%a%' order by name collate "und-x-icu"`,
    ),
  ).toEqual([{ name: 'adam' }, { name: 'Éva' }]);
});

test('writes no personal data to its log, whatever fails', async () => {
  const folder = await makeCluster();
  const server = await start(folder);
  const url = server.superuserConnectionString('postgres');
  const secret = 'ada@example.org';
  await query(url, 'create table lead (email text unique, at timestamptz, n int)');
  await query(url, `insert into lead values ('${secret}')`);
  const client = await openClient(url);
  const failing: [string, unknown[]][] = [
    ['insert into lead (email) values ($1)', [secret]],
    ['insert into lead (at) values ($1)', [secret]],
    ['select $1::uuid', [secret]],
    [`select '${secret}' from nowhere`, []],
    [`do $$ begin raise warning '${secret}'; end $$`, []],
  ];
  for (const [sql, values] of failing) await client.query(sql, values).catch(() => undefined);
  // the postmaster logs the statement of a crashed backend in a detail
  const [backend] = (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows;
  const crashing = client.query(`select pg_sleep(20), '${secret}'`).catch(() => undefined);
  const running = `select from pg_stat_activity where query like 'select pg_sleep%'`;
  await until(async () => (await query(url, running)).length > 0);
  process.kill(backend?.pid ?? 0, 'SIGKILL');
  await crashing;
  const logFolder = `${folder}-log`;
  const readLog = async () => {
    const names = await readdir(logFolder);
    return (await Promise.all(names.map((name) => readFile(join(logFolder, name), 'utf8')))).join('\n');
  };
  await until(async () => (await readLog()).includes('terminated by signal 9'));
  // at this moment the server is recovering from the crash, when a fast shutdown of PostgreSQL 18 would hang
  const before = Date.now();
  await server.stop();
  expect(Date.now() - before).toBeLessThan(10_000);
  expect(await readLog()).not.toContain(secret);
  expect((await stat(logFolder)).mode & 0o777).toBe(0o700);
});

test('works with a data folder whose path is longer than a socket path may be', async () => {
  const folder = await makeCluster('a'.repeat(120), 'ö and space'.repeat(8));
  const server = await start(folder);
  expect(Buffer.byteLength(server.connection.host)).toBeLessThan(60);
  expect(await query(server.superuserConnectionString('postgres'), 'show data_directory')).toEqual([
    { data_directory: folder },
  ]);
});

test.skipIf(!isRoot)(
  'uses another socket folder when somebody planted its own there (only root can plant)',
  async () => {
    const folder = await makeCluster();
    const first = await start(folder);
    await first.stop();
    const planted = first.connection.host;
    await mkdir(planted);
    atEnd(() => rm(planted, { recursive: true }));
    await chown(planted, 65534, 65534);
    const second = await start(folder);
    expect(second.connection.host).not.toBe(planted);
    const { mode } = await stat(second.connection.host);
    expect(mode & 0o777).toBe(0o700);
    await second.stop();
    await chown(planted, 0, 0);
  },
);

test('a process that ends without stop() takes its server with it', async () => {
  const folder = await makeCluster();
  const { child, report } = spawnOwner(folder, 'end');
  const ended = once(child, 'exit');
  expect((await report).error).toBeUndefined();
  expect(await ended).toEqual([0, null]);
  await until(async () => !(await readdir(folder)).includes('postmaster.pid'));
  await start(folder);
});

test('says what the server itself said when it cannot start', async () => {
  const folder = await makeCluster();
  const wrong = start(folder, { settings: { shared_buffers: 'much' } });
  await expect(wrong).rejects.toThrow(
    /ended while it was starting.*invalid value for parameter "shared_buffers"/s,
  );
  await start(folder);
});
