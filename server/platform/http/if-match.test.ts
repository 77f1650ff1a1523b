import { describe, expect, it } from 'vitest';
import type { AppError } from '../errors.ts';
import { requireRevision, revisionTag } from './if-match.ts';

const codeOf = (header: string | undefined, present: string | null): string | undefined => {
  try {
    requireRevision(header, present, { now: 1 });
    return undefined;
  } catch (error) {
    return (error as AppError).code;
  }
};

describe('If-Match of settings', () => {
  it.each([
    [undefined, 'a', undefined],
    ['*', 'a', undefined],
    [' * ', null, undefined],
    ['"a"', 'a', undefined],
    ['"b", "a"', 'a', undefined],
    ['"none"', null, undefined],
    ['"a"', null, 'settings-changed'],
    ['"none"', 'a', 'settings-changed'],
    ['"b"', 'a', 'settings-changed'],
    ['"b","c"', 'a', 'settings-changed'],
    // A weak tag never matches here (RFC 9110, 13.1.1).
    ['W/"a"', 'a', 'invalid-request'],
    ['a', 'a', 'invalid-request'],
    ['', 'a', 'invalid-request'],
    ['"a" and more', 'a', 'invalid-request'],
  ])('%s of %s: %s', (header, present, code) => {
    expect(codeOf(header, present)).toBe(code);
  });

  it('says what the settings are now', () => {
    expect(() => requireRevision('"b"', 'a', { hours: 5 })).toThrow(
      expect.objectContaining({ details: { current: { hours: 5 } } }),
    );
    expect(revisionTag('a')).toBe('"a"');
  });
});
