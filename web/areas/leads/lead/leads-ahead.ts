import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { contactChecksQuery } from '../contact-checks/index.ts';
import { duplicatesQuery } from '../duplicates/index.ts';
import { leadQuery, timelinePagesQuery } from './lead-data.ts';

/**
 * Fetches leads that will probably be read next, while another one is being read: then they appear at once. Someone who
 * is only passing fetches nothing.
 *
 * @param also what else is fetched of each
 */
export function useLeadsAhead(
  leadIds: readonly (string | null | undefined)[],
  restMs: number,
  also?: (client: QueryClient, leadId: string) => void,
): void {
  const client = useQueryClient();
  const key = leadIds.filter(Boolean).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is fetched depends on the leads alone
  useEffect(() => {
    if (key === '') return;
    const timer = setTimeout(() => {
      for (const leadId of key.split(' ')) {
        void client.prefetchQuery(leadQuery(leadId));
        void client.prefetchQuery(contactChecksQuery(leadId));
        void client.prefetchQuery(duplicatesQuery(leadId));
        void client.prefetchInfiniteQuery(timelinePagesQuery(leadId));
        also?.(client, leadId);
      }
    }, restMs);
    return () => clearTimeout(timer);
  }, [client, key, restMs]);
}
