import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Activity } from '../../../../contract/leads/activities.ts';
import { request } from '../../../api/client.ts';
import { announce, announceFailure, announceWithUndo } from '../../../ui/forms/index.ts';
import { refreshActivities } from './activities-data.ts';
import { t } from './catalogue.ts';

/** Deletes an activity, with Undo: then the same one is back. */
export function useDeleteActivity(leadId: string) {
  const client = useQueryClient();
  const restore = useMutation({
    mutationFn: ({ id: activityId }: Activity) =>
      request('POST /api/v1/leads/:id/activities/:activityId/restore', {
        params: { id: leadId, activityId },
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
      announceWithUndo(t('done.deleted', { kind: activity.kind }), () => restore.mutate(activity));
    },
    onError: (error) => announceFailure(t('failed.delete'), error),
    onSettled: () => refreshActivities(client, leadId),
  });
}
