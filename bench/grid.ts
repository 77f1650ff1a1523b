import type { CompiledQuery } from 'kysely';
import pg from 'pg';
import { leadListQuery } from '../contract/leads/lead-list.ts';
import { countLeads, listLeads } from '../server/areas/leads/list/lead-list.repo.ts';
import { isTooMany, look } from '../server/areas/leads/list/lead-search.sql.ts';
import { appRole } from '../server/platform/database/database.ts';
import { BenchClient } from './bench-client.ts';
import { recordStatements, runRaw, wholeScope } from './raw-statements.ts';
import { percentile, round, time } from './statistics.ts';
import type { BenchServer } from './workshop.ts';

/** Pages as people request them: filtered and sorted. */
export const gridQueries: Record<string, string> = {
  newest: 'tab=marketplace&limit=50',
  'filtered, newest': 'tab=marketplace&country=DE&status=Accepted&status=Won&emailValidity=Valid&limit=50',
  'filtered, by value': 'tab=marketplace&country=DE&leadQuality=High&sort=-dealValue&limit=50',
  'filtered, by customer': 'tab=marketplace&leadType=Offer&phoneValidity=Valid&sort=customerName&limit=50',
  'by email validity': 'tab=marketplace&sort=emailValidity&limit=50',
  'by phone validity, the best last': 'tab=marketplace&sort=-phoneValidity&limit=50',
  'of days': `tab=marketplace&createdFrom=${dayFromNow(-60)}&limit=50`,
  informational: 'tab=marketplace&status=Informational&limit=50',
  'without answer': 'tab=marketplace&withoutAnswer=true&limit=50',
  answered: 'tab=marketplace&withoutAnswer=false&limit=50',
  'expiring, first in front': 'tab=marketplace&expiresWithinHours=72&sort=expiresAt&limit=50',
  hot: 'tab=marketplace&hot=true&limit=50',
  'not hot': 'tab=marketplace&hot=false&limit=50',
  'no tests': 'tab=marketplace&test=false&limit=50',
  'a common offer': 'tab=marketplace&offer=bench.offer-1&limit=50',
  'a rare offer': 'tab=marketplace&offer=bench.offer-38&limit=50',
  'two offers, by value': 'tab=marketplace&offer=bench.offer-3&offer=bench.offer-20&sort=-dealValue&limit=50',
  'a stage': 'tab=marketplace&stage=accepted&limit=50',
  'a campaign': 'tab=marketplace&campaign=Campaign%205&limit=50',
  'a referral program': 'tab=qualified&referralProgram=Co-sell&limit=50',
  'worth most deals': 'tab=marketplace&dealValueFrom=1000&limit=50',
  'worth few deals': 'tab=marketplace&dealValueFrom=500000&dealValueTo=510000&limit=50',
  'worth, by value': 'tab=marketplace&dealValueFrom=1000&dealValueTo=500000&sort=-dealValue&limit=50',
  'to be purchased': `tab=marketplace&estimatedPurchaseFrom=${dayFromNow(-15)}&estimatedPurchaseTo=${dayFromNow(15)}&limit=50`,
  'closed lately': `tab=marketplace&closedFrom=${dayFromNow(-30)}&limit=50`,
  'search: a word': 'tab=marketplace&search=last2718&limit=50',
  'search: two words': 'tab=marketplace&search=company%20777&limit=50',
  'search: words that all have': 'tab=marketplace&search=company&limit=50',
  'search: three letters that all have': 'tab=marketplace&search=com&limit=50',
  'search: two short words': 'tab=marketplace&search=li%20wu&limit=50',
  'search: a word that all have and a short one': 'tab=marketplace&search=number%2099&limit=50',
  'search: digits of a number': 'tab=marketplace&search=030%2010%2012%20345&limit=50',
  'search: two signs of Han': `tab=marketplace&search=${encodeURIComponent('田中')}&limit=50`,
  'search: two signs that all of a kind have': `tab=marketplace&search=${encodeURIComponent('株式')}&limit=50`,
  'search: Cyrillic': `tab=marketplace&search=${encodeURIComponent('компания аб')}&limit=50`,
};

/** A day, as parameters have it. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

const warmUpRounds = 130;

/** Pages as people request them, compared as in {@link comparePages}, and their plans. */
export async function benchGrid(server: BenchServer, rounds: number) {
  const results = await comparePages(server, gridQueries, rounds);
  return { ...results, plans: await withApp(server, (client) => plans(client, server.connectionString)) };
}

/** How long pages took: through the API, and the same statements through the bare driver. */
interface PageTimes {
  readonly apiP50Ms: number;
  readonly apiP95Ms: number;
  readonly rawP50Ms: number;
  readonly rawP95Ms: number;
  readonly aboveRawP50Ms: number;
  readonly ratioP50: number;
}

/**
 * A page through the API compared with the same SQL through the bare driver, query by query, so that both run on the
 * same machine.
 */
export function comparePages(
  server: BenchServer,
  queries: Readonly<Record<string, string>>,
  rounds: number,
): Promise<Record<string, PageTimes>> {
  return withApp(server, async (client) => {
    const browser = new BenchClient(server.address, `cookie: ${server.cookie}\r\n`);
    const results: Record<string, PageTimes> = {};
    // A freshly started server is still compiling; we measure once it has warmed up.
    const rest = Math.ceil((warmUpRounds * Object.keys(gridQueries).length) / Object.keys(queries).length);
    for (const query of Object.values(queries)) await time(rest, () => browser.get(`/api/v1/leads?${query}`));
    for (const [name, query] of Object.entries(queries)) {
      const statements = await rawStatements(server.connectionString, query);
      const raw = await time(rounds, () => runRaw(client, statements));
      const api = await time(rounds, () => browser.get(`/api/v1/leads?${query}`));
      results[name] = {
        apiP50Ms: round(percentile(api, 0.5)),
        apiP95Ms: round(percentile(api, 0.95)),
        rawP50Ms: round(percentile(raw, 0.5)),
        rawP95Ms: round(percentile(raw, 0.95)),
        aboveRawP50Ms: round(percentile(api, 0.5) - percentile(raw, 0.5)),
        ratioP50: round(percentile(api, 0.5) / percentile(raw, 0.5)),
      };
    }
    browser.close();
    return results;
  });
}

/** Works with a connection of the application's role. */
async function withApp<T>(
  { connectionString }: BenchServer,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(`set role ${appRole}`);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The statements that the server runs for a page, one after another in one transaction. */
function rawStatements(connectionString: string, query: string): Promise<CompiledQuery[]> {
  const { limit, cursor: _cursor, ...asked } = leadListQuery.parse(queryObject(query));
  const scope = wholeScope();
  return recordStatements(connectionString, async (tx) => {
    const { order, conditions } = await look(tx, scope, asked);
    const rows = await listLeads(tx, scope, conditions, { order, limit, after: undefined });
    const isCounted = isTooMany(conditions.found) || rows[0]?.total != null;
    if (rows.length > limit && !isCounted) await countLeads(tx, scope, conditions);
  });
}

/** The query string parsed as the server parses it. */
export function queryObject(query: string): Record<string, string | string[]> {
  const params = new URLSearchParams(query);
  return Object.fromEntries(
    [...new Set(params.keys())].map((key) => {
      const values = params.getAll(key);
      return [key, values.length > 1 ? values : (values[0] ?? '')];
    }),
  );
}

/** The nodes of each plan, so that a sequential scan of the leads cannot slip in unnoticed. */
async function plans(client: pg.Client, connectionString: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [name, query] of Object.entries(gridQueries)) {
    for (const [n, statement] of (await rawStatements(connectionString, query)).entries()) {
      const explained = /^(select|with)/.test(statement.sql)
        ? 'explain (analyze, buffers off, summary off, timing off) '
        : '';
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(explained + statement.sql, [
        ...statement.parameters,
      ]);
      const nodes = rows.map((row) => row['QUERY PLAN']).filter((line) => /Scan|Sort/.test(line ?? ''));
      if (nodes.length > 0) found[`${name} (${n})`] = nodes;
    }
  }
  return found;
}
