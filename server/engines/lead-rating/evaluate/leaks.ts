import { type FeatureColumn, type FeatureTable, missingCode } from '../model/feature-table.ts';
import { rocAucOf } from '../model/metrics.ts';
import { pickOutcomes, type Split, thin } from '../model/splits.ts';

/** A column that predicts the outcome on its own was most likely filled in afterwards. */
const suspiciousAuc = 0.99;
const mostRows = 50_000;

/** Columns that on their own reach a ROC AUC above 0.99 on the later rows, with their value. */
export function findLeaks(
  { columns }: FeatureTable,
  outcomes: Uint8Array,
  split: Split,
): { column: string; rocAuc: number }[] {
  const later = thin(split.later, mostRows);
  const truth = pickOutcomes(outcomes, later);
  return columns.flatMap((column) => {
    const rocAuc = rocAucOf(scoresOf(column, outcomes, split.earlier, later), truth);
    const best = rocAuc === null ? 0 : Math.max(rocAuc, 1 - rocAuc);
    return best > suspiciousAuc ? [{ column: column.name, rocAuc: best }] : [];
  });
}

function scoresOf(
  column: FeatureColumn,
  outcomes: Uint8Array,
  earlier: Uint32Array,
  later: Uint32Array,
): Float64Array {
  const keyOf = keyOfColumn(column);
  const sums = new Map<number, { rows: number; won: number }>();
  for (const row of thin(earlier, 4 * mostRows)) {
    const key = keyOf(row);
    const sum = sums.get(key) ?? { rows: 0, won: 0 };
    sums.set(key, { rows: sum.rows + 1, won: sum.won + (outcomes[row] ?? 0) });
  }
  const shareOf = (key: number) => {
    const { rows, won } = sums.get(key) ?? { rows: 0, won: 0 };
    return (won + 0.5) / (rows + 1);
  };
  if (column.kind === 'category') return Float64Array.from(later, (row) => shareOf(keyOf(row)));
  // A number is used as its own score; missing ones go to the end that matches their share of won leads.
  const missing = shareOf(0) > shareOf(1) ? Infinity : -Infinity;
  return Float64Array.from(later, (row) => {
    const value = column.values[row] ?? Number.NaN;
    return Number.isNaN(value) ? missing : value;
  });
}

/** A category's code; for a number only whether it is known: 1 or 0. */
function keyOfColumn(column: FeatureColumn): (row: number) => number {
  if (column.kind === 'category') return (row) => column.codes[row] ?? missingCode;
  return (row) => (Number.isNaN(column.values[row]) ? 0 : 1);
}
