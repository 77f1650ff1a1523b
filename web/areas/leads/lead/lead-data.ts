import { infiniteQueryOptions, type QueryClient, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { LeadNeighbors } from '../../../../contract/leads/lead-list.ts';
import type { Lead, LeadTimeline } from '../../../../contract/leads/leads.ts';
import { ask, type Query, request } from '../../../api/client.ts';
import { leadAddress, queryKeys } from '../../../api/queries.ts';

export { leadAddress, leadQuery } from '../../../api/queries.ts';

/** The latest events of a lead. */
export const timelineQuery = (leadId: string) =>
  queryOptions({
    queryKey: queryKeys.leadTimeline(leadId),
    queryFn: async ({ signal }) =>
      (await request<LeadTimeline>('GET', `${leadAddress(leadId)}/timeline`, { signal })).items,
  });

/** The events of a lead page by page, latest first. */
export const timelinePagesQuery = (leadId: string) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.leadTimeline(leadId), 'pages'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      request<LeadTimeline>('GET', `${leadAddress(leadId)}/timeline`, {
        query: { cursor: pageParam },
        signal,
      }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

function neighborsQuestion(leadId: string) {
  const address = `${leadAddress(leadId)}/neighbors`;
  return { get: address, post: address };
}

/** The previous and next lead in the list that it was opened from. */
export const neighborsQuery = (leadId: string, selection: Query) =>
  queryOptions({
    queryKey: queryKeys.leadNeighbors(leadId, selection),
    queryFn: ({ signal }) => ask<LeadNeighbors>(neighborsQuestion(leadId), selection, signal),
  });

export interface LeadCache {
  /** Stores a lead from the server's answer; lists and the timeline are refetched when shown. */
  adopt: (lead: Lead) => void;
  /** Drops a lead that the person no longer sees. */
  forget: (leadId: string) => void;
  /** Refetches the lead and everything about it. */
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
