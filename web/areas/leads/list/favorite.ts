import { useCallback } from 'react';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import type { LeadTab } from '../../../../contract/leads/lists.ts';
import { useFavorites } from '../../../api/favorites.ts';
// Not through the index: the list loads without the forms of the lead.
import { announceFailure } from '../../../ui/forms/announce.ts';
import { announceWithUndo } from '../../../ui/forms/undo.tsx';
import { customerLabel } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';

/**
 * Marks and unmarks favorites immediately, and reverts if the server refuses. In the list of favorites, an unmarked lead
 * leaves with its heart: there it can be taken back.
 */
export function useToggleFavorite(tab: LeadTab): (lead: LeadSummary) => void {
  const { mutate } = useFavorites((error) => announceFailure(shared('favorite.failed'), error));
  return useCallback(
    ({ id, favorite, ...lead }) => {
      mutate({ id, favorite: !favorite });
      if (!favorite || tab !== 'favorites') return;
      const said = t('list.noFavorite', { customer: customerLabel(lead) });
      announceWithUndo(said, () => mutate({ id, favorite: true }));
    },
    [mutate, tab],
  );
}
