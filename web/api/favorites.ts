import { type InfiniteData, type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { LeadFacets, LeadPage } from '../../contract/leads/lead-list.ts';
import type { Lead } from '../../contract/leads/leads.ts';
import { request } from './client.ts';
import { favoriteWishes } from './favorite-wishes.ts';
import { queryKeys } from './queries.ts';

/** A lead, and whether it should be a favorite. */
export interface Favorite {
  id: string;
  favorite: boolean;
}

/** Updates every cached list, the page of the lead and the number of favorites. */
export function showFavorite(client: QueryClient, { id, favorite }: Favorite): void {
  client.setQueriesData<InfiniteData<LeadPage>>({ queryKey: queryKeys.leadLists }, (data) => {
    if (!data?.pages?.some((page) => page.items.some((lead) => lead.id === id))) return data;
    const pages = data.pages.map((page) => ({
      ...page,
      items: page.items.map((lead) => (lead.id === id ? { ...lead, favorite } : lead)),
    }));
    return { ...data, pages };
  });
  client.setQueryData<Lead>(queryKeys.lead(id), (lead) => lead && { ...lead, favorite });
  client.setQueriesData<LeadFacets>({ queryKey: queryKeys.leadFacetSets }, (facets) => {
    if (!facets) return facets;
    const favorites = Math.max(0, facets.tabs.favorites + (favorite ? 1 : -1));
    return { ...facets, tabs: { ...facets.tabs, favorites } };
  });
}

/** Sets and removes favorites: shown immediately, sent one at a time, and reverted if the server refuses. */
export function useFavorites(onFailure: (error: unknown) => void) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: 'favorite' },
    mutationFn: ({ id, favorite }: Favorite) =>
      request(favorite ? 'PUT /api/v1/leads/:id/favorite' : 'DELETE /api/v1/leads/:id/favorite', {
        params: { id },
      }),
    onMutate: (wish) => {
      showFavorite(client, wish);
      return favoriteWishes.begin(wish.id, wish.favorite);
    },
    onSuccess: (_answer, _wish, begun) => begun.settle(),
    onError: (error, { id, favorite }, begun) => {
      const held = begun?.withdraw();
      // Only if it differs from what is shown, because the number of favorites changes with it.
      if (held !== undefined && held !== favorite) showFavorite(client, { id, favorite: held });
      onFailure(error);
    },
    onSettled: (_answer, _error, { id }) => {
      void client.invalidateQueries({ queryKey: queryKeys.lead(id), exact: true });
      void client.invalidateQueries({ queryKey: queryKeys.leadFacetSets });
      void client.invalidateQueries({ queryKey: queryKeys.leadLists, refetchType: 'none' });
    },
  });
}
