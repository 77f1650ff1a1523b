import type { ColumnSum, Deal } from '../../../../contract/leads/deals.ts';
import { dealColumns, subStages } from '../../../../contract/leads/lists.ts';
import type { Actor } from '../../identity/index.ts';
import { factsOf } from '../lead/lead-row.ts';
import { allowedActions } from '../lead/leads.policy.ts';
import { nextStepOf } from '../lead/next-step.rules.ts';
import { customerShown } from '../lead/shown-customer.ts';
import type { DealRow, DealSumRow } from './deals.repo.ts';

/** Row → wire. */
export function presentDeal(row: DealRow, actor: Actor, now: Date): Deal {
  const { worth_minor: amountMinor, worth_currency: currency } = row;
  return {
    id: row.id,
    version: row.version,
    column: row.column,
    ticked: subStages.filter((stage) => row[`${stage}_at`] !== null),
    name: row.deal_name,
    customer: customerShown(row, now),
    value: amountMinor === null || currency === null ? null : { amountMinor, currency },
    estimatedPurchaseDate: row.estimated_purchase_date,
    nextStep: nextStepOf(row, factsOf(row), now),
    owner: row.assigned_to === null ? null : { id: row.assigned_to, name: row.owner_name ?? '' },
    favorite: row.favorite,
    updatedAt: row.updated_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    allowedActions: allowedActions(actor, factsOf(row), now),
  };
}

/** The rows by column, with a sum for each column, also where there is no deal. */
export function presentSums(rows: readonly DealSumRow[]): ColumnSum[] {
  return dealColumns.map((column) => {
    const own = rows.filter((row) => row.column === column);
    return {
      column,
      count: own.reduce((all, { deals }) => all + deals, 0),
      sums: own.flatMap(({ currency, amount, deals }) =>
        currency === null ? [] : [{ currency, amountMinor: amount, deals }],
      ),
      approximateUsd: Math.min(
        own.reduce((all, row) => all + row.usd_cents, 0),
        Number.MAX_SAFE_INTEGER,
      ),
    };
  });
}
