import { findHeader, findSeparator, type HeaderScore } from './csv/csv-shape.ts';
import { decodeText } from './csv/encoding.ts';
import { readCsv } from './csv/read-csv.ts';
import { mostRows } from './table/limits.ts';
import type { FileSource, Remarks, TableRow, TableShape, TextEncoding } from './table/table.ts';
import { TableError } from './table/table-error.ts';
import { Package } from './xlsx/open-package.ts';
import { readSheet } from './xlsx/read-sheet.ts';
import { readSharedTexts, readWorkbook } from './xlsx/workbook.ts';

/** What a person said about a file, over what is found out. */
export interface ShapeWishes {
  readonly encoding?: TextEncoding | undefined;
  readonly separator?: ',' | ';' | '\t' | '|' | undefined;
  readonly sheet?: string | undefined;
  readonly headerRow?: number | undefined;
}

/** A file that was looked into: how it is read, and what its first rows say. */
export interface InspectedTable {
  readonly shape: TableShape;
  /** The sheets of a workbook. */
  readonly sheets: readonly string[];
  readonly header: readonly string[];
  /** The first rows below the header. */
  readonly sample: readonly TableRow[];
  readonly remarks: Remarks;
}

export interface InspectOptions {
  /** What the watch over all of the file’s bytes says; undefined: they are no text. */
  readonly encoding: TextEncoding | undefined;
  readonly score: HeaderScore;
  readonly wishes?: ShapeWishes;
}

/** A header is found among that many rows. */
const headerRows = 25;
const sampleRows = 200;
const sampleCharacters = 256 * 1024;

const startsWith = (bytes: Buffer, start: readonly number[]) => start.every((byte, at) => bytes[at] === byte);

/**
 * Finds out how a file becomes rows, from its beginning.
 * @throws TableError when it is no table
 */
export async function inspectTable(source: FileSource, options: InspectOptions): Promise<InspectedTable> {
  const start = await readStart(source, 8);
  if (start.length === 0) throw new TableError('empty');
  if (startsWith(start, [0xd0, 0xcf, 0x11, 0xe0])) throw new TableError('encrypted');
  if (startsWith(start, [0x50, 0x4b])) return inspectWorkbook(source, options);
  if (options.encoding === undefined || startsWith(start, [0x25, 0x50, 0x44, 0x46]))
    throw new TableError('no-table');
  return inspectText(source, options.encoding, options);
}

async function readStart(source: FileSource, bytes: number): Promise<Buffer> {
  for await (const chunk of source.read(0)) return chunk.subarray(0, bytes);
  return Buffer.alloc(0);
}

async function inspectText(
  source: FileSource,
  found: TextEncoding,
  { score, wishes = {} }: InspectOptions,
): Promise<InspectedTable> {
  const encoding = wishes.encoding ?? found;
  const separator = wishes.separator ?? findSeparator(await readText(source, encoding));
  const rows = await firstOf(readCsv(source, { encoding, separator }));
  const table = splitHeader(rows, score, wishes.headerRow);
  const shape = { format: 'csv', encoding, separator, headerRow: table.headerRow } as const;
  return { ...table, shape, sheets: [], remarks: { formulas: 0, externalLinks: false } };
}

async function readText(source: FileSource, encoding: TextEncoding): Promise<string> {
  let sample = '';
  for await (const text of decodeText(source.read(0), encoding)) {
    sample += text;
    if (sample.length >= sampleCharacters) break;
  }
  return sample.slice(0, sampleCharacters);
}

async function inspectWorkbook(
  source: FileSource,
  { score, wishes = {} }: InspectOptions,
): Promise<InspectedTable> {
  const { sheets, name, rows, remarks } = await openSheet(source, wishes.sheet);
  const table = splitHeader(await firstOf(rows), score, wishes.headerRow);
  return { ...table, shape: { format: 'xlsx', sheet: name, headerRow: table.headerRow }, sheets, remarks };
}

async function openSheet(source: FileSource, wanted: string | undefined) {
  const parts = await Package.open(source);
  const workbook = await readWorkbook(parts);
  const sheet =
    wanted === undefined ? workbook.sheets[0] : workbook.sheets.find(({ name }) => name === wanted);
  if (!sheet) throw new TableError(wanted === undefined ? 'empty' : 'no-sheet');
  const remarks: Remarks = { formulas: 0, externalLinks: workbook.externalLinks };
  const sharedTexts = await readSharedTexts(parts);
  const rows = readSheet({ parts, part: sheet.part, workbook, sharedTexts, remarks });
  return { sheets: workbook.sheets.map(({ name }) => name), name: sheet.name, rows, remarks };
}

async function firstOf(rows: AsyncIterable<TableRow>): Promise<TableRow[]> {
  const first: TableRow[] = [];
  for await (const row of rows) {
    first.push(row);
    if (first.length >= headerRows + sampleRows) break;
  }
  return first;
}

function splitHeader(rows: readonly TableRow[], score: HeaderScore, wanted: number | undefined) {
  const place =
    wanted === undefined
      ? findHeader(
          rows.slice(0, headerRows).map(({ cells }) => cells),
          score,
        )
      : rows.findIndex(({ number }) => number === wanted);
  const header = place === undefined ? undefined : rows[place];
  if (!header || place === undefined) throw new TableError('empty');
  return {
    headerRow: header.number,
    header: header.cells.map((cell) => cell.trim()),
    sample: rows.slice(place + 1, place + 1 + sampleRows),
  };
}

/**
 * The rows below the header, one after the other.
 * @throws TableError with the row and column
 */
export async function* readTable(
  source: FileSource,
  shape: TableShape,
  remarks?: Remarks,
): AsyncGenerator<TableRow, void, undefined> {
  let count = 0;
  const opened = shape.format === 'csv' ? undefined : await openSheet(source, shape.sheet);
  const rows = shape.format === 'csv' ? readCsv(source, shape) : opened?.rows;
  for await (const row of rows ?? []) {
    if (row.number <= shape.headerRow) continue;
    if (++count > mostRows) throw new TableError('too-many-rows', row.number);
    yield row;
  }
  if (remarks && opened) Object.assign(remarks, opened.remarks);
}
