import { describe, expect, it } from 'vitest';
import {
  calibrationErrorByLuck,
  chooseScale,
  findLikelyRange,
  findWidestGap,
  isAsSaid,
  radiusFor,
} from './reliability.ts';

const bin = (meanProbability: number, observedShare: number, rows = 20) => ({
  rows,
  meanProbability,
  observedShare,
});

describe('the likely range of a share', () => {
  it('LQ-3: is that of the published examples of the score interval', () => {
    const { low, high } = findLikelyRange({ rows: 263, observedShare: 81 / 263 });
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
  });

  it('LQ-3: stays within 0 and 1, and never says that a few leads prove never or always', () => {
    const none = findLikelyRange({ rows: 20, observedShare: 0 });
    const all = findLikelyRange({ rows: 20, observedShare: 1 });
    expect(none.low).toBe(0);
    expect(none.high).toBeGreaterThan(0.1);
    expect(all.low).toBeLessThan(0.9);
    expect(all.high).toBeCloseTo(1, 12);
    expect(all.high).toBeLessThanOrEqual(1);
    expect(findLikelyRange({ rows: 0, observedShare: 0 })).toEqual({ low: 0, high: 1 });
  });

  it('LQ-3: tells a wrong probability from bad luck by the number of leads', () => {
    expect(isAsSaid(bin(0.3, 0.4, 20))).toBe(true);
    expect(isAsSaid(bin(0.3, 0.4, 2000))).toBe(false);
  });
});

describe('the calibration error by luck', () => {
  it('LQ-3: shrinks with the root of the leads', () => {
    const few = calibrationErrorByLuck([bin(0.2, 0, 25)]);
    const many = calibrationErrorByLuck([bin(0.2, 0, 100)]);
    expect(few).toBeCloseTo(Math.sqrt(2 / Math.PI) * 0.08, 6);
    expect(few / many).toBeCloseTo(2, 6);
  });

  it('LQ-3: weighs the groups by their leads, and is none without any', () => {
    const [one, other] = [bin(0.5, 0.5, 300), bin(0.1, 0.1, 100)];
    const mixed = 0.75 * calibrationErrorByLuck([one]) + 0.25 * calibrationErrorByLuck([other]);
    expect(calibrationErrorByLuck([one, other])).toBeCloseTo(mixed, 12);
    expect(calibrationErrorByLuck([])).toBe(0);
  });
});

describe('the reliability diagram', () => {
  it('LQ-3: reaches as far as its points and their ranges do', () => {
    expect(chooseScale([bin(0.01, 0.02, 5000)]).top).toBe(0.1);
    expect(chooseScale([bin(0.3, 0.3, 100)]).top).toBe(0.4);
    expect(chooseScale([bin(0.95, 1)]).top).toBe(1);
    expect(chooseScale([]).top).toBe(0.1);
  });

  it('LQ-3: labels its axes from nothing to the top', () => {
    for (const bins of [
      [bin(0.01, 0.02, 5000)],
      [bin(0.15, 0.1, 200)],
      [bin(0.3, 0.3, 100)],
      [bin(0.9, 1)],
    ]) {
      const { top, ticks } = chooseScale(bins);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)).toBeCloseTo(top, 12);
      expect(ticks.length).toBeLessThanOrEqual(6);
    }
  });

  it('LQ-3: gives twice the leads twice the area', () => {
    expect(radiusFor(100, 100) ** 2 / radiusFor(50, 100) ** 2).toBeCloseTo(2, 6);
    expect(radiusFor(1, 10_000)).toBe(3);
  });

  it('LQ-3: names the group that is farthest off, to either side', () => {
    const bins = [bin(0.5, 0.55), bin(0.3, 0.1), bin(0.1, 0.12)];
    expect(findWidestGap(bins)).toBe(bins[1]);
    expect(findWidestGap([])).toBeUndefined();
  });
});
