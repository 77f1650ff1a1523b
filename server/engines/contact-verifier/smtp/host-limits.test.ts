import { describe, expect, it } from 'vitest';
import { fixedClock } from '../../../platform/clock.ts';
import { HostLimits } from './host-limits.ts';

const start = new Date('2026-11-20T10:00:00Z');

describe('CV-5: the rate of a mail provider', () => {
  function world() {
    const clock = fixedClock(start);
    const limits = new HostLimits(clock, { sessionsPerMinute: 20, burst: 6 });
    return {
      take: (organizationId?: string) => limits.takeSessions('gmail.com', 2, organizationId).waitSeconds,
      giveBack: (organizationId?: string) => limits.returnSessions('gmail.com', 1, organizationId),
      later: (seconds: number) => clock.set(new Date(clock.now().getTime() + seconds * 1000)),
    };
  }
  const contoso = 'contoso';

  it('is that of everybody together', () => {
    const { take, later } = world();
    expect([take(), take(), take(), take()]).toEqual([0, 0, 0, 6]);
    later(6);
    expect(take()).toBe(0);
  });

  it('is whole for the only organization that asks', () => {
    const { take, later } = world();
    expect([take(contoso), take(contoso), take(contoso), take(contoso)]).toEqual([0, 0, 0, 6]);
    later(6);
    expect(take(contoso)).toBe(0);
  });

  it('is shared while several ask: one with a thousand leads leaves the other its turn when that comes back', () => {
    const { take, later } = world();
    for (let n = 0; n < 3; n++) take(contoso);
    expect(take('fabrikam')).toBeGreaterThan(0);
    // A minute later it comes back; the first has asked every second meanwhile.
    let granted = 0;
    for (let second = 0; second < 60; second++) {
      later(1);
      if (take(contoso) === 0) granted += 2;
    }
    expect(granted).toBeGreaterThanOrEqual(8);
    expect(granted).toBeLessThanOrEqual(12);
    expect([take('fabrikam'), take('fabrikam')]).toEqual([0, expect.any(Number)]);
  });

  it('is whole again when the others have not asked for a while', () => {
    const { take, later } = world();
    take('fabrikam');
    later(301);
    expect([take(contoso), take(contoso), take(contoso)]).toEqual([0, 0, 0]);
  });

  it('takes back what was not needed', () => {
    const { take, giveBack } = world();
    for (let n = 0; n < 3; n++) take(contoso);
    giveBack(contoso);
    giveBack(contoso);
    expect(take(contoso)).toBe(0);
  });
});
