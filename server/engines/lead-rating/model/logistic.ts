import { solveDamped } from './cholesky.ts';
import type { SparseRows } from './sparse-rows.ts';

/** The result of a logistic regression. */
export interface LogisticFit {
  readonly intercept: number;
  readonly coefficients: Float64Array;
  /** false: the coefficients are the best so far, not the optimum. */
  readonly converged: boolean;
  readonly iterations: number;
  /** Sum of the log losses and of the penalty. */
  readonly objective: number;
  /** The largest remaining gradient component, per row; near 0 at the optimum. */
  readonly slope: number;
}

/** How strictly, from where and how long to fit. */
export interface LogisticOptions {
  /** Weight of half the sum of the squared distances from the center, in rows; the intercept is never penalized. */
  readonly strength: number;
  /** What the coefficients are shrunk towards; 0 by default. */
  readonly center?: Float64Array | undefined;
  readonly maxIterations?: number;
  /** Converged when no gradient component per row is larger. */
  readonly tolerance?: number;
  /** Where to begin: saves iterations after solving a similar problem. */
  readonly start?: Pick<LogisticFit, 'intercept' | 'coefficients'> | undefined;
}

/** The probability of log-odds, for any finite number without overflow. */
export function probabilityOf(logOdds: number): number {
  if (logOdds >= 0) return 1 / (1 + Math.exp(-logOdds));
  const odds = Math.exp(logOdds);
  return odds / (1 + odds);
}

/** The log-odds of a probability, for probabilities strictly between 0 and 1. */
export function logOddsOf(probability: number): number {
  return Math.log(probability / (1 - probability));
}

/** The log loss of an outcome under log-odds: exact in both tails. */
function lossOf(logOdds: number, outcome: number): number {
  const margin = outcome === 1 ? logOdds : -logOdds;
  return margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
}

/**
 * The part of the predicted decrease that a step must achieve (Armijo), and how often it is halved before giving up.
 */
const gainShare = 1e-4;
const maxHalvings = 40;

/**
 * Fits L2-regularized logistic regression by Newton steps (iteratively reweighted least squares) with a backtracking
 * line search; steps are damped where the curvature is nearly singular. The same input gives the same bits.
 * Coefficients stay finite on separable data: with a strength above 0 there is an optimum; with 0 the steps end at the
 * iteration limit and the fit says that it did not converge.
 * @param outcomes 1 or 0 for each row
 * @throws RangeError when there are no rows, or not one outcome for each
 */
export function fitLogistic(rows: SparseRows, outcomes: Uint8Array, options: LogisticOptions): LogisticFit {
  requireOutcomes(rows, outcomes);
  const { maxIterations = 60, tolerance = 1e-9 } = options;
  const problem = new Problem(rows, outcomes, options);
  let parameters = problem.begin(options.start);
  let objective = problem.evaluate(parameters);
  for (let iterations = 0; ; iterations++) {
    const slope = problem.differentiate(parameters);
    const finish = (converged: boolean) =>
      problem.result(parameters, { converged, iterations, objective, slope });
    if (slope <= tolerance) return finish(true);
    if (iterations === maxIterations) return finish(false);
    const step = problem.step();
    if (!step) return finish(false);
    // The remaining predicted decrease is below the rounding of the objective: this is the optimum.
    if (step.promise <= 1e-14 * (1 + objective)) return finish(true);
    const next = search(problem, parameters, objective, step);
    if (!next) return finish(false);
    ({ parameters, objective } = next);
  }
}

function requireOutcomes(rows: SparseRows, outcomes: Uint8Array): void {
  if (rows.rows === 0) throw new RangeError('There are no rows to learn from.');
  if (outcomes.length !== rows.rows) throw new RangeError('Each row needs an outcome.');
}

interface Step {
  readonly direction: Float64Array;
  /** How steeply the objective falls along the direction; positive. */
  readonly promise: number;
}

function search(problem: Problem, from: Float64Array, objective: number, step: Step) {
  let length = 1;
  for (let halving = 0; halving < maxHalvings; halving++) {
    const parameters = from.map((value, index) => value - length * (step.direction[index] ?? 0));
    const reached = problem.evaluate(parameters);
    if (reached <= objective - gainShare * length * step.promise) return { parameters, objective: reached };
    length /= 2;
  }
  return undefined;
}

/** The objective with its gradient and curvature; the intercept is the last parameter. */
class Problem {
  readonly #rows: SparseRows;
  readonly #outcomes: Uint8Array;
  readonly #strength: number;
  readonly #center: Float64Array;
  readonly #size: number;
  readonly #probabilities: Float64Array;
  readonly #gradient: Float64Array;
  readonly #curvature: Float64Array;

  constructor(rows: SparseRows, outcomes: Uint8Array, { strength, center }: LogisticOptions) {
    this.#rows = rows;
    this.#outcomes = outcomes;
    this.#strength = strength;
    this.#center = center ?? new Float64Array(rows.columns);
    this.#size = rows.columns + 1;
    this.#probabilities = new Float64Array(rows.rows);
    this.#gradient = new Float64Array(this.#size);
    this.#curvature = new Float64Array(this.#size * this.#size);
  }

  begin(start: LogisticOptions['start']): Float64Array {
    const parameters = new Float64Array(this.#size);
    if (start) {
      parameters.set(start.coefficients);
      parameters[this.#size - 1] = start.intercept;
      return parameters;
    }
    let positives = 0;
    for (const outcome of this.#outcomes) positives += outcome;
    // Half a row more on each side keeps it finite when all outcomes are the same.
    parameters[this.#size - 1] = Math.log((positives + 0.5) / (this.#outcomes.length - positives + 0.5));
    return parameters;
  }

  /** @returns the objective; remembers the probabilities for {@link differentiate} */
  evaluate(parameters: Float64Array): number {
    const { rows, starts, indices, values } = this.#rows;
    const intercept = parameters[this.#size - 1] ?? 0;
    let sum = 0;
    for (let row = 0; row < rows; row++) {
      let logOdds = intercept;
      const end = starts[row + 1] ?? 0;
      for (let entry = starts[row] ?? 0; entry < end; entry++) {
        logOdds += (values[entry] ?? 0) * (parameters[indices[entry] ?? 0] ?? 0);
      }
      this.#probabilities[row] = probabilityOf(logOdds);
      sum += lossOf(logOdds, this.#outcomes[row] ?? 0);
    }
    return sum + this.#penalty(parameters);
  }

  #penalty(parameters: Float64Array): number {
    let squares = 0;
    for (let i = 0; i < this.#size - 1; i++) squares += this.#distance(parameters, i) ** 2;
    return (this.#strength / 2) * squares;
  }

  #distance(parameters: Float64Array, i: number): number {
    return (parameters[i] ?? 0) - (this.#center[i] ?? 0);
  }

  /**
   * Gradient and curvature at the point last passed to {@link evaluate}. @returns the largest gradient component per
   * row
   */
  differentiate(parameters: Float64Array): number {
    this.#gradient.fill(0);
    this.#curvature.fill(0);
    for (let row = 0; row < this.#rows.rows; row++) this.#addRow(row);
    const last = this.#size - 1;
    for (let i = 0; i < last; i++) {
      this.#gradient[i] = (this.#gradient[i] ?? 0) + this.#strength * this.#distance(parameters, i);
      this.#curvature[i * this.#size + i] = (this.#curvature[i * this.#size + i] ?? 0) + this.#strength;
    }
    let greatest = 0;
    for (const slope of this.#gradient) greatest = Math.max(greatest, Math.abs(slope));
    return greatest / this.#rows.rows;
  }

  // The hot loops: entries ascend within a row, so that only the lower triangle is written.
  #addRow(row: number): void {
    const { starts, indices, values } = this.#rows;
    const gradient = this.#gradient;
    const probability = this.#probabilities[row] ?? 0;
    const error = probability - (this.#outcomes[row] ?? 0);
    const weight = probability * (1 - probability);
    const last = this.#size - 1;
    const begin = starts[row] ?? 0;
    const end = starts[row + 1] ?? 0;
    for (let entry = begin; entry < end; entry++) {
      const column = indices[entry] ?? 0;
      const value = values[entry] ?? 0;
      gradient[column] = (gradient[column] ?? 0) + error * value;
      this.#addLine(column, begin, entry, weight * value);
    }
    gradient[last] = (gradient[last] ?? 0) + error;
    this.#addCurvature(last, last, weight);
  }

  /** The products of a column with those up to it, and with the intercept. */
  #addLine(column: number, begin: number, entry: number, weighted: number): void {
    const { indices, values } = this.#rows;
    const curvature = this.#curvature;
    const line = column * this.#size;
    for (let other = begin; other <= entry; other++) {
      const at = line + (indices[other] ?? 0);
      curvature[at] = (curvature[at] ?? 0) + weighted * (values[other] ?? 0);
    }
    this.#addCurvature(this.#size - 1, column, weighted);
  }

  #addCurvature(line: number, column: number, value: number): void {
    const at = line * this.#size + column;
    this.#curvature[at] = (this.#curvature[at] ?? 0) + value;
  }

  /** Newton's step from the point last passed to {@link differentiate}; undefined when there is none. */
  step(): Step | undefined {
    const direction = solveDamped(this.#curvature, this.#gradient, this.#size);
    if (!direction) return undefined;
    let promise = 0;
    for (let i = 0; i < this.#size; i++) promise += (direction[i] ?? 0) * (this.#gradient[i] ?? 0);
    return Number.isFinite(promise) && promise >= 0 ? { direction, promise } : undefined;
  }

  result(parameters: Float64Array, facts: Omit<LogisticFit, 'intercept' | 'coefficients'>): LogisticFit {
    return {
      intercept: parameters[this.#size - 1] ?? 0,
      coefficients: parameters.slice(0, this.#size - 1),
      ...facts,
    };
  }
}
