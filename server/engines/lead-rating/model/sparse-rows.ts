/**
 * Sparse rows stored one after another: row r has the entries from `starts[r]` (inclusive) to `starts[r + 1]`
 * (exclusive). Within a row the indices ascend.
 */
export interface SparseRows {
  readonly rows: number;
  readonly columns: number;
  readonly starts: Uint32Array;
  readonly indices: Uint16Array;
  readonly values: Float64Array;
}

/** The most columns that the indices can address. */
export const maxColumns = 65_535;

/** Collects entries row by row; the maximum number of entries is fixed up front. */
export class SparseRowsWriter {
  readonly #columns: number;
  readonly #starts: Uint32Array;
  readonly #indices: Uint16Array;
  readonly #values: Float64Array;
  #entries = 0;
  #rows = 0;

  constructor(rows: number, columns: number, maxEntries: number) {
    if (columns > maxColumns) throw new RangeError(`A table has at most ${maxColumns} columns.`);
    this.#columns = columns;
    this.#starts = new Uint32Array(rows + 1);
    this.#indices = new Uint16Array(maxEntries);
    this.#values = new Float64Array(maxEntries);
  }

  /** Adds the next entry of the row; its index must be greater than those before it. */
  add(index: number, value: number): void {
    this.#indices[this.#entries] = index;
    this.#values[this.#entries] = value;
    this.#entries++;
  }

  endRow(): void {
    this.#rows++;
    this.#starts[this.#rows] = this.#entries;
  }

  finish(): SparseRows {
    return {
      rows: this.#rows,
      columns: this.#columns,
      starts: this.#starts,
      indices: this.#indices.subarray(0, this.#entries),
      values: this.#values.subarray(0, this.#entries),
    };
  }
}

/** Sparse rows from a dense matrix: for small tables. */
export function sparseRowsOf(dense: readonly (readonly number[])[]): SparseRows {
  const columns = dense[0]?.length ?? 0;
  const writer = new SparseRowsWriter(dense.length, columns, dense.length * columns);
  for (const row of dense) {
    row.forEach((value, index) => {
      if (value !== 0) writer.add(index, value);
    });
    writer.endRow();
  }
  return writer.finish();
}
