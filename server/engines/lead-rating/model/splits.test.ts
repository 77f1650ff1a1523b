import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsBoth, splitByTime, thin } from './splits.ts';

describe('LQ-3: leads are held out by time', () => {
  it('nothing to learn from is as young as anything held out', () => {
    const days = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 80 });
    fc.assert(
      fc.property(days, (list) => {
        fc.pre(new Set(list).size > 1);
        const moments = Float64Array.from(list);
        const order = Uint32Array.from(list.keys()).sort((a, b) => (moments[a] ?? 0) - (moments[b] ?? 0));
        const { earlier, later } = splitByTime({ order, moments }, 0.25);
        const newest = Math.max(...[...earlier].map((row) => moments[row] ?? 0));
        const oldest = Math.min(...[...later].map((row) => moments[row] ?? 0));
        expect(newest).toBeLessThan(oldest);
        expect([...earlier, ...later].toSorted((a, b) => a - b)).toEqual([...list.keys()]);
      }),
    );
  });

  it('about a quarter is held out', () => {
    const order = Uint32Array.from(Array(80).keys());
    const { later } = splitByTime({ order, moments: Float64Array.from(order) }, 0.25);
    expect([...later]).toEqual(Array.from({ length: 20 }, (_, at) => 60 + at));
  });

  it('leads of a single moment are parted all the same', () => {
    const order = Uint32Array.from(Array(8).keys());
    expect(splitByTime({ order, moments: new Float64Array(8) }, 0.25).later).toHaveLength(2);
  });
});

describe('rows', () => {
  it('are thinned evenly and in order', () => {
    const rows = Uint32Array.from(Array(10).keys());
    expect([...thin(rows, 5)]).toEqual([0, 2, 4, 6, 8]);
    expect(thin(rows, 10)).toBe(rows);
  });

  it('hold both outcomes only when there are enough of each', () => {
    const outcomes = Uint8Array.of(1, 0, 0, 0);
    const rows = Uint32Array.of(0, 1, 2, 3);
    expect(holdsBoth(outcomes, rows, 1)).toBe(true);
    expect(holdsBoth(outcomes, rows, 2)).toBe(false);
  });
});
