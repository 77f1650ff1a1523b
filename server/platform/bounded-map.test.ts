import { describe, expect, it } from 'vitest';
import { BoundedMap } from './bounded-map.ts';

describe('a bounded map', () => {
  it('lets go of what was set longest ago; setting it again makes it young', () => {
    const map = new BoundedMap<string, number>(2);
    map.set('a', 1).set('b', 2).set('a', 3).set('c', 4);
    expect([...map]).toEqual([
      ['a', 3],
      ['c', 4],
    ]);
  });

  it('of no entries keeps nothing', () => {
    expect(new BoundedMap<string, number>(0).set('a', 1).size).toBe(0);
  });
});
