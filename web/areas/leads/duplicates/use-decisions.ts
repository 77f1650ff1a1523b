import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EndpointName } from '../../../../contract/endpoints.ts';
import { request } from '../../../api/client.ts';
import { queryKeys } from '../../../api/queries.ts';
import { announceFailure, announceWithUndo } from '../../../ui/forms/index.ts';

/** What a person says about a pair of leads; each can be taken back by another. */
export type Decision = 'link' | 'unlink' | 'dismiss' | 'take-back';

const decisions = {
  link: {
    endpoint: 'PUT /api/v1/leads/:id/duplicates/:otherId',
    done: 'The two leads are linked.',
    undo: 'unlink',
  },
  unlink: {
    endpoint: 'DELETE /api/v1/leads/:id/duplicates/:otherId',
    done: 'The link is removed.',
    undo: 'link',
  },
  dismiss: {
    endpoint: 'PUT /api/v1/leads/:id/duplicates/:otherId/dismissal',
    done: 'It is no longer shown as a duplicate.',
    undo: 'take-back',
  },
  'take-back': {
    endpoint: 'DELETE /api/v1/leads/:id/duplicates/:otherId/dismissal',
    done: 'It is shown as a possible duplicate again.',
    undo: 'dismiss',
  },
} as const satisfies Record<Decision, { endpoint: EndpointName; done: string; undo: Decision }>;

interface Decided {
  readonly otherId: string;
  readonly decision: Decision;
}

/** Sends what a person says about a pair (LQ-4), and reads again what is shown of both leads. */
export function useDecisions(leadId: string) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: ({ otherId, decision }: Decided) =>
      request(decisions[decision].endpoint, { params: { id: leadId, otherId } }),
    onSuccess: (_answer, { otherId, decision }) => {
      const { done, undo } = decisions[decision];
      announceWithUndo(done, () => mutation.mutate({ otherId, decision: undo }));
    },
    onError: (error) => announceFailure('This was not saved', error),
    // Returned, so that it counts as under way until the list shows it.
    onSettled: (_answer, _error, { otherId }) =>
      Promise.all(
        [leadId, otherId].map((one) => client.invalidateQueries({ queryKey: queryKeys.lead(one) })),
      ),
  });
  return mutation;
}
