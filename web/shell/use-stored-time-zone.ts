import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { adoptAnswer } from '../api/adopt-answer.ts';
import { request } from '../api/client.ts';
import { useMe } from '../api/me.ts';
import { queryKeys } from '../api/queries.ts';
import { browserZone } from '../ui/zone-names.ts';

/**
 * People who never chose a time zone get that of the first browser they use: digests and the times in emails follow it.
 * They can change it in their profile. If it can't be saved now, the next visit tries again.
 */
export function useStoredTimeZone() {
  const client = useQueryClient();
  const isUnknown = useMe().person.timeZone === null;
  useEffect(() => {
    if (!isUnknown) return;
    request('PATCH /api/v1/me', { body: { timeZone: browserZone() } }).then(
      async (me) => {
        await adoptAnswer(client, queryKeys.me, me);
        // Filters by day use that zone.
        await client.invalidateQueries({ queryKey: queryKeys.leads });
      },
      () => undefined,
    );
  }, [client, isUnknown]);
}
