import { mostColumns, mostRowBytes } from '../table/limits.ts';
import type { Remarks, TableRow } from '../table/table.ts';
import { TableError } from '../table/table-error.ts';
import { readDateNumber, writeNumber } from './numbers.ts';
import type { Package } from './open-package.ts';
import { readXml, type XmlListener } from './read-xml.ts';
import { unescapeText, type Workbook } from './workbook.ts';

/** A sheet, and what its cells refer to. */
export interface SheetParts {
  readonly parts: Package;
  readonly part: string;
  readonly workbook: Workbook;
  readonly sharedTexts: readonly string[];
  readonly remarks: Remarks;
}

/**
 * Reads the rows of a sheet one after the other; only a few are in memory. Formulas are never computed: the value that
 * the workbook last showed counts.
 * @throws TableError with the row and column
 */
export async function* readSheet(sheet: SheetParts): AsyncGenerator<TableRow, void, undefined> {
  const reader = new SheetReader(sheet);
  for await (const _ of readXml(sheet.parts.read(sheet.part), reader)) yield* reader.take();
  yield* reader.take();
}

class SheetReader implements XmlListener {
  private rows: TableRow[] = [];
  private row = 0;
  private cells: string[] = [];
  private column = 0;
  private characters = 0;
  private type = 'n';
  private isDate = false;
  private value = '';
  private inValue = false;
  private inPhonetic = false;

  constructor(private readonly sheet: SheetParts) {}

  /** The rows read since it was last asked. */
  take(): TableRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'row':
        this.beginRow(attributes.r);
        break;
      case 'c':
        this.beginCell(attributes);
        break;
      case 'f':
        this.sheet.remarks.formulas++;
        break;
      case 'rPh':
        this.inPhonetic = true;
        break;
      case 'v':
      case 't':
        this.inValue = !this.inPhonetic;
    }
  }

  text(text: string): void {
    if (this.inValue) this.value += text;
  }

  close(name: string): void {
    switch (name) {
      case 'rPh':
        this.inPhonetic = false;
        break;
      case 'v':
      case 't':
        this.inValue = false;
        break;
      case 'c':
        this.endCell();
        break;
      case 'row':
        if (this.cells.some((cell) => cell !== ''))
          this.rows.push({ number: this.row, cells: this.cells.map((cell) => cell ?? '') });
    }
  }

  private beginRow(number: string | undefined): void {
    const row = number === undefined ? this.row + 1 : Number(number);
    if (!Number.isInteger(row) || row <= this.row) throw new TableError('damaged', this.row + 1);
    this.row = row;
    this.cells = [];
    this.column = 0;
    this.characters = 0;
  }

  private beginCell({ r: place, t: type = 'n', s: style }: Readonly<Record<string, string>>): void {
    this.column = place === undefined ? this.column + 1 : columnOf(place);
    if (this.column > mostColumns) throw new TableError('too-many-columns', this.row, mostColumns + 1);
    if (this.column < 1) throw new TableError('damaged', this.row);
    this.type = type;
    this.isDate = style !== undefined && this.sheet.workbook.dateStyles[Number(style)] === true;
    this.value = '';
  }

  private endCell(): void {
    const cell = this.readValue();
    this.characters += cell.length;
    if (this.characters > mostRowBytes) throw new TableError('row-too-long', this.row, this.column);
    if (cell === '') return;
    while (this.cells.length < this.column - 1) this.cells.push('');
    this.cells[this.column - 1] = cell;
  }

  private readValue(): string {
    const { value } = this;
    switch (this.type) {
      case 's':
        return value === '' ? '' : (this.sheet.sharedTexts[Number(value)] ?? '');
      case 'b':
        return value === '1' ? 'true' : 'false';
      case 'n':
        return this.isDate && value !== ''
          ? (readDateNumber(Number(value), this.sheet.workbook.dateSystem) ?? value)
          : writeNumber(value);
      // Texts, dates in ISO 8601, and errors such as #N/A.
      default:
        return unescapeText(value);
    }
  }
}

/** The column of a place such as `AB12`, from 1; 0 when it is no place. */
function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at++) {
    const letter = place.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
    if (column > 100_000) break;
  }
  return column;
}
