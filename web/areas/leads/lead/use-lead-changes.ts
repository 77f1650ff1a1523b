import { useMutation } from '@tanstack/react-query';
import type { Lead } from '../../../../contract/leads/leads.ts';
import type { SubStage } from '../../../../contract/leads/lists.ts';
import { ApiError, request } from '../../../api/client.ts';
import { useFavorites } from '../../../api/favorites.ts';
import { announceFailure } from '../../../ui/forms/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { useLeadCache } from './lead-data.ts';
import { readCurrent } from './overtaken.ts';

/** Marks and unmarks a favorite; shown immediately, undone if the server refuses. */
export function useFavorite({ id }: Lead) {
  const { mutate } = useFavorites((error) => announceFailure(shared('favorite.failed'), error));
  return { mutate: (favorite: boolean) => mutate({ id, favorite }) };
}

/** Ticks and unticks a sub-stage. It changes nothing else, so a newer version of the lead is no obstacle. */
export function useSubStageTick(lead: Lead) {
  const cache = useLeadCache();
  return useMutation({
    mutationFn: async ({ stage, ticked }: { stage: SubStage; ticked: boolean }) => {
      try {
        return await tick(lead.id, lead.version, stage, ticked);
      } catch (error) {
        const current = error instanceof ApiError ? readCurrent(error.problem) : undefined;
        if (!current) throw error;
        cache.adopt(current);
        if (!current.allowedActions.includes('edit')) throw error;
        return await tick(lead.id, current.version, stage, ticked);
      }
    },
    onSuccess: (after) => cache.adopt(after),
    onError: (error) => {
      announceFailure(t('progress.stageFailed'), error);
      cache.refresh(lead.id);
    },
  });
}

function tick(leadId: string, version: number, stage: SubStage, ticked: boolean): Promise<Lead> {
  return request('PATCH /api/v1/leads/:id', {
    params: { id: leadId },
    body: { subStages: { [stage]: ticked } },
    headers: { 'if-match': `"${version}"` },
  });
}
