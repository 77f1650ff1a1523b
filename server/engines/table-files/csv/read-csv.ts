import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, type Parser, parse } from 'csv-parse';
import { mostColumns, mostRowBytes } from '../table/limits.ts';
import type { FileSource, Separator, TableRow, TextEncoding } from '../table/table.ts';
import { TableError } from '../table/table-error.ts';
import { namedSeparator } from './csv-shape.ts';
import { decodeText } from './encoding.ts';

/** How the text of a table is read. */
export interface CsvForm {
  readonly encoding: TextEncoding;
  readonly separator: Separator;
}

/**
 * Reads the rows of a CSV file one after the other; only a few are in memory. Rows end with CR LF, LF or CR, also mixed;
 * quotation marks in the middle of a cell stand for themselves; a first line such as `sep=;` is no row.
 * @throws TableError with the row and column
 */
export async function* readCsv(
  source: FileSource,
  { encoding, separator }: CsvForm,
): AsyncGenerator<TableRow, void, undefined> {
  const parsed = { rows: 0, lines: 0 };
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: mostRowBytes,
    // Counted here: when the parser fails, the rows that nobody has fetched yet are gone.
    on_record: (cells: string[], { lines }) => {
      parsed.rows++;
      parsed.lines = lines;
      return cells;
    },
  });
  const fed = pipeline(Readable.from(textOf(source, encoding)), parser);
  // The same error ends the loop below.
  fed.catch(() => undefined);
  try {
    yield* rowsOf(parser);
  } catch (error) {
    throw explained(error, parsed);
  } finally {
    parser.destroy();
  }
}

async function* rowsOf(parser: Parser): AsyncGenerator<TableRow, void, undefined> {
  let number = 0;
  for await (const cells of parser as AsyncIterable<string[]>) {
    number++;
    if (cells.length > mostColumns) throw new TableError('too-many-columns', number, mostColumns + 1);
    if (cells.length > 1 || cells[0] !== '') yield { number, cells };
  }
}

/** The text without a line that only names the separator. */
async function* textOf(source: FileSource, encoding: TextEncoding): AsyncGenerator<string, void, undefined> {
  let isStart = true;
  let start = '';
  for await (const text of decodeText(source.read(0), encoding)) {
    if (!isStart) {
      yield text;
      continue;
    }
    start += text;
    if (start.length < 16) continue;
    isStart = false;
    yield withoutSeparatorLine(start);
  }
  if (isStart) yield withoutSeparatorLine(start);
}

function withoutSeparatorLine(text: string): string {
  // The line stays as an empty row, so that rows keep their numbers.
  return namedSeparator(text) ? text.replace(/^[^\r\n]*/, '') : text;
}

function explained(error: unknown, parsed: { readonly rows: number; readonly lines: number }): unknown {
  if (!(error instanceof CsvError)) return error;
  const row = parsed.rows + 1;
  const at = typeof error.column === 'number' ? error.column + 1 : undefined;
  const column = at !== undefined && at <= mostColumns ? at : undefined;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return new TableError('open-quote', row, column);
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    // Only a cell in quotation marks has lines.
    if (Number(error.lines) > parsed.lines + 1) return new TableError('open-quote', row, column);
    return new TableError(column === undefined ? 'too-many-columns' : 'row-too-long', row, column);
  }
  return new TableError('damaged', row, column);
}
