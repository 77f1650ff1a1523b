import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { QuarantineAction, SuspectedSubmissionDetails } from '../../../../contract/intake/quarantine.ts';
import { adoptAnswer } from '../../../api/adopt-answer.ts';
import { ApiError, request } from '../../../api/client.ts';
import { announce, announceFailure, announceWithUndo } from '../../../ui/forms/index.ts';
import { t } from './catalogue.ts';
import { quarantineKeys, quarantineUrl } from './quarantine-data.ts';

const paths: Record<QuarantineAction, string> = {
  release: 'release',
  'confirm-spam': 'spam',
  restore: 'restore',
};

/** Decides about a submission, says what happened, and shows its current state if someone else was faster. */
export function useDecision(submission: SuspectedSubmissionDetails) {
  const client = useQueryClient();
  const { id, partner } = submission;
  const decision = useMutation({
    mutationFn: (action: QuarantineAction) =>
      request<SuspectedSubmissionDetails>('POST', `${quarantineUrl}/${id}/${paths[action]}`),
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
      announceFailure(t('told.unchanged'), error);
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['quarantine', 'list'] });
      void client.invalidateQueries({ queryKey: quarantineKeys.summary });
    },
  });
  return decision;
}
