import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  replaceEqualDeep,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import type { QueryOf } from '../../../../contract/endpoints.ts';
import { type AnyOfName, anyOfField, anyOfNames } from '../../../../contract/leads/lead-filters.ts';
import type { LeadPage } from '../../../../contract/leads/lead-list.ts';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { ask } from '../../../api/client.ts';
import { favoriteWishes } from '../../../api/favorite-wishes.ts';
import { leadFacetsQuery, queryKeys } from '../../../api/queries.ts';
import type { ListState } from '../../../lead-query/list-state.ts';
import { orderedQuery, selectionQuery } from '../../../lead-query/selection.ts';

export type ListQuery = QueryOf<'GET /api/v1/leads'>;
export type LeadPages = InfiniteData<LeadPage, string | undefined>;

/** The query of the list, without the place where a page starts. */
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

/** The pages of a list, as far as they are loaded. */
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

/** Pages that have been shown: one that comes again beside a further page was not read again. */
const shownPages = new WeakSet<LeadPage>();

/**
 * A read that was on its way while a lead in the list changed answers with the row from before: the newer row stays.
 * What is loaded already comes again with each further page, as it was when that was asked for.
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

/** The leads of the list as far as they are loaded, and how many there are in all. */
export function useLeadList(state: ListState, enabled: boolean, counted: number | undefined) {
  const query = useMemo(() => listQuery(state), [state]);
  const result = useInfiniteQuery(pagesQuery(query, enabled));
  const pages = result.data?.pages;
  const leads = useMemo(() => distinct(pages ?? []), [pages]);
  const first = pages?.[0];
  // A search with very many leads comes without their number; the counts beside the filters have it.
  const total =
    (first?.totalIsExact ?? true) ? (first?.total ?? 0) : Math.max(first?.total ?? 0, counted ?? 0);
  return { ...result, query, leads, total, searchIsComplete: first?.searchIsComplete ?? true };
}

/** A lead whose place changed between two pages could come twice. */
function distinct(pages: LeadPage[]): LeadSummary[] {
  const byId = new Map<string, LeadSummary>();
  for (const page of pages) for (const lead of page.items) if (!byId.has(lead.id)) byId.set(lead.id, lead);
  return [...byId.values()];
}

/** Counts of the tabs and of every filter value under the other filters. */
export function useLeadFacets(state: ListState, enabled: boolean) {
  const query = useMemo(() => ({ ...selectionQuery(state), facet: facetsOf(state) }), [state]);
  return useQuery({ ...leadFacetsQuery(query), enabled, placeholderData: keepPreviousData });
}

/** Values that are many are counted when they are looked at; those that are ids also when they have to be named. */
function facetsOf({ filters }: ListState): AnyOfName[] {
  return anyOfNames.filter((name) => {
    const { type, filter } = anyOfField(name);
    return filter.facet === 'few' || (type === 'reference' && filters[name] !== undefined);
  });
}

/** The most frequent values of a filter under the others; of all customer names those that contain the words. */
export function useManyValues(name: AnyOfName, state: ListState, contains: string, enabled: boolean) {
  const query = useMemo(
    () => ({ ...selectionQuery(state), facet: [name], customerNameContains: contains }),
    [name, state, contains],
  );
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
