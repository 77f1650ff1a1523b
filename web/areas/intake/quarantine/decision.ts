import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EndpointName } from '../../../../contract/endpoints.ts';
import type { QuarantineAction, SuspectedSubmissionDetails } from '../../../../contract/intake/quarantine.ts';
import { adoptAnswer } from '../../../api/adopt-answer.ts';
import { ApiError, request } from '../../../api/client.ts';
import { announce, announceFailure, announceWithUndo } from '../../../ui/forms/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { quarantineKeys } from './quarantine-data.ts';

const decisions = {
  release: 'POST /api/v1/quarantine/:id/release',
  'confirm-spam': 'POST /api/v1/quarantine/:id/spam',
  restore: 'POST /api/v1/quarantine/:id/restore',
} as const satisfies Record<QuarantineAction, EndpointName>;

/** Decides about a submission, says what happened, and shows its current state if someone else was faster. */
export function useDecision(submission: SuspectedSubmissionDetails) {
  const client = useQueryClient();
  const { id, partner } = submission;
  const decision = useMutation({
    mutationFn: (action: QuarantineAction) => request(decisions[action], { params: { id } }),
    onSuccess: async (answer, action) => {
      await adoptAnswer(client, quarantineKeys.one(id), answer);
      if (action === 'release') announce(t('told.released', { partner: partner.name }));
      if (action === 'restore') announce(t('told.restored'));
      if (action === 'confirm-spam') {
        announceWithUndo(t('told.confirmed'), () => decision.mutate('restore'));
      }
    },
    onError: async (error) => {
      if (error instanceof ApiError && error.status === 409 && error.problem.current) {
        // The server sends the submission in its current state.
        const current = error.problem.current as SuspectedSubmissionDetails;
        await adoptAnswer(client, quarantineKeys.one(id), current);
      }
      announceFailure(shared('decisionFailed'), error);
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['quarantine', 'list'] });
      void client.invalidateQueries({ queryKey: quarantineKeys.summary });
    },
  });
  return decision;
}
