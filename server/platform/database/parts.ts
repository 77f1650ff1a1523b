/** Rows that one statement writes: PostgreSQL takes 65,535 values at a time, whatever the columns. */
const rowsPerStatement = 1000;

/** Splits rows into parts that one statement can write. */
export function partsOf<T>(rows: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < rows.length; at += rowsPerStatement)
    parts.push(rows.slice(at, at + rowsPerStatement));
  return parts;
}
