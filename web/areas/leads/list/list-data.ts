import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  replaceEqualDeep,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { QueryOf } from '../../../../contract/endpoints.ts';
import { type AnyOfName, anyOfField, anyOfNames, isNamed } from '../../../../contract/leads/lead-filters.ts';
import type { LeadPage } from '../../../../contract/leads/lead-list.ts';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { ask } from '../../../api/client.ts';
import { favoriteWishes } from '../../../api/favorite-wishes.ts';
import { leadFacetsQuery, queryKeys } from '../../../api/queries.ts';
import type { ListState } from '../../../lead-query/list-state.ts';
import { leadQuery, orderedQuery } from '../../../lead-query/query.ts';

export type ListQuery = QueryOf<'GET /api/v1/leads'>;
export type LeadPages = InfiniteData<LeadPage, string | undefined>;

/** The query of the list, without a cursor. */
export function listQuery(state: ListState): ListQuery {
  return { ...orderedQuery(state), limit: state.limit };
}

/** One page of the list. */
export async function loadPage(
  query: ListQuery,
  cursor: string | undefined,
  signal?: AbortSignal,
): Promise<LeadPage> {
  const readAt = favoriteWishes.now();
  const page = await ask('GET /api/v1/leads', { query: { ...query, cursor }, signal });
  return { ...page, items: page.items.map((lead) => favoriteWishes.applyTo(lead, readAt)) };
}

/** The loaded pages of a list. */
export function pagesQuery(query: ListQuery, enabled: boolean) {
  return infiniteQueryOptions({
    structuralSharing: keepNewerRows,
    queryKey: queryKeys.leadList(query),
    queryFn: ({ pageParam, signal }) => loadPage(query, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    enabled,
    placeholderData: (previous, previousQuery) => {
      const before = previousQuery?.queryKey[2] as ListQuery | undefined;
      return before?.tab === query.tab ? previous : undefined;
    },
  });
}

/** Pages that have been shown: if one comes back together with a further page, it was not fetched again. */
const shownPages = new WeakSet<LeadPage>();

/**
 * A read that was under way while a lead in the list changed returns the old row: the newer row stays. Each further
 * page also brings back the pages loaded so far, as they were when it was requested.
 */
function keepNewerRows(kept: unknown, arriving: unknown): LeadPages {
  const [before, next] = [kept as LeadPages | undefined, arriving as LeadPages];
  const rows = new Map(before?.pages.flatMap((page) => page.items).map((lead) => [lead.id, lead]));
  const newer = (lead: LeadSummary) => {
    const known = rows.get(lead.id);
    return known && known.version > lead.version ? known : lead;
  };
  const pages = next.pages.map((page, at) => {
    const known = before?.pages[at];
    if (known && shownPages.has(page) && before.pageParams[at] === next.pageParams[at]) return known;
    return { ...page, items: page.items.map(newer) };
  });
  const shared = replaceEqualDeep(before, { ...next, pages }) as LeadPages;
  for (const page of shared.pages) shownPages.add(page);
  return shared;
}

/** The loaded leads of the list, and the total. */
export function useLeadList(state: ListState, enabled: boolean, counted: number | undefined) {
  const query = useMemo(() => listQuery(state), [state]);
  const result = useInfiniteQuery(pagesQuery(query, enabled));
  const pages = result.data?.pages;
  const leads = useMemo(() => distinct(pages ?? []), [pages]);
  const first = pages?.[0];
  // A search with very many matches has no exact total; the counts next to the filters do.
  const total =
    (first?.totalIsExact ?? true) ? (first?.total ?? 0) : Math.max(first?.total ?? 0, counted ?? 0);
  return { ...result, query, leads, total, searchIsComplete: first?.searchIsComplete ?? true };
}

/** Drops repeats: a lead whose place changed between two reads could be on two pages. */
function distinct(pages: LeadPage[]): LeadSummary[] {
  const byId = new Map<string, LeadSummary>();
  for (const page of pages) for (const lead of page.items) if (!byId.has(lead.id)) byId.set(lead.id, lead);
  return [...byId.values()];
}

/** Counts of the tabs and of every filter value, given the other filters. */
export function useLeadFacets(state: ListState, enabled: boolean) {
  const query = useMemo(() => ({ ...leadQuery(state), facet: facetsOf(state) }), [state]);
  return useQuery({ ...leadFacetsQuery(query), enabled, placeholderData: keepPreviousData });
}

/** Filters with many values are counted only when opened; ids and codes also when they need a name. */
function facetsOf({ filters }: ListState): AnyOfName[] {
  return anyOfNames.filter((name) => {
    const { filter } = anyOfField(name);
    return filter.facet === 'few' || (isNamed(name) && filters[name] !== undefined);
  });
}

/** The most frequent values of a filter, given the others; for customer names, those that contain the text. */
export function useManyValues(name: AnyOfName, state: ListState, contains: string, enabled: boolean) {
  const query = useMemo(
    () => ({ ...leadQuery(state), facet: [name], customerNameContains: contains }),
    [name, state, contains],
  );
  return useQuery({ ...leadFacetsQuery(query), enabled, placeholderData: keepPreviousData });
}

/** Replaces leads in the pages with newer versions; nothing moves. */
export function patchPages(data: LeadPages, newer: ReadonlyMap<string, LeadSummary>): LeadPages {
  if (newer.size === 0) return data;
  const pages = data.pages.map((page) => ({
    ...page,
    items: page.items.map((lead) => newer.get(lead.id) ?? lead),
  }));
  return { ...data, pages };
}

/** Shows values in the row of a lead, whatever the server has. */
export function useShowInRows(): (leadId: string, part: Partial<LeadSummary>) => void {
  const client = useQueryClient();
  return useCallback(
    (leadId, part) =>
      client.setQueriesData<LeadPages>({ queryKey: queryKeys.leadLists }, (data) => {
        const row = data?.pages.flatMap((page) => page.items).find((one) => one.id === leadId);
        return data && row ? patchPages(data, new Map([[leadId, { ...row, ...part }]])) : data;
      }),
    [client],
  );
}
