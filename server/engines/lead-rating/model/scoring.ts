import { standardize } from './encoding.ts';
import { type FeatureColumn, type FeatureTable, type FeatureValue, missingCode } from './feature-table.ts';
import { probabilityOf } from './logistic.ts';
import type { CategoryFeature, ModelFeature, NumberFeature, TrainedModel } from './trained-model.ts';

type ScoringPart = Pick<TrainedModel, 'intercept' | 'features' | 'calibration'>;

/** What one value of a feature adds to the log-odds, before calibration; an unseen value counts as pooled. */
export function addedBy(feature: ModelFeature, value: FeatureValue): number {
  if (feature.kind === 'category') return categoryWeight(feature, value).coefficient;
  const number = typeof value === 'number' ? value : Number.NaN;
  return Number.isNaN(number) ? feature.missing.coefficient : lineAt(feature, number);
}

function categoryWeight(feature: CategoryFeature, value: FeatureValue) {
  if (value === null || value === undefined) return feature.missing;
  return feature.levels.find((level) => level.value === value) ?? feature.pooled;
}

/** True when the model has no separate weight for this value. */
export function isPooled(feature: ModelFeature, value: FeatureValue): boolean {
  return feature.kind === 'category' && categoryWeight(feature, value) === feature.pooled;
}

function lineAt({ scale, slopes }: NumberFeature, value: number): number {
  const standard = standardize(scale, value);
  let sum = (slopes[0] ?? 0) * standard;
  for (let knot = 0; knot < scale.knots.length; knot++) {
    sum += (slopes[knot + 1] ?? 0) * Math.max(0, standard - (scale.knots[knot] ?? 0));
  }
  return sum;
}

/** What the feature adds to the log-odds of the average training lead. */
export function meanContributionOf(feature: ModelFeature): number {
  if (feature.kind === 'number') return feature.meanContribution;
  const { levels, pooled, missing } = feature;
  let sum = pooled.coefficient * pooled.share + missing.coefficient * missing.share;
  for (const { coefficient, share } of levels) sum += coefficient * share;
  return sum;
}

/** Every weight of a category, including those for rare and missing values. */
export function weightsOf(feature: CategoryFeature) {
  return [...feature.levels, feature.pooled, feature.missing];
}

/** Calibrated log-odds. */
export function calibrate({ calibration }: Pick<TrainedModel, 'calibration'>, logOdds: number): number {
  return calibration ? calibration.slope * logOdds + calibration.offset : logOdds;
}

/** Log-odds of these rows, before calibration. A feature that the table does not have counts as missing. */
export function scoreRows(model: ScoringPart, table: FeatureTable, rows: Uint32Array): Float64Array {
  const scores = new Float64Array(rows.length).fill(model.intercept);
  for (const feature of model.features) {
    const column = table.columns.find(({ name }) => name === feature.name);
    const added = adderOf(feature, column);
    for (let at = 0; at < rows.length; at++) scores[at] = (scores[at] ?? 0) + added(rows[at] ?? 0);
  }
  return scores;
}

/** Calibrated probabilities of these rows. */
export function predictRows(model: ScoringPart, table: FeatureTable, rows: Uint32Array): Float64Array {
  return scoreRows(model, table, rows).map((logOdds) => probabilityOf(calibrate(model, logOdds)));
}

function adderOf(feature: ModelFeature, column: FeatureColumn | undefined): (row: number) => number {
  if (!column) return () => feature.missing.coefficient;
  if (column.kind === 'number') {
    return (row) => addedBy(feature, Number.isNaN(column.values[row]) ? null : column.values[row]);
  }
  const coefficients = Float64Array.from(column.values, (value) => addedBy(feature, value));
  return (row) => {
    const code = column.codes[row] ?? missingCode;
    return code === missingCode ? feature.missing.coefficient : (coefficients[code] ?? 0);
  };
}
