import { useCallback } from 'react';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { useFavorites } from '../../../api/favorites.ts';
// Not through the index: the list comes without the forms of the lead.
import { announceFailure } from '../../../ui/forms/announce.ts';
import { t } from './catalogue.ts';

/** Marks and unmarks favorites at once, and takes it back if the server does not. */
export function useToggleFavorite(): (lead: LeadSummary) => void {
  const { mutate } = useFavorites((error) => announceFailure(t('list.favoriteFailed'), error));
  return useCallback((lead) => mutate({ id: lead.id, favorite: !lead.favorite }), [mutate]);
}
