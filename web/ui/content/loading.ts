import { ApiError } from '../../api/client.ts';

/** The part of a query that its display depends on. */
export interface Reading {
  readonly data: unknown;
  readonly error: unknown;
}

/** What a page shows of a query. */
type LoadingState = 'loading' | 'missing' | 'failed' | 'loaded';

/** Loaded data is shown even if a refetch failed; `missing`: it doesn't exist, or not for this person. */
export function loadingStateOf({ data, error }: Reading): LoadingState {
  if (data !== undefined) return 'loaded';
  if (error === null) return 'loading';
  return isMissing(error) ? 'missing' : 'failed';
}

/** True when the server has nothing at that address, or can't read the id in it. */
export function isMissing(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 404 || error.status === 400);
}
