import { describe, expect, it } from 'vitest';
import { completeYear } from '../../../../ui/days.ts';
import { findDayProblem, oddDay } from './purchase-day.ts';

const today = '2026-11-28';

describe('LC-2: the day of the purchase', () => {
  it.each([
    ['0027-03-31', '2027-03-31'],
    ['0099-01-01', '2099-01-01'],
    ['2027-03-31', '2027-03-31'],
    ['0127-03-31', '0127-03-31'],
    ['', ''],
  ])('%s is read as %s', (typed, read) => {
    expect(completeYear(typed)).toBe(read);
  });

  it.each([
    [today, null],
    ['2026-11-27', 'past'],
    ['2020-05-01', 'past'],
    ['2036-11-28', null],
    ['2036-11-29', 'far'],
    ['9999-12-31', 'far'],
    ['', null],
  ])('%s is %s', (day, odd) => {
    expect(oddDay(day, today)).toBe(odd);
  });

  it('is asked about when it has passed or is far away, and taken when it was confirmed', () => {
    expect(findDayProblem('2020-05-01', '', today)).toMatch(/has passed/);
    expect(findDayProblem('2040-05-01', '2020-05-01', today)).toMatch(/ten years/);
    expect(findDayProblem('2020-05-01', '2020-05-01', today)).toBeNull();
    expect(findDayProblem('2027-05-01', '', today)).toBeNull();
    expect(findDayProblem('0127-05-01', '0127-05-01', today)).toMatch(/four digits/);
    expect(findDayProblem('', '', today)).toMatch(/Choose/);
  });
});
