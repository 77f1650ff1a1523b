import { type SelectQueryBuilder, sql } from 'kysely';
import { closedDealDays, type DealColumn, storedTabs } from '../../../../contract/leads/lists.ts';
import type { DB, Db, Transaction } from '../../../platform/database/database.ts';
import { exactSum } from '../../../platform/database/exact-sum.ts';
import { isFavorite } from '../lead/favorites.sql.ts';
import { isOwn, type LeadScope, visibleTo } from '../lead/lead-scope.sql.ts';
import { customerColumns } from '../lead/shown-customer.ts';
import {
  afterDeal,
  type DealOrder,
  type DealPlace,
  dealColumn,
  dealSortKey,
  worthCurrency,
  worthMinor,
} from './deal-order.sql.ts';

const dayMs = 86_400_000;

/** Which deals are asked for. */
export interface DealChoice {
  readonly mine: boolean;
  readonly column: DealColumn | undefined;
}

type Leads = SelectQueryBuilder<DB, 'lead', object>;

/** Open deals, and those that were closed lately; tests are no deals. */
function selectDeals(tx: Db | Transaction, scope: LeadScope, { mine, column }: DealChoice): Leads {
  const leads = tx
    .selectFrom('lead')
    .where(visibleTo(scope))
    // The indexes cover one tab at a time.
    .where('lead.tab', 'in', storedTabs)
    .where('lead.is_test', '=', false)
    .$if(mine, (query) => query.where((eb) => isOwn(eb, scope)));
  if (column === undefined) return leads.where((eb) => eb.or([isOpen(eb), closedLately(eb, scope)]));
  if (column === 'won' || column === 'lost')
    return leads
      .where((eb) => closedLately(eb, scope))
      .where('lead.status', '=', column === 'won' ? 'Won' : 'Lost');
  return leads.where('lead.status', '=', 'Accepted').where('lead.stage', '=', column);
}

type Builder = Parameters<typeof isOwn>[0];

function isOpen(eb: Builder) {
  return eb('lead.status', '=', 'Accepted');
}

function closedLately(eb: Builder, { now }: LeadScope) {
  const since = new Date(now.getTime() - closedDealDays * dayMs);
  return eb.and([eb('lead.status', 'in', ['Won', 'Lost']), eb('lead.closed_at', '>', since)]);
}

export interface DealPageRequest {
  readonly order: DealOrder;
  readonly limit: number;
  readonly after: DealPlace | undefined;
}

/** One page of the deals, in order. */
export function listDeals(
  tx: Db | Transaction,
  scope: LeadScope,
  choice: DealChoice,
  { order, limit, after }: DealPageRequest,
) {
  const key = dealSortKey(order);
  const way = order.descending ? 'desc' : 'asc';
  return selectDeals(tx, scope, choice)
    .leftJoin('person as owner', 'owner.id', 'lead.assigned_to')
    .where(after === undefined ? sql.lit(true) : afterDeal(order, after))
    .select([
      ...customerColumns,
      'lead.version',
      'lead.deal_name',
      'lead.estimated_purchase_date',
      'lead.next_step',
      'lead.next_step_day',
      'lead.next_step_at',
      'lead.assigned_to',
      'lead.qualified_at',
      'lead.developed_at',
      'lead.proposed_at',
      'lead.negotiated_at',
      'owner.name as owner_name',
      'lead.updated_at',
      'lead.closed_at',
    ])
    .select((eb) => [
      dealColumn.$castTo<DealColumn>().as('column'),
      worthMinor.as('worth_minor'),
      worthCurrency.as('worth_currency'),
      isFavorite(eb, scope).$castTo<boolean>().as('favorite'),
      key.as('sort_value'),
    ])
    .orderBy('sort_value', way)
    .orderBy('lead.id', way)
    .limit(limit)
    .execute();
}

export type DealRow = Awaited<ReturnType<typeof listDeals>>[number];

/** What the deals of one column in one currency are worth; no currency: the value is not known. */
export interface DealSumRow {
  readonly column: DealColumn;
  readonly currency: string | null;
  readonly deals: number;
  readonly amount: number;
  readonly usd_cents: number;
}

/** All deals by column and currency. */
export function sumDeals(tx: Db | Transaction, scope: LeadScope, mine: boolean): Promise<DealSumRow[]> {
  const rows = selectDeals(tx, scope, { mine, column: undefined })
    .select((eb) => [
      dealColumn.$castTo<DealColumn>().as('column'),
      worthCurrency.as('currency'),
      eb.fn.countAll<number>().as('deals'),
      exactSum(worthMinor).as('amount'),
      // Of the sum, since it is one currency: asking for the rate of each deal takes most of the time.
      sql<number>`least(greatest(approximate_value(${exactSum(worthMinor)}, ${worthCurrency}), 0), ${Number.MAX_SAFE_INTEGER}::bigint)`.as(
        'usd_cents',
      ),
    ])
    .groupBy([dealColumn, worthCurrency])
    .orderBy('deals', 'desc')
    .orderBy('currency');
  return rows.execute();
}
