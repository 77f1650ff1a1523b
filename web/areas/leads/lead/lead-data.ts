import { infiniteQueryOptions, type QueryClient, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { LeadNeighbors } from '../../../../contract/leads/lead-list.ts';
import type { Lead, LeadTimeline } from '../../../../contract/leads/leads.ts';
import { ask, type Query, request } from '../../../api/client.ts';
import { leadAddress, queryKeys } from '../../../api/queries.ts';

export { leadAddress, leadQuery } from '../../../api/queries.ts';

/** The latest of what happened to a lead. */
export const timelineQuery = (leadId: string) =>
  queryOptions({
    queryKey: queryKeys.leadTimeline(leadId),
    queryFn: async ({ signal }) =>
      (await request<LeadTimeline>('GET', `${leadAddress(leadId)}/timeline`, { signal })).items,
  });

/** What happened to a lead, page by page from the latest back. */
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

/** The leads before and after it in the list that it was opened from. */
export const neighborsQuery = (leadId: string, selection: Query) =>
  queryOptions({
    queryKey: queryKeys.leadNeighbors(leadId, selection),
    queryFn: ({ signal }) => ask<LeadNeighbors>(neighborsQuestion(leadId), selection, signal),
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
