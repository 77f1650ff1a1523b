import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { SentDefinition } from '../contract/leads/views.ts';
import { BenchClient } from './bench-client.ts';
import { percentile, round, time } from './statistics.ts';
import type { BenchServer } from './workshop.ts';

/** What people open besides the list. */
const pages: Readonly<Record<string, string>> = {
  home: '/home',
  'deals, by close date': '/deals?limit=50',
  'deals, by value': '/deals?sort=-value&limit=50',
  'deals, as last changed': '/deals?sort=-updatedAt&limit=50',
  'deals at a stage': '/deals?column=developed&limit=50',
  'deals won lately': '/deals?column=won&limit=50',
  'own deals': '/deals?mine=true&limit=50',
  'sums of deals': '/deals/sums',
  'sums of own deals': '/deals/sums?mine=true',
};

const definition: SentDefinition = {
  query: { tab: 'marketplace', country: ['DE'], leadQuality: ['High'], sort: '-dealValue' },
  look: { layout: 'grid', density: 'comfortable', limit: 50, columns: null },
};
const viewPage = '/leads?tab=marketplace&country=DE&leadQuality=High&sort=-dealValue&limit=50';
const savedViews = 20;
/** By then the database has added up what its connections did. */
const statisticsMilliseconds = 2000;
const warmUpRounds = 30;

/**
 * The home page, deals, and a saved view: how long they take, what a view adds to its page, and how often the database
 * went through all leads for them.
 */
export async function benchDesk({ address, cookie, pool }: BenchServer, rounds: number) {
  const browser = new BenchClient(address, `cookie: ${cookie}\r\n`);
  const read = (path: string, client: BenchClient = browser) => client.get(`/api/v1${path}`);
  for (let n = 0; n < savedViews; n++)
    await browser.post(
      '/api/v1/views',
      JSON.stringify({ name: `View ${n}`, shared: n % 2 === 0, definition }),
    );
  const all = Object.values(pages);
  await time(warmUpRounds * all.length, (n) => read(all[n % all.length] ?? viewPage));
  const scansBefore = await countScans(pool);
  const results: Record<string, unknown> = {};
  for (const [name, path] of Object.entries(pages))
    results[name] = times(await time(rounds, () => read(path)));
  results.scansOfAllLeads = (await countScans(pool)) - scansBefore;
  const page = await time(rounds, () => read(viewPage));
  // The app asks for the views and for the page at the same time.
  const other = new BenchClient(address, `cookie: ${cookie}\r\n`);
  const opened = await time(rounds, () => Promise.all([read('/views', other), read(viewPage)]));
  results['page of a view'] = times(page);
  results['view opened'] = {
    ...times(opened),
    abovePageP50Ms: round(percentile(opened, 0.5) - percentile(page, 0.5)),
    abovePageP95Ms: round(percentile(opened, 0.95) - percentile(page, 0.95)),
  };
  browser.close();
  other.close();
  return results;
}

function times(samples: readonly number[]) {
  return { apiP50Ms: round(percentile(samples, 0.5)), apiP95Ms: round(percentile(samples, 0.95)) };
}

async function countScans(pool: pg.Pool): Promise<number> {
  await sleep(statisticsMilliseconds);
  const { rows } = await pool.query<{ scans: number }>(
    `select seq_scan::integer as scans from pg_stat_user_tables where relname = 'lead'`,
  );
  return rows[0]?.scans ?? 0;
}
