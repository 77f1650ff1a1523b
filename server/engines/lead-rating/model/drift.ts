import { type FeatureColumn, type FeatureTable, missingCode } from './feature-table.ts';
import { rocAucOf } from './metrics.ts';
import { type OrderedRows, splitByTime, thin } from './splits.ts';

/** A column whose values reveal when a lead came: what was learned from it may not hold for future leads. */
export interface Drift {
  readonly column: string;
  /** How well the column alone separates the newest fifth from the earlier rows: 0.5 not at all, 1 perfectly. */
  readonly separation: number;
  /** True when the model leaves it out. */
  readonly leftOut: boolean;
}

/** Chance and seasons stay below; figures that move in one direction are near 1. */
const fromSeparation = 0.8;
const newestShare = 0.2;
const mostRows = 20_000;
const bins = 20;
const leastRows = 200;

/**
 * Finds the columns that separate the newest fifth of the rows from the earlier ones, and says which of them a model
 * has to leave out: numbers, because a model would extrapolate them to values that it has never seen. An unseen text
 * counts as "other" and does no harm. Ignores outcomes. Finds nothing without moments, or with too few rows to tell
 * drift from chance; when nothing else would be left, nothing is left out.
 */
export function judgeDrift(
  { columns }: FeatureTable,
  ordered: OrderedRows,
  keep: readonly string[] = [],
): Drift[] {
  if (!ordered.moments || ordered.order.length < leastRows) return [];
  const { earlier, later } = splitByTime(ordered, newestShare);
  const before = thin(earlier, mostRows);
  const after = thin(later, mostRows);
  const drift = columns.flatMap((column) => {
    const separation = separationOf(column, before, after);
    if (separation < fromSeparation) return [];
    return [{ column: column.name, separation, leftOut: isNumeric(column) && !keep.includes(column.name) }];
  });
  const leavesNone = drift.filter(({ leftOut }) => leftOut).length === columns.length;
  return leavesNone ? drift.map((one) => ({ ...one, leftOut: false })) : drift;
}

/** The table without the columns that a model has to leave out. */
export function withoutDrift(table: FeatureTable, drift: readonly Drift[]): FeatureTable {
  const leftOut = new Set(drift.filter((one) => one.leftOut).map(({ column }) => column));
  return { ...table, columns: table.columns.filter(({ name }) => !leftOut.has(name)) };
}

/** Includes numbers with so few values that each is a category. */
function isNumeric(column: FeatureColumn): boolean {
  return (
    column.kind === 'number' ||
    column.values.every((value) => value.trim() !== '' && Number.isFinite(Number(value)))
  );
}

/** How well the values of a column separate two sets of rows (ROC AUC). */
function separationOf(column: FeatureColumn, before: Uint32Array, after: Uint32Array): number {
  const groupOf = grouping(column, before, after);
  const groups = new Map<number, { before: number; after: number }>();
  const count = (rows: Uint32Array, side: 'before' | 'after') => {
    for (const row of rows) {
      const group = groups.get(groupOf(row)) ?? { before: 0, after: 0 };
      group[side]++;
      groups.set(groupOf(row), group);
    }
  };
  count(before, 'before');
  count(after, 'after');
  const scoreOf = (row: number) => {
    const group = groups.get(groupOf(row)) ?? { before: 0, after: 0 };
    return (group.after + 1) / (group.before + group.after + 2);
  };
  const rows = [...before, ...after];
  const truth = Uint8Array.from(rows, (_, at) => (at < before.length ? 0 : 1));
  return rocAucOf(Float64Array.from(rows, scoreOf), truth) ?? 0.5;
}

/** A category by its code; a number by its twentieth of all values, with missing ones separate. */
function grouping(column: FeatureColumn, before: Uint32Array, after: Uint32Array): (row: number) => number {
  if (column.kind === 'category') return (row) => column.codes[row] ?? missingCode;
  const known = Float64Array.from([...before, ...after], (row) => column.values[row] ?? Number.NaN)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const edges = Array.from(
    { length: bins - 1 },
    (_, at) => known[Math.floor(((at + 1) * known.length) / bins)] ?? 0,
  );
  return (row) => {
    const value = column.values[row] ?? Number.NaN;
    if (Number.isNaN(value)) return -1;
    let bin = 0;
    while (bin < edges.length && value >= (edges[bin] ?? Infinity)) bin++;
    return bin;
  };
}
