import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sharing } from './sharing.rules.ts';

const people: [string, ...string[]] = ['a', 'b', 'c', 'd'];

function countOf(owners: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const owner of owners) counts[owner] = (counts[owner] ?? 0) + 1;
  return counts;
}

describe('W-7: leads are shared one by one', () => {
  it('W-7 gives 100 leads to four people with equal loads, 25 each', () => {
    const sharing = new Sharing(new Map());
    const owners = Array.from({ length: 100 }, () => sharing.give(people, null));
    expect(countOf(owners)).toEqual({ a: 25, b: 25, c: 25, d: 25 });
  });

  it('W-7 fills up those who have fewer first', () => {
    const sharing = new Sharing(new Map([['a', 10]]));
    const owners = Array.from({ length: 30 }, () => sharing.give(people, null));
    expect(countOf(owners)).toEqual({ b: 10, c: 10, d: 10 });
  });

  it('W-7 a lead that one of them has leaves their load before it is given', () => {
    const sharing = new Sharing(new Map([['a', 100]]));
    const owners = Array.from({ length: 100 }, () => sharing.give(people, 'a'));
    expect(countOf(owners)).toEqual({ a: 25, b: 25, c: 25, d: 25 });
  });

  it('W-7 a lead stays with its owner when nobody has fewer', () => {
    expect(new Sharing(new Map([['c', 1]])).give(people, 'c')).toBe('c');
  });

  it('W-7 whatever the loads were, they never drift further apart than they were', () => {
    const loads = fc.array(fc.nat(20), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(loads, fc.nat(200), (before, count) => {
        const sharing = new Sharing(new Map(people.map((person, n) => [person, before[n] ?? 0])));
        const after = countOf(Array.from({ length: count }, () => sharing.give(people, null)));
        const totals = people.map((person, n) => (before[n] ?? 0) + (after[person] ?? 0));
        const apart = (all: number[]) => Math.max(...all) - Math.min(...all);
        expect(apart(totals)).toBeLessThanOrEqual(Math.max(1, apart(before)));
      }),
    );
  });
});
