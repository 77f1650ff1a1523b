import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkingCalendar } from '../../../../contract/working-time/calendar.ts';
import { remindAt } from '../../working-time/index.ts';
import { findReminderHorizon, isReminderDue } from './clockwork.rules.ts';

const at = (text: string) => new Date(text);
const hourMs = 3_600_000;
const workday = [{ from: '09:00', to: '17:30' }];
const office: WorkingCalendar = {
  timeZone: 'Europe/Berlin',
  hours: {
    ...{ monday: workday, tuesday: workday, wednesday: workday, thursday: workday, friday: workday },
    ...{ saturday: [], sunday: [] },
  },
  holidays: ['2026-12-24', '2026-12-25', '2026-12-26'],
};
const calendars = [undefined, office, { ...office, timeZone: 'America/Los_Angeles', holidays: [] }];

describe('when a reminder is due (NT-3)', () => {
  const lead = { receivedAt: at('2026-11-08T10:00:00.000Z'), expiresAt: at('2026-11-22T10:00:00.000Z') };

  it.each([
    ['a moment before 72 hours before the end', undefined, '2026-11-19T09:59:59.999Z', false],
    ['72 hours before the end', undefined, '2026-11-19T10:00:00.000Z', true],
    ['a moment before the end', undefined, '2026-11-22T09:59:59.999Z', true],
    ['at the end, when it is too late', undefined, '2026-11-22T10:00:00.000Z', false],
    ['during work, 72 hours before: the same', office, '2026-11-19T09:59:59.999Z', false],
    ['during work, 72 hours before', office, '2026-11-19T10:00:00.000Z', true],
  ] as const)('%s', (_, calendar, now, due) => {
    expect(isReminderDue(lead, calendar, at(now))).toBe(due);
  });

  it('a calendar brings it forward to the last working moment: Friday evening for a Wednesday morning', () => {
    // 72 hours before is Sunday; nobody works there since Friday 17:30, which is 16:30 UTC.
    const wednesday = { receivedAt: at('2026-11-11T08:00:00Z'), expiresAt: at('2026-11-25T08:00:00Z') };
    expect(isReminderDue(wednesday, office, at('2026-11-20T16:29:59.999Z'))).toBe(false);
    expect(isReminderDue(wednesday, office, at('2026-11-20T16:30:00.000Z'))).toBe(true);
  });

  it('never of a lead that had less than 72 hours from the beginning', () => {
    const short = { receivedAt: at('2026-11-20T10:00:00Z'), expiresAt: at('2026-11-23T10:00:00Z') };
    expect(isReminderDue(short, undefined, at('2026-11-20T10:00:00Z'))).toBe(false);
    expect(isReminderDue(short, undefined, at('2026-11-22T10:00:00Z'))).toBe(false);
  });
});

describe('the horizon of reminders (NT-3)', () => {
  it('is 72 hours without a calendar', () => {
    expect(findReminderHorizon(at('2026-11-20T10:00:00Z'), undefined)).toEqual(at('2026-11-23T10:00:00Z'));
  });

  it('reaches over the weekend from Friday evening on, until work begins on Monday', () => {
    const horizon = findReminderHorizon(at('2026-11-20T16:30:00Z'), office).getTime();
    const monday = at('2026-11-23T08:00:00Z').getTime() + 72 * hourMs;
    expect(monday - horizon).toBeLessThanOrEqual(1000);
    expect(monday - horizon).toBeGreaterThan(0);
  });

  it('a lead is within it exactly when its reminder may be due', () => {
    fc.assert(
      fc.property(
        fc.date({ min: at('2026-09-01T00:00:00Z'), max: at('2027-04-30T00:00:00Z'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 14 * 24 * 60 }),
        fc.constantFrom(...calendars),
        (now, minutes, calendar) => {
          const expiresAt = new Date(now.getTime() + 60 * hourMs + minutes * 60_000);
          const horizon = findReminderHorizon(now, calendar).getTime();
          if (remindAt(expiresAt, calendar) <= now)
            expect(expiresAt.getTime()).toBeLessThanOrEqual(horizon + 1000);
          else expect(expiresAt.getTime()).toBeGreaterThan(horizon);
        },
      ),
      { numRuns: 150 },
    );
  });
});
