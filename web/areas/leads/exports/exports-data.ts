import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { BodyOf } from '../../../../contract/endpoints.ts';
import type { BackgroundExport } from '../../../../contract/leads/exports.ts';
import { addressOfFile, request } from '../../../api/client.ts';
import { connection } from '../../../api/connection.ts';
import { queryKeys } from '../../../api/queries.ts';
import { askWhose } from '../../../api/session.ts';

/** Which leads to export, as the API takes it; the dialog adds how. */
export type ExportedLeads = Omit<BodyOf<'POST /api/v1/exports'>, 'format' | 'separator' | 'columns'>;

const followMs = 1500;

/** Whether the file is still to come. */
export function isUnderWay({ state }: Pick<BackgroundExport, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}

/** The person's exports; looked at again and again while one is under way. */
export const exportsQuery = queryOptions({
  queryKey: queryKeys.exports,
  queryFn: async ({ signal }) => (await request('GET /api/v1/exports', { signal })).items,
  refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? followMs : false),
});

/** Puts an export among the known ones, as the server just described it. */
export function noteExport(client: QueryClient, one: BackgroundExport): void {
  client.setQueryData<BackgroundExport[]>(queryKeys.exports, (known = []) =>
    known.some(({ id }) => id === one.id)
      ? known.map((other) => (other.id === one.id ? one : other))
      : [one, ...known],
  );
}

/**
 * Has the browser download a file by itself, however large it is. It would save an error response as the file, so the
 * page first checks that it can be reached, and for the same person.
 * @returns false when it can't
 */
export async function downloadExport(id: string): Promise<boolean> {
  if (!(await askWhose())) return true;
  if (connection.read() !== 'up') return false;
  const link = document.createElement('a');
  link.href = addressOfFile('GET /api/v1/exports/:id/file', { id });
  link.download = '';
  link.click();
  return true;
}
