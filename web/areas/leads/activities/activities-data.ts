import { infiniteQueryOptions, type QueryClient, queryOptions, useQueryClient } from '@tanstack/react-query';
import type { Activity } from '../../../../contract/leads/activities.ts';
import { request } from '../../../api/client.ts';
import { queryKeys } from '../../../api/queries.ts';

const activitiesKey = (leadId: string) => [...queryKeys.lead(leadId), 'activities'] as const;

/** The activities of a lead page by page, the latest first. */
export const activitiesQuery = (leadId: string) =>
  infiniteQueryOptions({
    queryKey: activitiesKey(leadId),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      request('GET /api/v1/leads/:id/activities', {
        params: { id: leadId },
        query: { cursor: pageParam },
        signal,
      }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** The people who may be mentioned: they may see the lead. */
export const readersQuery = (leadId: string) =>
  queryOptions({
    queryKey: [...queryKeys.lead(leadId), 'readers'],
    staleTime: 60_000,
    queryFn: async ({ signal }) =>
      (await request('GET /api/v1/leads/:id/readers', { params: { id: leadId }, signal })).items,
  });

/** Reads the activities and the timeline of a lead again. */
export function useRefreshActivities(leadId: string): () => void {
  const client = useQueryClient();
  return () => refreshActivities(client, leadId);
}

/** The same, outside of components. */
export function refreshActivities(client: QueryClient, leadId: string): void {
  void client.invalidateQueries({ queryKey: activitiesKey(leadId) });
  void client.invalidateQueries({ queryKey: queryKeys.leadTimeline(leadId) });
}

/** Activities of one day, where the person is. */
export interface ActivityDay {
  readonly day: string;
  readonly activities: readonly Activity[];
}

/** The activities by day, in their order. @param dayOf the day of a moment, YYYY-MM-DD */
export function byDay(activities: readonly Activity[], dayOf: (at: string) => string): ActivityDay[] {
  const days = new Map<string, Activity[]>();
  for (const activity of activities) {
    const day = dayOf(activity.at);
    days.set(day, [...(days.get(day) ?? []), activity]);
  }
  return [...days].map(([day, own]) => ({ day, activities: own }));
}
