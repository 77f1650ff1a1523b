import type { CompiledQuery } from 'kysely';
import pg from 'pg';
import { anyOfNames, isCountedUnasked } from '../contract/leads/lead-filters.ts';
import { leadFacetsQuery } from '../contract/leads/lead-list.ts';
import { countFacets } from '../server/areas/leads/list/lead-facets.repo.ts';
import { countTabs } from '../server/areas/leads/list/lead-list.repo.ts';
import { findLeads } from '../server/areas/leads/list/lead-search.sql.ts';
import { appRole } from '../server/platform/database/database.ts';
import { BenchClient } from './bench-client.ts';
import { queryObject } from './grid.ts';
import { recordStatements, runRaw, wholeScope } from './raw-statements.ts';
import { percentile, round, time } from './statistics.ts';
import type { BenchServer } from './workshop.ts';

/** Filter counts as the list requests them. */
const facetQueries: Record<string, string> = {
  'of a tab': 'tab=marketplace',
  'of a tab, all filters': `tab=marketplace${anyOfNames.map((name) => `&facet=${name}`).join('')}`,
  'under a filter': 'tab=marketplace&country=DE',
  'of a search': 'tab=marketplace&search=company%20777',
  'of a word that all have': 'tab=marketplace&search=company',
};

const warmUpRounds = 20;

/** The facets endpoint compared with its statements through the bare driver, query by query. */
export async function benchFacets({ address, cookie, connectionString }: BenchServer, rounds: number) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(`set role ${appRole}`);
  const browser = new BenchClient(address, `cookie: ${cookie}\r\n`);
  const results: Record<string, unknown> = {};
  for (const [name, query] of Object.entries(facetQueries)) {
    const path = `/api/v1/leads/facets?${query}`;
    await time(warmUpRounds, () => browser.get(path));
    const statements = await rawStatements(connectionString, query);
    const raw = await time(rounds, () => runRaw(client, statements));
    const api = await time(rounds, () => browser.get(path));
    results[name] = {
      apiP50Ms: round(percentile(api, 0.5)),
      apiP95Ms: round(percentile(api, 0.95)),
      rawP50Ms: round(percentile(raw, 0.5)),
      ratioP50: round(percentile(api, 0.5) / percentile(raw, 0.5)),
    };
  }
  await client.end();
  browser.close();
  return results;
}

/** The statements that the server runs for it, one after another in one transaction. */
function rawStatements(connectionString: string, query: string): Promise<CompiledQuery[]> {
  const { search, facet, customerNameContains, ...filters } = leadFacetsQuery.parse(queryObject(query));
  const scope = wholeScope();
  const request = { names: facet ?? anyOfNames.filter(isCountedUnasked), customerNameContains };
  return recordStatements(connectionString, async (tx) => {
    const found = await findLeads(tx, search, scope.now);
    await countTabs(tx, scope);
    await countFacets(tx, scope, { ...filters, found }, request);
  });
}
