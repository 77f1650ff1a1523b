/** Rows per statement: PostgreSQL takes 65,535 parameters at a time, whatever the columns. */
const rowsPerStatement = 1000;

/** Splits rows into batches that one statement can write. */
export function partsOf<T>(rows: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < rows.length; at += rowsPerStatement)
    parts.push(rows.slice(at, at + rowsPerStatement));
  return parts;
}
