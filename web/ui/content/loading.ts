import { ApiError } from '../../api/client.ts';

/** What is asked of something that is read. */
export interface Reading {
  readonly data: unknown;
  readonly error: unknown;
}

/** What a page shows of something that is read. */
export type LoadingState = 'loading' | 'missing' | 'failed' | 'loaded';

/** What is there is shown, also when a later look at it failed; `missing`: there is no such thing, or not for this person. */
export function loadingStateOf({ data, error }: Reading): LoadingState {
  if (data !== undefined) return 'loaded';
  if (error === null) return 'loading';
  return isMissing(error) ? 'missing' : 'failed';
}

/** True when the server knows nothing under that address, or cannot read the id in it. */
export function isMissing(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 404 || error.status === 400);
}
