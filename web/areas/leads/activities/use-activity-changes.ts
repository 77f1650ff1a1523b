import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Activity } from '../../../../contract/leads/activities.ts';
import { request } from '../../../api/client.ts';
import { makeKey } from '../../../api/idempotency.ts';
import { announce, announceFailure, announceWithUndo } from '../../../ui/forms/index.ts';
import { refreshActivities } from './activities-data.ts';
import { t } from './catalogue.ts';

/** Deletes an activity, with Undo: then it is written down again as it was. */
export function useDeleteActivity(leadId: string) {
  const client = useQueryClient();
  const restore = useMutation({
    mutationFn: ({ activity, key }: { activity: Activity; key: string }) =>
      request('POST /api/v1/leads/:id/activities', {
        params: { id: leadId },
        headers: { 'idempotency-key': key },
        body: {
          kind: activity.kind,
          at: activity.at,
          outcome: activity.outcome,
          text: activity.text,
        },
      }),
    onSuccess: ({ kind }) => announce(t('done.restored', { kind })),
    onError: (error) => announceFailure(t('failed.restore'), error),
    onSettled: () => refreshActivities(client, leadId),
  });
  return useMutation({
    mutationFn: (activity: Activity) =>
      request('DELETE /api/v1/leads/:id/activities/:activityId', {
        params: { id: leadId, activityId: activity.id },
        headers: { 'if-match': `"${activity.version}"` },
      }),
    onSuccess(_answer, activity) {
      const said = t('done.deleted', { kind: activity.kind });
      // What a colleague wrote would become one's own; and a text that is not shown can't be written again.
      if (!activity.mayEdit || activity.textWithheld) announce(said);
      else announceWithUndo(said, () => restore.mutate({ activity, key: makeKey() }));
    },
    onError: (error) => announceFailure(t('failed.delete'), error),
    onSettled: () => refreshActivities(client, leadId),
  });
}
