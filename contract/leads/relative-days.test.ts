import { describe, expect, it } from 'vitest';
import { daysRunBackwards, readRelativeDay, relativeDay, resolveDay } from './relative-days.ts';

describe('WS-3: relative days', () => {
  it.each([
    ['today', 0],
    ['today-7', -7],
    ['today+30', 30],
    ['today 30', 30],
    ['today-0', 0],
    ['today+9999', 9999],
  ])('WS-3 %s is %i days from today', (word, offset) => {
    expect(readRelativeDay(word)).toBe(offset);
  });

  it.each(['Today', 'today-', 'today+10000', 'today--1', 'today-1.5', 'yesterday', '2026-11-20', ''])(
    'WS-3 “%s” is none',
    (word) => {
      expect(readRelativeDay(word)).toBeUndefined();
    },
  );

  it('WS-3 are written as they are read', () => {
    for (const offset of [-9999, -1, 0, 1, 9999]) expect(readRelativeDay(relativeDay(offset))).toBe(offset);
  });

  it.each([
    ['today', '2026-11-20', '2026-11-20'],
    ['today-20', '2026-11-20', '2026-10-31'],
    ['today+1', '2028-02-28', '2028-02-29'],
    ['today+31', '2026-12-31', '2027-01-31'],
    ['2020-01-01', '2026-11-20', '2020-01-01'],
  ])('WS-3 %s, seen on %s, is %s', (word, today, day) => {
    expect(resolveDay(word, today)).toBe(day);
  });

  it('WS-3 run backwards only where they do so every day', () => {
    expect(daysRunBackwards('today', 'today-1')).toBe(true);
    expect(daysRunBackwards('today-10', 'today-9')).toBe(false);
    expect(daysRunBackwards('2026-11-20', '2026-11-19')).toBe(true);
    expect(daysRunBackwards('2026-11-20', 'today-1')).toBe(false);
    expect(daysRunBackwards('today', '2020-01-01')).toBe(false);
  });
});
