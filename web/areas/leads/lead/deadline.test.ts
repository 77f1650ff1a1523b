import { describe, expect, it } from 'vitest';
import { wantsAnswer, wordMoment, wordTimeLeft } from './deadline.ts';

const now = Date.parse('2026-03-01T00:00:00.000Z');

describe('wordTimeLeft', () => {
  it.each([
    ['2026-03-14T23:55:00.000Z', '14 days'],
    ['2026-03-14T11:59:00.000Z', '13 days'],
    ['2026-03-04T00:00:00.000Z', '72 hours'],
    ['2026-03-01T01:59:59.000Z', '1 hour'],
    ['2026-03-01T00:40:59.000Z', '40 minutes'],
    ['2026-02-01T00:00:00.000Z', '0 minutes'],
  ])('%s', (until, expected) => {
    expect(wordTimeLeft(until, now)).toBe(expected);
  });
});

describe('wantsAnswer', () => {
  it.each([
    [{ isTest: false, contactWithheld: null }, true],
    [{ isTest: true, contactWithheld: null }, false],
    [{ isTest: false, contactWithheld: 'NoConsent' }, false],
  ] as const)('LC-4: %j: %s', (lead, expected) => {
    expect(wantsAnswer(lead)).toBe(expected);
  });
});

describe('wordMoment', () => {
  it('is in the reader’s language and time zone', () => {
    expect(wordMoment('2025-12-05T16:30:00.000Z', 'en-GB', 'Europe/Berlin')).toMatch(/^Fri,? 5 Dec,? 17:30$/);
    expect(wordMoment('2025-12-05T23:30:00.000Z', 'de', 'Europe/Berlin')).toContain('6. Dez.');
  });
});
