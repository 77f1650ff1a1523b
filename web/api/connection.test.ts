import { describe, expect, it, vi } from 'vitest';
import { ConnectionMonitor } from './connection.ts';

function world() {
  const state = { online: true, answers: false, probes: 0, now: 0 };
  const waiting: { act: () => void; ms: number }[] = [];
  const monitor = new ConnectionMonitor({
    isOnline: () => state.online,
    probe: async () => {
      state.probes += 1;
      return state.answers;
    },
    wait: (act, ms) => waiting.push({ act, ms }) as unknown as ReturnType<typeof setTimeout>,
    stopWaiting: () => void waiting.splice(0),
    now: () => state.now,
  });
  const nextTry = async () => {
    waiting.shift()?.act();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { state, waiting, monitor, nextTry };
}

describe('the connection', () => {
  it('tells a server that is gone from a network that is', () => {
    const { state, monitor } = world();
    expect(monitor.read()).toBe('up');
    monitor.noteFailure();
    expect(monitor.read()).toBe('unreachable');
    state.online = false;
    monitor.noteNetwork();
    expect(monitor.read()).toBe('offline');
  });

  it('is looked for again, less often with time, until it is back', async () => {
    const { state, waiting, monitor, nextTry } = world();
    const back = vi.fn();
    monitor.onBack(back);
    monitor.noteFailure();
    monitor.noteFailure();
    expect(waiting).toHaveLength(1);
    const waits: number[] = [];
    for (let tries = 0; tries < 6; tries++) {
      waits.push(waiting[0]?.ms ?? 0);
      await nextTry();
    }
    expect(waits).toEqual([1500, 3000, 6000, 12_000, 15_000, 15_000]);
    expect(back).not.toHaveBeenCalled();
    state.answers = true;
    await nextTry();
    expect([monitor.read(), state.probes, waiting.length]).toEqual(['up', 7, 0]);
    expect(back).toHaveBeenCalledTimes(1);
  });

  it('is back with any answer, and tells once', () => {
    const { waiting, monitor } = world();
    const back = vi.fn();
    monitor.onBack(back);
    monitor.noteAnswer();
    expect(back).not.toHaveBeenCalled();
    monitor.noteFailure();
    monitor.noteAnswer();
    monitor.noteAnswer();
    expect([monitor.read(), waiting.length]).toEqual(['up', 0]);
    expect(back).toHaveBeenCalledTimes(1);
  });

  it('is looked for at once when the network comes back', async () => {
    const { state, monitor } = world();
    state.online = false;
    monitor.noteNetwork();
    state.online = true;
    state.answers = true;
    monitor.noteNetwork();
    await new Promise((resolve) => setImmediate(resolve));
    expect(monitor.read()).toBe('up');
  });

  it('is there without asking for a few seconds after an answer, and then asked once by all who want to know', async () => {
    const { state, monitor } = world();
    state.answers = true;
    expect([await monitor.isThere(), state.probes]).toEqual([true, 0]);
    state.now = 20_000;
    expect(await Promise.all([monitor.isThere(), monitor.isThere()])).toEqual([true, true]);
    expect([await monitor.isThere(), state.probes]).toEqual([true, 1]);
    state.now = 40_000;
    state.answers = false;
    expect([await monitor.isThere(), state.probes, monitor.read()]).toEqual([false, 2, 'unreachable']);
    // Now it is looked for anyway.
    expect([await monitor.isThere(), state.probes]).toEqual([false, 2]);
  });
});
