import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { digestMoment, splitNotices } from './notices.rules.ts';

describe('NT-2: single mails and the digest', () => {
  const arrival = fc.record({ leadId: fc.uuid(), hot: fc.boolean() });
  const arrivals = fc.uniqueArray(arrival, { selector: (one) => one.leadId, maxLength: 60 });

  it('NT-2 every lead goes one way: alone up to the limit, gathered beyond, hot always alone', () => {
    fc.assert(
      fc.property(arrivals, fc.nat({ max: 30 }), fc.integer({ min: 1, max: 20 }), (leads, mailed, limit) => {
        const ways = splitNotices(leads, mailed, limit);
        expect([...ways.keys()]).toEqual(leads.map((lead) => lead.leadId));
        let alone = mailed;
        for (const { leadId, hot } of leads) {
          expect(ways.get(leadId)).toBe(hot || alone < limit ? 'individual' : 'digest');
          if (ways.get(leadId) === 'individual') alone++;
        }
      }),
    );
  });

  it('NT-2 it makes no difference in which groups the leads come', () => {
    fc.assert(
      fc.property(arrivals, fc.nat({ max: 60 }), fc.integer({ min: 1, max: 20 }), (leads, cut, limit) => {
        const whole = splitNotices(leads, 0, limit);
        const first = splitNotices(leads.slice(0, cut), 0, limit);
        const mailed = [...first.values()].filter((way) => way === 'individual').length;
        const second = splitNotices(leads.slice(cut), mailed, limit);
        expect(new Map([...first, ...second])).toEqual(whole);
      }),
    );
  });

  it('NT-2 the tenth lead of a day is mailed, the eleventh is gathered', () => {
    const leads = Array.from({ length: 11 }, (_, i) => ({ leadId: `lead ${i + 1}`, hot: false }));
    const ways = splitNotices(leads, 0, 10);
    expect(ways.get('lead 10')).toBe('individual');
    expect(ways.get('lead 11')).toBe('digest');
  });
});

describe('NT-2: hours where the recipient is', () => {
  it.each([
    ['before the hour, today', '2026-11-20T10:00:00Z', 'Europe/Berlin', 17, '2026-11-20T16:00:00Z'],
    ['at the hour, tomorrow', '2026-11-20T16:00:00Z', 'Europe/Berlin', 17, '2026-11-21T16:00:00Z'],
    ['after the hour, tomorrow', '2026-11-20T20:00:00Z', 'Europe/Berlin', 17, '2026-11-21T16:00:00Z'],
    ['over the end of summer time', '2026-10-24T16:00:00Z', 'Europe/Berlin', 17, '2026-10-25T16:00:00Z'],
    [
      'over the beginning of summer time',
      '2026-03-28T17:00:00Z',
      'Europe/Berlin',
      17,
      '2026-03-29T15:00:00Z',
    ],
    ['an hour that the day skips', '2026-03-29T00:30:00Z', 'Europe/Berlin', 2, '2026-03-29T01:00:00Z'],
    ['an hour that the day has twice', '2026-10-24T23:30:00Z', 'Europe/Berlin', 2, '2026-10-25T00:00:00Z'],
    ['midnight', '2026-11-20T10:00:00Z', 'Asia/Tokyo', 0, '2026-11-20T15:00:00Z'],
    ['a day without midnight', '2026-04-23T10:00:00Z', 'Africa/Cairo', 0, '2026-04-23T22:00:00Z'],
    ['a zone of three quarters', '2026-11-20T10:00:00Z', 'Asia/Kathmandu', 17, '2026-11-20T11:15:00Z'],
  ])('NT-2 %s', (_name, now, zone, hour, due) => {
    expect(digestMoment(new Date(now), zone, hour).toISOString()).toBe(new Date(due).toISOString());
  });

  it('NT-2 the digest is never in the past and never further than a day and its changes of time', () => {
    const zones = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'UTC',
      'Asia/Tehran',
    );
    const moments = fc.date({
      min: new Date('2024-01-01T00:00:00Z'),
      max: new Date('2030-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, zones, fc.nat({ max: 23 }), (now, zone, hour) => {
        const due = digestMoment(now, zone, hour);
        const hours = (due.getTime() - now.getTime()) / 3_600_000;
        expect(hours).toBeGreaterThan(0);
        expect(hours).toBeLessThanOrEqual(26);
        expect([hour, hour + 1]).toContain(DateTime.fromJSDate(due, { zone }).hour);
      }),
      { numRuns: 500 },
    );
  });
});
