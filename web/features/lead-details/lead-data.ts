import { type QueryClient, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { LeadNeighbors } from '../../../contract/lead-list.ts';
import type { Lead, LeadTimeline } from '../../../contract/leads.ts';
import { type Query, request } from '../../api/client.ts';
import { queryKeys } from '../../api/queries.ts';

/** The address of a lead in the API. */
export function leadAddress(leadId: string): string {
  return `/api/v1/leads/${encodeURIComponent(leadId)}`;
}

export const leadQuery = (leadId: string) =>
  queryOptions({
    queryKey: queryKeys.lead(leadId),
    queryFn: ({ signal }) => request<Lead>('GET', leadAddress(leadId), { signal }),
  });

export const timelineQuery = (leadId: string) =>
  queryOptions({
    queryKey: queryKeys.leadTimeline(leadId),
    queryFn: async ({ signal }) =>
      (await request<LeadTimeline>('GET', `${leadAddress(leadId)}/timeline`, { signal })).items,
  });

export const neighborsQuery = (leadId: string, selection: Query) =>
  queryOptions({
    queryKey: queryKeys.leadNeighbors(leadId, selection),
    queryFn: ({ signal }) =>
      request<LeadNeighbors>('GET', `${leadAddress(leadId)}/neighbors`, { query: selection, signal }),
  });

export interface LeadCache {
  /** Takes a lead that the server has just answered with; lists and the timeline are read again when shown. */
  adopt: (lead: Lead) => void;
  /** Changes what is shown at once, before the server has answered; gives back how it was. */
  patch: (leadId: string, change: Partial<Lead>) => Lead | undefined;
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
      patch(leadId: string, change: Partial<Lead>) {
        const before = client.getQueryData<Lead>(queryKeys.lead(leadId));
        if (before) client.setQueryData(queryKeys.lead(leadId), { ...before, ...change });
        outdateLists(client);
        return before;
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
