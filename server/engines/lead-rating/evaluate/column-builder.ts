import { CategoryCodes, type FeatureColumn, GrowingArray, missingCode } from '../model/feature-table.ts';
import { isMissing, readMoment, readNumber } from './cells.ts';

/** A column as it was understood, or why it is not used. */
export type BuiltColumn = { readonly column: FeatureColumn } | { readonly dropped: string };

/** A column with more different texts is free text or ids. */
const maxDifferent = 20_000;
const maxTextLength = 200;
/** Of the filled cells; the others then count as missing. */
const numberShare = 0.98;
const dateShare = 0.95;
/** Numbers with so few different values are codes or small counts: each value becomes a category. */
const fewNumbers = 12;
const fewTexts = 50;
/** From this many rows on, a whole number that never repeats is an id; with fewer rows, one that counts the rows. */
const manyRows = 1000;
const someRows = 50;
const rowsToDecide = 2000;

/**
 * Collects the cells of one column and infers what they are. Each cell is kept at most as a number and a code: ten
 * bytes, however long the text.
 */
export class ColumnBuilder {
  readonly name: string;
  readonly #decimalComma: boolean;
  #numbers: GrowingArray<Float64Array> | undefined = new GrowingArray((length) => new Float64Array(length));
  #codes: GrowingArray<Uint16Array> | undefined = new GrowingArray((length) => new Uint16Array(length));
  readonly #dictionary = new CategoryCodes();
  /** By code: the text as a number, NaN when it is not one. */
  readonly #numberOfCode: number[] = [];
  readonly #isDateOfCode: boolean[] = [];
  #rows = 0;
  #filled = 0;
  #numeric = 0;
  #dates = 0;

  constructor(name: string, decimalComma: boolean) {
    this.name = name;
    this.#decimalComma = decimalComma;
  }

  push(cell: string): void {
    this.#rows++;
    const text = cell.trim();
    if (isMissing(text)) {
      this.#numbers?.push(Number.NaN);
      this.#codes?.push(missingCode);
      return;
    }
    this.#filled++;
    const { number, isDate } = this.#codes ? this.#pushText(text, this.#codes) : this.#understand(text);
    if (!Number.isNaN(number)) this.#numeric++;
    if (isDate) this.#dates++;
    this.#numbers?.push(number);
    if (this.#filled === rowsToDecide && this.#numeric < this.#filled / 2) this.#numbers = undefined;
  }

  #understand(text: string): { number: number; isDate: boolean } {
    const number = readNumber(text, this.#decimalComma);
    if (number !== undefined) return { number, isDate: false };
    return { number: Number.NaN, isDate: readMoment(text) !== undefined };
  }

  #pushText(text: string, codes: GrowingArray<Uint16Array>): { number: number; isDate: boolean } {
    const key = text.length > maxTextLength ? text.slice(0, maxTextLength) : text;
    const code = this.#dictionary.codeOf(key) ?? missingCode;
    codes.push(code);
    if (code === this.#numberOfCode.length) {
      const { number, isDate } = this.#understand(key);
      this.#numberOfCode.push(number);
      this.#isDateOfCode.push(isDate);
      if (code >= maxDifferent) this.#codes = undefined;
    }
    return { number: this.#numberOfCode[code] ?? Number.NaN, isDate: this.#isDateOfCode[code] ?? false };
  }

  /** The kind of the column, once all cells are in. */
  finish(): BuiltColumn {
    const different = this.#dictionary.values.length;
    if (this.#filled === 0) return { dropped: 'it is empty' };
    if (different === 1 && this.#filled === this.#rows) return { dropped: 'it is the same in every row' };
    if (this.#dates >= dateShare * this.#filled) return { dropped: 'it holds dates' };
    const isNumeric = this.#numbers !== undefined && this.#numeric >= numberShare * this.#filled;
    if (isNumeric && this.#numbers && !(this.#codes && different <= fewNumbers)) {
      return this.#finishNumber(this.#numbers.finish());
    }
    return this.#finishCategory(different);
  }

  #finishNumber(values: Float64Array): BuiltColumn {
    this.#codes = undefined;
    if (isId(values)) {
      return { dropped: 'it is a different whole number in every row, an id' };
    }
    return { column: { kind: 'number', name: this.name, values } };
  }

  #finishCategory(different: number): BuiltColumn {
    this.#numbers = undefined;
    if (!this.#codes) return { dropped: `it has more than ${maxDifferent} different texts` };
    if (different > Math.max(fewTexts, this.#filled / 2)) {
      return { dropped: `it has ${different} different texts in ${this.#filled} rows, ids or free text` };
    }
    return {
      column: {
        kind: 'category',
        name: this.name,
        values: this.#dictionary.values,
        codes: this.#codes.finish(),
      },
    };
  }
}

function isId(values: Float64Array): boolean {
  if (values.length < someRows || !values.every(Number.isInteger)) return false;
  const sign = Math.sign((values[1] ?? 0) - (values[0] ?? 0));
  const isCount = values.every((value, at) => at === 0 || (value - (values[at - 1] ?? 0)) * sign > 0);
  if (isCount || values.length < manyRows) return isCount;
  const sorted = values.toSorted();
  return sorted.every((value, at) => at === 0 || value !== sorted[at - 1]);
}
