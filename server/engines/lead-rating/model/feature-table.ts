/** The possible values of a feature for one lead; null and undefined: not known. */
export type FeatureValue = string | number | null | undefined;

/** The code of a missing value in a category column. */
export const missingCode = 65_535;

/** A category for each row, as an index into the list of occurring ones. */
export interface CategoryColumn {
  readonly kind: 'category';
  readonly name: string;
  readonly values: readonly string[];
  readonly codes: Uint16Array;
}

/** A number for each row; NaN: missing. */
export interface NumberColumn {
  readonly kind: 'number';
  readonly name: string;
  readonly values: Float64Array;
}

export type FeatureColumn = CategoryColumn | NumberColumn;

/** Leads column by column: a hundred thousand take a few megabytes. */
export interface FeatureTable {
  readonly rows: number;
  readonly columns: readonly FeatureColumn[];
}

type Numbers = Uint8Array | Uint16Array | Float64Array;

/** A typed array that grows by doubling, so each value is moved once or twice in total. */
export class GrowingArray<A extends Numbers> {
  #array: A;
  readonly #make: (length: number) => A;
  #length = 0;

  constructor(make: (length: number) => A) {
    this.#make = make;
    this.#array = make(1024);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#array.length) {
      const larger = this.#make(this.#array.length * 2);
      larger.set(this.#array);
      this.#array = larger;
    }
    this.#array[this.#length] = value;
    this.#length++;
  }

  /** The values so far, without spare capacity. */
  finish(): A {
    const exact = this.#make(this.#length);
    exact.set(this.#array.subarray(0, this.#length));
    return exact;
  }
}

/** Gives each distinct text a code, in order of first appearance. */
export class CategoryCodes {
  readonly #codes = new Map<string, number>();
  readonly values: string[] = [];

  /** @returns the code, or undefined when the text is new and there is no room for another */
  codeOf(text: string): number | undefined {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    if (this.values.length === missingCode) return undefined;
    this.#codes.set(text, this.values.length);
    this.values.push(text);
    return this.values.length - 1;
  }
}
