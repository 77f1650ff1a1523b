import { Writable } from 'node:stream';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { createLogger } from './log.ts';

/** What one call writes to the log. */
function written(write: (log: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  write(createLogger('info', sink));
  return lines.join('');
}

describe('log', () => {
  it.each(['email', 'phone', 'password', 'token', 'authorization', 'cookie'])('DP-2 blots out %s', (key) => {
    const text = written((log) =>
      log.info({ [key]: 'ada@example.test', inner: { password: 'secret' } }, 'said'),
    );
    expect(text).not.toContain('ada@example.test');
    expect(text).not.toContain('secret');
    expect(text).toContain('said');
  });

  it('DP-2 keeps the row that PostgreSQL quotes in an error out', () => {
    const error = Object.assign(new pg.DatabaseError('invalid input: "ada@example.test"', 1, 'error'), {
      code: '22P02',
      detail: 'Key (email)=(ada@example.test) already exists.',
      where: 'ada@example.test',
      table: 'lead',
    });
    const text = written((log) => log.error({ err: error }, 'request failed'));
    expect(text).not.toContain('ada@example.test');
    expect(JSON.parse(text)).toMatchObject({
      err: { message: 'database error 22P02', code: '22P02', table: 'lead' },
    });
  });

  it('keeps the message and the stack of all other errors', () => {
    const text = written((log) => log.error({ err: new TypeError('no such thing') }, 'request failed'));
    expect(JSON.parse(text).err).toMatchObject({ type: 'TypeError', message: 'no such thing' });
    expect(JSON.parse(text).err.stack).toContain('log.test.ts');
  });

  it('says nothing about what was thrown when it is no error', () => {
    expect(written((log) => log.error({ err: 'ada@example.test' }, 'x'))).not.toContain('ada@example.test');
  });
});
