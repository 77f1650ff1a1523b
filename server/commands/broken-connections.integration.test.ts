import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { expect, it, onTestFinished, vi } from 'vitest';
import {
  freePort,
  makeDataFolderForTest,
  openEmbedded,
  type RunningCli,
  useBuiltCli,
} from '../../test/cli.ts';
import { useTestDatabase } from '../../test/database.ts';
import { Factories } from '../../test/factories.ts';
import { JobQueue } from '../../test/job-queue.ts';
import { createDb, createPool } from '../platform/database/database.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../platform/embedded-postgres/index.ts';
import { serverProcessesOn } from '../platform/embedded-postgres/process-table.ts';
import { createLogger } from '../platform/log.ts';

// Each starts processes, breaks their connections and waits until they have recovered.
vi.setConfig({ testTimeout: 240_000 });

const database = useTestDatabase();
const cli = useBuiltCli();

/** A person who is notified of leads, and leads to notify them of. */
async function makeRecipient(pool: pg.Pool) {
  const make = new Factories(createDb(pool), () => new Date());
  const partner = await make.partner();
  await make.person(partner.id, 'referrals-admin');
  return {
    partner,
    /** Inserts new leads; a job of each notifies about it. */
    receive: async (count: number) => {
      const ids: string[] = [];
      for (let index = 0; index < count; index++) {
        const id = await make.lead(partner.id);
        await pool.query(`select enqueue_job('lead.tell-arrival', $1::json, null, null, null)`, [
          JSON.stringify({ organizationId: partner.id, leadIds: [id] }),
        ]);
        ids.push(id);
      }
      return ids;
    },
  };
}

/**
 * Resolves when everyone has been notified of each of these leads once; failed attempts retry immediately rather than
 * in minutes.
 */
async function untilTold(pool: pg.Pool, leadIds: readonly string[]): Promise<void> {
  await vi.waitFor(
    async () => {
      await new JobQueue(pool).makeDue();
      const { rows } = await pool.query<{ times: number }>(
        `select count(n.lead_id)::int as times from unnest($1::uuid[]) l (id)
         left join lead_notice n on n.lead_id = l.id and n.kind = 'new-lead' group by l.id`,
        [leadIds],
      );
      expect(rows.map(({ times }) => times)).toEqual(leadIds.map(() => 1));
    },
    { timeout: 150_000, interval: 250 },
  );
}

async function expectAlive(running: RunningCli): Promise<void> {
  const state = await Promise.race([running.ended, sleep(0).then(() => 'alive')]);
  expect(state, running.output()).toBe('alive');
}

it('IN-2 breaking every connection of a worker, again and again while it works, ends nothing and loses no job', async () => {
  const { receive } = await makeRecipient(database.ownerPool);
  const working = cli.run('work', { DATABASE_URL: database.connectionString });
  await working.says('"working"');
  const leadIds: string[] = [];
  for (let round = 0; round < 40; round++) {
    leadIds.push(...(await receive(4)));
    await database.ownerPool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    );
    await expectAlive(working);
  }
  await untilTold(database.ownerPool, leadIds);
  working.signal('SIGTERM');
  expect(await working.ended, working.output()).toBe(0);
});

it('IN-2 a database that is restarted under a worker that works is waited for; every job is done', async () => {
  const data = await makeDataFolderForTest();
  const open = () => startEmbeddedPostgres({ dataFolder: join(data.folder, 'postgres') });
  let server: EmbeddedPostgres = await open();
  onTestFinished(() => server.stop());
  await server.ensureDatabase('leadlight');
  const connectionString = server.connectionString('leadlight');
  const migrated = cli.run('migrate', { DATABASE_URL: connectionString });
  expect(await migrated.ended, migrated.output()).toBe(0);
  const pool = createPool({ connectionString, poolSize: 2, log: createLogger('silent') });
  onTestFinished(() => pool.end());
  const { receive } = await makeRecipient(pool);
  const working = cli.run('work', { DATABASE_URL: connectionString });
  await working.says('"working"');
  const leadIds: string[] = [];
  for (let round = 0; round < 3; round++) {
    leadIds.push(...(await receive(40)));
    await server.stop();
    await expectAlive(working);
    server = await open();
  }
  await untilTold(pool, leadIds);
  working.signal('SIGTERM');
  expect(await working.ended, working.output()).toBe(0);
});

it('IN-2 all in one goes on when a process of its database is killed, and when the whole server is', async () => {
  const data = await makeDataFolderForTest();
  const PORT = await freePort();
  const running = cli.run('start', { PORT, LEADLIGHT_DATA: data.folder, LEADLIGHT_DEMO: 'off' });
  await running.ready();
  const cluster = join(data.folder, 'postgres');
  const look = async () => {
    const client = await openEmbedded(data.folder);
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1`,
    );
    await client.end();
    return rows[0]?.pid ?? 0;
  };
  const leadIds: string[] = [];
  const tell = async () => {
    const { host, port, database: name, user } = await openEmbedded(data.folder);
    const connectionString = `postgres:///${name}?${new URLSearchParams({ host, port: String(port), user: user ?? '' })}`;
    const pool = createPool({ connectionString, poolSize: 2, log: createLogger('silent') });
    try {
      leadIds.push(...(await (await makeRecipient(pool)).receive(5)));
      await untilTold(pool, leadIds);
    } finally {
      await pool.end();
    }
  };
  for (const kill of ['backend', 'backend', 'postmaster'] as const) {
    const [postmaster] = (await serverProcessesOn(cluster)).sort((a, b) => a - b);
    process.kill(kill === 'backend' ? await look() : (postmaster ?? 0), 'SIGKILL');
    await vi.waitFor(look, { timeout: 60_000, interval: 100 });
    await running.ready();
    await expectAlive(running);
    await tell();
  }
  running.signal('SIGTERM');
  expect(await running.ended, running.output()).toBe(0);
});
