import { describe, expect, it } from 'vitest';
import { dayAt } from './home.rules.ts';

describe('WS-12 the day that decides whether an estimated purchase date is over', () => {
  const lateInUtc = new Date('2026-11-20T23:30:00Z');
  it.each([
    ['Europe/Berlin', '2026-11-21'],
    ['America/New_York', '2026-11-20'],
    [null, '2026-11-20'],
    ['Not/AZone', '2026-11-20'],
  ])('WS-12 in %s', (zone, day) => {
    expect(dayAt(lateInUtc, zone)).toBe(day);
  });
});
