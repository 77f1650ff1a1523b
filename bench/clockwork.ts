import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { JobQueue } from '../test/job-queue.ts';
import { BenchClient } from './bench-client.ts';
import { gridQueries } from './grid.ts';
import type { BenchProcess } from './processes.ts';
import { percentile, round } from './statistics.ts';

/** Long enough to collect the pages for a 95th percentile. */
const idleMilliseconds = 8000;
const pollMilliseconds = 100;
const patienceMilliseconds = 600_000;

/**
 * How long a worker takes to expire leads of many organizations that are all due at the same time, compared with one
 * bare statement, and how long pages of the grid take meanwhile, compared with an idle server.
 */
export async function benchClockwork(
  { address, cookie, pool }: { address: string; cookie: string; pool: pg.Pool },
  wanted: number,
  startWorker: () => Promise<BenchProcess>,
) {
  const due = await makeDue(pool, wanted);
  const bareSeconds = await updateBare(pool);
  const queue = new JobQueue(pool);
  // Jobs left over from earlier measurements would run meanwhile.
  await queue.clear();
  const browser = new BenchClient(address, `cookie: ${cookie}\r\n`);
  await readPages(browser, () => sleep(idleMilliseconds / 4));
  const idle = await readPages(browser, () => sleep(idleMilliseconds));
  const begun = performance.now();
  await queue.add('clockwork.tick');
  const worker = await startWorker();
  const busy = await readPages(browser, () => untilNoneIsDue(pool));
  const seconds = (performance.now() - begun) / 1000;
  browser.close();
  await worker.stop();
  return {
    due,
    seconds: round(seconds, 1),
    leadsPerSecond: round(due / seconds, 0),
    bareSeconds: round(bareSeconds, 1),
    ratioToBare: round(seconds / bareSeconds),
    idleP50Ms: round(percentile(idle, 0.5)),
    idleP95Ms: round(percentile(idle, 0.95)),
    busyP50Ms: round(percentile(busy, 0.5)),
    busyP95Ms: round(percentile(busy, 0.95)),
    ratioP95: round(percentile(busy, 0.95) / percentile(idle, 0.95)),
  };
}

/**
 * One statement that sets the same columns of the same rows, rolled back: the least that expiring costs the database.
 * @returns seconds
 */
async function updateBare(pool: pg.Pool): Promise<number> {
  return unhurried(pool, async (client) => {
    await client.query('begin');
    const begun = performance.now();
    await client.query(
      `update lead set status = 'Expired', closed_at = now(), updated_at = now(), version = version + 1
       where status = 'Received' and expires_at <= now()`,
    );
    const seconds = (performance.now() - begun) / 1000;
    await client.query('rollback');
    await client.query('vacuum analyze lead');
    return seconds;
  });
}

/** Makes up to that number of partner leads overdue, within the last day. @returns how many there are */
async function makeDue(pool: pg.Pool, wanted: number): Promise<number> {
  return unhurried(pool, async (client) => {
    const { rowCount } = await client.query(
      `update lead set status = 'Received', closed_at = null, available_until = null,
                       expires_at = now() - (hashtext(id::text)::bigint & 65535) * interval '1 second'
       where (organization_id, id) in (
         select organization_id, id from lead where status is not null order by hashtext(id::text) limit $1)`,
      [wanted],
    );
    await client.query('vacuum analyze lead');
    return rowCount ?? 0;
  });
}

/** Runs statements without a statement timeout. */
async function unhurried<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('set statement_timeout = 0');
    return await work(client);
  } finally {
    client.release(true);
  }
}

/** Reads pages of all kinds, one after another, until the work is done. @returns the milliseconds of each */
export async function readPages(browser: BenchClient, work: () => Promise<void>): Promise<number[]> {
  const samples: number[] = [];
  const queries = Object.values(gridQueries);
  let working = true;
  const worked = work().finally(() => {
    working = false;
  });
  for (let count = 0; working; count++) {
    const begun = performance.now();
    await browser.get(`/api/v1/leads?${queries[count % queries.length]}`);
    samples.push(performance.now() - begun);
  }
  await worked;
  return samples;
}

async function untilNoneIsDue(pool: pg.Pool): Promise<void> {
  for (const begun = performance.now(); ; await sleep(pollMilliseconds)) {
    const { rows } = await pool.query<{ left: boolean }>(
      `select exists(select from lead where status = 'Received' and expires_at <= now()) as left`,
    );
    if (!rows[0]?.left) return;
    if (performance.now() - begun > patienceMilliseconds) throw new Error('the clockwork did not end');
  }
}
