import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { LeadContactChecks } from '../../../../contract/leads/contact-checks.ts';
import { request } from '../../../api/client.ts';
import { queryKeys } from '../../../api/queries.ts';
import { pollDelayMs } from './evidence.ts';

const keyPart = 'contact-checks';
const checksKey = (leadId: string) => [...queryKeys.lead(leadId), keyPart] as const;

/**
 * What is known about the contact of a lead (CV-3). It stands below the lead, so that whatever reads the lead again
 * reads this too; while a check is under way it is asked for again even when live updates do not come through.
 */
export const contactChecksQuery = (leadId: string) =>
  queryOptions({
    queryKey: checksKey(leadId),
    queryFn: ({ signal }) =>
      request('GET /api/v1/leads/:id/contact-checks', { params: { id: leadId }, signal }),
    refetchInterval: ({ state }) => (state.data?.checking ? pollDelayMs(state.dataUpdateCount) : false),
  });

/** Takes what the server has just answered, before an older answer that is still on its way. */
export async function adoptChecks(client: QueryClient, leadId: string, checks: LeadContactChecks) {
  await client.cancelQueries({ queryKey: checksKey(leadId) });
  client.setQueryData(checksKey(leadId), checks);
}

/** Reads the lead and what else is shown of it again, and the lists when they are shown next. */
export function refreshAround(client: QueryClient, leadId: string): void {
  void client.invalidateQueries({
    queryKey: queryKeys.lead(leadId),
    predicate: ({ queryKey }) => !queryKey.includes(keyPart),
  });
  void client.invalidateQueries({ queryKey: queryKeys.leadLists });
  void client.invalidateQueries({ queryKey: queryKeys.leadFacetSets });
}
