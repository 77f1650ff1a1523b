import { queryOptions } from '@tanstack/react-query';
import { request } from '../../api/client.ts';

/** Everything on the home page, in one request; read again whenever the page is opened. */
export const homeQuery = queryOptions({
  queryKey: ['home'],
  staleTime: 0,
  queryFn: ({ signal }) => request('GET /api/v1/home', { signal }),
});
