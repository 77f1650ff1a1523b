/** Rows in order of arrival, oldest first, with the moment of each when there is one. */
export interface OrderedRows {
  readonly order: Uint32Array;
  /** By row, ascending along the order; undefined when the order is unrelated to time. */
  readonly moments: Float64Array | undefined;
}

/** Later rows to be separated from earlier ones. */
export interface Split {
  readonly earlier: Uint32Array;
  readonly later: Uint32Array;
}

/**
 * Splits the rows so that about the given share of them, the newest, is held out. Rows of one moment stay together,
 * unless there is no other moment: nothing in the earlier part is younger than anything in the later.
 */
export function splitByTime({ order, moments }: OrderedRows, laterShare: number): Split {
  const cut = moments
    ? momentBoundary(order, moments, laterShare)
    : Math.round(order.length * (1 - laterShare));
  return { earlier: order.subarray(0, cut), later: order.subarray(cut) };
}

/** The boundary between two moments that is closest to the wanted one. */
function momentBoundary(order: Uint32Array, moments: Float64Array, laterShare: number): number {
  const wanted = Math.round(order.length * (1 - laterShare));
  const isBoundary = (at: number) =>
    at > 0 && at < order.length && moments[order[at - 1] ?? 0] !== moments[order[at] ?? 0];
  for (let distance = 0; distance < order.length; distance++) {
    if (isBoundary(wanted - distance)) return wanted - distance;
    if (isBoundary(wanted + distance)) return wanted + distance;
  }
  return wanted;
}

/** At most `most` of the rows, evenly spread over them and in their order. */
export function thin(rows: Uint32Array, most: number): Uint32Array {
  if (rows.length <= most) return rows;
  return Uint32Array.from({ length: most }, (_, at) => rows[Math.floor((at * rows.length) / most)] ?? 0);
}

/** How many of the rows were won. */
export function countPositives(outcomes: Uint8Array, rows: Uint32Array): number {
  let positives = 0;
  for (const row of rows) positives += outcomes[row] ?? 0;
  return positives;
}

/** True when both outcomes occur at least that often among the rows. */
export function holdsBoth(outcomes: Uint8Array, rows: Uint32Array, least: number): boolean {
  const positives = countPositives(outcomes, rows);
  return positives >= least && rows.length - positives >= least;
}

/** The outcome of each of the rows. */
export function pickOutcomes(outcomes: Uint8Array, rows: Uint32Array): Uint8Array {
  return Uint8Array.from(rows, (row) => outcomes[row] ?? 0);
}
