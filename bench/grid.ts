import { Agent, request } from 'node:http';
import pg from 'pg';
import { leadListQuery } from '../contract/lead-list.ts';
import { orderOf } from '../server/features/leads/lead-cursor.ts';
import { leadPageQuery } from '../server/features/leads/lead-list.repo.ts';
import type { LeadScope } from '../server/features/leads/lead-scope.ts';
import { selectLeads } from '../server/features/leads/lead-selection.ts';
import { appRole, type Db } from '../server/platform/database/database.ts';
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

const agent = new Agent({ keepAlive: true });

/** One request over a connection that stays open, as browsers do. */
export function get(address: string, path: string, cookie: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const url = new URL(path, address);
    const sent = request(url, { agent, headers: { cookie } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${path}: ${response.statusCode} ${text.slice(0, 300)}`));
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

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
  const results: Record<string, unknown> = {};
  for (const [name, query] of Object.entries(gridQueries)) {
    const raw = rawQueries(query, db);
    const rawSamples = await time(rounds, async () => {
      await client.query('begin');
      await client.query(`select set_config('leadlight.organization_id', $1, true)`, [bigOrganization]);
      for (const { sql, parameters } of raw) await client.query({ text: sql, values: parameters });
      await client.query('commit');
    });
    const api = await time(rounds, () => get(address, `/api/v1/leads?${query}`, cookie));
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
  return [page, count].map(({ sql, parameters }) => ({ sql, parameters: [...parameters] }));
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
    for (const [index, { sql, parameters }] of rawQueries(query, db).entries()) {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `explain (analyze, buffers off, summary off, timing off) ${sql}`,
        parameters,
      );
      found[`${name} (${index === 0 ? 'page' : 'count'})`] = rows
        .map((row) => row['QUERY PLAN'])
        .filter((line) => /Scan|Sort/.test(line));
    }
  }
  await client.query('rollback');
  return found;
}
