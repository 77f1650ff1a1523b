import { describe, expect, it } from 'vitest';
import { findStepProblems, standingOfStep, stepOf, stepValues } from './step-form.ts';

const zone = 'Europe/Berlin';

describe('WS-16: the form of a next step', () => {
  it.each([
    [
      { what: 'Call', day: '2026-12-03', at: null },
      { what: 'Call', day: '2026-12-03', time: '' },
    ],
    [
      { what: 'Call', day: '2026-12-03', at: '2026-12-03T13:30:00.000Z' },
      { what: 'Call', day: '2026-12-03', time: '14:30' },
    ],
    [
      { what: 'Call', day: '2026-12-04', at: '2026-12-03T23:30:00.000Z' },
      { what: 'Call', day: '2026-12-04', time: '00:30' },
    ],
  ])('WS-16 %j is shown as it is, and sent as it was', (step, values) => {
    expect(stepValues(step, zone)).toEqual(values);
    expect(stepOf(values, zone)).toEqual(step);
  });

  it('WS-10 a moment that a colleague elsewhere chose is that day here', () => {
    const step = { what: 'Call', day: '2026-12-03', at: '2026-12-03T23:30:00.000Z' };
    expect(stepValues(step, zone)).toEqual({ what: 'Call', day: '2026-12-04', time: '00:30' });
  });

  it.each([
    [{ what: ' ', day: '', time: '' }, ['what', 'day']],
    [{ what: 'x', day: '12', time: '10:00' }, ['day']],
    [{ what: 'x', day: '2026-12-03', time: '' }, []],
  ])('WS-16 what is wrong with %j', (values, fields) => {
    expect(Object.keys(findStepProblems(values))).toEqual(fields);
  });

  it.each([
    ['2026-12-02', null, 'overdue'],
    ['2026-12-03', null, 'today'],
    ['2026-12-04', null, 'later'],
    ['2026-12-03', '2026-12-03T09:59:00.000Z', 'overdue'],
    ['2026-12-03', '2026-12-03T10:01:00.000Z', 'today'],
  ] as const)('WS-16 %s at %s is %s', (day, at, standing) => {
    const now = Date.parse('2026-12-03T10:00:00Z');
    expect(standingOfStep({ what: 'x', day, at }, { today: '2026-12-03', now })).toBe(standing);
  });
});
