import { sql } from 'kysely';
import { type LeadFilterName, leadFilterNames } from '../../../contract/enums.ts';
import type { LeadSelection } from '../../../contract/lead-list.ts';
import type { Db, Transaction } from '../../platform/database/database.ts';
import { isAfter, type LeadOrder, type LeadPosition, orderBy, reversed, sortValue } from './lead-cursor.ts';
import { type LeadSummaryRow, summaryColumns } from './lead-row.ts';
import { type LeadScope, visibleTo } from './lead-scope.ts';
import { activeFilters, filterColumn, isFavorite, selectLeads, storedColumn } from './lead-selection.ts';

export interface PageRequest {
  readonly order: LeadOrder;
  readonly limit: number;
  readonly after: LeadPosition | undefined;
}

export type ListedLead = LeadSummaryRow & {
  sort_value: string | number | Date;
  message: string | null;
  deal_notes: string | null;
  closing_notes: string | null;
};

/** One page of a selection, in order; asks for one row more than the page, to know whether there is another. */
export function listLeads(
  tx: Transaction,
  scope: LeadScope,
  selection: LeadSelection,
  page: PageRequest,
): Promise<ListedLead[]> {
  return leadPageQuery(tx, scope, selection, page).execute();
}

/** The query behind {@link listLeads}, apart so that its plan can be looked at and measured. */
export function leadPageQuery(
  tx: Db | Transaction,
  scope: LeadScope,
  selection: LeadSelection,
  page: PageRequest,
) {
  // First the keys of the page, from the index alone; then the rows of the page only.
  const keys = selectLeads(tx, scope, selection)
    .$if(page.after !== undefined, (query) =>
      page.after ? query.where(isAfter(page.order, page.after)) : query,
    )
    .select(['lead.id', sortValue(page.order).as('sort_value')])
    .orderBy(orderBy(page.order))
    .limit(page.limit + 1);
  return tx
    .selectFrom(keys.as('page'))
    .innerJoin('lead', (join) =>
      join.on('lead.organization_id', '=', scope.organizationId).onRef('lead.id', '=', 'page.id'),
    )
    .leftJoin('location', (join) =>
      join
        .onRef('location.organization_id', '=', 'lead.organization_id')
        .onRef('location.id', '=', 'lead.location_id'),
    )
    .select(summaryColumns)
    .select([
      'lead.message',
      'lead.deal_notes',
      'lead.closing_notes',
      'location.name as location_name',
      'page.sort_value',
    ])
    .select((eb) => isFavorite(eb, scope).$castTo<boolean>().as('favorite'))
    .orderBy(orderBy(page.order));
}

/** How many leads a selection has. */
export async function countLeads(
  tx: Transaction,
  scope: LeadScope,
  selection: LeadSelection,
): Promise<number> {
  const row = await selectLeads(tx, scope, selection)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return row.total;
}

/** How many leads each tab has, without filters (WS-1). */
export async function countTabs(
  tx: Transaction,
  scope: LeadScope,
): Promise<{ marketplace: number; qualified: number; favorites: number }> {
  const rows = await tx
    .selectFrom('lead')
    .select((eb) => ['lead.tab', eb.fn.countAll<number>().as('total')])
    .where(visibleTo(scope))
    .groupBy('lead.tab')
    .execute();
  const favorites = await tx
    .selectFrom('lead')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where(visibleTo(scope))
    .where((eb) => isFavorite(eb, scope))
    .executeTakeFirstOrThrow();
  const of = (tab: string) => rows.find((row) => row.tab === tab)?.total ?? 0;
  return { marketplace: of('marketplace'), qualified: of('qualified'), favorites: favorites.total };
}

/** The most values that a facet lists; customer names can be narrowed by what they contain. */
export const maxFacetValues = 100;

export interface FacetRow {
  readonly name: LeadFilterName;
  readonly value: string;
  readonly count: number;
}

/** How often each value of each filter occurs under the other filters (WS-3). */
export async function countFacets(
  tx: Transaction,
  scope: LeadScope,
  selection: LeadSelection,
  customerNameContains: string | undefined,
): Promise<FacetRow[]> {
  const active = activeFilters(selection);
  // Filters that are not set see the same leads: one pass counts them all. The others need a pass each.
  const together = leadFilterNames.filter((name) => !active.includes(name) && name !== 'customerName');
  const apart = leadFilterNames.filter((name) => !together.includes(name));
  const rows = await countTogether(tx, scope, selection, together);
  for (const name of apart) rows.push(...(await countOne(tx, scope, selection, name, customerNameContains)));
  return rows;
}

/** Equal leads are counted first and the few sums that remain are split by filter: one walk through one index. */
async function countTogether(
  tx: Transaction,
  scope: LeadScope,
  selection: LeadSelection,
  names: LeadFilterName[],
): Promise<FacetRow[]> {
  if (names.length === 0) return [];
  const values = selectLeads(tx, scope, selection)
    .select(names.map((name) => storedColumn(name).as(name)))
    .select(({ fn }) => fn.countAll<number>().as('leads'))
    .groupBy(names.map(storedColumn));
  const columns = names.map((name) => sql.ref(name));
  const sets = sql.join(columns.map((column) => sql`(${column})`));
  const { rows } = await sql<Record<string, string | number | null>>`
    with alike as materialized (${values})
    select ${sql.join(columns)}, grouping(${sql.join(columns)}) as "grouping", sum(leads)::bigint as "count"
    from alike group by grouping sets (${sets})`.execute(tx);
  const counted = rows.flatMap((row) => {
    // grouping() has a 0 bit for the column that the row counts; the first column is the highest bit.
    const bits = Number(row.grouping).toString(2).padStart(names.length, '0');
    const name = names[bits.indexOf('0')];
    const value = name === undefined ? null : row[name];
    return name === undefined || typeof value !== 'string' ? [] : [{ name, value, count: Number(row.count) }];
  });
  if (!names.includes('status')) return counted;
  return asOfNow(counted, await countOverdue(tx, scope, selection));
}

/** The leads of a selection whose time is over while their row still says that they wait (LC-4). */
async function countOverdue(tx: Transaction, scope: LeadScope, selection: LeadSelection): Promise<number> {
  const row = await selectLeads(tx, scope, selection)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('lead.status', '=', 'Received')
    .where('lead.expires_at', '<=', scope.now)
    .executeTakeFirstOrThrow();
  return row.total;
}

/** Stored states as they are at this moment: those overdue have expired. */
function asOfNow(rows: readonly FacetRow[], overdue: number): FacetRow[] {
  if (overdue === 0) return [...rows];
  const states = rows.filter((row) => row.name === 'status');
  const countOf = (value: string) => states.find((row) => row.value === value)?.count ?? 0;
  const moved = [
    { name: 'status' as const, value: 'Received', count: countOf('Received') - overdue },
    { name: 'status' as const, value: 'Expired', count: countOf('Expired') + overdue },
  ];
  const kept = rows.filter(
    (row) => row.name !== 'status' || (row.value !== 'Received' && row.value !== 'Expired'),
  );
  return [...kept, ...moved.filter((row) => row.count > 0)];
}

async function countOne(
  tx: Transaction,
  scope: LeadScope,
  selection: LeadSelection,
  name: LeadFilterName,
  customerNameContains: string | undefined,
): Promise<FacetRow[]> {
  const column = filterColumn(name, scope.now);
  const rows = await selectLeads(tx, scope, selection, name)
    .select((eb) => [column.as('value'), eb.fn.countAll<number>().as('count')])
    .where(sql<boolean>`${column} is not null`)
    .$if(name === 'customerName' && customerNameContains !== undefined, (query) =>
      query.where(
        sql<boolean>`position(${(customerNameContains ?? '').toLowerCase()} in lower(${column})) > 0`,
      ),
    )
    .groupBy(sql`1`)
    .orderBy('count', 'desc')
    .orderBy(sql`1`)
    .limit(maxFacetValues)
    .execute();
  return rows.flatMap((row) => (row.value === null ? [] : [{ name, value: row.value, count: row.count }]));
}

/** Where a lead stands in an order; undefined when it is not visible. */
export function findPosition(tx: Transaction, scope: LeadScope, leadId: string, order: LeadOrder) {
  return tx
    .selectFrom('lead')
    .select(['lead.id', sortValue(order).as('sort_value')])
    .where(visibleTo(scope))
    .where('lead.id', '=', leadId)
    .executeTakeFirst();
}

/** The lead after (or, backwards, before) a position in a selection. */
export async function findNeighbor(
  tx: Transaction,
  scope: LeadScope,
  selection: LeadSelection,
  order: LeadOrder,
  position: LeadPosition,
  way: 'next' | 'previous',
): Promise<string | null> {
  const walk = way === 'next' ? order : reversed(order);
  const row = await selectLeads(tx, scope, selection)
    .select('lead.id')
    .where(isAfter(walk, position))
    .orderBy(orderBy(walk))
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
