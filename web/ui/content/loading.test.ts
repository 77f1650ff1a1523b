import { describe, expect, it } from 'vitest';
import { ApiError } from '../../api/client.ts';
import { loadingStateOf } from './loading.ts';

function refusal(status: number): ApiError {
  return new ApiError({
    type: '/errors/not-found',
    title: 'Not found',
    status,
    detail: 'There is none.',
    code: 'not-found',
    requestId: 'r',
  });
}

describe('what a page shows of something that is read', () => {
  it.each([
    ['nothing yet', { data: undefined, error: null }, 'loading'],
    ['an answer', { data: { items: [] }, error: null }, 'loaded'],
    ['an answer that is empty', { data: null, error: null }, 'loaded'],
    ['an older answer, where a later look failed', { data: 1, error: refusal(500) }, 'loaded'],
    ['that there is none', { data: undefined, error: refusal(404) }, 'missing'],
    ['that an id is none', { data: undefined, error: refusal(400) }, 'missing'],
    ['a refusal', { data: undefined, error: refusal(403) }, 'failed'],
    ['no answer at all', { data: undefined, error: new TypeError('network') }, 'failed'],
  ] as const)('%s', (_, reading, expected) => {
    expect(loadingStateOf(reading)).toBe(expected);
  });
});
