import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/client.ts';

/** The model that rates leads for the person's current organization (LQ-3). */
export const modelCardQuery = queryOptions({
  queryKey: ['quality', 'model'] as const,
  // It changes once a night.
  staleTime: 5 * 60_000,
  queryFn: ({ signal }) => request('GET /api/v1/quality/model', { signal }),
});

/** How many won leads, and how many that were not won, it takes to learn from them (LQ-2). */
export const leastOfEach = 40;
