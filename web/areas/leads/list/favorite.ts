import { useCallback } from 'react';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { useFavorites } from '../../../api/favorites.ts';
// Not through the index: the list loads without the forms of the lead.
import { announceFailure } from '../../../ui/forms/announce.ts';
import { shared } from '../../../ui/words/catalogue.ts';

/** Marks and unmarks favorites immediately, and reverts if the server refuses. */
export function useToggleFavorite(): (lead: LeadSummary) => void {
  const { mutate } = useFavorites((error) => announceFailure(shared('favorite.failed'), error));
  return useCallback((lead) => mutate({ id: lead.id, favorite: !lead.favorite }), [mutate]);
}
