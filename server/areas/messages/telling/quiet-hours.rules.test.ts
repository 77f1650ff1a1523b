import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type QuietTimes, quietUntil } from './quiet-hours.rules.ts';

const zone = 'Europe/Berlin';
const nights: QuietTimes = { night: { from: 20 * 60, until: 7 * 60 + 30 }, weekends: false, exceptHot: true };
const weekends: QuietTimes = { night: null, weekends: true, exceptHot: true };
const both: QuietTimes = { ...nights, weekends: true };
const noon: QuietTimes = { ...nights, night: { from: 12 * 60, until: 13 * 60 } };

describe('NT-6: when it is quiet, and until when', () => {
  it.each([
    ['in the evening', nights, '2026-06-03T21:00+02:00', '2026-06-04T07:30+02:00'],
    ['from its first minute', nights, '2026-06-03T20:00+02:00', '2026-06-04T07:30+02:00'],
    ['after midnight', nights, '2026-06-04T03:00+02:00', '2026-06-04T07:30+02:00'],
    ['not at its end', nights, '2026-06-04T07:30+02:00', undefined],
    ['not by day', nights, '2026-06-03T12:00+02:00', undefined],
    ['not on a Saturday at noon without weekends', nights, '2026-06-06T12:00+02:00', undefined],
    ['on a Saturday', weekends, '2026-06-06T09:00+02:00', '2026-06-08T00:00+02:00'],
    ['not on a Friday night without nights', weekends, '2026-06-05T23:00+02:00', undefined],
    ['on a Friday evening, through the weekend', both, '2026-06-05T21:00+02:00', '2026-06-08T07:30+02:00'],
    ['on a Sunday, and the night after it', both, '2026-06-07T15:00+02:00', '2026-06-08T07:30+02:00'],
    ['at noon', noon, '2026-06-03T12:30+02:00', '2026-06-03T13:00+02:00'],
    ['over the hour that a day skips', nights, '2026-03-28T22:00+01:00', '2026-03-29T07:30+02:00'],
    ['over the hour that a day has twice', nights, '2026-10-24T22:00+02:00', '2026-10-25T07:30+01:00'],
  ])('NT-6 %s', (_, times, at, expected) => {
    const until = quietUntil(new Date(at), zone, times);
    expect(until?.toISOString()).toBe(expected && new Date(expected).toISOString());
  });

  it('NT-6 it ends at a moment that is not quiet, within four days', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const at = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(at, minute, minute, fc.boolean(), (now, from, until, isWeekend) => {
        fc.pre(from !== until);
        const times = { night: { from, until }, weekends: isWeekend, exceptHot: true };
        const end = quietUntil(now, zone, times);
        if (end === undefined) return;
        expect(end > now).toBe(true);
        expect(end.getTime() - now.getTime()).toBeLessThan(4 * 86_400_000);
        expect(quietUntil(end, zone, times)).toBeUndefined();
      }),
    );
  });
});
