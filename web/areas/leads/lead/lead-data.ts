import { infiniteQueryOptions, type QueryClient, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { QueryOf } from '../../../../contract/endpoints.ts';
import type { Lead } from '../../../../contract/leads/leads.ts';
import { ask, request } from '../../../api/client.ts';
import { queryKeys } from '../../../api/queries.ts';

export { leadQuery } from '../../../api/queries.ts';

/** The latest of what happened to a lead. */
export const timelineQuery = (leadId: string) =>
  queryOptions({
    queryKey: queryKeys.leadTimeline(leadId),
    queryFn: async ({ signal }) =>
      (await request('GET /api/v1/leads/:id/timeline', { params: { id: leadId }, signal })).items,
  });

/** What happened to a lead, page by page from the latest back. */
export const timelinePagesQuery = (leadId: string) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.leadTimeline(leadId), 'pages'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      request('GET /api/v1/leads/:id/timeline', {
        params: { id: leadId },
        query: { cursor: pageParam },
        signal,
      }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** The leads before and after it in the list that it was opened from. */
export const neighborsQuery = (leadId: string, query: QueryOf<'GET /api/v1/leads/:id/neighbors'>) =>
  queryOptions({
    queryKey: queryKeys.leadNeighbors(leadId, query),
    queryFn: ({ signal }) =>
      ask('GET /api/v1/leads/:id/neighbors', { params: { id: leadId }, query, signal }),
  });

export interface LeadCache {
  /** Takes a lead that the server has just answered with; lists and the timeline are read again when shown. */
  adopt: (lead: Lead) => void;
  /** Lets go of a lead that the person does not see any more. */
  forget: (leadId: string) => void;
  /** Reads the lead and everything about it again. */
  refresh: (leadId: string) => void;
}

/** The kept answers about leads, for what changes them. */
export function useLeadCache(): LeadCache {
  const client = useQueryClient();
  return useMemo(
    () => ({
      adopt(lead: Lead) {
        client.setQueryData(queryKeys.lead(lead.id), lead);
        client.invalidateQueries({ queryKey: queryKeys.leadTimeline(lead.id) });
        outdateLists(client);
      },
      forget(leadId: string) {
        client.removeQueries({ queryKey: queryKeys.lead(leadId) });
        outdateLists(client);
      },
      refresh(leadId: string) {
        client.invalidateQueries({ queryKey: queryKeys.lead(leadId) });
        outdateLists(client);
      },
    }),
    [client],
  );
}

function outdateLists(client: QueryClient) {
  client.invalidateQueries({ queryKey: queryKeys.leadLists });
  client.invalidateQueries({ queryKey: queryKeys.leadFacetSets });
}
