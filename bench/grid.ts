import type { CompiledQuery } from 'kysely';
import pg from 'pg';
import { leadListQuery } from '../contract/lead-list.ts';
import { orderOf } from '../server/features/leads/lead-cursor.ts';
import { leadPageQuery } from '../server/features/leads/lead-list.repo.ts';
import type { LeadScope } from '../server/features/leads/lead-scope.ts';
import { selectLeads } from '../server/features/leads/lead-selection.ts';
import { appRole, type Db } from '../server/platform/database/database.ts';
import { BenchClient } from './bench-client.ts';
import { bigOrganization } from './fill.ts';
import { percentile, round, time } from './statistics.ts';

/** Pages as people ask for them: filtered and sorted. */
export const gridQueries: Record<string, string> = {
  newest: 'tab=marketplace&limit=50',
  'filtered, newest': 'tab=marketplace&country=DE&status=Accepted&status=Won&emailValidity=Valid&limit=50',
  'filtered, by value': 'tab=marketplace&country=DE&leadQuality=High&sort=-dealValue&limit=50',
  'filtered, by customer': 'tab=marketplace&leadType=Offer&phoneValidity=Valid&sort=customerName&limit=50',
  'search, newest': 'tab=marketplace&search=company%20777&limit=50',
};

const warmUpRounds = 100;

/** A page at the API beside the same SQL by the bare driver, query by query, so that both see the same machine. */
export async function benchGrid(
  address: string,
  cookie: string,
  connectionString: string,
  db: Db,
  rounds: number,
) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(`set role ${appRole}`);
  const browser = new BenchClient(address, `cookie: ${cookie}\r\n`);
  const results: Record<string, unknown> = {};
  // A server that has just started still compiles what it runs; it is measured when it has found its pace.
  for (const query of Object.values(gridQueries))
    await time(warmUpRounds, () => browser.get(`/api/v1/leads?${query}`));
  for (const [name, query] of Object.entries(gridQueries)) {
    const { page, count, limit } = rawQueries(query, db);
    const rawSamples = await time(rounds, async () => {
      await client.query('begin');
      await client.query(`select set_config('leadlight.organization_id', $1, true)`, [bigOrganization]);
      const { rows } = await client.query(page);
      if (rows.length > limit) await client.query(count);
      await client.query('commit');
    });
    const api = await time(rounds, () => browser.get(`/api/v1/leads?${query}`));
    results[name] = {
      apiP50Ms: round(percentile(api, 0.5)),
      apiP95Ms: round(percentile(api, 0.95)),
      rawP50Ms: round(percentile(rawSamples, 0.5)),
      rawP95Ms: round(percentile(rawSamples, 0.95)),
      aboveRawP50Ms: round(percentile(api, 0.5) - percentile(rawSamples, 0.5)),
      ratioP50: round(percentile(api, 0.5) / percentile(rawSamples, 0.5)),
    };
  }
  results.plans = await plans(client, db);
  await client.end();
  browser.close();
  return results;
}

function rawQueries(query: string, db: Db) {
  const parsed = leadListQuery.parse(queryObject(query));
  const { sort, limit, cursor: _cursor, ...selection } = parsed;
  const scope: LeadScope = {
    organizationId: bigOrganization,
    personId: '00000000-0000-0000-0000-000000000000',
    everything: true,
    locationIds: [],
    teamLocationIds: [],
    now: new Date(),
  };
  const page = leadPageQuery(db, scope, selection, {
    order: orderOf(sort),
    limit,
    after: undefined,
  }).compile();
  const count = selectLeads(db, scope, selection)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .compile();
  return { page: bare(page), count: bare(count), limit };
}

function bare({ sql, parameters }: CompiledQuery): { text: string; values: unknown[] } {
  return { text: sql, values: [...parameters] };
}

function queryObject(query: string): Record<string, string | string[]> {
  const params = new URLSearchParams(query);
  return Object.fromEntries(
    [...new Set(params.keys())].map((key) => {
      const values = params.getAll(key);
      return [key, values.length > 1 ? values : (values[0] ?? '')];
    }),
  );
}

/** The nodes of each plan, so that a sequential scan of the leads cannot slip in unseen. */
async function plans(client: pg.Client, db: Db): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  await client.query('begin');
  await client.query(`select set_config('leadlight.organization_id', $1, true)`, [bigOrganization]);
  for (const [name, query] of Object.entries(gridQueries)) {
    const { page, count } = rawQueries(query, db);
    for (const [kind, { text, values }] of Object.entries({ page, count })) {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `explain (analyze, buffers off, summary off, timing off) ${text}`,
        values,
      );
      found[`${name} (${kind})`] = rows
        .map((row) => row['QUERY PLAN'])
        .filter((line) => /Scan|Sort/.test(line));
    }
  }
  await client.query('rollback');
  return found;
}
