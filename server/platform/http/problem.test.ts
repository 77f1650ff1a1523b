import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { notFound } from '../errors.ts';
import { toAppError } from './problem.ts';

const withCode = (code: string, message = 'x', statusCode?: number) =>
  Object.assign(new Error(message), { code, statusCode });

describe('whatever is thrown becomes an error of the contract', () => {
  it.each([
    ['FST_ERR_CTP_BODY_TOO_LARGE', 'body-too-large'],
    ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 'unsupported-media-type'],
    ['FST_ERR_CTP_EMPTY_JSON_BODY', 'malformed-json'],
    ['FST_ERR_CTP_INVALID_JSON_BODY', 'malformed-json'],
    ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', 'malformed-json'],
  ])('%s is %s', (code, expected) => {
    expect(toAppError(withCode(code)).code).toBe(expected);
  });

  it.each(['08006', '08001', '57P01', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'])(
    'the database is away: %s can be tried again',
    (code) => {
      const error = toAppError(withCode(code));
      expect(error.code).toBe('unavailable');
      expect(error.details.retryAfterSeconds).toBeGreaterThan(0);
    },
  );

  it.each(['timeout exceeded when trying to connect', 'Connection terminated unexpectedly'])(
    'the database is away: “%s”',
    (message) => {
      expect(toAppError(new Error(message)).code).toBe('unavailable');
    },
  );

  it.each(['22P02', '23505', '42601'])(
    'DP-2 an error in a statement (%s) is ours, and says nothing',
    (code) => {
      const error = Object.assign(new pg.DatabaseError('Key (email)=(ada@example.test)', 1, 'error'), {
        code,
      });
      expect(toAppError(error).code).toBe('internal');
      expect(toAppError(error).message).not.toContain('ada');
    },
  );

  it('a missing file is no absent database', () => {
    expect(toAppError(Object.assign(withCode('ENOENT'), { syscall: 'open', path: '/docs' })).code).toBe(
      'internal',
    );
    expect(toAppError(Object.assign(withCode('ENOENT'), { syscall: 'connect' })).code).toBe('unavailable');
  });

  it('what the framework refuses is the caller’s', () => {
    expect(toAppError(withCode('FST_ERR_OTHER', 'x', 400)).code).toBe('invalid-request');
  });

  it('errors of the contract pass unchanged', () => {
    const error = notFound();
    expect(toAppError(error)).toBe(error);
  });

  it.each([null, undefined, 'text', 7])('%j, thrown, is ours too', (thrown) => {
    expect(toAppError(thrown).code).toBe('internal');
  });
});
