import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { type WorkingCalendar, weekdays, workingCalendar } from '../../../contract/working-time/calendar.ts';
import { remindAt, reminderHours, respondBy, workingHoursBetween } from './working-calendar.rules.ts';

const none: WorkingCalendar['hours'] = {
  monday: [],
  tuesday: [],
  wednesday: [],
  thursday: [],
  friday: [],
  saturday: [],
  sunday: [],
};
const office = [{ from: '09:00', to: '17:30' }];
const week = {
  ...none,
  monday: office,
  tuesday: office,
  wednesday: office,
  thursday: office,
  friday: office,
};
const berlin: WorkingCalendar = { timeZone: 'Europe/Berlin', hours: week, holidays: [] };
const at = (text: string, zone = 'Europe/Berlin') => DateTime.fromISO(text, { zone }).toJSDate();
const told = (moment: Date, zone = 'Europe/Berlin') => DateTime.fromJSDate(moment, { zone }).toISO();

describe('respond by: the last working moment at or before the end', () => {
  it.each([
    ['a Sunday goes back to Friday evening', '2026-12-06T10:00', '2026-12-04T17:30'],
    ['the evening of a working day goes back to its end', '2026-12-02T22:15', '2026-12-02T17:30'],
    ['the early morning goes back to the day before', '2026-12-02T06:00', '2026-12-01T17:30'],
    ['the middle of work stays', '2026-12-02T11:11', '2026-12-02T11:11'],
    ['the first moment of work stays', '2026-12-02T09:00', '2026-12-02T09:00'],
    ['the last moment of work stays', '2026-12-02T17:30', '2026-12-02T17:30'],
  ])('LC-4 %s', (_what, end, expected) => {
    expect(respondBy(at(end), berlin)).toEqual(at(expected));
  });

  it('LC-4 holidays have no work', () => {
    const holidays = ['2026-12-24', '2026-12-25'];
    expect(respondBy(at('2026-12-26T12:00'), { ...berlin, holidays })).toEqual(at('2026-12-23T17:30'));
  });

  it('LC-4 a break in the day counts', () => {
    const spans = [
      { from: '08:00', to: '12:00' },
      { from: '13:00', to: '24:00' },
    ];
    const calendar = { ...berlin, hours: { ...none, wednesday: spans } };
    expect(respondBy(at('2026-12-02T12:30'), calendar)).toEqual(at('2026-12-02T12:00'));
    expect(respondBy(at('2026-12-03T15:00'), calendar)).toEqual(at('2026-12-03T00:00'));
    expect(respondBy(at('2026-12-02T07:59'), calendar)).toEqual(at('2026-11-26T00:00'));
  });

  it('LC-4 days are days where the organization is', () => {
    const auckland = { ...berlin, timeZone: 'Pacific/Auckland' };
    // Sunday evening in Berlin is Monday morning in Auckland.
    expect(respondBy(at('2026-12-06T21:00'), auckland)).toEqual(at('2026-12-06T21:00'));
  });

  it('LC-4 the hour of the clock is meant on both sides of a change to daylight saving', () => {
    expect(told(respondBy(at('2027-03-29T08:00'), berlin))).toBe('2027-03-26T17:30:00.000+01:00');
    expect(told(respondBy(at('2027-03-29T23:00'), berlin))).toBe('2027-03-29T17:30:00.000+02:00');
    expect(told(respondBy(at('2026-10-25T12:00'), berlin))).toBe('2026-10-23T17:30:00.000+02:00');
  });

  it('LC-4 an hour that is repeated counts only where it is sure, one that is skipped not at all', () => {
    const night = (from: string, to: string) => ({
      ...berlin,
      hours: { ...none, sunday: [{ from, to }] },
    });
    const noon = (day: string) => at(`${day}T12:00`);
    expect(told(respondBy(noon('2026-10-25'), night('01:00', '02:30')))).toBe(
      '2026-10-25T02:30:00.000+02:00',
    );
    expect(told(respondBy(noon('2027-03-28'), night('01:00', '03:30')))).toBe(
      '2027-03-28T03:30:00.000+02:00',
    );
    expect(told(respondBy(noon('2027-03-28'), night('02:00', '03:00')))).toBe(
      '2027-03-21T03:00:00.000+01:00',
    );
  });

  it('LC-4 when nobody works for a year, the end itself is shown', () => {
    const start = DateTime.fromISO('2026-01-01', { zone: 'utc' });
    const holidays = Array.from({ length: 700 }, (_, n) => start.plus({ days: n }).toISODate() ?? '');
    const end = at('2027-11-01T10:00');
    expect(respondBy(end, { ...berlin, holidays })).toEqual(end);
    const afterALongYear = at('2027-12-04T10:00');
    expect(respondBy(afterALongYear, { ...berlin, holidays })).toEqual(at('2027-12-03T17:30'));
  });

  it('LC-4 nobody is asked to answer before the lead came', () => {
    const end = at('2026-12-06T10:00');
    expect(respondBy(end, berlin, at('2026-12-04T17:31'))).toEqual(end);
    expect(respondBy(end, berlin, at('2026-12-04T17:30'))).toEqual(at('2026-12-04T17:30'));
  });

  it('LC-4 a zone that this machine does not know leaves the end as it is', () => {
    const end = at('2026-12-06T10:00');
    expect(respondBy(end, { ...berlin, timeZone: 'Mars/Base' })).toEqual(end);
  });
});

describe('remind at', () => {
  it('NT-3 is exactly 72 hours before without a calendar', () => {
    expect(remindAt(at('2026-12-06T10:00'))).toEqual(at('2026-12-03T10:00'));
  });

  it('NT-3 is the working moment before that with one', () => {
    expect(remindAt(at('2026-12-09T10:00'), berlin)).toEqual(at('2026-12-04T17:30'));
    expect(remindAt(at('2026-12-04T10:00'), berlin)).toEqual(at('2026-12-01T10:00'));
  });

  it('NT-3 is not before the lead came', () => {
    const end = at('2026-12-09T10:00');
    expect(remindAt(end, berlin, at('2026-12-05T00:00'))).toEqual(at('2026-12-06T10:00'));
  });
});

const time = fc
  .integer({ min: 0, max: 24 * 60 })
  .map((minute) =>
    [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':'),
  );
const spans = fc
  .uniqueArray(time, { maxLength: 6 })
  .map((times) => times.toSorted())
  .map((times) =>
    times.flatMap((from, n) => {
      const to = times[n + 1];
      return n % 2 === 0 && to !== undefined ? [{ from, to }] : [];
    }),
  );
const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'America/Santiago',
];
const calendars = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    hours: fc.record({
      monday: spans,
      tuesday: spans,
      wednesday: spans,
      thursday: spans,
      friday: spans,
      saturday: spans,
      sunday: spans,
    }),
    holidays: fc.uniqueArray(
      fc
        .integer({ min: 0, max: 800 })
        .map((day) => DateTime.fromISO('2026-01-01').plus({ days: day }).toISODate() ?? ''),
      { maxLength: 40 },
    ),
  })
  .filter(({ hours }) => weekdays.some((day) => hours[day].length > 0));
const moments = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2028-03-01T00:00:00Z'),
  noInvalidDate: true,
});

/** Whether the wall clock shows working time, its first and last moment included. */
function isAtWork(moment: Date, { timeZone, hours, holidays }: WorkingCalendar): boolean {
  const local = DateTime.fromJSDate(moment, { zone: timeZone });
  const works = (day: DateTime, clock: string) => {
    const weekday = weekdays[day.weekday - 1];
    const isHoliday = holidays.includes(day.toISODate() ?? '');
    return (
      weekday !== undefined &&
      !isHoliday &&
      hours[weekday].some(({ from, to }) => from <= clock && clock <= to)
    );
  };
  const clock = local.toFormat('HH:mm:ss.SSS').replace(/:00\.000$/, '');
  const isMidnight = clock === '00:00';
  // A time that is skipped ends when the clock jumps over it.
  const before = local.minus(1);
  const hasJumped = before.offset < local.offset && works(before, before.toFormat('HH:mm:ss.SSS'));
  return works(local, clock) || (isMidnight && works(local.minus({ minutes: 1 }), '24:00')) || hasJumped;
}

describe('hours that the clock skips', () => {
  const sundays = (from: string, to: string, timeZone: string): WorkingCalendar => ({
    timeZone,
    holidays: [],
    hours: { ...none, sunday: [{ from, to }] },
  });

  it.each([
    ['Africa/Casablanca', '00:00', '02:00', '2026-03-22T02:00:00.001Z', '2026-03-22T02:00:00.000Z'],
    ['Europe/Berlin', '00:00', '02:30', '2026-03-30T10:00:00.000Z', '2026-03-29T01:00:00.000Z'],
    // It is ten past three, and work began when the clock jumped over half past two.
    ['Europe/Berlin', '02:30', '05:00', '2026-03-29T01:10:00.000Z', '2026-03-29T01:10:00.000Z'],
    ['America/New_York', '02:15', '02:45', '2026-03-08T12:00:00.000Z', '2026-03-01T07:45:00.000Z'],
  ])('LC-4 in %s, from %s to %s, before %s: %s', (timeZone, from, to, end, expected) => {
    expect(respondBy(new Date(end), sundays(from, to, timeZone)).toISOString()).toBe(expected);
  });
});

describe('for every calendar and moment', () => {
  it('LC-4 respond by is never later, is a working moment, and stays when asked again', () => {
    fc.assert(
      fc.property(calendars, moments, (calendar, end) => {
        const moment = respondBy(end, calendar);
        expect(moment.getTime()).toBeLessThanOrEqual(end.getTime());
        expect(respondBy(moment, calendar)).toEqual(moment);
        if (moment < end) expect(isAtWork(moment, calendar)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('LC-4 between respond by and the end nobody works', () => {
    fc.assert(
      fc.property(
        calendars,
        moments,
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (calendar, end, part) => {
          const moment = respondBy(end, calendar);
          const gap = end.getTime() - moment.getTime();
          const between = new Date(end.getTime() - Math.floor(gap * (1 - part)));
          if (between <= moment) return;
          // In an hour that a clock change repeats, half does not count; everywhere else nobody works in between.
          const repeated = DateTime.fromJSDate(between, { zone: calendar.timeZone }).getPossibleOffsets();
          if (repeated.length === 1) expect(respondBy(between, calendar)).toEqual(moment);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('NT-3 a later end is never reminded of earlier, and a calendar never makes it later', () => {
    fc.assert(
      fc.property(calendars, moments, fc.nat(10 * 86_400_000), (calendar, end, later) => {
        const first = remindAt(end, calendar);
        const second = remindAt(new Date(end.getTime() + later), calendar);
        expect(first.getTime()).toBeLessThanOrEqual(second.getTime());
        expect(first.getTime()).toBeLessThanOrEqual(end.getTime() - reminderHours * 3_600_000);
      }),
      { numRuns: 300 },
    );
  });

  it('every calendar that is made here is one that the contract takes', () => {
    fc.assert(fc.property(calendars, (calendar) => workingCalendar.safeParse(calendar).success));
  });
});

describe('the contract', () => {
  const problems = (change: object) =>
    workingCalendar.safeParse({ ...berlin, ...change }).error?.issues.map(({ path }) => path.join('.')) ?? [];

  it.each([
    ['a week without work', { hours: none }, 'hours'],
    [
      'an end before its start',
      { hours: { ...week, monday: [{ from: '10:00', to: '09:00' }] } },
      'hours.monday.0.to',
    ],
    [
      'no time between',
      { hours: { ...week, monday: [{ from: '10:00', to: '10:00' }] } },
      'hours.monday.0.to',
    ],
    [
      'spans that overlap',
      { hours: { ...week, friday: [...office, { from: '17:00', to: '18:00' }] } },
      'hours.friday.1.from',
    ],
    [
      'a time that is none',
      { hours: { ...week, monday: [{ from: '9:00', to: '25:00' }] } },
      'hours.monday.0.from',
    ],
    ['a zone that is none', { timeZone: 'Mars/Base' }, 'timeZone'],
    ['a day that is none', { holidays: ['2026-02-30'] }, 'holidays.0'],
    ['a missing day', { hours: { ...week, sunday: undefined } }, 'hours.sunday'],
    ['an unknown word', { color: 'red' }, ''],
  ])('refuses %s', (_what, change, path) => {
    expect(problems(change)).toContain(path);
  });

  it('takes midnight as an end', () => {
    expect(problems({ hours: { ...week, monday: [{ from: '00:00', to: '24:00' }] } })).toEqual([]);
  });
});

describe('WT-3: working hours between two moments', () => {
  it.each([
    ['within a day', '2026-12-02T10:00', '2026-12-02T12:30', 2.5],
    ['before and after work', '2026-12-02T06:00', '2026-12-02T22:00', 8.5],
    ['over a weekend', '2026-12-04T16:30', '2026-12-07T10:00', 2],
    ['on a weekend', '2026-12-05T00:00', '2026-12-06T24:00', 0],
    ['backwards', '2026-12-02T12:00', '2026-12-02T10:00', 0],
  ])('%s', (_what, from, to, expected) => {
    expect(workingHoursBetween(at(from), at(to), berlin)).toBe(expected);
  });

  it('leave out holidays, count the hours of the clock where it changes, and all hours without a calendar', () => {
    const holidays = ['2026-12-03'];
    const [from, to] = [at('2026-12-02T17:00'), at('2026-12-04T10:00')];
    expect(workingHoursBetween(from, to, { ...berlin, holidays })).toBe(1.5);
    const always = Object.fromEntries(weekdays.map((day) => [day, [{ from: '00:00', to: '24:00' }]]));
    const night = { ...berlin, hours: always as WorkingCalendar['hours'] };
    expect(workingHoursBetween(at('2026-03-29T00:00'), at('2026-03-30T00:00'), night)).toBe(23);
    expect(workingHoursBetween(from, to)).toBe(41);
    expect(workingHoursBetween(from, to, { ...berlin, timeZone: 'Nowhere/Here' })).toBe(41);
  });

  it('never grow by more than the time between them, and never shrink with it', () => {
    const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.nat({ max: 2000 }), fc.nat({ max: 500 }), (from, hours, more) => {
        const later = (count: number) => new Date(from.getTime() + count * 3_600_000);
        const worked = workingHoursBetween(from, later(hours), berlin);
        const further = workingHoursBetween(from, later(hours + more), berlin);
        expect(worked).toBeLessThanOrEqual(hours);
        expect(further).toBeGreaterThanOrEqual(worked);
        expect(further - worked).toBeLessThanOrEqual(more + 1e-9);
      }),
    );
  });
});
