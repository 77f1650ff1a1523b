import { describe, expect, it } from 'vitest';
import { beginningOf, endOf, withDays } from './whole-days.ts';

describe('WS-10: whole days of a reader', () => {
  it.each([
    ['2026-11-20', undefined, '2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z'],
    ['2026-11-20', 'Mars/Olympus_Mons', '2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z'],
    ['2026-11-20', 'Pacific/Auckland', '2026-11-19T11:00:00.000Z', '2026-11-20T11:00:00.000Z'],
    ['2026-11-20', 'America/Los_Angeles', '2026-11-20T08:00:00.000Z', '2026-11-21T08:00:00.000Z'],
    // Clocks go back: a day of 25 hours.
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    // Clocks went forward at midnight: a day that began at one o'clock.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z', '2018-11-05T02:00:00.000Z'],
    // Clocks go back across midnight, which comes twice: the day begins with the first.
    ['2026-10-25', 'Atlantic/Azores', '2026-10-25T00:00:00.000Z', '2026-10-26T01:00:00.000Z'],
    ['2026-10-24', 'Atlantic/Azores', '2026-10-24T00:00:00.000Z', '2026-10-25T00:00:00.000Z'],
    ['9999-12-31', undefined, '9999-12-31T00:00:00.000Z', '+010000-01-01T00:00:00.000Z'],
    ['0001-01-01', undefined, '0001-01-01T00:00:00.000Z', '0001-01-02T00:00:00.000Z'],
  ])('WS-10 %s in %s begins at %s and is over at %s', (day, zone, begin, end) => {
    expect(beginningOf(day, zone).toISOString()).toBe(begin);
    expect(endOf(day, zone).toISOString()).toBe(end);
  });
});

describe('WS-3: relative days', () => {
  it.each([
    ['2026-11-20T10:30:00Z', undefined, '2026-11-20', '2026-11-14'],
    ['2026-11-20T10:30:00Z', 'Mars/Olympus_Mons', '2026-11-20', '2026-11-14'],
    // In Auckland, the next day has begun; in Los Angeles, the one before is not over.
    ['2026-11-20T11:30:00Z', 'Pacific/Auckland', '2026-11-21', '2026-11-15'],
    ['2026-11-20T07:30:00Z', 'America/Los_Angeles', '2026-11-19', '2026-11-13'],
    // Across the night in which clocks change, days are still days.
    ['2026-10-25T23:30:00Z', 'Europe/Berlin', '2026-10-26', '2026-10-20'],
    ['2027-01-03T00:30:00Z', 'Europe/London', '2027-01-03', '2026-12-28'],
  ])('WS-3 at %s in %s, today is %s and six days ago was %s', (now, zone, today, before) => {
    const filters = { createdFrom: 'today-6', createdTo: 'today', closedFrom: '2020-02-02', hot: true };
    expect(withDays(filters, new Date(now), zone)).toEqual({
      createdFrom: before,
      createdTo: today,
      closedFrom: '2020-02-02',
      hot: true,
    });
  });
});
