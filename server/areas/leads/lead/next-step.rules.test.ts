import { describe, expect, it } from 'vitest';
import type { WorkingCalendar } from '../../../../contract/working-time/calendar.ts';
import { isStepDue, nextStepOf, stepDueAt } from './next-step.rules.ts';

const office = [{ from: '09:00', to: '17:00' }];
const calendar: WorkingCalendar = {
  timeZone: 'Europe/Berlin',
  hours: {
    monday: office,
    tuesday: office,
    wednesday: office,
    thursday: office,
    friday: office,
    saturday: [],
    sunday: [],
  },
  holidays: ['2026-12-25'],
};
const berlin = { timeZone: 'Europe/Berlin', calendar: undefined };
const day = (on: string) => ({ day: on, at: null });

describe('WS-16: when a step is due', () => {
  it.each([
    ['a day is over at its end, where its person is', day('2026-12-03'), berlin, '2026-12-03T22:59:59.999Z'],
    [
      'another zone, another end',
      day('2026-12-03'),
      { timeZone: 'America/Los_Angeles', calendar: undefined },
      '2026-12-04T07:59:59.999Z',
    ],
    [
      'no zone, or one that is unknown: UTC',
      day('2026-12-03'),
      { timeZone: 'Mars/Base', calendar: undefined },
      '2026-12-03T23:59:59.999Z',
    ],
    ['a day of 25 hours', day('2026-10-25'), berlin, '2026-10-25T22:59:59.999Z'],
    ['a day of 23 hours', day('2026-03-29'), berlin, '2026-03-29T21:59:59.999Z'],
    ['a moment', { day: '2026-12-03', at: '2026-12-03T13:30:00.000Z' }, berlin, '2026-12-03T13:30:00.000Z'],
    ['on a working day by its close', day('2026-12-03'), { ...berlin, calendar }, '2026-12-03T16:00:00.000Z'],
    ['a Sunday is Friday', day('2026-12-06'), { ...berlin, calendar }, '2026-12-04T16:00:00.000Z'],
    ['a holiday is the day before', day('2026-12-25'), { ...berlin, calendar }, '2026-12-24T16:00:00.000Z'],
    [
      'an evening is the close of that day',
      { day: '2026-12-03', at: '2026-12-03T20:00:00.000Z' },
      { ...berlin, calendar },
      '2026-12-03T16:00:00.000Z',
    ],
  ])('WS-16 %s', (_what, step, clock, expected) => {
    expect(stepDueAt(step, clock).toISOString()).toBe(expected);
  });

  it.each([
    ['2026-12-02T22:30:00Z', false],
    ['2026-12-02T23:00:00Z', true],
    ['2026-12-03T12:00:00Z', true],
    ['2027-01-03T12:00:00Z', true],
  ])('WS-16 people are reminded on that day of theirs and from then on: %s is %s', (now, due) => {
    const dueAt = stepDueAt(day('2026-12-03'), berlin);
    expect(isStepDue(dueAt, berlin, new Date(now))).toBe(due);
  });
});

describe('WS-16: what is planned', () => {
  const now = new Date('2026-12-01T12:00:00Z');
  const planned = { next_step: 'Call', next_step_day: '2026-12-03', next_step_at: null };
  const facts = (status: 'Received' | 'Accepted' | 'Won' | null, expiresAt: string | null = null) => ({
    status,
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
    availableUntil: null,
  });

  it.each([
    ['received', facts('Received', '2026-12-09T00:00:00Z'), true],
    ['accepted', facts('Accepted'), true],
    ['informational', facts(null), true],
    ['overdue', facts('Received', '2026-12-01T12:00:00Z'), false],
    ['won', facts('Won'), false],
  ])('WS-16, LC-4 is shown while there is something to do: %s', (_state, lead, shown) => {
    expect(nextStepOf(planned, lead, now)).toEqual(
      shown ? { what: 'Call', day: '2026-12-03', at: null } : null,
    );
  });
});
