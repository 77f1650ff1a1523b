import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Deal } from '../../../../contract/leads/deals.ts';
import { useFavorites } from '../../../api/favorites.ts';
import { announceFailure } from '../../../ui/forms/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { refreshDeals, showDeal } from './deals-data.ts';

/** Marks and unmarks a deal as a favorite: shown at once, undone if the server refuses. */
export function useFavoriteDeal(): (deal: Deal) => void {
  const client = useQueryClient();
  const { mutate } = useFavorites((error) => announceFailure(shared('favorite.failed'), error));
  return useCallback(
    (deal) => {
      const favorite = !deal.favorite;
      showDeal(client, { ...deal, favorite });
      mutate({ id: deal.id, favorite }, { onSettled: () => refreshDeals(client) });
    },
    [client, mutate],
  );
}
