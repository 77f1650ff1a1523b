import { notifications } from '@mantine/notifications';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { LeadFacets } from '../../../contract/lead-list.ts';
import type { LeadSummary } from '../../../contract/leads.ts';
import { explainError, request } from '../../api/client.ts';
import { queryKeys } from '../../api/queries.ts';
import { patchEverywhere } from './list-data.ts';

interface Wish {
  id: string;
  favorite: boolean;
}

function apply(client: QueryClient, { id, favorite }: Wish): void {
  patchEverywhere(client, id, (lead) => ({ ...lead, favorite }));
  client.setQueriesData<LeadFacets>({ queryKey: queryKeys.leadFacetSets }, (facets) => {
    if (!facets) return facets;
    const favorites = Math.max(0, facets.tabs.favorites + (favorite ? 1 : -1));
    return { ...facets, tabs: { ...facets.tabs, favorites } };
  });
}

/** Marks and unmarks favorites at once, and takes it back if the server does not. */
export function useToggleFavorite(): (lead: LeadSummary) => void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: ({ id, favorite }: Wish) =>
      request<void>(favorite ? 'PUT' : 'DELETE', `/api/v1/leads/${id}/favorite`),
    scope: { id: 'favorite' },
    onMutate: (wish) => apply(client, wish),
    onError: (error, wish) => {
      apply(client, { ...wish, favorite: !wish.favorite });
      notifications.show({ color: 'red', title: 'Favorite not saved', message: explainError(error) });
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: queryKeys.leadFacetSets });
      void client.invalidateQueries({ queryKey: queryKeys.leadLists, refetchType: 'none' });
    },
  });
  return useCallback((lead) => mutate({ id: lead.id, favorite: !lead.favorite }), [mutate]);
}
