import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/client.ts';

/** How the signed-in person is notified. */
export const preferencesQuery = queryOptions({
  queryKey: ['mail-preferences'],
  queryFn: ({ signal }) => request('GET /api/v1/me/mail-preferences', { signal }),
});
