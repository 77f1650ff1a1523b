import { describe, expect, it } from 'vitest';
import { localDay } from './local-day.ts';

describe('NT-2, WS-12: the day where somebody is', () => {
  it.each([
    ['2026-11-20T22:59:59Z', 'Europe/Berlin', '2026-11-20'],
    ['2026-11-20T23:00:00Z', 'Europe/Berlin', '2026-11-21'],
    ['2026-11-20T23:30:00Z', 'America/New_York', '2026-11-20'],
    ['2026-11-20T10:00:00Z', 'Pacific/Kiritimati', '2026-11-21'],
    ['2026-11-20T10:00:00Z', 'Pacific/Pago_Pago', '2026-11-19'],
    ['2026-11-20T18:20:00Z', 'Asia/Kathmandu', '2026-11-21'],
    ['2026-11-20T23:30:00Z', 'No/Such_Zone', '2026-11-20'],
    ['2026-11-20T23:30:00Z', null, '2026-11-20'],
  ])('NT-2, WS-12 %s in %s is the day %s', (at, zone, day) => {
    expect(localDay(new Date(at), zone)).toBe(day);
  });
});
