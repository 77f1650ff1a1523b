import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveDamped } from './cholesky.ts';
import { fitLogistic, logOddsOf, probabilityOf } from './logistic.ts';
import { createRandom } from './simulation.fixture.ts';
import { sparseRowsOf } from './sparse-rows.ts';

const zeroOrOne = (values: readonly number[]) => Uint8Array.from(values);

/** The gradient of the objective, written independently from its definition. */
function slopesAt(
  dense: readonly (readonly number[])[],
  outcomes: readonly number[],
  strength: number,
  fit: { intercept: number; coefficients: Float64Array },
): number[] {
  const errors = dense.map((row, at) => {
    const logOdds = row.reduce(
      (sum, value, column) => sum + value * (fit.coefficients[column] ?? 0),
      fit.intercept,
    );
    return 1 / (1 + Math.exp(-logOdds)) - (outcomes[at] ?? 0);
  });
  const slopes = [...fit.coefficients].map((coefficient, column) =>
    dense.reduce((sum, row, at) => sum + (errors[at] ?? 0) * (row[column] ?? 0), strength * coefficient),
  );
  return [errors.reduce((sum, error) => sum + error, 0), ...slopes];
}

describe('LQ-2: the fit is the optimum of the penalised likelihood', () => {
  it('without features it is the share won', () => {
    const fit = fitLogistic(sparseRowsOf([[0], [0], [0], [0]]), zeroOrOne([1, 0, 0, 0]), { strength: 1 });
    expect(fit.intercept).toBeCloseTo(Math.log(1 / 3), 9);
    expect(fit.coefficients[0]).toBe(0);
    expect(fit.converged).toBe(true);
  });

  it('with one yes-or-no feature and no penalty it is the logarithm of the odds ratio', () => {
    // 6 of 8 with the feature are won, 2 of 8 without: odds 3 against 1/3.
    const rows = [...Array(8).fill([1]), ...Array(8).fill([0])];
    const outcomes = zeroOrOne([1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0]);
    const fit = fitLogistic(sparseRowsOf(rows), outcomes, { strength: 0 });
    expect(fit.intercept).toBeCloseTo(-Math.log(3), 7);
    expect(fit.coefficients[0]).toBeCloseTo(Math.log(9), 7);
  });

  it('two opposite rows have the optimum at 1 for the strength 2 / (1 + e)', () => {
    // By symmetry the intercept is 0; the slope 2 × (p(b) − 1) + strength × b vanishes at b = 1.
    const fit = fitLogistic(sparseRowsOf([[1], [-1]]), zeroOrOne([1, 0]), { strength: 2 / (1 + Math.E) });
    expect(fit.intercept).toBeCloseTo(0, 9);
    expect(fit.coefficients[0]).toBeCloseTo(1, 8);
  });

  it('coefficients are drawn to their center: the same two rows, all moved by 3', () => {
    // As before, with the distance from the center in place of the coefficient: 4 = 3 + 1 when p is that of 4.
    const strength = 2 / (1 + Math.exp(4));
    const center = Float64Array.of(3);
    const fit = fitLogistic(sparseRowsOf([[1], [-1]]), zeroOrOne([1, 0]), { strength, center });
    expect(fit.coefficients[0]).toBeCloseTo(4, 7);
    const held = fitLogistic(sparseRowsOf([[1], [-1]]), zeroOrOne([1, 0]), { strength: 1e9, center });
    expect(held.coefficients[0]).toBeCloseTo(3, 6);
  });

  it('leaves no slope, whatever the data', () => {
    const value = fc.double({ min: -5, max: 5, noNaN: true });
    const problem = fc.integer({ min: 1, max: 4 }).chain((columns) =>
      fc.record({
        dense: fc.array(fc.array(value, { minLength: columns, maxLength: columns }), {
          minLength: 2,
          maxLength: 30,
        }),
        bits: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 30, maxLength: 30 }),
        strength: fc.constantFrom(0.01, 1, 30),
      }),
    );
    fc.assert(
      fc.property(problem, ({ dense, bits, strength }) => {
        const outcomes = bits.slice(0, dense.length);
        // With only one kind the intercept has no optimum.
        fc.pre(outcomes.includes(0) && outcomes.includes(1));
        const fit = fitLogistic(sparseRowsOf(dense), zeroOrOne(outcomes), { strength });
        expect(fit.converged).toBe(true);
        for (const slope of slopesAt(dense, outcomes, strength, fit)) {
          expect(Math.abs(slope) / dense.length).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  it('finds the coefficients again that made the data', () => {
    const wanted = [0.8, -1.2, 0.4, 0];
    const { dense, outcomes } = simulateRows(wanted, -0.5, 40_000);
    const fit = fitLogistic(sparseRowsOf(dense), outcomes, { strength: 1 });
    // Four standard errors of the rarest feature.
    wanted.forEach((coefficient, at) => {
      expect(Math.abs((fit.coefficients[at] ?? Number.NaN) - coefficient)).toBeLessThan(0.12);
    });
    expect(Math.abs(fit.intercept + 0.5)).toBeLessThan(0.12);
  });
});

function simulateRows(coefficients: readonly number[], intercept: number, rows: number) {
  const random = createRandom(3);
  const yes = (share: number) => (random() < share ? 1 : 0);
  const dense = Array.from({ length: rows }, () => [yes(0.3), yes(0.5), random() * 4 - 2, yes(0.2)]);
  const outcomes = Uint8Array.from(dense, (values) =>
    yes(probabilityOf(values.reduce((sum, value, at) => sum + value * (coefficients[at] ?? 0), intercept))),
  );
  return { dense, outcomes };
}

describe('LQ-2: the fit stays in hand where there is no optimum, or no single one', () => {
  const separable = sparseRowsOf([[-2], [-1], [1], [2]]);
  const separated = zeroOrOne([0, 0, 1, 1]);

  it('separable data has a finite optimum under the penalty', () => {
    const fit = fitLogistic(separable, separated, { strength: 0.1 });
    expect(fit.converged).toBe(true);
    expect(fit.coefficients[0]).toBeGreaterThan(0);
    expect(fit.coefficients[0]).toBeLessThan(20);
  });

  it('separable data without a penalty stays finite', () => {
    const fit = fitLogistic(separable, separated, { strength: 0 });
    expect(Number.isFinite(fit.coefficients[0])).toBe(true);
    expect(Number.isFinite(fit.intercept)).toBe(true);
  });

  it('says so when it was not given the iterations to converge', () => {
    expect(fitLogistic(separable, separated, { strength: 0.1, maxIterations: 1 }).converged).toBe(false);
  });

  it('two columns that are the same share their weight', () => {
    const fit = fitLogistic(
      sparseRowsOf([
        [1, 1],
        [1, 1],
        [0, 0],
        [0, 0],
        [1, 1],
      ]),
      zeroOrOne([1, 0, 0, 1, 1]),
      {
        strength: 0,
      },
    );
    expect(fit.converged).toBe(true);
    expect((fit.coefficients[0] ?? 0) + (fit.coefficients[1] ?? 0)).toBeCloseTo(Math.log(2), 4);
  });

  it('gives the same bits for the same data', () => {
    const random = createRandom(9);
    const dense = Array.from({ length: 500 }, () => [random(), random(), random()]);
    const outcomes = Uint8Array.from({ length: 500 }, () => (random() < 0.4 ? 1 : 0));
    const [once, again] = [1, 2].map(() => fitLogistic(sparseRowsOf(dense), outcomes, { strength: 1 }));
    expect(again).toEqual(once);
  });

  it('reaches the same optimum from another start', () => {
    const random = createRandom(10);
    const rows = sparseRowsOf(Array.from({ length: 300 }, () => [random() - 0.5, random() - 0.5]));
    const outcomes = Uint8Array.from({ length: 300 }, () => (random() < 0.3 ? 1 : 0));
    const cold = fitLogistic(rows, outcomes, { strength: 1 });
    const start = { intercept: 6, coefficients: Float64Array.of(-8, 8) };
    const warm = fitLogistic(rows, outcomes, { strength: 1, start });
    expect(warm.coefficients[0]).toBeCloseTo(cold.coefficients[0] ?? Number.NaN, 6);
    expect(warm.intercept).toBeCloseTo(cold.intercept, 6);
  });

  it('refuses no rows at all, and outcomes that are not one for each row', () => {
    expect(() => fitLogistic(sparseRowsOf([]), zeroOrOne([]), { strength: 1 })).toThrow(RangeError);
    expect(() => fitLogistic(separable, zeroOrOne([1]), { strength: 1 })).toThrow(RangeError);
  });
});

describe('probabilities and log-odds', () => {
  it('turn into each other and never overflow', () => {
    expect(probabilityOf(logOddsOf(0.2))).toBeCloseTo(0.2, 12);
    expect(probabilityOf(1000)).toBe(1);
    expect(probabilityOf(-1000)).toBe(0);
  });
});

describe('the damped solver', () => {
  it('solves a positive definite system exactly', () => {
    // 4x + 2y = 8 and 2x + 3y = 8: x = 1, y = 2.
    const solution = solveDamped(Float64Array.of(4, 2, 2, 3), Float64Array.of(8, 8), 2);
    expect(solution?.[0]).toBeCloseTo(1, 12);
    expect(solution?.[1]).toBeCloseTo(2, 12);
  });

  it('gives a finite step for a singular system, and none for numbers that are none', () => {
    const step = solveDamped(Float64Array.of(1, 1, 1, 1), Float64Array.of(1, 1), 2);
    expect(step?.every(Number.isFinite)).toBe(true);
    expect((step?.[0] ?? 0) + (step?.[1] ?? 0)).toBeCloseTo(1, 6);
    expect(solveDamped(Float64Array.of(Number.NaN), Float64Array.of(1), 1)).toBeUndefined();
  });
});
