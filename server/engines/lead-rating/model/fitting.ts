import { type EncodedFeature, type Encoding, encodeRows, learnEncoding, widthOf } from './encoding.ts';
import type { FeatureTable } from './feature-table.ts';
import { fitLogistic, type LogisticFit, probabilityOf } from './logistic.ts';
import { logLossOf } from './metrics.ts';
import { addedBy } from './scoring.ts';
import type { SparseRows } from './sparse-rows.ts';
import { holdsBoth, type OrderedRows, pickOutcomes, type Split, splitByTime, thin } from './splits.ts';
import type { ModelFeature, NumberFeature } from './trained-model.ts';

/** Leads with their outcomes, ready for training. */
export interface LabelledTable {
  readonly table: FeatureTable;
  /** By row: 1 was won, 0 was not. */
  readonly outcomes: Uint8Array;
  /** The prior: coefficients are shrunk towards these, and towards 0 where there is none. */
  readonly beliefs?: readonly ModelFeature[] | undefined;
}

/** Coefficients with the features that they belong to. */
export interface FittedModel {
  readonly intercept: number;
  readonly features: ModelFeature[];
  readonly converged: boolean;
  /** The number of leads: all that were given, or an even sample of very many. */
  readonly fittedRows: number;
}

/** With more leads a model of a few hundred coefficients gains nothing and costs memory. */
const maxFittingRows = 150_000;
const maxChoosingRows = 40_000;
/** A step visits each pair of a lead's features: with many features, fewer leads are fitted to. */
const maxPairs = 1e9;

/** From strong shrinkage to almost none. */
const strengths = [300, 100, 30, 10, 3, 1, 0.3, 0.1];
/** With too few leads to choose: a coefficient then differs from the prior by about ±0.2. */
const strengthWithoutChoice = 20;
const leastOfEachInFold = 10;
/** With more rows, one validation on the newest fifth says enough. */
const manyRows = 5000;

/** Learns encoding and coefficients from exactly these rows. */
export function fitModel(data: LabelledTable, rows: Uint32Array, strength: number): FittedModel {
  const { table, outcomes } = data;
  const some = thin(rows, Math.min(maxFittingRows, affordableRows(table)));
  const encoding = learnEncoding(table, some);
  const encoded = encodeRows(encoding, table, some);
  const start = roughFit(data, some, encoding, strength);
  const center = centerOf(encoding, data.beliefs);
  const fit = fitLogistic(encoded, pickOutcomes(outcomes, some), { strength, start, center });
  const shares = meansOf(encoded);
  const features = encoding.features.map((feature) => toModelFeature(feature, fit, shares));
  for (const feature of features) if (feature.kind === 'number') describeSpread(feature, table, some);
  return { intercept: fit.intercept, features, converged: fit.converged, fittedRows: some.length };
}

/** With many rows, fitting a tenth gets close to the optimum: few steps over all of them remain. */
function roughFit(
  { table, outcomes, beliefs }: LabelledTable,
  rows: Uint32Array,
  encoding: Encoding,
  strength: number,
): LogisticFit | undefined {
  if (rows.length < manyRows * 4) return undefined;
  const sample = thin(rows, Math.ceil(rows.length / 10));
  const known = pickOutcomes(outcomes, sample);
  const center = centerOf(encoding, beliefs);
  return fitLogistic(encodeRows(encoding, table, sample), known, { strength, center, tolerance: 1e-5 });
}

/** The prior coefficients in the columns of the encoding; only categories have any. */
function centerOf(encoding: Encoding, beliefs: LabelledTable['beliefs']): Float64Array | undefined {
  if (!beliefs) return undefined;
  const center = new Float64Array(encoding.columns);
  for (const feature of encoding.features) {
    const belief = beliefs.find(({ name, kind }) => name === feature.name && kind === feature.kind);
    if (feature.kind !== 'category' || belief?.kind !== 'category') continue;
    const coefficients = feature.levels.map((level) => addedBy(belief, level));
    center.set([...coefficients, belief.pooled.coefficient, belief.missing.coefficient], feature.first);
  }
  return center;
}

function affordableRows(table: FeatureTable): number {
  return Math.ceil(maxPairs / Math.max(1, table.columns.length) ** 2);
}

/**
 * Chooses the strength of the L2 penalty with the least log loss on rows later than those fitted to, over growing
 * stretches of the past.
 */
export function chooseStrength(data: LabelledTable, ordered: OrderedRows): number {
  const folds = foldsOf(ordered).filter(({ earlier }) =>
    holdsBoth(data.outcomes, earlier, leastOfEachInFold),
  );
  if (folds.length === 0) return strengthWithoutChoice;
  const losses = new Float64Array(strengths.length);
  for (const fold of folds) {
    lossesOf(data, fold).forEach((loss, at) => {
      losses[at] = (losses[at] ?? 0) + loss;
    });
  }
  return strengths[losses.indexOf(Math.min(...losses))] ?? strengthWithoutChoice;
}

/** Each fold ends at a share of the rows and holds out the last part of them. */
function foldsOf(ordered: OrderedRows): Split[] {
  const ends = ordered.order.length < manyRows ? [0.7, 0.85, 1] : [1];
  const part = ordered.order.length < manyRows ? 0.15 : 0.2;
  return ends
    .map((end) => {
      const until = end === 1 ? ordered.order : splitByTime(ordered, 1 - end).earlier;
      return splitByTime({ ...ordered, order: until }, part / end);
    })
    .filter(({ earlier, later }) => earlier.length > 0 && later.length > 0);
}

/** The sum of the log losses of the later rows under each strength. */
function lossesOf({ table, outcomes, beliefs }: LabelledTable, fold: Split): number[] {
  const most = Math.min(maxChoosingRows, affordableRows(table));
  const earlier = thin(fold.earlier, most);
  const later = thin(fold.later, most);
  const encoding = learnEncoding(table, earlier);
  const center = centerOf(encoding, beliefs);
  const encoded = encodeRows(encoding, table, earlier);
  const unseen = encodeRows(encoding, table, later);
  const known = pickOutcomes(outcomes, earlier);
  const truth = pickOutcomes(outcomes, later);
  let start: LogisticFit | undefined;
  return strengths.map((strength) => {
    start = fitLogistic(encoded, known, { strength, center, start, tolerance: 1e-6 });
    return sumOfLosses(unseen, truth, start);
  });
}

function sumOfLosses(rows: SparseRows, outcomes: Uint8Array, fit: LogisticFit): number {
  let sum = 0;
  for (let row = 0; row < rows.rows; row++) {
    let logOdds = fit.intercept;
    for (let entry = rows.starts[row] ?? 0; entry < (rows.starts[row + 1] ?? 0); entry++) {
      logOdds += (rows.values[entry] ?? 0) * (fit.coefficients[rows.indices[entry] ?? 0] ?? 0);
    }
    sum += logLossOf(probabilityOf(logOdds), outcomes[row] ?? 0);
  }
  return sum;
}

function meansOf(rows: SparseRows): Float64Array {
  const means = new Float64Array(rows.columns);
  for (let entry = 0; entry < rows.indices.length; entry++) {
    const column = rows.indices[entry] ?? 0;
    means[column] = (means[column] ?? 0) + (rows.values[entry] ?? 0) / rows.rows;
  }
  // Sums of many small shares may exceed 1 through rounding.
  return means.map((mean) => Math.min(1, mean));
}

function toModelFeature(feature: EncodedFeature, fit: LogisticFit, shares: Float64Array): ModelFeature {
  const weight = (column: number) => ({
    coefficient: fit.coefficients[column] ?? 0,
    share: Math.max(0, shares[column] ?? 0),
  });
  const missing = weight(feature.first + widthOf(feature) - 1);
  if (feature.kind === 'category') {
    return {
      kind: 'category',
      name: feature.name,
      levels: feature.levels.map((value, at) => ({ value, ...weight(feature.first + at) })),
      pooled: weight(feature.first + feature.levels.length),
      missing,
    };
  }
  const slopes = Array.from(
    { length: feature.scale.knots.length + 1 },
    (_, at) => fit.coefficients[feature.first + at] ?? 0,
  );
  const scale = { ...feature.scale, knots: [...feature.scale.knots] };
  return { kind: 'number', name: feature.name, scale, slopes, missing, meanContribution: 0, spread: 0 };
}

/** Fills in what the number adds on average and how much that varies. */
function describeSpread(feature: NumberFeature, table: FeatureTable, rows: Uint32Array): void {
  const column = table.columns.find(({ name }) => name === feature.name);
  if (column?.kind !== 'number') return;
  const added = Float64Array.from(rows, (row) => addedBy(feature, column.values[row]));
  const mean = added.reduce((sum, value) => sum + value, 0) / added.length;
  feature.meanContribution = mean;
  feature.spread = Math.sqrt(added.reduce((sum, value) => sum + (value - mean) ** 2, 0) / added.length);
}
