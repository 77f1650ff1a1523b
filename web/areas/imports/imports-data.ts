import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { LeadImport } from '../../../contract/imports/imports.ts';
import type { ImportOutcome } from '../../../contract/imports/lists.ts';
import { request } from '../../api/client.ts';
import { queryKeys } from '../../api/queries.ts';

const followMs = 1000;
const rowsPerPage = 50;

/** Whether an import changes by itself. */
export function isAtWork({ state }: Pick<LeadImport, 'state'>): boolean {
  return state === 'checking' || state === 'running' || state === 'undoing';
}

/** The organization’s imports; looked at again and again while one is at work. */
export const importsQuery = queryOptions({
  queryKey: queryKeys.imports,
  queryFn: async ({ signal }) => (await request('GET /api/v1/imports', { signal })).items,
  refetchInterval: ({ state }) => (state.data?.some(isAtWork) ? followMs * 2 : false),
});

/** One import, followed while it is at work. */
export function importQuery(id: string) {
  return queryOptions({
    queryKey: queryKeys.import(id),
    queryFn: ({ signal }) => request('GET /api/v1/imports/:id', { params: { id }, signal }),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? followMs : false),
  });
}

/** Which rows of an import are shown. */
export type RowFilter = ImportOutcome | 'all' | 'left' | 'kept';

/** Rows of an import; other ones after each dry run. */
export function rowsQuery({ id, checkedRows, state }: LeadImport, filter: RowFilter) {
  const query =
    filter === 'all' ? {} : filter === 'left' || filter === 'kept' ? { result: filter } : { outcome: filter };
  return infiniteQueryOptions({
    queryKey: queryKeys.importRows(id, filter, `${state} ${checkedRows}`),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      request('GET /api/v1/imports/:id/rows', {
        params: { id },
        query: { ...query, cursor: pageParam, limit: rowsPerPage },
        signal,
      }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** Keeps an import as the server just described it. */
export function noteImport(client: QueryClient, one: LeadImport): void {
  client.setQueryData(queryKeys.import(one.id), one);
  void client.invalidateQueries({ queryKey: queryKeys.imports, exact: true });
}
