import { afterEach, describe, expect, it, vi } from 'vitest';
import { readNow, setClockAhead } from './now.ts';

afterEach(() => {
  setClockAhead(0);
  vi.useRealTimers();
});

describe('readNow', () => {
  it('is the time of this machine, and ahead of it as far as was said', () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-20T10:00:00Z') });
    expect(readNow()).toBe(Date.parse('2026-11-20T10:00:00Z'));
    setClockAhead(3 * 86_400);
    expect(readNow()).toBe(Date.parse('2026-11-23T10:00:00Z'));
    vi.advanceTimersByTime(1000);
    expect(readNow()).toBe(Date.parse('2026-11-23T10:00:01Z'));
    setClockAhead(0);
    expect(readNow()).toBe(Date.parse('2026-11-20T10:00:01Z'));
  });
});
