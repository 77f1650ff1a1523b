import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { editorSeconds } from '../../../contract/profiles/lists.ts';
import type { BusinessProfile } from '../../../contract/profiles/profiles.ts';
import { request } from '../../api/client.ts';
import { queryKeys } from '../../api/queries.ts';

/** How often an open editor says so: three times before colleagues would think it closed. */
export const editorBeatSeconds = editorSeconds / 3;

/** The profiles of the organization. */
export const profilesQuery = queryOptions({
  queryKey: queryKeys.businessProfileList,
  queryFn: ({ signal }) => request('GET /api/v1/business-profiles', { signal }),
});

/** One profile, as its editor needs it. */
export function profileQuery(id: string) {
  return queryOptions({
    queryKey: queryKeys.businessProfile(id),
    queryFn: ({ signal }) => request('GET /api/v1/business-profiles/:id', { params: { id }, signal }),
    // An address may be confirmed in another window.
    refetchOnWindowFocus: true,
  });
}

/** Keeps a profile as the server just described it. */
export function noteProfile(client: QueryClient, profile: BusinessProfile): void {
  client.setQueryData(queryKeys.businessProfile(profile.id), profile);
  void client.invalidateQueries({ queryKey: queryKeys.businessProfileList, exact: true });
}
