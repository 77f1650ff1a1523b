import { describe, expect, it } from 'vitest';
import { checkToken, signForm } from './form-token.ts';

const secret = Buffer.from('secret');
const form = { pageId: 'page', formKey: 'key' };
const issuedAt = new Date('2026-11-20T10:00:00.000Z');
const later = (ms: number) => new Date(issuedAt.getTime() + ms);
const token = signForm(secret, form, issuedAt);

describe('IN-7: the signature of a form', () => {
  it.each([
    [-1000, 'too-quick'],
    [0, 'too-quick'],
    [2999, 'too-quick'],
    [3000, 'good'],
    [12 * 3_600_000, 'good'],
    [12 * 3_600_000 + 1, 'expired'],
  ])('IN-7 after %i ms it is %s', (ms, verdict) => {
    expect(checkToken(secret, form, token, later(ms))).toBe(verdict);
  });

  const moment = token.split('.')[0];
  const signature = token.split('.')[1];
  it.each([
    ['nothing', ''],
    ['no signature', `${moment}.`],
    ['another moment', `${(issuedAt.getTime() - 10_000).toString(36)}.${signature}`],
    ['no moment', `.${signature}`],
    ['another signature', `${moment}.${'A'.repeat(43)}`],
    ['a longer one', `${token}A`],
    ['a text of many letters', '😀'.repeat(50_000)],
  ])('IN-7 is forged with %s', (_what, sent) => {
    expect(checkToken(secret, form, sent, later(5000))).toBe('forged');
  });

  it('IN-7 holds for one page, one form and one installation', () => {
    expect(checkToken(secret, { ...form, pageId: 'other' }, token, later(5000))).toBe('forged');
    expect(checkToken(secret, { ...form, formKey: 'other' }, token, later(5000))).toBe('forged');
    expect(checkToken(Buffer.from('other'), form, token, later(5000))).toBe('forged');
  });
});
