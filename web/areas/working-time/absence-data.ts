import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { AbsenceDays } from '../../../contract/working-time/absences.ts';
import { request } from '../../api/client.ts';
import { announce, announceFailure, announceWithUndo } from '../../ui/forms/index.ts';
import { t } from './catalogue.ts';

/** Who is away, now or soon. */
export const absencesQuery = queryOptions({
  queryKey: ['absences'],
  queryFn: async ({ signal }) => (await request('GET /api/v1/absences', { signal })).items,
});

/** What shows absences. */
export const absenceKeys = [absencesQuery.queryKey, ['sharing']] as const;

/** Reads again what shows absences. */
export async function outdateAbsences(client: QueryClient): Promise<void> {
  for (const queryKey of absenceKeys) await client.invalidateQueries({ queryKey });
}

/** Ends an absence or takes it back; this can be undone. Says how it went. */
export async function removeAbsence(
  client: QueryClient,
  personId: string,
  { from, until }: AbsenceDays,
): Promise<void> {
  const params = { personId };
  try {
    await request('DELETE /api/v1/absences/:personId', { params });
    announceWithUndo(t('absence.removed'), () => {
      request('PUT /api/v1/absences/:personId', { params, body: { from, until } })
        .then(() => announce(t('absence.restored')))
        .catch((error: unknown) => announceFailure(t('absence.notRestored'), error))
        .finally(() => outdateAbsences(client));
    });
  } catch (error) {
    announceFailure(t('absence.notRemoved'), error);
  } finally {
    await outdateAbsences(client);
  }
}
