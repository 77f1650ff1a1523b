import type { Deal, DealSums } from '../../../../contract/leads/deals.ts';
import { dealColumns } from '../../../../contract/leads/lists.ts';
import { idOf, makeMe, partsNow } from '../../../../test/parts/made.ts';

/** For tests: an open deal that the person may work. */
export function makeBoardDeal(more: Partial<Deal> = {}): Deal {
  const { person } = makeMe();
  return {
    id: idOf(10),
    version: 2,
    column: 'accepted',
    ticked: [],
    name: 'Alpine migration',
    customer: 'Alpine Ski House',
    value: { amountMinor: 1_250_000, currency: 'EUR' },
    estimatedPurchaseDate: '2027-03-01',
    nextStep: null,
    owner: { id: person.id, name: person.name },
    favorite: false,
    updatedAt: partsNow.toISOString(),
    closedAt: null,
    allowedActions: ['edit', 'close-outcome', 'close-as-error', 'favorite'],
    ...more,
  };
}

/** For tests: the sums of some deals in euros. */
export function sumsOf(deals: readonly Deal[]): DealSums {
  return {
    columns: dealColumns.map((column) => {
      const own = deals.filter((deal) => deal.column === column);
      const amountMinor = own.reduce((all, { value }) => all + (value?.amountMinor ?? 0), 0);
      return {
        column,
        count: own.length,
        sums: own.length > 0 ? [{ currency: 'EUR', amountMinor, deals: own.length }] : [],
        approximateUsd: amountMinor,
      };
    }),
  };
}
