import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
  queryOptions,
} from '@tanstack/react-query';
import type { ColumnSum, Deal, DealPage, DealSums } from '../../../../contract/leads/deals.ts';
import type { DealColumn } from '../../../../contract/leads/lists.ts';
import { request } from '../../../api/client.ts';
import type { DealOrder } from './deals-search.ts';
import { isStage } from './stages.ts';

const pageSize = 50;
type Mine = 'true' | undefined;
type Pages = InfiniteData<DealPage, string | undefined>;

const keys = {
  all: ['deals'] as const,
  sums: ['deals', 'sums'] as const,
  lists: ['deals', 'list'] as const,
  columns: ['deals', 'column'] as const,
};

/** The deals of one column: open ones by when the customer is expected to buy, closed ones newest first. */
export const columnQuery = (column: DealColumn, mine: Mine) =>
  infiniteQueryOptions({
    queryKey: [...keys.columns, column, mine ?? 'all'],
    staleTime: 0,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      request('GET /api/v1/deals', {
        query: {
          column,
          mine,
          sort: isStage(column) ? 'estimatedPurchaseDate' : '-updatedAt',
          limit: pageSize,
          cursor: pageParam,
        },
        signal,
      }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** All deals in one order, for the table. In another order, the former one is shown until the new one is there. */
export const dealListQuery = (sort: DealOrder, mine: Mine) =>
  infiniteQueryOptions({
    placeholderData: keepPreviousData,
    queryKey: [...keys.lists, sort, mine ?? 'all'],
    staleTime: 0,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      request('GET /api/v1/deals', { query: { sort, mine, limit: pageSize, cursor: pageParam }, signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** How many deals stand where, and what they are worth. */
export const dealSumsQuery = (mine: Mine) =>
  queryOptions({
    queryKey: [...keys.sums, mine ?? 'all'],
    staleTime: 0,
    queryFn: async ({ signal }) =>
      (await request('GET /api/v1/deals/sums', { query: { mine }, signal })).columns,
  });

/** Reads everything about deals again. */
export function refreshDeals(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: keys.all });
}

/** Stops reads that are on their way: they would bring back what was before a change. */
export function stopReadingDeals(client: QueryClient): Promise<void> {
  return client.cancelQueries({ queryKey: keys.all });
}

/** Shows a deal as it is now, wherever it was: in its column, in the table and in the sums. */
export function showDeal(client: QueryClient, deal: Deal): void {
  const before = findDeal(client, deal.id);
  for (const [key, pages] of client.getQueriesData<Pages>({ queryKey: keys.columns })) {
    if (!pages) continue;
    const rest = mapPages(pages, (items) => items.filter(({ id }) => id !== deal.id));
    client.setQueryData<Pages>(key, key[2] === deal.column ? withDeal(rest, deal) : rest);
  }
  client.setQueriesData<Pages>(
    { queryKey: keys.lists },
    (pages) => pages && mapPages(pages, (items) => items.map((one) => (one.id === deal.id ? deal : one))),
  );
  if (before && before.column !== deal.column)
    client.setQueriesData<DealSums['columns']>(
      { queryKey: keys.sums },
      (columns) => columns && moveInSums(columns, before, deal.column),
    );
}

/** A deal as it is shown. */
function findDeal(client: QueryClient, id: string): Deal | undefined {
  return [keys.columns, keys.lists]
    .flatMap((queryKey) => client.getQueriesData<Pages>({ queryKey }))
    .flatMap(([, pages]) => pages?.pages.flatMap(({ items }) => items) ?? [])
    .find((deal) => deal.id === id);
}

function mapPages(pages: Pages, change: (items: Deal[]) => Deal[]): Pages {
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, items: change(page.items) })) };
}

/** Where the server will have it, as far as that is loaded: before the first deal that is due later. */
function withDeal(data: Pages, deal: Deal): Pages {
  const due = ({ estimatedPurchaseDate, id }: Deal) => `${estimatedPurchaseDate ?? '9999'} ${id}`;
  const isBefore = (other: Deal) => !isStage(deal.column) || due(deal) < due(other);
  const found = data.pages.findIndex(({ items }) => items.some(isBefore));
  const at = found === -1 ? data.pages.length - 1 : found;
  const pages = data.pages.map((page, index) => {
    if (index !== at) return page;
    const place = page.items.findIndex(isBefore);
    const end = place === -1 ? page.items.length : place;
    return { ...page, items: [...page.items.slice(0, end), deal, ...page.items.slice(end)] };
  });
  return { ...data, pages };
}

/** The sums with a deal in another column; dollars are left as they are until the server has counted. */
function moveInSums(columns: readonly ColumnSum[], deal: Deal, to: DealColumn): ColumnSum[] {
  return columns.map((one) => {
    if (one.column === deal.column) return changeSum(one, deal, -1);
    return one.column === to ? changeSum(one, deal, 1) : one;
  });
}

function changeSum(sum: ColumnSum, { value }: Deal, by: 1 | -1): ColumnSum {
  const count = sum.count + by;
  if (value === null) return { ...sum, count };
  const { currency, amountMinor } = value;
  const old = sum.sums.find((one) => one.currency === currency) ?? { currency, amountMinor: 0, deals: 0 };
  const changed = {
    currency,
    amountMinor: old.amountMinor + by * amountMinor,
    deals: old.deals + by,
  };
  const others = sum.sums.filter((one) => one.currency !== currency);
  return { ...sum, count, sums: changed.deals > 0 ? [changed, ...others] : others };
}
