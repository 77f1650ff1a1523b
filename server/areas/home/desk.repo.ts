import { sql } from 'kysely';
import { storedTabs } from '../../../contract/leads/lists.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { exactSum } from '../../platform/database/exact-sum.ts';
import { customerColumns, isOwn, isUnrouted, type LeadScope, visibleTo } from '../leads/index.ts';
import type { HomeDealRow, HomeLeadRow } from './home.presenter.ts';

const leadColumns = [
  ...customerColumns,
  'lead.country',
  'lead.offer_title',
  'lead.lead_quality',
  'lead.received_at',
  'lead.hot_until',
] as const;

/** Some rows of a query, and how many it has. */
export interface Counted<Row> {
  readonly count: number;
  readonly rows: Row[];
}

function selectLeads(tx: Transaction, scope: LeadScope) {
  return (
    tx
      .selectFrom('lead')
      .where(visibleTo(scope))
      // The indexes of the list cover one tab at a time.
      .where('lead.tab', 'in', storedTabs)
      .where('lead.is_test', '=', false)
  );
}

async function readCounted(
  query: ReturnType<typeof selectLeads>,
  limit: number,
): Promise<Counted<HomeLeadRow>> {
  const { count } = await query
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return { count, rows: count === 0 ? [] : await newest(query, limit) };
}

function newest(query: ReturnType<typeof selectLeads>, limit: number): Promise<HomeLeadRow[]> {
  return query
    .select(leadColumns)
    .orderBy('lead.received_at', 'desc')
    .orderBy('lead.id', 'desc')
    .limit(limit)
    .execute();
}

/** Leads that wait for an answer and are hot, the newest first. */
export function readHot(tx: Transaction, scope: LeadScope, limit: number): Promise<Counted<HomeLeadRow>> {
  const hot = selectLeads(tx, scope)
    .where('lead.status', '=', 'Received')
    .where('lead.expires_at', '>', scope.now)
    .where('lead.hot_until', '>', scope.now);
  return readCounted(hot, limit);
}

/** Unrouted leads, the newest first, including overdue ones, which are not lost (IN-4). */
export function readUnrouted(
  tx: Transaction,
  scope: LeadScope,
  limit: number,
): Promise<Counted<HomeLeadRow>> {
  return readCounted(selectLeads(tx, scope).where(isUnrouted), limit);
}

/** Leads that came in after a moment, the newest first. */
export function readFresh(
  tx: Transaction,
  scope: LeadScope,
  since: Date,
  limit: number,
): Promise<Counted<HomeLeadRow>> {
  return readCounted(selectLeads(tx, scope).where('lead.received_at', '>', since), limit);
}

/** How many leads are accepted and not closed yet, tests included: the index for counts knows no tests. */
export async function countDeals(tx: Transaction, scope: LeadScope): Promise<number> {
  const row = await tx
    .selectFrom('lead')
    .where(visibleTo(scope))
    .where('lead.tab', 'in', storedTabs)
    .where('lead.status', '=', 'Accepted')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

function selectOwnDeals(tx: Transaction, scope: LeadScope) {
  return selectLeads(tx, scope)
    .where('lead.status', '=', 'Accepted')
    .where((eb) => isOwn(eb, scope));
}

/** What deals of one currency are worth; no currency: the value is not known. */
interface DealSum {
  readonly currency: string | null;
  readonly amount: number;
  readonly deals: number;
  readonly overdue: number;
}

/** The accepted leads that the person owns or has in their team, by currency, those of most deals first. */
export function sumOwnDeals(tx: Transaction, scope: LeadScope, today: string): Promise<DealSum[]> {
  return selectOwnDeals(tx, scope)
    .select((eb) => [
      'lead.deal_currency as currency',
      exactSum(eb.ref('lead.deal_value_minor')).as('amount'),
      eb.fn.countAll<number>().as('deals'),
      eb.fn.countAll<number>().filterWhere('lead.estimated_purchase_date', '<', today).as('overdue'),
    ])
    .groupBy('lead.deal_currency')
    .orderBy('deals', 'desc')
    .orderBy('currency')
    .execute();
}

/** The first of them by estimated purchase date; those without one come last. */
export function listOwnDeals(tx: Transaction, scope: LeadScope, limit: number): Promise<HomeDealRow[]> {
  return selectOwnDeals(tx, scope)
    .select([
      ...customerColumns,
      'lead.deal_name',
      'lead.deal_value_minor',
      'lead.deal_currency',
      'lead.estimated_purchase_date',
    ])
    .orderBy('lead.estimated_purchase_date', (order) => order.asc().nullsLast())
    .orderBy('lead.received_at')
    .orderBy('lead.id')
    .limit(limit)
    .execute();
}

export interface StandingRow {
  answered: number;
  expired: number;
  median_minutes: number | null;
}

/**
 * Of the leads that came in since then and could be answered: how many were, how many expired, and how long an answer
 * took, half of the time.
 */
export function readStanding(tx: Transaction, scope: LeadScope, since: Date): Promise<StandingRow> {
  const answeredAt = sql`case when lead.accepted_at is not null then lead.accepted_at
                              when lead.status = 'Declined' then lead.closed_at end`;
  return selectLeads(tx, scope)
    .where('lead.received_at', '>', since)
    .where('lead.contact_allowed', '=', true)
    .select([
      sql<number>`count(${answeredAt})::integer`.as('answered'),
      sql<number>`(count(*) filter (where lead.status = 'Expired'
                     or (lead.status = 'Received' and lead.expires_at <= ${scope.now})))::integer`.as(
        'expired',
      ),
      sql<
        number | null
      >`(percentile_cont(0.5) within group (order by extract(epoch from ${answeredAt} - lead.received_at) / 60)
                           filter (where ${answeredAt} is not null))::integer`.as('median_minutes'),
    ])
    .executeTakeFirstOrThrow();
}
