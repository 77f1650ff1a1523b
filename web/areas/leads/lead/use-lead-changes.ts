import { useMutation } from '@tanstack/react-query';
import type { Lead } from '../../../../contract/leads/leads.ts';
import type { SubStage } from '../../../../contract/leads/lists.ts';
import { useFavorites } from '../../../api/favorites.ts';
import { announceFailure } from '../../../ui/forms/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { useLeadCache } from './lead-data.ts';
import { changeLead, sendOver } from './refusals.ts';

/** Marks and unmarks a favorite; shown immediately, undone if the server refuses. */
export function useFavorite({ id }: Lead) {
  const { mutate } = useFavorites((error) => announceFailure(shared('favorite.failed'), error));
  return { mutate: (favorite: boolean) => mutate({ id, favorite }) };
}

/** Ticks and unticks a sub-stage. It changes nothing else, so a newer version of the lead is no obstacle. */
export function useSubStageTick(lead: Lead) {
  const cache = useLeadCache();
  return useMutation({
    mutationFn: ({ stage, ticked }: { stage: SubStage; ticked: boolean }) =>
      sendOver(
        lead.version,
        (version) => changeLead(lead.id, version, { subStages: { [stage]: ticked } }),
        (current) => {
          cache.adopt(current);
          return current.allowedActions.includes('edit');
        },
      ),
    onSuccess: (after) => cache.adopt(after),
    onError: (error) => {
      announceFailure(t('progress.stageFailed'), error);
      cache.refresh(lead.id);
    },
  });
}
