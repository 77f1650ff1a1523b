import {
  type Expression,
  type ExpressionBuilder,
  type RawBuilder,
  type SelectQueryBuilder,
  sql,
} from 'kysely';
import { activeFilters, amountNames, flagNames } from '../../../../contract/leads/lead-filters.ts';
import type { DB, Db, Transaction } from '../../../platform/database/database.ts';
import { keptPlan } from '../../../platform/database/kept-plans.ts';
import { isFavorite } from '../lead/favorites.sql.ts';
import { type LeadSummaryRow, summaryColumns } from '../lead/lead-row.ts';
import { type LeadScope, visibleTo } from '../lead/lead-scope.sql.ts';
import { longTextStarts } from '../lead/lead-starts.sql.ts';
import {
  isAfter,
  type LeadOrder,
  type LeadPosition,
  orderBy,
  reversed,
  sortValue,
  walksLookup,
} from './lead-cursor.sql.ts';
import { dependsOnValues, isWorth, type LeadConditions, selectLeads } from './lead-query.sql.ts';
import { isTooMany, preparation } from './lead-search.sql.ts';

export interface PageRequest {
  readonly order: LeadOrder;
  readonly limit: number;
  readonly after: LeadPosition | undefined;
}

export type ListedLead = LeadSummaryRow & {
  sort_value: string | number | Date;
  /** What a search reads, a line for each field; null without a search. */
  words: string | null;
  /** How many leads the query has, where that cost nothing more; null: {@link countLeads} counts them. */
  total: number | null;
};

/**
 * One page of a query, in order; reads one row more than the page, to see whether there is another. A small page takes
 * longer to plan than to read. Where the best way to it depends on the values of the filters, only the short statement
 * for its keys is planned each time; the one for its rows is kept.
 */
export async function listLeads(
  tx: Transaction,
  scope: LeadScope,
  conditions: LeadConditions,
  page: PageRequest,
): Promise<ListedLead[]> {
  const keysOfPage = pageKeys(tx, scope, conditions, page);
  const isKept = isPlannedOnce(conditions, page.order);
  // Of those who see only some leads, what they see is asked for by the statement that reads it.
  if (isKept || !scope.everything) {
    return pageRows(tx, scope, conditions, keysOfPage)
      .$if(isKept, (query) => query.modifyFront(keptPlan))
      .orderBy('page.sort_value', page.order.descending ? 'desc' : 'asc')
      .orderBy('page.id', page.order.descending ? 'desc' : 'asc')
      .execute();
  }
  const keys = await keysOfPage.execute();
  if (keys.length === 0) return [];
  const ids = keys.map(({ id }) => id);
  const rows = await pageRows(tx, scope, conditions, listedKeys(ids)).modifyFront(keptPlan).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  // A lead that was deleted in between is missing.
  return keys.flatMap(({ id, sort_value, total }) => {
    const row = byId.get(id);
    return row ? [{ ...row, sort_value, total }] : [];
  });
}

/** Those of the leads that are in the query. */
export async function listThoseIn(
  tx: Transaction,
  scope: LeadScope,
  conditions: LeadConditions,
  leadIds: readonly string[],
): Promise<string[]> {
  const rows = await selectLeads(tx, scope, conditions)
    .select('lead.id')
    .where(sql<boolean>`lead.id = any(${[...leadIds]}::uuid[])`)
    .where('lead.checks_pending', '=', false)
    .execute();
  return rows.map(({ id }) => id);
}

/** The keys of a page, in order, from the index alone. */
function pageKeys(tx: Transaction, scope: LeadScope, conditions: LeadConditions, page: PageRequest) {
  return selectInOrder(tx, scope, conditions, page.order)
    .$if(page.after !== undefined, (query) =>
      page.after ? query.where(isAfter(page.order, page.after)) : query,
    )
    .select(['lead.id', sortValue(page.order).as('sort_value'), totalOf(conditions, page).as('total')])
    .orderBy(orderBy(page.order))
    .limit(sql.lit(page.limit + 1));
}

/** Keys that have been read already. */
function listedKeys(ids: readonly string[]) {
  return sql<PageKey>`(select listed.id, null as sort_value, null::bigint as total
    from unnest(${ids}::uuid[]) listed (id))`;
}

interface PageKey {
  readonly id: string;
  readonly sort_value: string | number | Date;
  readonly total: number | null;
}

/** The rows of these keys, and of no others. */
function pageRows(tx: Transaction, scope: LeadScope, conditions: LeadConditions, keys: Expression<PageKey>) {
  return tx
    .selectFrom(sql<PageKey>`${keys}`.as<'page'>(sql.ref('page')))
    .innerJoin('lead', (join) =>
      join.on('lead.organization_id', '=', scope.organizationId).onRef('lead.id', '=', 'page.id'),
    )
    .leftJoin('location', (join) =>
      join
        .onRef('location.organization_id', '=', 'lead.organization_id')
        .onRef('location.id', '=', 'lead.location_id'),
    )
    .leftJoin('person as assignee', 'assignee.id', 'lead.assigned_to')
    .select(summaryColumns)
    .select(longTextStarts)
    .select([
      'location.name as location_name',
      'assignee.name as assignee_name',
      'page.sort_value',
      'page.total',
    ])
    .select((eb) => [
      isFavorite(eb, scope).$castTo<boolean>().as('favorite'),
      (conditions.found === undefined ? sql<null>`null` : wordsOf(eb)).as('words'),
    ]);
}

/** Leads that a search listed by their ids are all read to sort them, so they are counted on the way. */
function totalOf({ found }: LeadConditions, { after }: PageRequest): RawBuilder<number | null> {
  const readsAll = found !== undefined && found.ids !== null && after === undefined;
  return readsAll ? sql<number>`count(*) over ()` : sql<null>`null::bigint`;
}

/**
 * True when the keys of a page come from one index of the leads, in order, whatever the values of the filters. Not so
 * for sorts by value or name, where finding a rare country would read every lead, nor for very common words, nor for
 * filters that may match all leads or none, such as those by day.
 */
function isPlannedOnce(conditions: LeadConditions, order: LeadOrder): boolean {
  return !dependsOnValues(conditions) && !walksLookup(order) && !isTooMany(conditions.found);
}

function wordsOf(eb: ExpressionBuilder<DB, 'lead'>) {
  return eb
    .selectFrom('lead_lookup as read')
    .select('read.words')
    .whereRef('read.organization_id', '=', 'lead.organization_id')
    .whereRef('read.lead_id', '=', 'lead.id')
    .$castTo<string | null>();
}

/** The leads of a query, joined with what the order needs. */
export function selectInOrder(
  tx: Db | Transaction,
  scope: LeadScope,
  conditions: LeadConditions,
  order: LeadOrder,
) {
  if (!walksLookup(order)) return selectLeads(tx, scope, conditions);
  // The joined row says what the lead is worth, too.
  const worth = amountNames.filter((name) => activeFilters(conditions).includes(name));
  const leads = selectLeads(tx, scope, conditions, (name) => worth.some((one) => one === name));
  const joined = leads
    .where((eb) => eb.and(worth.map((name) => isWorth(name, conditions, 'lookup'))))
    .innerJoin('lead_lookup as lookup', (join) =>
      join.on('lookup.organization_id', '=', scope.organizationId).onRef('lookup.lead_id', '=', 'lead.id'),
    )
    .$if(conditions.tab !== 'favorites', (query) => query.where('lookup.tab', '=', conditions.tab));
  // The order refers to the joined table itself; otherwise the query has the type of the one without it.
  return joined as unknown as typeof leads;
}

/** How many leads a query has. */
export async function countLeads(
  tx: Transaction,
  scope: LeadScope,
  conditions: LeadConditions,
): Promise<number> {
  const { tab, found } = conditions;
  const active = activeFilters(conditions);
  const wholeTab = scope.everything && tab !== 'favorites' && found === undefined;
  if (wholeTab && active.length === 0) return countWholeTab(tx, scope, tab);
  if (wholeTab && active.length === 1 && active[0] === 'dealValue') return countWorth(tx, scope, conditions);
  const not = flagNames.find((name) => conditions[name] === false);
  if (not !== undefined) {
    // Few leads are so, and an index has them: all others need not be read.
    const { [not]: _, ...all } = conditions;
    return (await countLeads(tx, scope, all)) - (await countLeads(tx, scope, { ...all, [not]: true }));
  }
  return countEach(tx, scope, conditions);
}

async function countEach(tx: Transaction, scope: LeadScope, conditions: LeadConditions): Promise<number> {
  const row = await selectLeads(tx, scope, conditions)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return row.total;
}

/**
 * Counts a whole tab in `lead_lookup`, which is not written when leads expire: counting the leads themselves takes
 * three times as long after many have changed, until the database has vacuumed. Leads from before an update of
 * Leadlight may not be there yet; then the leads themselves are counted.
 */
async function countWholeTab(
  tx: Transaction,
  scope: LeadScope,
  tab: 'marketplace' | 'qualified',
): Promise<number> {
  const ofTab = (query: SelectQueryBuilder<DB, 'lead', object>) =>
    query.where('lead.organization_id', '=', scope.organizationId).where('lead.tab', '=', tab);
  const leads = ofTab(tx.selectFrom('lead')).where(visibleTo(scope));
  const over = ofTab(tx.selectFrom('lead')).where('lead.available_until', '<=', scope.now);
  const known = tx
    .selectFrom('lead_lookup as known')
    .where('known.organization_id', '=', scope.organizationId)
    .where('known.tab', '=', tab);
  const row = await tx
    .selectNoFrom((eb) =>
      eb
        .case()
        .when(eb.exists(preparation(tx, scope)))
        .then(leads.select(eb.fn.countAll<number>().as('total')))
        .else(
          eb(
            known.select(eb.fn.countAll<number>().as('total')),
            '-',
            over.select(eb.fn.countAll<number>().as('total')),
          ),
        )
        .end()
        .$castTo<number>()
        .as('total'),
    )
    .modifyFront(keptPlan)
    .executeTakeFirstOrThrow();
  return row.total;
}

/**
 * Counts the leads of a tab by their worth, in the index for sorting by it. Only accepted leads have a value, and they
 * stay available.
 */
async function countWorth(tx: Transaction, scope: LeadScope, conditions: LeadConditions): Promise<number> {
  if (conditions.worthIn === 'lead') return countEach(tx, scope, conditions);
  const row = await tx
    .selectFrom('lead_lookup as lookup')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('lookup.organization_id', '=', scope.organizationId)
    .$if(conditions.tab !== 'favorites', (query) => query.where('lookup.tab', '=', conditions.tab))
    .where(isWorth('dealValue', conditions, 'lookup'))
    .executeTakeFirstOrThrow();
  return row.total;
}

/** How many leads each tab has, without filters (WS-1). */
export async function countTabs(
  tx: Transaction,
  scope: LeadScope,
): Promise<{ marketplace: number; qualified: number; favorites: number }> {
  const { marketplace, qualified } = await countStoredTabs(tx, scope);
  const favorites = await tx
    .selectFrom('lead')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where(visibleTo(scope))
    .where((eb) => isFavorite(eb, scope))
    .executeTakeFirstOrThrow();
  return { marketplace, qualified, favorites: favorites.total };
}

async function countStoredTabs(tx: Transaction, scope: LeadScope) {
  if (scope.everything) {
    return {
      marketplace: await countWholeTab(tx, scope, 'marketplace'),
      qualified: await countWholeTab(tx, scope, 'qualified'),
    };
  }
  const rows = await tx
    .selectFrom('lead')
    .select((eb) => ['lead.tab', eb.fn.countAll<number>().as('total')])
    .where(visibleTo(scope))
    .groupBy('lead.tab')
    .execute();
  const of = (tab: string) => rows.find((row) => row.tab === tab)?.total ?? 0;
  return { marketplace: of('marketplace'), qualified: of('qualified') };
}

/** The position of a lead in an order; undefined when it is not visible. */
export function findPosition(tx: Transaction, scope: LeadScope, leadId: string, order: LeadOrder) {
  return tx
    .selectFrom('lead')
    .$if(walksLookup(order), (query) =>
      query.innerJoin('lead_lookup as lookup', (join) =>
        join
          .onRef('lookup.organization_id', '=', 'lead.organization_id')
          .onRef('lookup.lead_id', '=', 'lead.id'),
      ),
    )
    .select(['lead.id', sortValue(order).as('sort_value')])
    .where(visibleTo(scope))
    .where('lead.id', '=', leadId)
    .executeTakeFirst();
}

/** The lead after (or, backwards, before) a position in a query. */
export async function findNeighbor(
  tx: Transaction,
  scope: LeadScope,
  conditions: LeadConditions,
  order: LeadOrder,
  position: LeadPosition,
  way: 'next' | 'previous',
): Promise<string | null> {
  const walk = way === 'next' ? order : reversed(order);
  const row = await selectInOrder(tx, scope, conditions, walk)
    .select('lead.id')
    .where(isAfter(walk, position))
    .orderBy(orderBy(walk))
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
