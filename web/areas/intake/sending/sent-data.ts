import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { SentLead, SentLeadDetails } from '../../../../contract/organizations/partners.ts';
import { ask, request } from '../../../api/client.ts';
import { queryKeys } from '../../../api/queries.ts';

const pageSize = 50;
const question = { get: '/api/v1/sent-leads', post: '/api/v1/sent-leads/search' };

interface SentLeadPage {
  items: SentLead[];
  nextCursor: string | null;
}

/** The sent leads, newest first; with a search, those with its words in the customer's or partner's name. */
export const sentLeadsQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: queryKeys.sentLeadList(search),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      ask<SentLeadPage>(question, { limit: pageSize, cursor: pageParam, search }, signal),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** One sent lead, with what happened to it. */
export const sentLeadQuery = (leadId: string) =>
  queryOptions({
    queryKey: queryKeys.sentLead(leadId),
    queryFn: ({ signal }) =>
      request<SentLeadDetails>('GET', `/api/v1/sent-leads/${encodeURIComponent(leadId)}`, { signal }),
  });
