import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { BodyOf } from '../../../../contract/endpoints.ts';
import type { BulkAction } from '../../../../contract/leads/bulk.ts';
import { request } from '../../../api/client.ts';
import { queryKeys } from '../../../api/queries.ts';

export type BulkOrder = BodyOf<'POST /api/v1/leads/bulk'>;

const followMs = 1500;

/** Whether a bulk action still touches leads. */
export function isOpen({ state }: Pick<BulkAction, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}

/** The person's latest bulk actions; looked at again and again while one is under way. */
export const bulkActionsQuery = queryOptions({
  queryKey: queryKeys.bulkActions,
  queryFn: async ({ signal }) => (await request('GET /api/v1/leads/bulk', { signal })).items,
  staleTime: 30_000,
  refetchInterval: ({ state }) => (state.data?.some(isOpen) ? followMs : false),
});

/** Puts a bulk action among the known ones, as the server just described it. */
export function noteBulkAction(client: QueryClient, action: BulkAction): void {
  client.setQueryData<BulkAction[]>(queryKeys.bulkActions, (known) => {
    const others = (known ?? []).filter(({ id }) => id !== action.id);
    return [action, ...others];
  });
}
