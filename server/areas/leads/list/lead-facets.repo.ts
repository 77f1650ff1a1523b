import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { type LeadFilterName, leadFilterNames, leadOutcomes } from '../../../../contract/enums.ts';
import { isSearchable } from '../../../../contract/search-folding.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import type { LeadScope } from '../lead/lead-scope.sql.ts';
import { findLeads, holdsAll, isTooMany, lookedUp } from './lead-search.sql.ts';
import {
  activeFilters,
  filterColumn,
  type Selected,
  selectLeads,
  storedColumn,
} from './lead-selection.sql.ts';
import { readSearchTerms } from './search-terms.ts';

/** The most values that a facet lists; customer names can be narrowed by what they contain. */
export const maxFacetValues = 100;

export interface FacetRow {
  readonly name: LeadFilterName;
  readonly value: string;
  readonly count: number;
}

export interface FacetRequest {
  /** The filters whose values are counted. */
  readonly names: readonly LeadFilterName[];
  readonly customerNameContains: string | undefined;
}

/** What is counted: how often each value of each filter occurs under the other filters (WS-3), and all leads. */
export interface Facets {
  readonly rows: readonly FacetRow[];
  readonly total: number;
}

interface CountedRow {
  readonly name: LeadFilterName | 'total';
  readonly value: string | null;
  readonly count: number;
}

/**
 * One statement, which walks through the leads once for all filters of few values: equal leads are counted first, and
 * each filter looks at the sums under the others. Customer names, of which there are many, take a walk of their own.
 */
export async function countFacets(
  tx: Transaction,
  scope: LeadScope,
  selection: Selected,
  request: FacetRequest,
): Promise<Facets> {
  const statement = await facetsStatement(tx, scope, selection, request);
  const { rows } = await statement.execute(tx);
  return {
    rows: rows.flatMap(({ name, value, count }) =>
      name === 'total' || value === null ? [] : [{ name, value, count }],
    ),
    total: rows.find((row) => row.name === 'total')?.count ?? 0,
  };
}

const counted = leadFilterNames.filter((name) => name !== 'customerName');

/** The statement behind {@link countFacets}, apart so that its plan can be looked at and measured. */
export async function facetsStatement(
  tx: Transaction,
  scope: LeadScope,
  selection: Selected,
  { names, customerNameContains }: FacetRequest,
): Promise<RawBuilder<CountedRow>> {
  const alike = await alikePart(tx, scope, selection);
  const sums = names
    .filter((name) => name !== 'customerName')
    .map(
      (
        name,
      ) => sql`select ${sql.lit(name)} as name, ${sql.ref(name)} as value, sum(leads)::bigint as count from alike
        where ${sql.ref(name)} is not null and ${underFilters(selection, name)} group by ${sql.ref(name)} having sum(leads) > 0`,
    );
  const parts = [
    sql`select 'total' as name, null as value, coalesce(sum(leads), 0)::bigint as count from alike
        where ${underFilters(selection)}`,
    ...sums,
    ...(names.includes('customerName')
      ? [await customersPart(tx, scope, selection, customerNameContains)]
      : []),
  ];
  const { found } = selection;
  const looked = found?.ids === null ? sql`looked as materialized (${lookedUp(scope, found.terms)}),` : sql``;
  return sql<CountedRow>`with ${looked} ${alike} ${sql.join(parts, sql` union all `)}`;
}

/** The table `alike`: equal leads of tab, search and customer names counted together, each as it is at this moment. */
async function alikePart(
  tx: Transaction,
  scope: LeadScope,
  selection: Selected,
): Promise<RawBuilder<unknown>> {
  const { tab, found, customerName } = selection;
  const leads = () =>
    eachLead(tx, scope, { tab, found, customerName }).select(({ fn }) => fn.countAll<number>().as('leads'));
  if (isTooMany(found)) {
    await joinByHash(tx);
    const alike = leads()
      .select(counted.map((name) => filterColumn(name, scope.now).as(name)))
      .groupBy(counted.map((_, n) => sql.raw(String(n + 2))));
    return sql`alike as materialized (${alike})`;
  }
  // In the order of the index that has equal leads side by side; what is overdue has expired, whatever its row still
  // says (LC-4), and is asked for by itself: the index does not know when.
  const stored = leads()
    .select(counted.map((name) => storedColumn(name).as(name)))
    .groupBy(counted.map(storedColumn));
  const overdue = stored.where('lead.status', '=', 'Received').where('lead.expires_at', '<=', scope.now);
  const others = sql.join(counted.filter((name) => name !== 'status').map((name) => sql.ref(name)));
  return sql`stored as (${stored}), overdue as materialized (${overdue}), alike as materialized (
    select status, ${others}, leads from stored
    union all select 'Received', ${others}, -leads from overdue
    union all select 'Expired', ${others}, leads from overdue)`;
}

/**
 * The planner takes words for rare and would look at the leads one by one; where very many have them, one walk through
 * both tables is several times quicker. For the rest of the transaction.
 */
async function joinByHash(tx: Transaction): Promise<void> {
  await sql`select set_config('enable_nestloop', 'off', true)`.execute(tx);
}

/** The leads of a selection, for statements that look at each of them: their words are joined, not asked for. */
function eachLead(tx: Transaction, scope: LeadScope, selection: Selected, without?: LeadFilterName) {
  const { found } = selection;
  if (found === undefined || found.ids !== null) return selectLeads(tx, scope, selection, without);
  const leads = selectLeads(tx, scope, { ...selection, found: { ...found, joined: true } }, without);
  const looked = sql<{ lead_id: string }>`looked`.as('looked');
  const joined = leads.innerJoin(looked, (join) => join.onRef('looked.lead_id', '=', 'lead.id'));
  // The search names the joined table itself; for all else the query is the one without it.
  return joined as unknown as typeof leads;
}

/** The filters that are set, but for one, over the columns of `alike`. */
function underFilters(selection: Selected, without?: LeadFilterName): Expression<SqlBool> {
  const filters = activeFilters(selection).filter((name) => name !== without && name !== 'customerName');
  if (filters.length === 0) return sql<SqlBool>`true`;
  const each = filters.map((name) => {
    const values = (selection[name] ?? []).flatMap((value) =>
      value === 'Archived' ? leadOutcomes : [value],
    );
    return sql<SqlBool>`${sql.ref(name)} = any(${values}::text[])`;
  });
  return sql<SqlBool>`(${sql.join(each, sql` and `)})`;
}

/** The names of most leads; those that contain words, whatever their accents and case. */
async function customersPart(
  tx: Transaction,
  scope: LeadScope,
  selection: Selected,
  contains: string | undefined,
): Promise<RawBuilder<unknown>> {
  const groups = contains === undefined ? [] : readSearchTerms(contains).groups;
  const query = eachLead(tx, scope, selection, 'customerName')
    .select((eb) => [
      sql`'customerName'`.as('name'),
      'lead.customer_name as value',
      eb.fn.countAll<number>().as('count'),
    ])
    .where('lead.customer_name', 'is not', null)
    .groupBy('lead.customer_name')
    .orderBy('count', 'desc')
    .orderBy('lead.customer_name')
    .limit(maxFacetValues);
  if (groups.length === 0) return sql`(${query})`;
  // Leads that hold the words anywhere, if they are few; then those in whose name they stand.
  const canBeLookedUp = groups.some((spellings) => spellings.some(isSearchable));
  const holding = canBeLookedUp ? await findLeads(tx, contains, scope.now) : undefined;
  if (holding?.ids == null) await joinByHash(tx);
  const narrowed = query
    .innerJoin('lead_lookup as named', (join) =>
      join.on('named.organization_id', '=', scope.organizationId).onRef('named.lead_id', '=', 'lead.id'),
    )
    .where(holdsAll(sql`split_part(named.words, E'\\n', 1)`, groups))
    .$if(holding !== undefined && holding.ids !== null, (some) =>
      some.where(sql<SqlBool>`lead.id = any(${[...(holding?.ids ?? [])]}::uuid[])`),
    );
  return sql`(${narrowed})`;
}
