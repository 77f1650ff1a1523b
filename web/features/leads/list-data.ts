import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import type { LeadPage } from '../../../contract/lead-list.ts';
import type { LeadSummary } from '../../../contract/leads.ts';
import { type Query, request } from '../../api/client.ts';
import { leadFacetsQuery, queryKeys } from '../../api/queries.ts';
import { type ListState, orderedQuery, selectionQuery } from './selection.ts';

export type LeadPages = InfiniteData<LeadPage, string | undefined>;

/** The query of the list, without the place where a page starts. */
export function listQuery(state: ListState): Query {
  return { ...orderedQuery(state), limit: state.limit };
}

/** One page of the list. */
export function loadPage(query: Query, cursor: string | undefined, signal?: AbortSignal): Promise<LeadPage> {
  return request<LeadPage>('GET', '/api/v1/leads', { query: { ...query, cursor }, signal });
}

function pagesQuery(query: Query, enabled: boolean) {
  return infiniteQueryOptions({
    queryKey: queryKeys.leadList(query),
    queryFn: ({ pageParam, signal }) => loadPage(query, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    enabled,
    placeholderData: (previous, previousQuery) => {
      const before = previousQuery?.queryKey[2] as Query | undefined;
      return before?.tab === query.tab ? previous : undefined;
    },
  });
}

/** The leads of the list as far as they are loaded, and how many there are in all. */
export function useLeadList(state: ListState, enabled: boolean) {
  const query = useMemo(() => listQuery(state), [state]);
  const result = useInfiniteQuery(pagesQuery(query, enabled));
  const pages = result.data?.pages;
  const leads = useMemo(() => distinct(pages ?? []), [pages]);
  return { ...result, query, leads, total: pages?.[0]?.total ?? 0 };
}

/** A lead whose place changed between two pages could come twice. */
function distinct(pages: LeadPage[]): LeadSummary[] {
  const byId = new Map<string, LeadSummary>();
  for (const page of pages) for (const lead of page.items) if (!byId.has(lead.id)) byId.set(lead.id, lead);
  return [...byId.values()];
}

/** Counts of the tabs and of every filter value under the other filters. */
export function useLeadFacets(state: ListState, enabled: boolean) {
  const query = useMemo(() => selectionQuery(state), [state]);
  return useQuery({ ...leadFacetsQuery(query), enabled, placeholderData: keepPreviousData });
}

/** Replaces leads in pages by newer versions of themselves; nothing moves. */
export function patchPages(data: LeadPages, newer: ReadonlyMap<string, LeadSummary>): LeadPages {
  if (newer.size === 0) return data;
  const pages = data.pages.map((page) => ({
    ...page,
    items: page.items.map((lead) => newer.get(lead.id) ?? lead),
  }));
  return { ...data, pages };
}

/** Changes one lead in every list that is kept. */
export function patchEverywhere(
  client: QueryClient,
  id: string,
  patch: (lead: LeadSummary) => LeadSummary,
): void {
  client.setQueriesData<LeadPages>({ queryKey: queryKeys.leadLists }, (data) => {
    if (!data?.pages) return data;
    const found = data.pages.flatMap((page) => page.items).find((lead) => lead.id === id);
    return found ? patchPages(data, new Map([[id, patch(found)]])) : data;
  });
}
