import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { adoptAnswer } from '../api/adopt-answer.ts';
import { request } from '../api/client.ts';
import { useMe } from '../api/me.ts';
import { queryKeys } from '../api/queries.ts';
import { browserZone } from '../ui/zone-names.ts';

/**
 * Whoever never chose a time zone gets the one of the browser that they work in first: digests come by it, and mails
 * name times in it. It can be changed in the profile. When it cannot be kept now, the next visit tries again.
 */
export function useStoredTimeZone() {
  const client = useQueryClient();
  const isUnknown = useMe().person.timeZone === null;
  useEffect(() => {
    if (!isUnknown) return;
    request('PATCH /api/v1/me', { body: { timeZone: browserZone() } }).then(
      async (me) => {
        await adoptAnswer(client, queryKeys.me, me);
        // Filters by day mean days of that zone.
        await client.invalidateQueries({ queryKey: queryKeys.leads });
      },
      () => undefined,
    );
  }, [client, isUnknown]);
}
