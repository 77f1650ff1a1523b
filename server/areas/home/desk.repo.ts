import { sql } from 'kysely';
import type { Transaction } from '../../platform/database/database.ts';
import { customerColumns, type LeadScope, visibleTo } from '../leads/index.ts';
import type { HomeDealRow, HomeLeadRow } from './home.presenter.ts';

/** The indexes of the list cover one tab at a time. */
const tabs = ['marketplace', 'qualified'] as const;

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
  return tx
    .selectFrom('lead')
    .where(visibleTo(scope))
    .where('lead.tab', 'in', tabs)
    .where('lead.is_test', '=', false);
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

/** The newest unrouted leads; informational ones have no status, yet can be sent on (IN-4). */
export function listUnrouted(tx: Transaction, scope: LeadScope, limit: number): Promise<HomeLeadRow[]> {
  return newest(
    selectLeads(tx, scope).where((eb) =>
      eb.or([eb('lead.status', 'is', null), eb('lead.status', '=', 'Received')]),
    ),
    limit,
  );
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
    .where('lead.tab', 'in', tabs)
    .where('lead.status', '=', 'Accepted')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

function selectOwnDeals(tx: Transaction, scope: LeadScope & { readonly personId: string }) {
  return selectLeads(tx, scope)
    .where('lead.status', '=', 'Accepted')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('lead_team_member as mate')
          .select(sql`1`.as('one'))
          .where('mate.organization_id', '=', scope.organizationId)
          .whereRef('mate.lead_id', '=', 'lead.id')
          .where('mate.person_id', '=', scope.personId),
      ),
    );
}

/** What deals of one currency are worth; no currency: the value is not known. */
interface DealSum {
  readonly currency: string | null;
  readonly amount: number;
  readonly deals: number;
  readonly overdue: number;
}

/**
 * The accepted leads with the person in their team, by currency, those of most deals first. A sum ends where numbers are
 * no longer exact, far above what anybody sells.
 */
export function sumOwnDeals(
  tx: Transaction,
  scope: LeadScope & { readonly personId: string },
  today: string,
): Promise<DealSum[]> {
  return selectOwnDeals(tx, scope)
    .select((eb) => [
      'lead.deal_currency as currency',
      sql<number>`least(coalesce(sum(lead.deal_value_minor), 0), ${Number.MAX_SAFE_INTEGER}::bigint)::bigint`.as(
        'amount',
      ),
      eb.fn.countAll<number>().as('deals'),
      eb.fn.countAll<number>().filterWhere('lead.estimated_purchase_date', '<', today).as('overdue'),
    ])
    .groupBy('lead.deal_currency')
    .orderBy('deals', 'desc')
    .orderBy('currency')
    .execute();
}

/** The first of them by close date; those without one come last. */
export function listOwnDeals(
  tx: Transaction,
  scope: LeadScope & { readonly personId: string },
  limit: number,
): Promise<HomeDealRow[]> {
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
