import { type Calibration, findCalibration, offsetFor } from './calibration.ts';
import { type Drift, judgeDrift, withoutDrift } from './drift.ts';
import { chooseStrength, type FittedModel, fitModel, type LabelledTable } from './fitting.ts';
import { measure } from './metrics.ts';
import { predictRows, scoreRows } from './scoring.ts';
import { countPositives, holdsBoth, type OrderedRows, pickOutcomes, splitByTime } from './splits.ts';
import { defaultRatingCosts, qualityAt, type RatingCosts, thresholdsFor } from './thresholds.ts';
import type { HeldOutMetrics, ModelBasis, Population, TrainedModel } from './trained-model.ts';

/** Leads with outcomes in order of arrival. */
export interface TrainingData extends LabelledTable, OrderedRows {
  /** By row, how the lead ended; undefined when only won or not is known. */
  readonly endings: readonly string[] | undefined;
}

/** The model's name, and what wrong ratings cost. */
export interface TrainingOptions {
  readonly basis: ModelBasis;
  /** The share of the leads, the newest, that the model is measured on; a quarter by default. */
  readonly heldOutShare?: number;
  /** Columns that are used although they drift. */
  readonly keep?: readonly string[];
  readonly featureSet: { readonly name: string; readonly version: number };
  readonly costs?: RatingCosts;
}

/** The leads that a model has not seen. */
export interface HeldOut extends LabelledTable {
  readonly rows: Uint32Array;
  readonly moments: Float64Array | undefined;
}

/** A model with the leads to measure it on, or a sentence that says why there is none. */
export type TrainingResult =
  | {
      readonly trained: true;
      readonly model: TrainedModel;
      readonly heldOut: HeldOut;
      readonly drift: readonly Drift[];
    }
  | { readonly trained: false; readonly reason: string };

/** The newest quarter of the leads is held out for measuring. */
export const heldOutShare = 0.25;
/** Of the rest, the newest fifth decides whether the probabilities need a correction. */
const calibrationShare = 0.2;
const leastOfEachToCalibrate = 50;
const leastOfEachToFit = 10;

/**
 * Trains on the older three quarters and measures on the newest quarter (LQ-2, LQ-3). The strength of the penalty is
 * chosen, and the calibration judged, inside the older part: nothing of the newest quarter enters the model. The model
 * is not refitted to all leads: its metrics are those of exactly the coefficients that rate, at the price that it
 * learns from a lead only once it is among the older three quarters.
 */
export function trainModel(given: TrainingData, options: TrainingOptions): TrainingResult {
  const { earlier, later } = splitByTime(given, options.heldOutShare ?? heldOutShare);
  const refusal = refusalOf(given.outcomes, earlier);
  if (refusal) return { trained: false, reason: refusal };
  const drift = judgeDrift(given.table, { order: earlier, moments: given.moments }, options.keep);
  const data = { ...given, table: withoutDrift(given.table, drift) };
  const fitted = fitCalibrated(data, earlier);
  if (fitted.features.length === 0)
    return { trained: false, reason: 'No feature differs between these leads.' };
  if (!fitted.converged) return { trained: false, reason: 'The fit did not converge.' };
  const population = describePopulation(data, earlier, fitted.fittedRows);
  const model: TrainedModel = {
    format: 1,
    basis: options.basis,
    featureSet: { ...options.featureSet },
    intercept: fitted.intercept,
    features: fitted.features,
    calibration: fitted.calibration,
    thresholds: thresholdsFor(population.baseRate, options.costs ?? defaultRatingCosts),
    strength: fitted.strength,
    population,
    metrics: null,
  };
  const heldOut: HeldOut = {
    table: data.table,
    outcomes: data.outcomes,
    rows: later,
    moments: data.moments,
  };
  return { trained: true, model: { ...model, metrics: measureOn(model, heldOut) }, heldOut, drift };
}

function refusalOf(outcomes: Uint8Array, rows: Uint32Array): string | undefined {
  if (holdsBoth(outcomes, rows, leastOfEachToFit)) return undefined;
  const won = countPositives(outcomes, rows);
  return `Of the ${rows.length} leads to learn from ${won} were won and ${rows.length - won} were not; it takes ${leastOfEachToFit} of each.`;
}

type Calibrated = FittedModel & Pick<TrainedModel, 'calibration' | 'strength'>;

function fitCalibrated(data: TrainingData, rows: Uint32Array): Calibrated {
  const ordered = { order: rows, moments: data.moments };
  const { earlier, later } = splitByTime(ordered, calibrationShare);
  const judged =
    holdsBoth(data.outcomes, later, leastOfEachToCalibrate) &&
    holdsBoth(data.outcomes, earlier, leastOfEachToFit);
  if (judged) {
    const strength = chooseStrength(data, { ...ordered, order: earlier });
    const fitted = fitModel(data, earlier, strength);
    const scores = scoreRows({ ...fitted, calibration: null }, data.table, later);
    const found = findCalibration(scores, pickOutcomes(data.outcomes, later));
    // The newest leads say most about the next ones, so the model learns from them as well. Rows that were not fitted
    // to give the slope of the correction; the newest rows give its offset.
    const whole = fitModel(data, rows, strength);
    const calibration = found && recenter(found, { ...whole, calibration: null }, data, later);
    return { ...whole, strength, calibration };
  }
  const strength = chooseStrength(data, ordered);
  return { ...fitModel(data, rows, strength), strength, calibration: null };
}

/** The slope of the correction with the offset that makes these rows' mean probability match the observed share. */
function recenter(
  { slope }: Calibration,
  model: Parameters<typeof scoreRows>[0],
  data: TrainingData,
  rows: Uint32Array,
): Calibration {
  const logOdds = scoreRows(model, data.table, rows).map((score) => slope * score);
  return { slope, offset: offsetFor(logOdds, pickOutcomes(data.outcomes, rows)) };
}

function describePopulation(data: TrainingData, rows: Uint32Array, fittedRows: number): Population {
  const positives = countPositives(data.outcomes, rows);
  return {
    rows: rows.length,
    fittedRows,
    positives,
    baseRate: positives / rows.length,
    ...spanOf(data.moments, rows),
    endings: data.endings ? countEndings(data.endings, rows) : null,
  };
}

function countEndings(endings: readonly string[], rows: Uint32Array): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const ending = endings[row];
    if (ending !== undefined) counts[ending] = (counts[ending] ?? 0) + 1;
  }
  return counts;
}

/** Rows are in order: the first is the oldest. */
function spanOf(moments: Float64Array | undefined, rows: Uint32Array) {
  const at = (row: number | undefined) => {
    const date = new Date(row === undefined || !moments ? Number.NaN : (moments[row] ?? Number.NaN));
    return Number.isNaN(date.getTime()) ? null : date.toISOString();
  };
  return { from: at(rows[0]), to: at(rows[rows.length - 1]) };
}

/** Measures a model on leads that it has not seen; null when there are none. */
export function measureOn(model: TrainedModel, heldOut: HeldOut): HeldOutMetrics | null {
  if (heldOut.rows.length === 0) return null;
  const probabilities = predictRows(model, heldOut.table, heldOut.rows);
  const outcomes = pickOutcomes(heldOut.outcomes, heldOut.rows);
  const metrics = measure(probabilities, outcomes);
  const byQuality = {
    High: { rows: 0, positives: 0 },
    Medium: { rows: 0, positives: 0 },
    Low: { rows: 0, positives: 0 },
  };
  probabilities.forEach((probability, at) => {
    const group = byQuality[qualityAt(probability, model.thresholds)];
    group.rows++;
    group.positives += outcomes[at] ?? 0;
  });
  return {
    ...metrics,
    reliability: [...metrics.reliability],
    ...spanOf(heldOut.moments, heldOut.rows),
    byQuality,
  };
}
