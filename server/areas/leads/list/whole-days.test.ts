import { describe, expect, it } from 'vitest';
import { beginningOf, endOf } from './whole-days.ts';

describe('WS-10: whole days of a reader', () => {
  it.each([
    ['2026-11-20', undefined, '2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z'],
    ['2026-11-20', 'Mars/Olympus_Mons', '2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z'],
    ['2026-11-20', 'Pacific/Auckland', '2026-11-19T11:00:00.000Z', '2026-11-20T11:00:00.000Z'],
    ['2026-11-20', 'America/Los_Angeles', '2026-11-20T08:00:00.000Z', '2026-11-21T08:00:00.000Z'],
    // Clocks are put back: a day of 25 hours.
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    // Clocks went forward at midnight: a day that began at one o'clock.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z', '2018-11-05T02:00:00.000Z'],
    // Clocks are put back over midnight, which comes twice: the day begins with the first.
    ['2026-10-25', 'Atlantic/Azores', '2026-10-25T00:00:00.000Z', '2026-10-26T01:00:00.000Z'],
    ['2026-10-24', 'Atlantic/Azores', '2026-10-24T00:00:00.000Z', '2026-10-25T00:00:00.000Z'],
    ['9999-12-31', undefined, '9999-12-31T00:00:00.000Z', '+010000-01-01T00:00:00.000Z'],
    ['0001-01-01', undefined, '0001-01-01T00:00:00.000Z', '0001-01-02T00:00:00.000Z'],
  ])('WS-10 %s in %s begins at %s and is over at %s', (day, zone, begin, end) => {
    expect(beginningOf(day, zone).toISOString()).toBe(begin);
    expect(endOf(day, zone).toISOString()).toBe(end);
  });
});
