import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/client.ts';
import { queryKeys } from '../api/queries.ts';

/** Long enough that a page never asks twice, short enough to learn of a colleague's view. */
const staleTime = 60_000;

/** What the list remembers for the person (decision 042). */
export const deskQuery = queryOptions({
  queryKey: queryKeys.desk,
  queryFn: ({ signal }) => request('GET /api/v1/me/desk', { signal }),
  staleTime,
});

/** The person's views and the shared ones, by name. */
export const viewsQuery = queryOptions({
  queryKey: queryKeys.views,
  queryFn: async ({ signal }) => (await request('GET /api/v1/views', { signal })).items,
  staleTime,
});
