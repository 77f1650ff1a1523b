import { type Compilable, sql } from 'kysely';
import type pg from 'pg';
import { fallbackLanguage } from '../../../../contract/languages/languages.ts';
import type { LeadExportQuery } from '../../../../contract/leads/lead-list.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { LeadScope } from '../lead/lead-scope.sql.ts';
import { type LeadConditions, selectLeads } from './lead-query.sql.ts';
import { recordedFilter } from './recorded-filter.ts';

/** Up to this many leads are recorded by their ids; more, by a hash of all ids. */
const maxIds = 1000;

/** What is recorded of an export. */
export interface ExportFacts {
  readonly leadIds: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * How many rows an export has, and what the access log keeps about it (ID-7): its filter, format, columns and number of rows, and exactly which leads, as
 * ids or as the SHA-256 of their ids (16 bytes each) in ascending order. A search may be someone's name or address, so
 * only the fact that there was one is kept.
 * @param client in the snapshot of the export
 */
export async function factsOfExport(
  { db, client }: { db: Db; client: pg.PoolClient },
  scope: LeadScope,
  { query, conditions }: { query: LeadExportQuery; conditions: LeadConditions },
): Promise<ExportFacts & { readonly rows: number }> {
  const { sort, format, language, separator: _, columns, search, leadIds: named, ...filter } = query;
  const leads = selectLeads(db, scope, conditions);
  const [counted] = await run<{ rows: number; hash: string | null }>(
    client,
    leads.select(({ fn }) => [fn.countAll<number>().as('rows'), hashOfIds.as('hash')]),
  );
  const { rows, hash } = counted ?? { rows: 0, hash: null };
  const searched = search !== undefined && search !== '';
  const facts = {
    filter: recordedFilter(filter),
    searched,
    ...(named && { named: named.length }),
    sort,
    format,
    ...(language !== fallbackLanguage && { language }),
    ...(columns && { columns }),
    rows,
  };
  if (rows > maxIds) return { rows, leadIds: [], facts: { ...facts, idsSha256: hash } };
  const found = await run<{ id: string }>(client, leads.select('lead.id').orderBy('lead.id'));
  return { rows, leadIds: found.map(({ id }) => id), facts };
}

const hashOfIds = sql<
  string | null
>`encode(sha256(string_agg(uuid_send(lead.id), '' order by lead.id)), 'hex')`;

async function run<Row extends object>(client: pg.PoolClient, query: Compilable): Promise<Row[]> {
  const { sql: text, parameters } = query.compile();
  return (await client.query<Row>(text, [...parameters])).rows;
}
