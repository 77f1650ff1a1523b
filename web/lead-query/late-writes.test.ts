import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LateWrites } from './late-writes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('writes that may wait', () => {
  function start() {
    const sent: string[] = [];
    const writes = new LateWrites(700);
    const put = (key: string, what: string) =>
      writes.put(key, async () => {
        sent.push(what);
      });
    return { writes, put, sent };
  }

  it('are sent once, the last of each kind, when changes stop', () => {
    const { put, sent } = start();
    put('desk', 'one');
    vi.advanceTimersByTime(600);
    put('desk', 'two');
    put('layer', 'three');
    vi.advanceTimersByTime(600);
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(sent).toEqual(['two', 'three']);
    vi.advanceTimersByTime(10_000);
    expect(sent).toHaveLength(2);
  });

  it('are sent at once when the page goes, and then no more', () => {
    const { writes, put, sent } = start();
    put('desk', 'one');
    writes.flush();
    expect(sent).toEqual(['one']);
    vi.advanceTimersByTime(10_000);
    expect(sent).toHaveLength(1);
  });

  it('can be taken back, and disturb nobody when they fail', async () => {
    const { writes, put, sent } = start();
    put('desk', 'one');
    writes.cancel('desk');
    writes.put('layer', () => Promise.reject(new Error('offline')));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toEqual([]);
  });
});
