import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { z } from 'zod';
import { bulkAction } from '../contract/leads/bulk.ts';
import { leadPage } from '../contract/leads/lead-list.ts';
import { JobQueue } from '../test/job-queue.ts';
import { BenchClient } from './bench-client.ts';
import { readPages } from './clockwork.ts';
import type { BenchProcess } from './processes.ts';
import { percentile, round } from './statistics.ts';

/** Long enough to collect the pages for a 95th percentile. */
const idleMilliseconds = 8000;
const pollMilliseconds = 100;
const patienceMilliseconds = 600_000;
const query = 'tab=marketplace&status=Received&limit=1';

/**
 * How fast a worker accepts all open leads of a large organization as one bulk action, and how long pages of the grid
 * take meanwhile, compared with an idle server.
 */
export async function benchBulk(
  { address, cookie, pool }: { address: string; cookie: string; pool: pg.Pool },
  startWorker: () => Promise<BenchProcess>,
) {
  const ask = askAs(address, cookie);
  await makeOpen(pool);
  await new JobQueue(pool).clear();
  const browser = new BenchClient(address, `cookie: ${cookie}\r\n`);
  await readPages(browser, () => sleep(idleMilliseconds / 4));
  const idle = await readPages(browser, () => sleep(idleMilliseconds));
  const orderBegun = performance.now();
  const { id, total } = await order(ask);
  const orderSeconds = (performance.now() - orderBegun) / 1000;
  const worker = await startWorker();
  const begun = performance.now();
  const busy = await readPages(browser, () => untilDone(ask, id));
  const seconds = (performance.now() - begun) / 1000;
  browser.close();
  await worker.stop();
  return {
    leads: total,
    orderSeconds: round(orderSeconds),
    seconds: round(seconds, 1),
    leadsPerSecond: round(total / seconds, 0),
    idleP50Ms: round(percentile(idle, 0.5)),
    idleP95Ms: round(percentile(idle, 0.95)),
    busyP50Ms: round(percentile(busy, 0.5)),
    busyP95Ms: round(percentile(busy, 0.95)),
    ratioP95: round(percentile(busy, 0.95) / percentile(idle, 0.95)),
  };
}

type Ask = <T>(schema: z.ZodType<T>, path: string, body?: object) => Promise<T>;

function askAs(address: string, cookie: string): Ask {
  return async (schema, path, body) => {
    const answer = await fetch(`${address}/api/v1${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { cookie, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return schema.parse(await answer.json());
  };
}

/** Lets up to 20,000 leads of the largest organization wait for an answer. */
async function makeOpen(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('set statement_timeout = 0');
    await client.query(
      `update lead set status = 'Received', closed_at = null, accepted_at = null, available_until = null,
                       expires_at = now() + interval '14 days'
       where (organization_id, id) in (
         select organization_id, id from lead
         where status is not null and qualification = 'Direct'
           and organization_id = (select organization_id from lead group by 1 order by count(*) desc limit 1)
         order by hashtext(id::text) limit 20000)`,
    );
    await client.query('vacuum analyze lead');
  } finally {
    client.release(true);
  }
}

async function order(ask: Ask) {
  const me = await ask(z.object({ person: z.object({ id: z.string() }) }), '/me');
  const { total, countedAt } = await ask(leadPage, `/leads?${query}`);
  return ask(bulkAction, '/leads/bulk', {
    action: 'accept',
    query: { tab: 'marketplace', status: ['Received'] },
    expectedCount: total,
    seenAt: countedAt,
    dealName: '{customer} ({number})',
    estimatedValue: { amountMinor: 1_000_000, currency: 'EUR' },
    estimatedPurchaseDate: '2030-01-01',
    teamMemberIds: [me.person.id],
  });
}

async function untilDone(ask: Ask, id: string): Promise<void> {
  for (const begun = performance.now(); ; await sleep(pollMilliseconds)) {
    const { state, refused } = await ask(bulkAction, `/leads/bulk/${id}`);
    if (state === 'done') {
      if (refused > 0) throw new Error(`${refused} leads were refused`);
      return;
    }
    if (performance.now() - begun > patienceMilliseconds) throw new Error('the bulk action did not end');
  }
}
