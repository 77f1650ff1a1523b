import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ActionPage, NotificationPage } from '../../../../contract/messages/action-center.ts';
import type {
  ActionLevel,
  NotificationCategory,
  NotificationState,
} from '../../../../contract/messages/lists.ts';
import { request } from '../../../api/client.ts';

/** The causes that no live update tells of: quarantine, mails, addresses. */
const refreshMs = 60_000;
const panelItems = 4;
const pageItems = 25;

/** Under which keys tasks and notifications are kept. */
export const actionCenterKeys = {
  all: ['action-center'] as const,
  counts: ['action-center', 'counts'] as const,
  panel: ['action-center', 'panel'] as const,
  actions: (level: ActionLevel | undefined) => ['action-center', 'actions', level] as const,
  notifications: (filter: NotificationFilter) => ['action-center', 'notifications', filter] as const,
};

export interface NotificationFilter {
  state?: NotificationState;
  category?: NotificationCategory;
}

/** The numbers of the badge. */
export const countsQuery = queryOptions({
  queryKey: actionCenterKeys.counts,
  refetchInterval: refreshMs,
  queryFn: ({ signal }) => request('GET /api/v1/action-center/counts', { signal }),
});

/** What the panel of the bell shows: the first of each list. */
export const panelQuery = queryOptions({
  queryKey: actionCenterKeys.panel,
  queryFn: ({ signal }) => request('GET /api/v1/action-center', { query: { limit: panelItems }, signal }),
});

/** What waits for the person, page by page. */
export const actionsQuery = (level: ActionLevel | undefined) =>
  infiniteQueryOptions({
    queryKey: actionCenterKeys.actions(level),
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }): Promise<ActionPage> => {
      const query = { list: 'actions', level, actionsCursor: pageParam, limit: pageItems } as const;
      return (await request('GET /api/v1/action-center', { query, signal })).actions;
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** What happened, newest first, page by page. */
export const notificationsQuery = (filter: NotificationFilter) =>
  infiniteQueryOptions({
    queryKey: actionCenterKeys.notifications(filter),
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }): Promise<NotificationPage> => {
      const query = {
        list: 'notifications',
        ...filter,
        notificationsCursor: pageParam,
        limit: pageItems,
      } as const;
      return (await request('GET /api/v1/action-center', { query, signal })).notifications;
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** Once it is open, nothing in the Action center is new any more. */
export function useSeen(isLoaded: boolean) {
  const client = useQueryClient();
  useEffect(() => {
    if (!isLoaded) return;
    request('POST /api/v1/action-center/seen').then(
      // Asked for again rather than taken from the answer: something may have been read meanwhile.
      () => client.invalidateQueries({ queryKey: actionCenterKeys.counts }),
      // The badge goes on counting it as new, and the next look tries again.
      () => undefined,
    );
  }, [client, isLoaded]);
}
