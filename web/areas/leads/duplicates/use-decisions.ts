import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../api/client.ts';
import { queryKeys } from '../../../api/queries.ts';
import { announceFailure, announceWithUndo } from '../../../ui/forms/index.ts';
import { duplicatesAddress } from './duplicates-data.ts';

/** What a person says about a pair of leads; each can be taken back by another. */
export type Decision = 'link' | 'unlink' | 'dismiss' | 'take-back';

const decisions = {
  link: { method: 'PUT', tail: '', done: 'The two leads are linked.', undo: 'unlink' },
  unlink: { method: 'DELETE', tail: '', done: 'The link is removed.', undo: 'link' },
  dismiss: {
    method: 'PUT',
    tail: '/dismissal',
    done: 'It is no longer shown as a duplicate.',
    undo: 'take-back',
  },
  'take-back': {
    method: 'DELETE',
    tail: '/dismissal',
    done: 'It is shown as a possible duplicate again.',
    undo: 'dismiss',
  },
} as const satisfies Record<Decision, { method: string; tail: string; done: string; undo: Decision }>;

interface Decided {
  readonly otherId: string;
  readonly decision: Decision;
}

/** Sends what a person says about a pair (LQ-4), and reads again what is shown of both leads. */
export function useDecisions(leadId: string) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: ({ otherId, decision }: Decided) => {
      const { method, tail } = decisions[decision];
      return request<void>(method, `${duplicatesAddress(leadId)}/${encodeURIComponent(otherId)}${tail}`);
    },
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
