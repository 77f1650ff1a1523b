import { fitLogistic, probabilityOf } from './logistic.ts';
import { sparseRowsOf } from './sparse-rows.ts';

/** Calibrated log-odds are `slope × log-odds + offset` (Platt). */
export interface Calibration {
  readonly slope: number;
  readonly offset: number;
}

/** The 99th percentile of chi-squared with two degrees of freedom. */
const suspicious = 9.21;

/**
 * Finds the correction that log-odds need, judged on leads that the model was not fitted to. Corrects only when a
 * likelihood ratio test finds the uncorrected ones (slope 1, offset 0) implausible at 1 %, so that chance is not
 * mistaken for a fault; a slope that would reverse the order is refused. null: none is needed.
 */
export function findCalibration(logOdds: Float64Array, outcomes: Uint8Array): Calibration | null {
  const rows = sparseRowsOf(Array.from(logOdds, (value) => [value]));
  const start = { intercept: 0, coefficients: Float64Array.of(1) };
  const asTheyAre = fitLogistic(rows, outcomes, { strength: 0, start, maxIterations: 0 });
  const corrected = fitLogistic(rows, outcomes, { strength: 0, start });
  const slope = corrected.coefficients[0] ?? 0;
  const gain = 2 * (asTheyAre.objective - corrected.objective);
  if (!corrected.converged || slope <= 0 || gain <= suspicious) return null;
  return { slope, offset: corrected.intercept };
}

/** The offset with which the log-odds predict as many wins as these rows have; the optimum for a given slope. */
export function offsetFor(logOdds: Float64Array, outcomes: Uint8Array): number {
  const won = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  let [low, high] = [-40, 40];
  // The expected number of wins rises with the offset, so bisection finds it to 1e-9.
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    const expected = logOdds.reduce((sum, value) => sum + probabilityOf(value + middle), 0);
    if (expected < won) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
