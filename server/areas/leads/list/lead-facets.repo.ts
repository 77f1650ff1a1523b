import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import {
  type AnyOfName,
  activeFilters,
  anyOfField,
  anyOfNames,
  type LeadFilterName,
  standInsOf,
  ungrouped,
} from '../../../../contract/leads/lead-filters.ts';
import { storedTabs } from '../../../../contract/leads/lists.ts';
import { isSearchable } from '../../../../contract/search-folding.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { type LeadScope, visibleTo } from '../lead/lead-scope.sql.ts';
import {
  filterValue,
  isWholeTab,
  type LeadConditions,
  noStatus,
  selectLeads,
  storedValue,
} from './lead-query.sql.ts';
import { findLeads, holdsAll, isTooMany, lookedUp } from './lead-search.sql.ts';
import { readSearchTerms } from './search-terms.ts';

/** The most values that a facet lists; customer names can be narrowed by what they contain. */
export const maxFacetValues = 100;

export interface FacetRow {
  readonly name: AnyOfName;
  readonly value: string;
  readonly count: number;
}

export interface FacetRequest {
  /** The filters whose values are counted. */
  readonly names: readonly AnyOfName[];
  readonly customerNameContains: string | undefined;
}

/** What is counted: how often each value of each filter occurs under the other filters (WS-3), and all leads. */
export interface Facets {
  readonly rows: readonly FacetRow[];
  readonly total: number;
}

interface CountedRow {
  readonly name: AnyOfName | 'total';
  readonly value: string | null;
  readonly count: number;
}

/**
 * One statement, which reads the leads once for all filters with few values: equal leads are counted first, and each
 * filter sums these counts under the others. Filters with many values, such as customer names, are read as
 * {@link waysToCount} says.
 */
export async function countFacets(
  tx: Transaction,
  scope: LeadScope,
  conditions: LeadConditions,
  request: FacetRequest,
): Promise<Facets> {
  const statement = await facetsStatement(tx, scope, conditions, request);
  const { rows } = await statement.execute(tx);
  return {
    rows: rows.flatMap(({ name, value, count }) =>
      name === 'total' || value === null ? [] : [{ name, value, count }],
    ),
    total: rows.find((row) => row.name === 'total')?.count ?? 0,
  };
}

/** The filters whose values are counted together. */
const counted = anyOfNames.filter((name) => anyOfField(name).filter.facet === 'few');
const isCounted = (name: LeadFilterName) => counted.some((one) => one === name);

/** The statement behind {@link countFacets}, separate so that its plan can be examined and measured. */
export async function facetsStatement(
  tx: Transaction,
  scope: LeadScope,
  conditions: LeadConditions,
  request: FacetRequest,
): Promise<RawBuilder<CountedRow>> {
  const { names, customerNameContains } = request;
  const { together, apart, owned } = waysToCount(scope, conditions, request);
  const alike = await alikePart(tx, scope, conditions);
  const sums = names.filter(isCounted).map(
    (
      name,
    ) => sql`select ${sql.lit(name)} as name, ${sql.ref(name)} as value, sum(leads)::bigint as count from alike
        where ${sql.ref(name)} is not null and ${underFilters(conditions, name)} group by ${sql.ref(name)} having sum(leads) > 0`,
  );
  const parts = [
    sql`select 'total' as name, null as value, coalesce(sum(leads), 0)::bigint as count from alike
        where ${underFilters(conditions)}`,
    ...sums,
    ...together.map((name) => sql`(${sharedPart(name, together)})`),
    ...(apart.includes('customerName')
      ? [await customersPart(tx, scope, conditions, customerNameContains)]
      : []),
    ...apart
      .filter((name) => name !== 'customerName')
      .map((name) => sql`(${mostFrequent(tx, scope, conditions, name)})`),
    ...owned.map((name) => sql`(${ownedPart(name)})`),
  ];
  const { found } = conditions;
  const tables = [
    ...(found?.ids === null
      ? [sql`looked as materialized (${lookedUp(scope, conditions.tab, found.terms)})`]
      : []),
    alike,
    ...(together.length > 0 ? [sharedTable(tx, scope, conditions, together)] : []),
    ...owned.map((name) => ownedTable(tx, scope, conditions, name)),
  ];
  return sql<CountedRow>`with ${sql.join(tables)} ${sql.join(parts, sql` union all `)}`;
}

/** How filters with many values are counted. */
interface Ways {
  /** In one pass over the leads of the query. */
  readonly together: readonly AnyOfName[];
  /** Each in a pass of its own. */
  readonly apart: readonly AnyOfName[];
  /** Each in a pass over the leads that have a value; `nobody` has the others, which no index of the values holds. */
  readonly owned: readonly AnyOfName[];
}

/**
 * Of a whole tab, each filter has an index that keeps its values together, and reads nothing else. Under filters, no
 * index has them all: one pass then counts for every filter that is not set itself.
 */
function waysToCount(
  scope: LeadScope,
  conditions: LeadConditions,
  { names, customerNameContains }: FacetRequest,
): Ways {
  const many = names.filter((name) => !isCounted(name));
  if (isWholeTab(scope, conditions)) {
    return { together: [], apart: many.filter((name) => !hasNobody(name)), owned: many.filter(hasNobody) };
  }
  const active = activeFilters(conditions);
  const isApart = (name: AnyOfName) =>
    active.includes(name) || (name === 'customerName' && customerNameContains !== undefined);
  const together = many.filter((name) => !isApart(name));
  if (together.length < 2) return { together: [], apart: many, owned: [] };
  return { together, apart: many.filter(isApart), owned: [] };
}

const hasNobody = (name: AnyOfName) => standInsOf(name).includes('nobody');

/**
 * The table `alike`: equal leads under all filters that are not counted here, counted together, each as it is at this
 * moment.
 */
async function alikePart(
  tx: Transaction,
  scope: LeadScope,
  conditions: LeadConditions,
): Promise<RawBuilder<unknown>> {
  const leads = () =>
    eachLead(tx, scope, conditions, isCounted).select(({ fn }) => fn.countAll<number>().as('leads'));
  if (isTooMany(conditions.found)) {
    await joinByHash(tx);
    const alike = leads()
      .select(counted.map((name) => filterValue(name, scope.now).as(name)))
      .groupBy(counted.map((_, n) => sql.raw(String(n + 2))));
    return sql`alike as materialized (${alike})`;
  }
  // In the order of the index that keeps equal leads together; overdue leads have expired, whatever their row still
  // says
  // (LC-4), and are queried separately: the index does not know the time.
  const stored = leads()
    .select(counted.map((name) => storedValue(name).as(name)))
    .groupBy(counted.map(storedValue));
  const overdue = stored.where('lead.status', '=', 'Received').where('lead.expires_at', '<=', scope.now);
  const others = sql.join(counted.filter((name) => name !== 'status').map((name) => sql.ref(name)));
  return sql`stored as (${stored}), overdue as materialized (${overdue}), alike as materialized (
    select coalesce(status, ${sql.lit(noStatus)}) as status, ${others}, leads from stored
    union all select 'Received', ${others}, -leads from overdue
    union all select 'Expired', ${others}, leads from overdue)`;
}

/**
 * The planner assumes that words are rare: it would look at the leads one by one, and sort what it takes for a handful.
 * For very common words, one scan of both tables, joined and counted by hash, is several times faster. Applies to the
 * rest of the transaction.
 */
async function joinByHash(tx: Transaction): Promise<void> {
  await sql`select set_config('enable_nestloop', 'off', true), set_config('enable_sort', 'off', true)`.execute(
    tx,
  );
}

/** The leads of a query, for statements that read each of them: their words are joined, not looked up. */
function eachLead(
  tx: Transaction,
  scope: LeadScope,
  conditions: LeadConditions,
  without: (name: LeadFilterName) => boolean,
) {
  const { found } = conditions;
  if (found === undefined || found.ids !== null) return selectLeads(tx, scope, conditions, without);
  const leads = selectLeads(tx, scope, { ...conditions, found: { ...found, joined: true } }, without);
  const looked = sql<{ lead_id: string }>`looked`.as('looked');
  const joined = leads.innerJoin(looked, (join) => join.onRef('looked.lead_id', '=', 'lead.id'));
  // The search refers to the joined table itself; otherwise the query has the type of the one without it.
  return joined as unknown as typeof leads;
}

/** The counted filters that are set, except one, on the columns of `alike`. */
function underFilters(conditions: LeadConditions, without?: AnyOfName): Expression<SqlBool> {
  const active = activeFilters(conditions);
  const filters = counted.filter((name) => name !== without && active.includes(name));
  if (filters.length === 0) return sql<SqlBool>`true`;
  const each = filters.map(
    (name) => sql<SqlBool>`${sql.ref(name)} = any(${ungrouped(name, conditions[name] ?? [])}::text[])`,
  );
  return sql<SqlBool>`(${sql.join(each, sql` and `)})`;
}

/** The most frequent values of a filter with many. */
function mostFrequent(tx: Transaction, scope: LeadScope, conditions: LeadConditions, name: AnyOfName) {
  const stored = storedValue(name);
  return eachLead(tx, scope, conditions, (one) => one === name)
    .select((eb) => [
      sql`${sql.lit(name)}`.as('name'),
      said(name, stored).as('value'),
      eb.fn.countAll<number>().as('count'),
    ])
    .$if(!hasNobody(name), (some) => some.where(stored, 'is not', null))
    .groupBy(stored)
    .orderBy('count', 'desc')
    .orderBy(stored)
    .limit(maxFacetValues);
}

/**
 * What a row says for a value: ids as text, and `nobody` for leads without one where that can be asked for. The leads
 * are grouped by the value as it is stored, so that this is done for each value instead of each lead.
 */
function said(name: AnyOfName, value: RawBuilder<string | null>): RawBuilder<string | null> {
  if (anyOfField(name).type !== 'reference') return value;
  const id = sql<string | null>`${value}::text`;
  return hasNobody(name) ? sql<string>`coalesce(${id}, 'nobody')` : id;
}

/** The table `shared`: how often each value of each of these filters occurs, from one pass over the leads. */
function sharedTable(
  tx: Transaction,
  scope: LeadScope,
  conditions: LeadConditions,
  names: readonly AnyOfName[],
): RawBuilder<unknown> {
  const sets = names.map((name) => sql`(${storedValue(name)})`);
  const query = eachLead(tx, scope, conditions, () => false)
    .select(sql<number>`grouping(${sql.join(names.map(storedValue))})`.as('others'))
    .select(names.map((name) => storedValue(name).as(name)))
    .select(({ fn }) => fn.countAll<number>().as('leads'))
    .groupBy(sql`grouping sets (${sql.join(sets)})`);
  return sql`shared as materialized (${query})`;
}

/** The most frequent values of one of the filters in `shared`. */
function sharedPart(name: AnyOfName, names: readonly AnyOfName[]): RawBuilder<unknown> {
  const value = sql.ref<string | null>(name);
  // A bit for each of the filters that a row is not about, the last one lowest.
  const others = names.reduce((bits, one) => bits * 2 + (one === name ? 0 : 1), 0);
  return sql`select ${sql.lit(name)} as name, ${said(name, value)} as value, leads as count from shared
    where others = ${others} ${hasNobody(name) ? sql`` : sql`and ${value} is not null`}
    order by leads desc, ${value} limit ${maxFacetValues}`;
}

/** The table `owned`: how many leads each value has. */
function ownedTable(
  tx: Transaction,
  scope: LeadScope,
  conditions: LeadConditions,
  name: AnyOfName,
): RawBuilder<unknown> {
  const stored = storedValue(name);
  const query = eachLead(tx, scope, conditions, () => false)
    .select(({ fn }) => [stored.as('value'), fn.countAll<number>().as('leads')])
    .where(stored, 'is not', null)
    .groupBy(stored);
  return sql`owned as materialized (${query})`;
}

/** The most frequent values in `owned`, and `nobody` for the leads of the query that it lacks. */
function ownedPart(name: AnyOfName): RawBuilder<unknown> {
  return sql`select ${sql.lit(name)} as name, value, count from (
      select value::text, leads as count from owned
      union all select 'nobody', ((select coalesce(sum(leads), 0) from alike) - (select coalesce(sum(leads), 0) from owned))::bigint
    ) every where count > 0 order by count desc, value limit ${maxFacetValues}`;
}

/** The titles of offers as the leads have them; only of leads that the scope may see. */
export async function listOfferTitles(
  tx: Transaction,
  scope: LeadScope,
  offers: readonly string[],
): Promise<Map<string, string>> {
  const asked = sql<{ name: string }>`unnest(${[...offers]}::text[])`.as<'asked'>(sql`asked(name)`);
  const title = tx
    .selectFrom('lead')
    .select('lead.offer_title')
    .where(visibleTo(scope))
    // Both of them, so that one index leads to an offer's leads.
    .where('lead.tab', 'in', storedTabs)
    .where(sql<SqlBool>`lead.offer_name = asked.name and lead.offer_title is not null`)
    .limit(1);
  const rows = await tx
    .selectFrom(asked)
    .select(['asked.name', title.as('title')])
    .execute();
  return new Map(rows.flatMap(({ name, title }) => (title === null ? [] : [[name, title]])));
}

/** The most frequent customer names; with words, those that contain them, ignoring accents and case. */
async function customersPart(
  tx: Transaction,
  scope: LeadScope,
  conditions: LeadConditions,
  contains: string | undefined,
): Promise<RawBuilder<unknown>> {
  const groups = contains === undefined ? [] : readSearchTerms(contains).groups;
  const query = mostFrequent(tx, scope, conditions, 'customerName');
  if (groups.length === 0) return sql`(${query})`;
  // Leads that contain the words anywhere, if they are few; then those that have them in the customer's name.
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
