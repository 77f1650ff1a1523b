import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logLossOf, measure, rocAucOf } from './metrics.ts';
import { createRandom } from './simulation.fixture.ts';

const scores = Float64Array.of(0.7, 0.9, 0.1, 0.8, 0.7);
const outcomes = Uint8Array.of(1, 1, 0, 0, 0);

describe('LQ-3: the metrics are those of small cases worked out by hand', () => {
  it('ROC AUC counts pairs, and a tie as half', () => {
    // 0.9 beats all three others; 0.7 beats 0.1, loses to 0.8, ties with 0.7: 4.5 of 6 pairs.
    expect(rocAucOf(scores, outcomes)).toBe(0.75);
  });

  it('PR AUC is the average precision, a tie being one step', () => {
    // Precision 1 at 0.9; at 0.7 two of four are won.
    expect(measure(scores, outcomes).prAuc).toBe((1 + 2 / 4) / 2);
  });

  it('Brier score, that of the base rate, and log loss', () => {
    const metrics = measure(Float64Array.of(0.8, 0.4), Uint8Array.of(1, 0));
    expect(metrics.brier).toBeCloseTo((0.04 + 0.16) / 2, 12);
    expect(metrics.brierOfBaseRate).toBe(0.25);
    expect(metrics.logLoss).toBeCloseTo(-(Math.log(0.8) + Math.log(0.6)) / 2, 12);
  });

  it('calibration error weighs the bins by their rows', () => {
    // Forty rows make two bins: 20 × 0.9 of which 16 are won, 20 × 0.2 of which 6 are won.
    const probabilities = Float64Array.from({ length: 40 }, (_, row) => (row < 20 ? 0.9 : 0.2));
    const won = Uint8Array.from({ length: 40 }, (_, row) => (row < 16 || (row >= 20 && row < 26) ? 1 : 0));
    const metrics = measure(probabilities, won);
    expect(metrics.reliability).toEqual([
      { rows: 20, meanProbability: expect.closeTo(0.9, 12), observedShare: 0.8 },
      { rows: 20, meanProbability: expect.closeTo(0.2, 12), observedShare: 0.3 },
    ]);
    expect(metrics.expectedCalibrationError).toBeCloseTo(0.1, 12);
  });

  it('one kind of outcome has no area', () => {
    expect(measure(Float64Array.of(0.3, 0.4), Uint8Array.of(0, 0))).toMatchObject({
      rocAuc: null,
      prAuc: null,
    });
    expect(measure(Float64Array.of(0.3, 0.4), Uint8Array.of(1, 1))).toMatchObject({ rocAuc: null, prAuc: 1 });
  });

  it('a certainty that was wrong costs much and not infinitely much', () => {
    expect(logLossOf(1, 0)).toBeGreaterThan(20);
    expect(logLossOf(0, 1)).toBeLessThan(40);
  });

  it('refuses to measure on nothing', () => {
    expect(() => measure(new Float64Array(), new Uint8Array())).toThrow(RangeError);
  });
});

describe('LQ-3: the metrics hold for all data', () => {
  const cases = fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.boolean()), {
    minLength: 1,
    maxLength: 200,
  });
  const parts = (list: readonly (readonly [number, boolean])[]) => ({
    probabilities: Float64Array.from(list, ([tenths]) => tenths / 10),
    won: Uint8Array.from(list, ([, isWon]) => (isWon ? 1 : 0)),
  });

  it('ROC AUC is what counting every pair gives', () => {
    fc.assert(
      fc.property(cases, (list) => {
        const { probabilities, won } = parts(list);
        const scoresOf = (kind: boolean) =>
          list.filter(([, isWon]) => isWon === kind).map(([score]) => score);
        const pairs = scoresOf(true).flatMap((high) => scoresOf(false).map((low) => Math.sign(high - low)));
        const better = pairs.reduce((sum, sign) => sum + (sign + 1) / 2, 0);
        const wanted = pairs.length === 0 ? null : expect.closeTo(better / pairs.length, 10);
        expect(rocAucOf(probabilities, won)).toEqual(wanted);
      }),
    );
  });

  it('bins hold every row once, part no equal probabilities, and are ten at most', () => {
    fc.assert(
      fc.property(cases, (list) => {
        const { probabilities, won } = parts(list);
        const { reliability } = measure(probabilities, won);
        expect(reliability.reduce((sum, bin) => sum + bin.rows, 0)).toBe(list.length);
        expect(reliability.length).toBeLessThanOrEqual(10);
        const means = reliability.map((bin) => bin.meanProbability);
        expect(means).toEqual(means.toSorted((a, b) => b - a));
        expect(new Set(means).size).toBe(means.length);
      }),
    );
  });

  it('probabilities that tell the truth have a small calibration error, others a large one', () => {
    const random = createRandom(4);
    const truth = Float64Array.from({ length: 20_000 }, () => random() * 0.6);
    const won = Uint8Array.from(truth, (share) => (random() < share ? 1 : 0));
    expect(measure(truth, won).expectedCalibrationError).toBeLessThan(0.02);
    const doubled = truth.map((share) => Math.min(1, share * 1.5));
    expect(measure(doubled, won).expectedCalibrationError).toBeGreaterThan(0.1);
  });
});
