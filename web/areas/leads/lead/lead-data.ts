import { infiniteQueryOptions, type QueryClient, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { QueryOf } from '../../../../contract/endpoints.ts';
import type { Lead } from '../../../../contract/leads/leads.ts';
import { ask, request } from '../../../api/client.ts';
import { queryKeys } from '../../../api/queries.ts';

export { leadQuery } from '../../../api/queries.ts';

/** The latest events of a lead. */
export const timelineQuery = (leadId: string) =>
  queryOptions({
    queryKey: queryKeys.leadTimeline(leadId),
    queryFn: async ({ signal }) =>
      (await request('GET /api/v1/leads/:id/timeline', { params: { id: leadId }, signal })).items,
  });

/** The events of a lead page by page, latest first. */
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

/** The previous and next lead in the list that it was opened from. */
export const neighborsQuery = (leadId: string, query: QueryOf<'GET /api/v1/leads/:id/neighbors'>) =>
  queryOptions({
    queryKey: queryKeys.leadNeighbors(leadId, query),
    queryFn: ({ signal }) =>
      ask('GET /api/v1/leads/:id/neighbors', { params: { id: leadId }, query, signal }),
  });

interface LeadCache {
  /** Stores a lead from the server's answer; lists and the timeline are refetched when shown. */
  adopt: (lead: Lead) => void;
  /** Drops a lead that the person no longer sees. */
  forget: (leadId: string) => void;
  /** Refetches the lead and everything about it; lists are refetched the next time they are shown. */
  refresh: (leadId: string) => void;
}

/** The cached answers about leads, for code that changes them. */
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
        // A list that is shown next to the lead follows by itself, without moving what is being read (WS-9).
        client.invalidateQueries({ queryKey: queryKeys.leadLists, refetchType: 'none' });
        client.invalidateQueries({ queryKey: queryKeys.leadFacetSets });
      },
    }),
    [client],
  );
}

/** Rows and counts of leads are asked for again. */
export function outdateLists(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: queryKeys.leadLists });
  void client.invalidateQueries({ queryKey: queryKeys.leadFacetSets });
}
