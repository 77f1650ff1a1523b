import { type DealColumn, type DealSort, dealColumns, dealSorts } from '../../../../contract/leads/lists.ts';

/** An order of the table; a leading minus sorts downwards. */
export type DealOrder = DealSort | `-${DealSort}`;
/** All orders of the table. */
export const dealOrders: readonly DealOrder[] = dealSorts.flatMap((name) => [name, `-${name}` as const]);

/** What the page shows; its address carries all of it. */
export interface DealsSearch {
  layout?: 'table';
  mine?: 'true';
  /** Of the table. */
  sort?: DealOrder;
  /** The column that the board shows where there is room for one. */
  column?: DealColumn;
}

/** Reads the address and ignores what it does not recognize. */
export function readDealsSearch(params: Record<string, unknown>): DealsSearch {
  const sort = dealOrders.find((one) => one === params.sort);
  const column = dealColumns.find((one) => one === params.column);
  return {
    ...(params.layout === 'table' && { layout: 'table' }),
    ...((params.mine === 'true' || params.mine === true) && { mine: 'true' }),
    ...(sort && sort !== 'estimatedPurchaseDate' && { sort }),
    ...(column && column !== 'accepted' && { column }),
  };
}
