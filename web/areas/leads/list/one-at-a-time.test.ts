import { describe, expect, it } from 'vitest';
import type { LiveChange } from '../../../api/live.ts';
import { OneAtATime } from './one-at-a-time.ts';

describe('WS-9: following changes', () => {
  function start() {
    const followed: LiveChange[] = [];
    const ends: (() => void)[] = [];
    const rests: number[] = [];
    const one = new OneAtATime(async (ms) => void rests.push(ms));
    const follow = (change: LiveChange) => {
      followed.push(change);
      return new Promise<void>((resolve) => void ends.push(resolve));
    };
    const end = async () => {
      ends.shift()?.();
      await new Promise((resolve) => setTimeout(resolve));
    };
    return {
      followed,
      rests,
      end,
      add: (...leadIds: string[]) => one.add({ leadIds, missed: false }, follow),
      one,
    };
  }

  it('gathers what comes meanwhile, each lead once', async () => {
    const { followed, rests, end, add } = start();
    add('1');
    for (let round = 0; round < 1000; round++) add('2', '3');
    expect(followed.map(({ leadIds }) => leadIds)).toEqual([['1']]);
    await end();
    expect(followed.map(({ leadIds }) => leadIds)).toEqual([['1'], ['2', '3']]);
    await end();
    expect(followed).toHaveLength(2);
    expect(rests).toEqual([]);
    add('4');
    expect(followed).toHaveLength(3);
  });

  it('rests after many, and goes on after a failure', async () => {
    const { followed, rests, end, add, one } = start();
    one.add({ leadIds: [], missed: true }, () => Promise.reject(new Error('offline')));
    await end();
    expect(rests).toEqual([1500]);
    add(...Array.from({ length: 26 }, (_, index) => String(index)));
    await end();
    expect(followed).toHaveLength(1);
    expect(rests).toHaveLength(2);
  });
});
