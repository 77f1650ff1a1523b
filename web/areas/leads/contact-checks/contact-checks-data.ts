import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { LeadContactChecks } from '../../../../contract/leads/contact-checks.ts';
import { request } from '../../../api/client.ts';
import { queryKeys } from '../../../api/queries.ts';
import { pollDelayMs } from './evidence.ts';

const keyPart = 'contact-checks';
const checksKey = (leadId: string) => [...queryKeys.lead(leadId), keyPart] as const;

/**
 * The contact checks of a lead (CV-3). Their key is below the lead's, so that refetching the lead refetches them too;
 * while a check is running they are polled, even when live updates do not come through.
 */
export const contactChecksQuery = (leadId: string) =>
  queryOptions({
    queryKey: checksKey(leadId),
    queryFn: ({ signal }) =>
      request('GET /api/v1/leads/:id/contact-checks', { params: { id: leadId }, signal }),
    refetchInterval: ({ state }) => (state.data?.checking ? pollDelayMs(state.dataUpdateCount) : false),
  });

/** Stores the server's answer and cancels older reads still under way. */
export async function adoptChecks(client: QueryClient, leadId: string, checks: LeadContactChecks) {
  await client.cancelQueries({ queryKey: checksKey(leadId) });
  client.setQueryData(checksKey(leadId), checks);
}

/** Refetches the lead and everything shown with it except the checks, and the lists the next time they are shown. */
export function refreshAround(client: QueryClient, leadId: string): void {
  void client.invalidateQueries({
    queryKey: queryKeys.lead(leadId),
    predicate: ({ queryKey }) => !queryKey.includes(keyPart),
  });
  void client.invalidateQueries({ queryKey: queryKeys.leadLists, refetchType: 'none' });
  void client.invalidateQueries({ queryKey: queryKeys.leadFacetSets });
}
