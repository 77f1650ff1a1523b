import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EndpointName } from '../../../../contract/endpoints.ts';
import { request } from '../../../api/client.ts';
import { announceFailure } from '../../../ui/forms/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { actionCenterKeys } from './action-center-data.ts';

const marks = {
  read: 'POST /api/v1/action-center/notifications/:id/read',
  unread: 'POST /api/v1/action-center/notifications/:id/unread',
  archive: 'POST /api/v1/action-center/notifications/:id/archive',
  unarchive: 'POST /api/v1/action-center/notifications/:id/unarchive',
} as const satisfies Record<string, EndpointName>;

export type NotificationMark = keyof typeof marks;

/** Marks one notification, then refetches the lists and the badge. */
export function useMark() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, mark }: { id: string; mark: NotificationMark }) =>
      request(marks[mark], { params: { id } }),
    onError: (error) => announceFailure(shared('changeFailed'), error),
    onSettled: () => client.invalidateQueries({ queryKey: actionCenterKeys.all }),
  });
}

/** Marks everything up to that moment as read: what arrives later stays unread. */
export function useReadAll() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (until: string) =>
      request('POST /api/v1/action-center/notifications/read-all', { body: { until } }),
    onError: (error) => announceFailure(shared('changeFailed'), error),
    onSettled: () => client.invalidateQueries({ queryKey: actionCenterKeys.all }),
  });
}
