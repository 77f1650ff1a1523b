import { setTimeout as sleep } from 'node:timers/promises';
import { backgroundExport } from '../contract/leads/exports.ts';
import { JobQueue } from '../test/job-queue.ts';
import { BenchClient } from './bench-client.ts';
import { readPages } from './clockwork.ts';
import { makeQuietTenant } from './neighbours.ts';
import { type BenchProcess, residentBytes } from './processes.ts';
import { percentile, round } from './statistics.ts';
import type { BenchServer } from './workshop.ts';

const idleMilliseconds = 8000;
const pollMilliseconds = 100;
const patienceMilliseconds = 600_000;

/**
 * How fast a worker makes a workbook of all leads of a large organization in the background, how much memory it takes,
 * and how long pages of the list take another organization meanwhile, compared with an idle worker.
 */
export async function benchExports(server: BenchServer, startWorker: () => Promise<BenchProcess>) {
  const { address, pool } = server;
  await new JobQueue(pool).clear();
  const browser = new BenchClient(address, `cookie: ${await makeQuietTenant(pool)}\r\n`);
  const worker = await startWorker();
  await readPages(browser, () => sleep(idleMilliseconds / 4));
  const idle = await readPages(browser, () => sleep(idleMilliseconds));
  const before = await residentBytes(worker.pid);
  let peak = before;
  const begun = performance.now();
  const asked = askAs(server);
  const { id } = await asked('POST', '', { format: 'xlsx' });
  let rows = 0;
  const busy = await readPages(browser, async () => {
    for (let state = ''; state !== 'done'; await sleep(pollMilliseconds)) {
      const now = await asked('GET', `/${id}`);
      ({ state } = now);
      rows = now.rows ?? 0;
      peak = Math.max(peak, await residentBytes(worker.pid));
      if (state === 'failed' || performance.now() - begun > patienceMilliseconds)
        throw new Error(`the export is ${state}`);
    }
  });
  const seconds = (performance.now() - begun) / 1000;
  browser.close();
  await worker.stop();
  return {
    rows,
    seconds: round(seconds, 1),
    rowsPerSecond: round(rows / seconds, 0),
    residentGrowthMb: round((peak - before) / 1e6, 0),
    residentPeakMb: round(peak / 1e6, 0),
    neighborIdleP95Ms: round(percentile(idle, 0.95)),
    neighborBusyP95Ms: round(percentile(busy, 0.95)),
    neighborRatioP95: round(percentile(busy, 0.95) / percentile(idle, 0.95)),
  };
}

function askAs({ address, cookie }: BenchServer) {
  return async (method: 'GET' | 'POST', path: string, body?: object) => {
    const answer = await fetch(`${address}/api/v1/exports${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return backgroundExport.parse(await answer.json());
  };
}
