import { QueryClient, queryOptions } from '@tanstack/react-query';
import type { QueryOf } from '../../contract/endpoints.ts';
import type { Me } from '../../contract/identity/identity.ts';
import type { Lead } from '../../contract/leads/leads.ts';
import { ApiError, ask, request } from './client.ts';
import { connection } from './connection.ts';
import { favoriteWishes } from './favorite-wishes.ts';
import { believe, isTooLate, whoseTab } from './whose.ts';

export { useMe, useOptionalMe } from './me.ts';

type ListQuery = QueryOf<'GET /api/v1/leads'>;
type FacetsQuery = QueryOf<'GET /api/v1/leads/facets'>;
type NeighborsQuery = QueryOf<'GET /api/v1/leads/:id/neighbors'>;

/** The names under which answers are kept. Start from the widest that changed when you invalidate. */
export const queryKeys = {
  me: ['me'] as const,
  sessions: ['sessions'] as const,
  leads: ['leads'] as const,
  leadLists: ['leads', 'list'] as const,
  leadList: (query: ListQuery) => ['leads', 'list', query] as const,
  leadFacetSets: ['leads', 'facets'] as const,
  leadFacets: (query: FacetsQuery) => ['leads', 'facets', query] as const,
  lead: (id: string) => ['leads', 'one', id] as const,
  leadCustomerNews: (id: string) => ['leads', 'one', id, 'customer-news'] as const,
  leadTimeline: (id: string) => ['leads', 'one', id, 'timeline'] as const,
  leadNeighbors: (id: string, query: NeighborsQuery) => ['leads', 'one', id, 'neighbors', query] as const,
  bulkActions: ['bulk-actions'] as const,
  bulkRefusals: (id: string) => ['bulk-actions', 'refusals', id] as const,
  exports: ['exports'] as const,
  desk: ['desk'] as const,
  views: ['views'] as const,
  people: ['people'] as const,
  storefronts: ['storefronts'] as const,
  partners: ['partners'] as const,
  sentLeads: ['sent-leads'] as const,
  sentLeadList: (search: string) => ['sent-leads', 'list', search] as const,
  sentLead: (id: string) => ['sent-leads', 'one', id] as const,
  apiTokens: ['api-tokens'] as const,
  intakeEndpoints: ['intake-endpoints'] as const,
  accessLog: ['access-log'] as const,
  imports: ['imports'] as const,
  import: (id: string) => ['imports', 'one', id] as const,
  businessProfiles: ['business-profiles'] as const,
  businessProfileList: ['business-profiles', 'list'] as const,
  businessProfile: (id: string) => ['business-profiles', 'one', id] as const,
  importRows: (id: string, outcome: string, round: string) =>
    ['imports', 'rows', id, outcome, round] as const,
};

/** The query client of the app: short-lived answers, and no retries of what the server has refused. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: false,
        // Without a network, a request fails and says so; pausing it would show a skeleton forever.
        networkMode: 'always',
        refetchOnReconnect: false,
        retry: (failures, error) => failures < 2 && isWorthRetrying(error),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** Once the server is back, refetches what failed and what is shown and may be stale. */
export function readAgainWhenBack(client: QueryClient): void {
  connection.onBack(() => {
    void client.invalidateQueries({ refetchType: 'active' });
  });
}

function isWorthRetrying(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status >= 502);
}

const demoClockMs = 10_000;

/** Who is signed in; null when nobody is. */
export const meQuery = queryOptions({
  queryKey: queryKeys.me,
  staleTime: 5 * 60_000,
  queryFn: async ({ client, signal }): Promise<Me | null> => {
    try {
      const asked = whoseTab();
      const me = await request('GET /api/v1/me', { signal });
      // The tab signed in or out, or changed the organization, while this answer was on its way.
      if (isTooLate(asked, me)) return client.getQueryData<Me | null>(queryKeys.me) ?? null;
      if (!whoseTab()) believe(me);
      return me;
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
      // When a session ends while the page is open, the page stays: see `watchSignOut`.
      return client.getQueryData<Me | null>(queryKeys.me) ?? null;
    }
  },
  // The clock of a demo may be moved while someone is looking at it.
  refetchInterval: ({ state }) => (state.data?.demo ? demoClockMs : false),
});

/** One lead with all that its page shows. */
export const leadQuery = (leadId: string) =>
  queryOptions({
    queryKey: queryKeys.lead(leadId),
    queryFn: async ({ signal, client }) => {
      const kept = () => client.getQueryData<Lead>(queryKeys.lead(leadId));
      const before = kept()?.version ?? 0;
      const readAt = favoriteWishes.now();
      const lead = await request('GET /api/v1/leads/:id', { params: { id: leadId }, signal });
      const now = kept();
      // The lead was changed while the request was pending, so the answer may be older: the change stays, on the page
      // and in what is sent next.
      const isOvertaken = now && now.version > before && now.version > lead.version;
      return isOvertaken ? now : favoriteWishes.applyTo(lead, readAt);
    },
  });

/** What the filters offer, with counts. */
export const leadFacetsQuery = (query: FacetsQuery) =>
  queryOptions({
    queryKey: queryKeys.leadFacets(query),
    queryFn: ({ signal }) => ask('GET /api/v1/leads/facets', { query, signal }),
  });

/** The colleagues of the organization. */
export const peopleQuery = queryOptions({
  queryKey: queryKeys.people,
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }) => (await request('GET /api/v1/people', { signal })).items,
});

/** The storefronts, by their code. */
export const storefrontsQuery = queryOptions({
  queryKey: queryKeys.storefronts,
  staleTime: 60 * 60_000,
  queryFn: async ({ signal }) => (await request('GET /api/v1/storefronts', { signal })).items,
});

/** All partners with locations and offers: for the operator. */
export const partnersQuery = queryOptions({
  queryKey: queryKeys.partners,
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }) => (await request('GET /api/v1/partners', { signal })).items,
});
