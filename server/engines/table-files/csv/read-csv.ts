import type { FileSource, Separator, TableRow, TextEncoding } from '../table/table.ts';
import { namedSeparator } from './csv-shape.ts';
import { decodeText } from './encoding.ts';
import { RecordSplitter } from './split-records.ts';

/** How the text of a table is read. */
export interface CsvForm {
  readonly encoding: TextEncoding;
  readonly separator: Separator;
}

/**
 * Reads the rows of a CSV file one after the other; only a piece of it is in memory. A first line such as `sep=;` is no
 * row, and neither is an empty line, but each has its number.
 * @throws TableError with the row and column
 */
export async function* readCsv(
  source: FileSource,
  { encoding, separator }: CsvForm,
): AsyncGenerator<TableRow, void, undefined> {
  const splitter = new RecordSplitter(separator);
  let number = 0;
  for await (const { text, isLast } of textOf(source, encoding))
    for (const cells of splitter.split(text, isLast)) {
      number++;
      if (cells.length > 1 || cells[0] !== '') yield { number, cells };
    }
}

interface Piece {
  readonly text: string;
  readonly isLast: boolean;
}

/** The text without a line that only names the separator. */
async function* textOf(source: FileSource, encoding: TextEncoding): AsyncGenerator<Piece, void, undefined> {
  let isStart = true;
  let start = '';
  for await (const text of decodeText(source.read(0), encoding)) {
    start += text;
    if (isStart && start.length < 16) continue;
    yield { text: isStart ? withoutSeparatorLine(start) : start, isLast: false };
    isStart = false;
    start = '';
  }
  yield { text: isStart ? withoutSeparatorLine(start) : start, isLast: true };
}

function withoutSeparatorLine(text: string): string {
  // The line stays as an empty row, so that rows keep their numbers.
  return namedSeparator(text) ? text.replace(/^[^\r\n]*/, '') : text;
}
