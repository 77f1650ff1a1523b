import type { Drift } from '../model/drift.ts';
import { countPositives, type OrderedRows, splitByTime } from '../model/splits.ts';
import { type FeatureStrength, strongestFeatures } from '../model/strongest-features.ts';
import { heldOutShare, type TrainingData, trainModel } from '../model/training.ts';
import { EvaluationError } from './evaluation-error.ts';
import { type LeadTable, readLeadTable, type TableOptions } from './lead-table.ts';
import { findLeaks } from './leaks.ts';

/** How well a rating model performs on a table of leads; all scores are on rows it was not trained on. */
export interface EvaluationReport {
  /** Rows with an outcome, and with a time when one was requested. */
  readonly rows: number;
  /** Share won of all rows. */
  readonly baseRate: number;
  readonly rocAuc: number | null;
  readonly prAuc: number | null;
  readonly brier: number;
  /** The Brier score of always predicting the share won among the held-out rows. */
  readonly brierOfBaseRate: number;
  readonly logLoss: number;
  readonly expectedCalibrationError: number;
  readonly strongestFeatures: readonly FeatureStrength[];
  readonly heldOutRows: number;
  readonly heldOutBaseRate: number;
  readonly split: 'time' | 'hash';
  /** Columns that drift with time, and whether the model leaves them out. */
  readonly drift: readonly Drift[];
  /** True when the probabilities were found to be wrong on rows set aside for that, and corrected (Platt). */
  readonly calibrated: boolean;
  readonly columnsUsed: readonly string[];
  readonly columnsDropped: LeadTable['dropped'];
  readonly warnings: readonly string[];
}

/** The table, and how to measure. */
export interface EvaluationOptions extends TableOptions {
  /** The share of the rows to measure on, the newest: 0.05 to 0.5; a quarter by default. */
  readonly heldOutShare?: number | undefined;
  /** Columns to use although they drift with time. */
  readonly keep?: readonly string[];
}

const leastHeldOut = 0.05;
const mostHeldOut = 0.5;
const mostFeatures = 15;
const wantedOfEach = 100;

/**
 * Trains and measures the rating model on any table of leads: features, penalty, calibration and held-out quarter
 * exactly as for the leads of an installation. With a time column the newest quarter is held out; otherwise a quarter
 * chosen by a hash of the row number, the same on every run.
 * @throws EvaluationError with one sentence, when the file or an option is wrong
 */
export async function evaluateCsv(options: EvaluationOptions): Promise<EvaluationReport> {
  const share = options.heldOutShare ?? heldOutShare;
  if (!(share >= leastHeldOut && share <= mostHeldOut)) {
    throw new EvaluationError(`--held-out is a share from ${leastHeldOut} to ${mostHeldOut}.`);
  }
  const table = await readLeadTable(options);
  const ordered = table.moments ? orderByTime(table.moments) : orderByHash(table.outcomes.length);
  const { columns, outcomes } = table;
  const rows = ordered.order.length;
  const data: TrainingData = {
    ...ordered,
    table: { rows: outcomes.length, columns },
    outcomes,
    endings: undefined,
  };
  const result = trainModel(data, {
    basis: 'table',
    featureSet: { name: 'table', version: 1 },
    heldOutShare: share,
    keep: checkedKeep(options.keep ?? [], columns),
  });
  if (!result.trained) throw new EvaluationError(`The table is not enough to learn from. ${result.reason}`);
  const { metrics, population, features, calibration } = result.model;
  if (!metrics) throw new EvaluationError('The table has too few rows to hold any out.');
  const positives = countPositives(outcomes, ordered.order);
  return {
    rows,
    baseRate: positives / rows,
    rocAuc: metrics.rocAuc,
    prAuc: metrics.prAuc,
    brier: metrics.brier,
    brierOfBaseRate: metrics.brierOfBaseRate,
    logLoss: metrics.logLoss,
    expectedCalibrationError: metrics.expectedCalibrationError,
    strongestFeatures: strongestFeatures(result.model, mostFeatures),
    heldOutRows: metrics.rows,
    heldOutBaseRate: metrics.positives / metrics.rows,
    split: table.moments ? 'time' : 'hash',
    drift: result.drift,
    calibrated: calibration !== null,
    columnsUsed: features.map(({ name }) => name),
    columnsDropped: [
      ...table.dropped,
      ...result.drift
        .filter(({ leftOut }) => leftOut)
        .map(({ column }) => ({ column, reason: 'it moves with time' })),
    ],
    warnings: [
      ...table.warnings,
      ...driftWarnings(result.drift),
      ...leakWarnings(data, share),
      ...sizeWarnings(metrics, population.fittedRows, calibration ? undefined : population.rows),
    ],
  };
}

function checkedKeep(names: readonly string[], columns: LeadTable['columns']): readonly string[] {
  const unknown = names.find((name) => !columns.some((column) => column.name === name));
  if (unknown !== undefined)
    throw new EvaluationError(`There is no column “${unknown}” to learn from, named by --keep.`);
  return names;
}

function driftWarnings(drift: readonly Drift[]): string[] {
  return drift.map(({ column, leftOut }) =>
    leftOut
      ? `“${column}” moves with time: its newest values were hardly seen before, so the model was trained without it. --keep uses it all the same.`
      : `“${column}” moves with time: what the model learned from it may not hold for new leads.`,
  );
}

function leakWarnings(data: TrainingData, share: number): string[] {
  return findLeaks(data.table, data.outcomes, splitByTime(data, share)).map(
    ({ column, rocAuc }) =>
      `“${column}” alone tells the outcome (ROC AUC ${rocAuc.toFixed(3)}): if it is filled in after the lead was decided, leave it out with --drop.`,
  );
}

function sizeWarnings(
  heldOut: { rows: number; positives: number },
  fittedRows: number,
  givenRows: number | undefined,
): string[] {
  const warnings: string[] = [];
  if (Math.min(heldOut.positives, heldOut.rows - heldOut.positives) < wantedOfEach) {
    warnings.push(
      `The scores rest on ${heldOut.positives} won and ${heldOut.rows - heldOut.positives} other held-out rows: they may well be luck.`,
    );
  }
  if (givenRows !== undefined && fittedRows < givenRows) {
    warnings.push(`The model was fitted to an even sample of ${fittedRows} of ${givenRows} rows.`);
  }
  return warnings;
}

function orderByTime(moments: Float64Array): OrderedRows {
  const known = Uint32Array.from(moments.keys()).filter((row) => !Number.isNaN(moments[row]));
  return { order: known.sort((a, b) => (moments[a] ?? 0) - (moments[b] ?? 0) || a - b), moments };
}

function orderByHash(rows: number): OrderedRows {
  const hashes = Uint32Array.from({ length: rows }, (_, row) => scramble(row));
  const order = Uint32Array.from(hashes.keys()).sort((a, b) => (hashes[a] ?? 0) - (hashes[b] ?? 0) || a - b);
  return { order, moments: undefined };
}

/** A bijection of 32-bit numbers that leaves neighbors unrelated. */
function scramble(number: number): number {
  let mixed = Math.imul(number ^ 0x9e3779b9, 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
