import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { CsvError, type Parser, parse } from 'csv-parse';
import { EvaluationError } from './evaluation-error.ts';

/** A consumer of a table, line by line. */
export interface CsvReader {
  header(names: readonly string[], delimiter: string): void;
  /** A line with exactly as many cells as the header. */
  row(cells: readonly string[]): void;
  /** A line with more or fewer. @param line its number in the file */
  ragged(line: number): void;
  /** The file is not UTF-8 and is read as Windows-1252. @param line the first that is not UTF-8 */
  otherEncoding(line: number): void;
}

const sniffedBytes = 65_536;
/** Longer lines come from an unclosed quote. */
const maxLineBytes = 4_000_000;
const delimiters = [',', ';', '\t', '|'] as const;

/**
 * Streams a CSV file to the reader, one line in memory at a time. The delimiter (comma, semicolon, tab or bar) is the
 * one that a first line such as `sep=;` names, or the most frequent one in the header; a byte order mark is skipped;
 * cells may contain quotes and line breaks. A file that is not UTF-8 is read as Windows-1252.
 * @throws EvaluationError when the file cannot be read or is not such a table
 */
export async function readCsv(file: string, reader: CsvReader): Promise<void> {
  const start = await sniff(file);
  const named = separatorLine.exec(start.toString('latin1'));
  const delimiter = named?.[1] ?? delimiterOf(start);
  const source = createReadStream(file, { highWaterMark: 262_144 });
  const parser = parseLines(delimiter, named ? 2 : 1, reader);
  try {
    const foreignLine = await firstLineNotUtf8(file);
    if (foreignLine !== undefined) reader.otherEncoding(foreignLine);
    const decoder = foreignLine === undefined ? undefined : new TextDecoder('windows-1252');
    source.on('error', (error) => parser.destroy(error));
    await handOver(
      decoder ? source.pipe(decoded(decoder)).pipe(parser) : source.pipe(parser),
      reader,
      delimiter,
    );
  } catch (error) {
    throw explained(error, file);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

/** Spreadsheets write and read such a first line. The byte order mark is three characters here. */
const separatorLine = /^(?:\xef\xbb\xbf)?"?sep=([,;\t|])"?\r?\n/i;

function decoded(decoder: TextDecoder): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, decoder.decode(chunk, { stream: true }));
    },
  });
}

/** The number of the first line that is not UTF-8; undefined when all of the file is. */
async function firstLineNotUtf8(file: string): Promise<number | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for await (const chunk of createReadStream(file, { highWaterMark: 262_144 }) as AsyncIterable<Buffer>) {
    try {
      decoder.decode(chunk, { stream: true });
    } catch {
      return line + lineOfFault(chunk);
    }
    line += countLines(chunk, chunk.length);
  }
  return undefined;
}

/**
 * Lines of the chunk before the one that is not UTF-8, by binary search: valid text can only be cut in its last
 * character.
 */
function lineOfFault(chunk: Buffer): number {
  let [fine, wrong] = [0, chunk.length];
  while (wrong - fine > 1) {
    const middle = (fine + wrong) >> 1;
    if (startsAsUtf8(chunk.subarray(0, middle))) fine = middle;
    else wrong = middle;
  }
  return countLines(chunk, fine);
}

function startsAsUtf8(part: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(part, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function countLines(chunk: Buffer, end: number): number {
  let lines = 0;
  for (let at = chunk.indexOf(10); at >= 0 && at < end; at = chunk.indexOf(10, at + 1)) lines++;
  return lines;
}

function parseLines(delimiter: string, fromLine: number, reader: CsvReader): Parser {
  let width: number | undefined;
  return parse({
    bom: true,
    delimiter,
    from_line: fromLine,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: maxLineBytes,
    // The line number is known here: records may be delivered many lines later.
    on_record: (cells: string[], { lines }) => {
      width ??= cells.length;
      if (cells.length === width) return cells;
      reader.ragged(lines);
      return null;
    },
  });
}

async function handOver(lines: AsyncIterable<string[]>, reader: CsvReader, delimiter: string): Promise<void> {
  let isHeader = true;
  for await (const cells of lines) {
    if (isHeader) reader.header(cells, delimiter);
    else reader.row(cells);
    isHeader = false;
  }
  if (isHeader) throw new EvaluationError('The file is empty: it has no header.');
}

function explained(error: unknown, file: string): unknown {
  if (error instanceof CsvError) {
    return error.code === 'CSV_MAX_RECORD_SIZE' || error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? new EvaluationError('The file is no CSV table: a quote is opened and never closed.')
      : new EvaluationError(`The file is no CSV table that can be read: ${error.message}`);
  }
  return isSystemError(error) ? new EvaluationError(systemSentence(error, file)) : error;
}

async function sniff(file: string): Promise<Buffer> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(sniffedBytes), 0, sniffedBytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw isSystemError(error) ? new EvaluationError(systemSentence(error, file)) : error;
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

function systemSentence(error: NodeJS.ErrnoException, file: string): string {
  const reasons: Record<string, string> = {
    ENOENT: 'there is no such file',
    EISDIR: 'it is a folder',
    EACCES: 'it may not be read',
    EPERM: 'it may not be read',
  };
  return `“${file}” cannot be read: ${reasons[error.code ?? ''] ?? error.code ?? 'the system refused'}.`;
}

function delimiterOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe)
    throw new EvaluationError('The file is UTF-16: save it as UTF-8.');
  if (start[0] === 0xfe && start[1] === 0xff)
    throw new EvaluationError('The file is UTF-16: save it as UTF-8.');
  if (start.includes(0)) throw new EvaluationError('The file is no text: it holds NUL bytes.');
  const counts = countOutsideQuotes(start.toString('latin1'));
  return delimiters.reduce((best, one) => ((counts.get(one) ?? 0) > (counts.get(best) ?? 0) ? one : best));
}

/** How often each character occurs in the first non-empty line. */
function countOutsideQuotes(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const character of text.replace(/^[\r\n]+/, '')) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) break;
    else if (!quoted) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return counts;
}
