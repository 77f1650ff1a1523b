import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ActionPage, NotificationPage } from '../../../../contract/messages/action-center.ts';
import type {
  ActionLevel,
  NotificationCategory,
  NotificationState,
} from '../../../../contract/messages/lists.ts';
import { request } from '../../../api/client.ts';

/** For causes without live updates: quarantine, emails, addresses. */
const refreshMs = 60_000;
const panelItems = 4;
const pageItems = 25;

/** The query keys of tasks and notifications. */
export const actionCenterKeys = {
  all: ['action-center'] as const,
  counts: ['action-center', 'counts'] as const,
  panel: ['action-center', 'panel'] as const,
  actions: (level: ActionLevel | undefined) => ['action-center', 'actions', level] as const,
  notifications: (filter: NotificationFilter) => ['action-center', 'notifications', filter] as const,
};

interface NotificationFilter {
  state?: NotificationState;
  category?: NotificationCategory;
}

/** The numbers of the badge. */
export const countsQuery = queryOptions({
  queryKey: actionCenterKeys.counts,
  refetchInterval: refreshMs,
  queryFn: ({ signal }) => request('GET /api/v1/action-center/counts', { signal }),
});

/** The content of the bell's panel: the first entries of each list. */
export const panelQuery = queryOptions({
  queryKey: actionCenterKeys.panel,
  queryFn: ({ signal }) => request('GET /api/v1/action-center', { query: { limit: panelItems }, signal }),
});

/** The person's open tasks, page by page. */
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

/** Notifications, newest first, page by page. */
export const notificationsQuery = ({ state, category }: NotificationFilter) =>
  infiniteQueryOptions({
    queryKey: actionCenterKeys.notifications({ state, category }),
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }): Promise<NotificationPage> => {
      const query = {
        list: 'notifications',
        state,
        category,
        notificationsCursor: pageParam,
        limit: pageItems,
      } as const;
      return (await request('GET /api/v1/action-center', { query, signal })).notifications;
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** Marks everything in the Action center as seen once it is open, so that nothing counts as new. */
export function useSeen(isLoaded: boolean) {
  const client = useQueryClient();
  useEffect(() => {
    if (!isLoaded) return;
    request('POST /api/v1/action-center/seen').then(
      // Refetched rather than taken from the answer: something may have been read in the meantime.
      () => client.invalidateQueries({ queryKey: actionCenterKeys.counts }),
      // The badge still counts it as new, and the next visit tries again.
      () => undefined,
    );
  }, [client, isLoaded]);
}
