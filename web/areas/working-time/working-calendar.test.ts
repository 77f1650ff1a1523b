import { describe, expect, it } from 'vitest';
import {
  addDays,
  fillCalendarForm,
  findCalendarProblems,
  findHoursProblem,
  findWeekProblems,
  formatClock,
  fromEndField,
  nextSpan,
  previewAnswer,
  readCalendarForm,
  readDays,
  startCalendar,
  toEndField,
} from './working-calendar.ts';

const { hours } = startCalendar('Europe/Berlin');
const none = { ...hours, monday: [], tuesday: [], wednesday: [], thursday: [], friday: [] };
const allDay = [{ from: '00:00', to: '24:00' }];

describe('the example', () => {
  it.each([
    ['an office week', hours, 'Sunday 10:00', 'Friday 17:00'],
    [
      'a short Friday',
      { ...hours, friday: [{ from: '08:00', to: '12:30' }] },
      'Sunday 10:00',
      'Friday 12:30',
    ],
    [
      'work on Sunday morning',
      { ...hours, sunday: [{ from: '08:00', to: '09:00' }] },
      'Sunday 10:00',
      'Sunday 09:00',
    ],
    [
      'work on Sunday at ten',
      { ...hours, sunday: [{ from: '08:00', to: '12:00' }] },
      'Monday 03:00',
      'Sunday 12:00',
    ],
    [
      'a late Saturday',
      { ...none, saturday: [{ from: '20:00', to: '24:00' }] },
      'Sunday 10:00',
      'Saturday 24:00',
    ],
    [
      'one hour on Monday',
      { ...none, monday: [{ from: '09:00', to: '10:00' }] },
      'Sunday 10:00',
      'Monday 10:00',
    ],
    [
      'Sunday afternoon alone',
      { ...none, sunday: [{ from: '14:00', to: '15:00' }] },
      'Sunday 10:00',
      'Sunday 15:00',
    ],
  ])('%s', (_what, week, end, answer) => {
    const found = previewAnswer(week);
    expect([found?.end, found?.answer].map((one) => `${one?.day} ${one?.time}`)).toEqual([end, answer]);
  });

  it('is left out when every hour is covered, and when the hours are not good', () => {
    const always = { ...hours, monday: allDay, friday: allDay, sunday: allDay };
    expect(previewAnswer(always)).toBeNull();
    expect(previewAnswer(none)).toBeNull();
    expect(previewAnswer({ ...hours, monday: [{ from: '10:00', to: '09:00' }] })).toBeNull();
  });
});

describe('hours', () => {
  it.each([
    [[], null],
    [[{ from: '09:00', to: '17:00' }], null],
    [
      [
        { from: '09:00', to: '12:00' },
        { from: '12:00', to: '24:00' },
      ],
      null,
    ],
    [[{ from: '', to: '17:00' }], 'Enter when work starts and ends'],
    [[{ from: '17:00', to: '17:00' }], 'Work must end after it starts'],
    [
      [
        { from: '09:00', to: '12:00' },
        { from: '11:00', to: '13:00' },
      ],
      'Enter the hours in order, without overlaps',
    ],
  ])('%j: %s', (spans, problem) => {
    expect(findHoursProblem(spans)).toBe(problem);
  });

  it('a week needs one', () => {
    expect(findWeekProblems(none)).toEqual({ 'hours.monday': 'Enter working hours for at least one day' });
    expect(findWeekProblems(hours)).toEqual({});
  });

  it('more come after those that are there, while the day lasts', () => {
    expect(nextSpan([])).toEqual({ from: '09:00', to: '17:00' });
    expect(nextSpan([{ from: '08:00', to: '12:00' }])).toEqual({ from: '13:00', to: '14:00' });
    expect(nextSpan([{ from: '08:00', to: '23:00' }])).toBeNull();
    expect(nextSpan([{ from: '08:00', to: '22:00' }])).toEqual({ from: '23:00', to: '24:00' });
  });

  it('midnight is an end', () => {
    expect([toEndField('24:00'), fromEndField('00:00')]).toEqual(['00:00', '24:00']);
    expect([toEndField('17:30'), fromEndField('17:30')]).toEqual(['17:30', '17:30']);
    expect(formatClock('24:00', 'en-US')).toBe('midnight');
    expect(formatClock('17:30', 'de-DE')).toBe('17:30');
  });
});

describe('holidays', () => {
  it('are read from a list as people have it', () => {
    const pasted = '2026-12-25 Christmas\r\n24.12.2026; 1. 1. 2027\n\nEaster\n2026-02-30\n2026-12-25';
    expect(readDays(pasted)).toEqual({
      days: ['2026-12-24', '2026-12-25', '2027-01-01'],
      unreadable: ['Easter', '2026-02-30'],
    });
  });

  it('are kept once, in order', () => {
    expect(addDays(['2027-01-01'], ['2026-12-24', '2027-01-01'])).toEqual(['2026-12-24', '2027-01-01']);
  });
});

describe('what is typed on the page of the calendar', () => {
  const values = fillCalendarForm({ ...startCalendar('Europe/Berlin'), holidays: ['2026-12-25'] });

  it('counts when it is saved, also where nobody pressed “Add”', () => {
    const typed = { ...values, addedDay: '2026-12-24', pastedDays: '2027-01-01 New Year\n26.12.2026' };
    expect(findCalendarProblems(typed)).toEqual({});
    const holidays = ['2026-12-24', '2026-12-25', '2026-12-26', '2027-01-01'];
    expect(readCalendarForm(typed)).toEqual({ ...startCalendar('Europe/Berlin'), holidays });
    expect(readCalendarForm(values)).toEqual({ ...startCalendar('Europe/Berlin'), holidays: ['2026-12-25'] });
  });

  it.each([
    ['0027-03-29', ['2027-03-29'], {}],
    ['0127-03-29', [], { addedDay: 'Enter the year with four digits' }],
    ['1927-03-29', [], { addedDay: 'Enter the year with four digits' }],
  ])(
    'a year of %s that was typed with too few digits is none of long ago',
    (addedDay, holidays, problems) => {
      const typed = { ...values, holidays: [], addedDay };
      expect(findCalendarProblems(typed)).toEqual(problems);
      expect(readCalendarForm(typed).holidays).toEqual(holidays);
    },
  );

  it('is not thrown away because it cannot be read', () => {
    const pastedDays = '2026-12-24\nEaster\n0027-04-05';
    expect(readDays(pastedDays).unreadable).toEqual(['Easter', '0027-04-05']);
    expect(Object.keys(findCalendarProblems({ ...values, pastedDays }))).toEqual(['pastedDays']);
  });
});
