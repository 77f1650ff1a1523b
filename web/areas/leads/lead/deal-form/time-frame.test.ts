import { describe, expect, it } from 'vitest';
import { addMonths, todayIn } from '../../../../ui/days.ts';
import { matchTimeFrame } from './time-frame.ts';

describe('todayIn', () => {
  it('is the calendar day where the person is', () => {
    const now = new Date('2026-03-01T02:30:00Z');
    expect(todayIn('America/Los_Angeles', now)).toBe('2026-02-28');
    expect(todayIn('Pacific/Auckland', now)).toBe('2026-03-01');
    expect(todayIn('Asia/Bangkok', now)).toBe('2026-03-01');
  });
});

describe('addMonths', () => {
  it.each([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-12-31', 12, '2027-12-31'],
  ])('%s and %i months is %s', (day, months, later) => {
    expect(addMonths(day, months)).toBe(later);
  });
});

describe('matchTimeFrame', () => {
  it('finds the quick choice a day stands for', () => {
    expect(matchTimeFrame('2026-01-31', '2026-02-28')).toBe(1);
    expect(matchTimeFrame('2026-01-31', '2027-01-31')).toBe(12);
    expect(matchTimeFrame('2026-01-31', '2026-03-01')).toBeUndefined();
    expect(matchTimeFrame('2026-01-31', null)).toBeUndefined();
  });
});
