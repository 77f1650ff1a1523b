import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { me } from '../../contract/identity/identity.ts';
import { makeDataFolderForTest, openEmbedded } from '../../test/cli.ts';
import { useTestDatabase } from '../../test/database.ts';
import { Factories } from '../../test/factories.ts';
import { openSession } from '../../test/lead-world.ts';
import { useMade } from '../../test/made.ts';
import { body, startServerForTest } from '../../test/server.ts';
import { followClock } from '../platform/clock.ts';
import { createPool, inOrganization } from '../platform/database/database.ts';
import { migrateToLatest } from '../platform/database/migrate.ts';
import { findRunningServer, startEmbeddedPostgres } from '../platform/embedded-postgres/index.ts';
import { defineJob } from '../platform/jobs/jobs.ts';
import { createLogger } from '../platform/log.ts';
import { paths } from '../platform/paths.ts';
import { StartError } from './runtime.ts';
import { readTravel, travel } from './travel.ts';

const day = 86_400;
const database = useTestDatabase();
const env = useMade(() => ({ DATABASE_URL: database.connectionString }));
const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);

beforeEach(async () => {
  said.mockClear();
  await database.ownerPool.query('update installation set demo = true, clock_ahead_seconds = 0');
  await database.queue.clear();
});
afterAll(() => said.mockRestore());

async function ahead(): Promise<number> {
  const { rows } = await database.ownerPool.query('select clock_ahead_seconds as seconds from installation');
  return rows[0].seconds;
}

describe('the time to travel', () => {
  it.each([
    ['0', 0],
    ['3d', 3 * day],
    ['12h', day / 2],
    ['30m', 1800],
    ['3650d', 3650 * day],
  ])('%s is %d seconds', (text, seconds) => {
    expect(readTravel(text)).toBe(seconds);
  });

  it.each(['', '3', '3w', '3 d', '0d', '1.5d', '3dd', '+3d', '3651d', '9999999d', 'NaN'])(
    '%j is none',
    (text) => {
      expect(() => readTravel(text)).toThrow(StartError);
    },
  );

  it('does not go back', () => {
    for (const text of ['-3d', '-1'])
      expect(() => readTravel(text)).toThrow('The demo’s clock goes forward only');
  });
});

describe('demo --travel', () => {
  it('is refused where there is no demo, and changes nothing', async () => {
    await database.ownerPool.query('update installation set demo = false');
    await expect(travel(env, '3d')).rejects.toThrow('Time travel works only with the demo');
    expect(await ahead()).toBe(0);
  });

  it('adds to what was travelled, says how far it is, and 0 sets it back', async () => {
    await travel(env, '3d');
    await travel(env, '12h');
    await travel(env, '30m');
    expect(await ahead()).toBe(3.5 * day + 1800);
    expect(said).toHaveBeenLastCalledWith(
      'The demo’s clock is 3 days, 12 hours, 30 minutes ahead of this machine’s.',
    );
    await travel(env, '0');
    expect(await ahead()).toBe(0);
    expect(said).toHaveBeenLastCalledWith('The demo’s clock shows the time of this machine.');
  });

  it('goes no farther than ten years, in however many steps', async () => {
    await travel(env, '3650d');
    await expect(travel(env, '1m')).rejects.toThrow('is 3650 days ahead already');
    expect(await ahead()).toBe(3650 * day);
  });

  it('is seen by clocks that run already, about a second later; a database that is away leaves them as they are', async () => {
    let away = false;
    let failures = 0;
    const clock = await followClock(async () => {
      if (away) throw new Error(`away ${++failures}`);
      return ahead();
    });
    const aheadNow = () => Math.round((clock.now().getTime() - Date.now()) / 1000);
    expect(aheadNow()).toBe(0);
    await travel(env, '3d');
    while (aheadNow() === 0) await sleep(20);
    expect(aheadNow()).toBe(3 * day);
    away = true;
    await travel(env, '1d');
    while (failures === 0) await sleep(20);
    expect(aheadNow()).toBe(3 * day);
    away = false;
    while (aheadNow() === 3 * day) await sleep(20);
    expect(aheadNow()).toBe(4 * day);
    await clock.stop();
  });

  it('jobs wait as long as was meant: by the travelled clock, before the travel and after it', async () => {
    const { id } = await new Factories(database.ownerDb, () => new Date()).partner();
    const order = (name: string, runAt: Date | undefined) =>
      inOrganization(database.db, { organizationId: id }, (tx) =>
        defineJob({ name, lane: 'telling', payload: z.object({}) }).enqueue(tx, {}, { runAt }),
      );
    const waits = async () => {
      const jobs = (await database.queue.list()).filter(({ name }) => name !== 'clockwork.tick');
      // What was due a moment ago waits 0 hours, not −0.
      const hoursUntil = (moment: Date) => Math.round((moment.getTime() - Date.now()) / 3_600_000) || 0;
      return Object.fromEntries(jobs.map(({ name, runAt }) => [name, hoursUntil(runAt)]));
    };
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
    await order('before', inHours(30));
    await order('at-once', undefined);
    await travel(env, '1d');
    expect(await waits()).toEqual({ before: 6, 'at-once': 0 });
    // The demo's clock is a day ahead now.
    await order('after', inHours(24 + 5));
    expect(await waits()).toEqual({ before: 6, after: 5, 'at-once': 0 });
    await travel(env, '0');
    expect(await waits()).toEqual({ before: 30, after: 29, 'at-once': 0 });
    await database.ownerPool.query('update installation set demo = false, clock_ahead_seconds = 86400');
    await order('no-demo', inHours(7));
    expect(await waits()).toMatchObject({ 'no-demo': 7 });
  });

  it('is told to the app by who asks who they are, in a demo only', async () => {
    const server = await startServerForTest();
    const { id } = await server.make.partner();
    const as = await openSession(server, (await server.make.person(id, 'referrals-admin')).id, id);
    const ask = async () => body(me, await server.request('GET', '/api/v1/me', { as }));
    const { ownerPool } = server.database;
    await ownerPool.query('update installation set clock_ahead_seconds = 86400');
    expect(await ask()).toMatchObject({ demo: false, clockAheadSeconds: 0 });
    await ownerPool.query('update installation set demo = true');
    expect(await ask()).toMatchObject({ demo: true, clockAheadSeconds: day });
  });

  it('LC-4 what time did is worked a moment later, without waiting for the full minute', async () => {
    await travel(env, '14d');
    await travel(env, '1d');
    const jobs = await database.queue.list();
    const waits = jobs.map(({ name, runAt }) => ({ name, soon: runAt.getTime() < Date.now() + 5000 }));
    expect(waits).toEqual([{ name: 'clockwork.tick', soon: true }]);
  });

  it('reaches the embedded database of a Leadlight that runs, and one that does not', {
    timeout: 120_000,
  }, async () => {
    const data = await makeDataFolderForTest();
    const dataFolder = join(data.folder, 'postgres');
    const begin = () => startEmbeddedPostgres({ dataFolder, settings: { fsync: 'off' } });
    const running = await begin();
    await running.ensureDatabase('leadlight');
    const pool = createPool({
      connectionString: running.connectionString('leadlight'),
      poolSize: 2,
      log: createLogger('silent'),
    });
    await migrateToLatest(pool, paths);
    await pool.query('update installation set demo = true');
    await travel({ LEADLIGHT_DATA: data.folder }, '3d');
    const { rows } = await pool.query('select clock_ahead_seconds as seconds from installation');
    expect(rows).toEqual([{ seconds: 3 * day }]);
    await pool.end();
    await running.stop();
    expect(await findRunningServer(dataFolder, 'leadlight')).toBeUndefined();
    await travel({ LEADLIGHT_DATA: data.folder }, '1d');
    const again = await begin();
    const client = await openEmbedded(data.folder);
    const { rows: later } = await client.query('select clock_ahead_seconds as seconds from installation');
    await client.end();
    await again.stop();
    expect(later).toEqual([{ seconds: 4 * day }]);
  });
});
