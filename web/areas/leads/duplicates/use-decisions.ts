import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../api/client.ts';
import { queryKeys } from '../../../api/queries.ts';
import { announceFailure, announceWithUndo } from '../../../ui/forms/index.ts';
import { t } from './catalogue.ts';
import { duplicatesAddress } from './duplicates-data.ts';

/** A person's decision about a pair of leads; another one can undo it. */
export type Decision = 'link' | 'unlink' | 'dismiss' | 'take-back';

const decisions = {
  link: { method: 'PUT', tail: '', undo: 'unlink' },
  unlink: { method: 'DELETE', tail: '', undo: 'link' },
  dismiss: { method: 'PUT', tail: '/dismissal', undo: 'take-back' },
  'take-back': { method: 'DELETE', tail: '/dismissal', undo: 'dismiss' },
} as const satisfies Record<Decision, { method: string; tail: string; undo: Decision }>;

interface Decided {
  readonly otherId: string;
  readonly decision: Decision;
}

/** Sends a person's decision about a pair (LQ-4), and refetches what is shown of both leads. */
export function useDecisions(leadId: string) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: ({ otherId, decision }: Decided) => {
      const { method, tail } = decisions[decision];
      return request<void>(method, `${duplicatesAddress(leadId)}/${encodeURIComponent(otherId)}${tail}`);
    },
    onSuccess: (_answer, { otherId, decision }) => {
      const { undo } = decisions[decision];
      announceWithUndo(t(`done.${decision}`), () => mutation.mutate({ otherId, decision: undo }));
    },
    onError: (error) => announceFailure(t('failed'), error),
    // Returned, so that the mutation stays pending until the list shows it.
    onSettled: (_answer, _error, { otherId }) =>
      Promise.all(
        [leadId, otherId].map((one) => client.invalidateQueries({ queryKey: queryKeys.lead(one) })),
      ),
  });
  return mutation;
}
