import { queryOptions } from '@tanstack/react-query';
import type { QuarantineState } from '../../../../contract/intake/lists.ts';
import { request } from '../../../api/client.ts';

const pageSize = 50;

/** The query keys of held form entries. */
export const quarantineKeys = {
  all: ['quarantine'] as const,
  list: (state: QuarantineState) => ['quarantine', 'list', state] as const,
  summary: ['quarantine', 'summary'] as const,
  one: (id: string) => ['quarantine', 'one', id] as const,
};

/** How many wait for a decision; polled, since customers send forms at any time. */
export const summaryQuery = queryOptions({
  queryKey: quarantineKeys.summary,
  refetchInterval: 60_000,
  queryFn: ({ signal }) => request('GET /api/v1/quarantine/summary', { signal }),
});

/** One page of the list. */
export function readPage(state: QuarantineState, cursor: string | undefined, signal: AbortSignal) {
  return request('GET /api/v1/quarantine', { query: { state, cursor, limit: pageSize }, signal });
}

/** One held form entry with its signals. */
export const submissionQuery = (id: string) =>
  queryOptions({
    queryKey: quarantineKeys.one(id),
    queryFn: ({ signal }) => request('GET /api/v1/quarantine/:id', { params: { id }, signal }),
  });
