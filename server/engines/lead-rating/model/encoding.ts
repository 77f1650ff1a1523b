import {
  type CategoryColumn,
  type FeatureColumn,
  type FeatureTable,
  missingCode,
  type NumberColumn,
} from './feature-table.ts';
import { type SparseRows, SparseRowsWriter } from './sparse-rows.ts';

/**
 * A category as indicator columns: one for each level that is frequent enough, then one for all others together, then
 * one for missing.
 */
export interface EncodedCategory {
  readonly kind: 'category';
  readonly name: string;
  readonly levels: readonly string[];
  readonly first: number;
}

/**
 * A number as a piecewise linear function in standard deviations: its columns are the number itself and its excess over
 * each knot, then one for missing. Missing is set to the mean.
 */
export interface EncodedNumber {
  readonly kind: 'number';
  readonly name: string;
  readonly scale: NumberScale;
  readonly first: number;
}

export type EncodedFeature = EncodedCategory | EncodedNumber;

/** How a number is standardized, learned only from the training rows. */
export interface NumberScale {
  readonly mean: number;
  readonly deviation: number;
  /** Values outside are clamped to the nearer end: one absurd value must not decide a rating. */
  readonly low: number;
  readonly high: number;
  /** In standard deviations, ascending. */
  readonly knots: readonly number[];
}

/** The columns that the features of a table become, in this order. */
export interface Encoding {
  readonly features: readonly EncodedFeature[];
  readonly columns: number;
}

/** When a level, or a bend of a number, has enough leads for its own column. */
export interface EncodingLimits {
  /** A level with fewer training rows is pooled; a share of the rows when that is more. */
  readonly minRowsOfLevel: number;
  readonly minShareOfLevel: number;
  /** For all categories together; beyond it the rarest are pooled, whichever category they belong to. */
  readonly maxLevels: number;
  /** With fewer rows a number is a straight line. */
  readonly minRowsForKnots: number;
}

/** Chosen so that a level rests on several leads, and the curvature of all columns fits in a few megabytes. */
export const defaultEncodingLimits: EncodingLimits = {
  minRowsOfLevel: 8,
  minShareOfLevel: 0.001,
  maxLevels: 800,
  minRowsForKnots: 400,
};

const outerShare = 0.005;
const knotShares = [0.25, 0.5, 0.75];

/** Learns from these rows which columns the features become; features that are constant among them are left out. */
export function learnEncoding(
  table: FeatureTable,
  rows: Uint32Array,
  limits: EncodingLimits = defaultEncodingLimits,
): Encoding {
  const counts = new Map(table.columns.map((column) => [column, countLevels(column, rows)]));
  const least = leastRowsOfLevel([...counts.values()], rows.length, limits);
  const features: EncodedFeature[] = [];
  let first = 0;
  for (const column of table.columns) {
    const feature =
      column.kind === 'category'
        ? learnCategory(column, counts.get(column) ?? new Uint32Array(), { rows: rows.length, least, first })
        : learnNumber(column, rows, limits, first);
    if (!feature) continue;
    features.push(feature);
    first += widthOf(feature);
  }
  return { features, columns: first };
}

function countLevels(column: FeatureColumn, rows: Uint32Array): Uint32Array {
  if (column.kind === 'number') return new Uint32Array();
  const counts = new Uint32Array(column.values.length);
  for (const row of rows) {
    const code = column.codes[row] ?? missingCode;
    if (code !== missingCode) counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** How many rows a level needs for its own column. */
function leastRowsOfLevel(counts: readonly Uint32Array[], rows: number, limits: EncodingLimits): number {
  const least = Math.max(limits.minRowsOfLevel, Math.ceil(rows * limits.minShareOfLevel));
  const frequent = counts.flatMap((list) => [...list.filter((count) => count >= least)]);
  const rarestKept = frequent.sort((a, b) => b - a)[limits.maxLevels];
  return rarestKept === undefined ? least : rarestKept + 1;
}

/** How many columns a feature takes. */
export function widthOf(feature: EncodedFeature): number {
  return feature.kind === 'category' ? feature.levels.length + 2 : feature.scale.knots.length + 2;
}

function learnCategory(
  column: CategoryColumn,
  counts: Uint32Array,
  { rows, least, first }: { rows: number; least: number; first: number },
): EncodedCategory | undefined {
  if (counts.includes(rows) || !counts.some((count) => count > 0)) return undefined;
  const levels = column.values
    .map((value, code) => ({ value, count: counts[code] ?? 0 }))
    .filter(({ count }) => count >= least)
    // Ties are broken by name, so that the order of the leads does not matter.
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .map(({ value }) => value);
  return { kind: 'category', name: column.name, levels, first };
}

function learnNumber(
  column: NumberColumn,
  rows: Uint32Array,
  limits: EncodingLimits,
  first: number,
): EncodedNumber | undefined {
  const known = Float64Array.from(rows, (row) => column.values[row] ?? Number.NaN)
    .filter((value) => !Number.isNaN(value))
    .sort();
  if (known.length === 0) return undefined;
  const quantile = (share: number) => known[Math.round(share * (known.length - 1))] ?? 0;
  const [low, high] = [quantile(outerShare), quantile(1 - outerShare)];
  const held = known.map((value) => Math.min(high, Math.max(low, value)));
  const mean = held.reduce((sum, value) => sum + value, 0) / held.length;
  const deviation = Math.sqrt(held.reduce((sum, value) => sum + (value - mean) ** 2, 0) / held.length);
  // Rounding alone makes equal numbers deviate a little.
  if (!(deviation > 1e-9 * Math.max(Math.abs(low), Math.abs(high)))) {
    return known.length === rows.length ? undefined : flat(column.name, mean, first);
  }
  const candidates = rows.length < limits.minRowsForKnots ? [] : knotShares.map(quantile);
  const knots = [...new Set(candidates)]
    .filter((knot) => knot > low && knot < high)
    .map((knot) => (knot - mean) / deviation);
  return { kind: 'number', name: column.name, scale: { mean, deviation, low, high, knots }, first };
}

/** Only whether it is known varies. */
function flat(name: string, mean: number, first: number): EncodedNumber {
  return { kind: 'number', name, scale: { mean, deviation: 1, low: mean, high: mean, knots: [] }, first };
}

/** The number in standard deviations from the mean, clamped to the scale's ends. */
export function standardize(scale: NumberScale, value: number): number {
  return (Math.min(scale.high, Math.max(scale.low, value)) - scale.mean) / scale.deviation;
}

/** These rows in the columns of the encoding, in this order. */
export function encodeRows(encoding: Encoding, table: FeatureTable, rows: Uint32Array): SparseRows {
  const encoders = encoding.features.map((feature) => encoderOf(feature, table));
  const perRow = encoding.features.reduce(
    (sum, feature) => sum + (feature.kind === 'category' ? 1 : feature.scale.knots.length + 1),
    0,
  );
  const writer = new SparseRowsWriter(rows.length, encoding.columns, rows.length * perRow);
  for (const row of rows) {
    for (const encode of encoders) encode(row, writer);
    writer.endRow();
  }
  return writer.finish();
}

type Encoder = (row: number, writer: SparseRowsWriter) => void;

function encoderOf(feature: EncodedFeature, table: FeatureTable): Encoder {
  const column = table.columns.find(({ name }) => name === feature.name);
  if (feature.kind === 'category' && column?.kind === 'category') return categoryEncoder(feature, column);
  if (feature.kind === 'number' && column?.kind === 'number') return numberEncoder(feature, column);
  throw new RangeError(`The table has no column “${feature.name}” of the kind that was learned.`);
}

function categoryEncoder(feature: EncodedCategory, column: CategoryColumn): Encoder {
  const pool = feature.first + feature.levels.length;
  const levelIndex = new Map(feature.levels.map((level, index) => [level, feature.first + index]));
  const indices = Uint16Array.from(column.values, (value) => levelIndex.get(value) ?? pool);
  return (row, writer) => {
    const code = column.codes[row] ?? missingCode;
    writer.add(code === missingCode ? pool + 1 : (indices[code] ?? pool), 1);
  };
}

function numberEncoder(feature: EncodedNumber, column: NumberColumn): Encoder {
  const { scale, first } = feature;
  const missing = first + scale.knots.length + 1;
  return (row, writer) => {
    const value = column.values[row] ?? Number.NaN;
    if (Number.isNaN(value)) {
      writer.add(missing, 1);
      return;
    }
    const standard = standardize(scale, value);
    if (standard !== 0) writer.add(first, standard);
    for (let knot = 0; knot < scale.knots.length; knot++) {
      const above = standard - (scale.knots[knot] ?? 0);
      if (above > 0) writer.add(first + 1 + knot, above);
    }
  };
}
