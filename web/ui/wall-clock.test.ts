import { describe, expect, it } from 'vitest';
import { fromWallClock, toWallClock } from './wall-clock.ts';

describe('WS-10: the clock on the wall', () => {
  it.each([
    ['2026-12-03T13:05:00Z', 'Europe/Berlin', '2026-12-03T14:05'],
    ['2026-12-03T23:30:00Z', 'Europe/Berlin', '2026-12-04T00:30'],
    ['2026-12-03T13:05:00Z', 'Asia/Kathmandu', '2026-12-03T18:50'],
    ['2026-07-01T04:00:00Z', 'America/Los_Angeles', '2026-06-30T21:00'],
    ['2026-12-03T10:00:00Z', 'Pacific/Kiritimati', '2026-12-04T00:00'],
  ])('WS-10 at %s in %s it shows %s, and back', (at, zone, shown) => {
    expect(toWallClock(new Date(at), zone)).toBe(shown);
    expect(fromWallClock(shown, zone)?.getTime()).toBe(Date.parse(at));
  });

  it.each([
    ['an hour that comes twice is its first', '2026-10-25T02:30', '2026-10-25T00:30:00Z'],
    ['an hour that is skipped is the time after the jump', '2026-03-29T02:30', '2026-03-29T01:30:00Z'],
    ['before the jump', '2026-03-29T01:30', '2026-03-29T00:30:00Z'],
    ['after the jump', '2026-03-29T03:30', '2026-03-29T01:30:00Z'],
  ])('WS-10 %s', (_what, shown, at) => {
    expect(fromWallClock(shown, 'Europe/Berlin')?.toISOString()).toBe(new Date(at).toISOString());
  });

  it.each(['', '2026-12-03', 'noon', '2026-13-01T10:00'])('WS-10 %j is no time', (shown) => {
    expect(fromWallClock(shown, 'Europe/Berlin')).toBeUndefined();
  });
});
