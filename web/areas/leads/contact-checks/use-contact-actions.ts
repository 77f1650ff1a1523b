import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { request } from '../../../api/client.ts';
import { announceFailure, announceWithUndo } from '../../../ui/forms/index.ts';
import { t } from './catalogue.ts';
import { adoptChecks, refreshAround } from './contact-checks-data.ts';

/** Checks the contact of a lead again (CV-3). */
export function useRecheck(leadId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request('POST /api/v1/leads/:id/contact-checks', { params: { id: leadId } }),
    onSuccess: async (checks) => {
      await adoptChecks(client, leadId, checks);
      refreshAround(client, leadId);
    },
    onError: (error) => announceFailure(t('recheck.failed'), error),
  });
}

/** Reports a lead as spam (CV-6), or withdraws the report; each can be undone from its notification. */
export function useSpamReport(leadId: string) {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: (reported: boolean) =>
      request(reported ? 'PUT /api/v1/leads/:id/spam-report' : 'DELETE /api/v1/leads/:id/spam-report', {
        params: { id: leadId },
      }),
    onSuccess: async (checks, reported) => {
      await adoptChecks(client, leadId, checks);
      refreshAround(client, leadId);
      const told = t(reported ? 'spam.reportedTold' : 'spam.withdrawnTold');
      announceWithUndo(told, () => mutation.mutate(!reported));
    },
    onError: (error, reported) => {
      announceFailure(t(reported ? 'spam.notReported' : 'spam.notWithdrawn'), error);
      refreshAround(client, leadId);
    },
  });
  return mutation;
}

/** Refetches the lead as soon as its check has ended: its validity, rating and timeline have changed. */
export function useFollowChecks(leadId: string, checking: boolean | undefined): void {
  const client = useQueryClient();
  const before = useRef(checking);
  useEffect(() => {
    if (before.current === true && checking === false) refreshAround(client, leadId);
    if (checking !== undefined) before.current = checking;
  }, [client, leadId, checking]);
}
