/**
 * How many letters were added, left out, replaced or swapped with their neighbor (optimal string alignment); more than
 * `most` is `most + 1`.
 */
export function slipsBetween(left: string, right: string, most: number): number {
  if (left === right) return 0;
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const next = nextRow(left, right, row, last, before);
    if (Math.min(...next) > most) return most + 1;
    before = last;
    last = next;
  }
  return Math.min(most + 1, last[right.length] ?? 0);
}

function nextRow(
  left: string,
  right: string,
  row: number,
  last: readonly number[],
  before: readonly number[],
) {
  const next = [row];
  for (let column = 1; column <= right.length; column++) {
    const same = left[row - 1] === right[column - 1];
    let cost = Math.min(
      (last[column] ?? 0) + 1,
      (next[column - 1] ?? 0) + 1,
      (last[column - 1] ?? 0) + (same ? 0 : 1),
    );
    const swapped = row > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
    if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
    next.push(cost);
  }
  return next;
}
