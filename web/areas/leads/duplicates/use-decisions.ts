import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EndpointName } from '../../../../contract/endpoints.ts';
import { request } from '../../../api/client.ts';
import { queryKeys } from '../../../api/queries.ts';
import { announceFailure, announceWithUndo } from '../../../ui/forms/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';

/** A person's decision about a pair of leads; another one can undo it. */
export type Decision = 'link' | 'unlink' | 'dismiss' | 'undismiss';

const decisions = {
  link: { endpoint: 'PUT /api/v1/leads/:id/duplicates/:otherId', undo: 'unlink' },
  unlink: { endpoint: 'DELETE /api/v1/leads/:id/duplicates/:otherId', undo: 'link' },
  dismiss: { endpoint: 'PUT /api/v1/leads/:id/duplicates/:otherId/dismissal', undo: 'undismiss' },
  undismiss: { endpoint: 'DELETE /api/v1/leads/:id/duplicates/:otherId/dismissal', undo: 'dismiss' },
} as const satisfies Record<Decision, { endpoint: EndpointName; undo: Decision }>;

interface Decided {
  readonly otherId: string;
  readonly decision: Decision;
}

/** Sends a person's decision about a pair (LQ-4), and refetches what is shown of both leads. */
export function useDecisions(leadId: string) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: ({ otherId, decision }: Decided) =>
      request(decisions[decision].endpoint, { params: { id: leadId, otherId } }),
    onSuccess: (_answer, { otherId, decision }) => {
      const { undo } = decisions[decision];
      announceWithUndo(t(`done.${decision}`), () => mutation.mutate({ otherId, decision: undo }));
    },
    onError: (error) => announceFailure(shared('decisionFailed'), error),
    // Returned, so that the mutation stays pending until the list shows it.
    onSettled: (_answer, _error, { otherId }) =>
      Promise.all(
        [leadId, otherId].map((one) => client.invalidateQueries({ queryKey: queryKeys.lead(one) })),
      ),
  });
  return mutation;
}
