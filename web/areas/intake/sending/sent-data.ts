import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, request } from '../../../api/client.ts';
import { queryKeys } from '../../../api/queries.ts';

const pageSize = 50;

/** The sent leads, newest first; with a search, those with its words in the customer's or partner's name. */
export const sentLeadsQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: queryKeys.sentLeadList(search),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      ask('GET /api/v1/sent-leads', { query: { limit: pageSize, cursor: pageParam, search }, signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** One sent lead, with what happened to it. */
export const sentLeadQuery = (leadId: string) =>
  queryOptions({
    queryKey: queryKeys.sentLead(leadId),
    queryFn: ({ signal }) => request('GET /api/v1/sent-leads/:id', { params: { id: leadId }, signal }),
  });
