import { QueryClient, queryOptions } from '@tanstack/react-query';
import type { Colleague, Me } from '../../contract/identity.ts';
import type { LeadFacets } from '../../contract/lead-list.ts';
import type { Partner } from '../../contract/operator.ts';
import { ApiError, type Query, request } from './client.ts';

export { useMe, useOptionalMe } from './me.ts';

/** The names under which answers are kept. Start from the widest that changed when you invalidate. */
export const queryKeys = {
  me: ['me'] as const,
  sessions: ['sessions'] as const,
  leads: ['leads'] as const,
  leadLists: ['leads', 'list'] as const,
  leadList: (query: Query) => ['leads', 'list', query] as const,
  leadFacetSets: ['leads', 'facets'] as const,
  leadFacets: (query: Query) => ['leads', 'facets', query] as const,
  lead: (id: string) => ['leads', 'one', id] as const,
  leadTimeline: (id: string) => ['leads', 'one', id, 'timeline'] as const,
  leadNeighbors: (id: string, query: Query) => ['leads', 'one', id, 'neighbors', query] as const,
  people: ['people'] as const,
  storefronts: ['storefronts'] as const,
  partners: ['partners'] as const,
  sentLeads: ['sent-leads'] as const,
  apiTokens: ['api-tokens'] as const,
  intakeEndpoints: ['intake-endpoints'] as const,
  accessLog: ['access-log'] as const,
};

/** One client for the app: short-lived answers, and no retry of what the server has refused. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && isWorthRetrying(error),
      },
      mutations: { retry: false },
    },
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
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await request<Me>('GET', '/api/v1/me', { signal });
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  },
  // The clock of a demo may be moved while somebody looks at it.
  refetchInterval: ({ state }) => (state.data?.demo ? demoClockMs : false),
});

export const leadFacetsQuery = (query: Query) =>
  queryOptions({
    queryKey: queryKeys.leadFacets(query),
    queryFn: ({ signal }) => request<LeadFacets>('GET', '/api/v1/leads/facets', { query, signal }),
  });

export const peopleQuery = queryOptions({
  queryKey: queryKeys.people,
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }) =>
    (await request<{ items: Colleague[] }>('GET', '/api/v1/people', { signal })).items,
});

export interface Storefront {
  code: string;
  name: string;
}

export const storefrontsQuery = queryOptions({
  queryKey: queryKeys.storefronts,
  staleTime: 60 * 60_000,
  queryFn: async ({ signal }) =>
    (await request<{ items: Storefront[] }>('GET', '/api/v1/storefronts', { signal })).items,
});

export const partnersQuery = queryOptions({
  queryKey: queryKeys.partners,
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }) =>
    (await request<{ items: Partner[] }>('GET', '/api/v1/partners', { signal })).items,
});
