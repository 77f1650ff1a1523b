import { createQueryId, PostgresQueryCompiler, type RootOperationNode } from 'kysely';
import pg from 'pg';
import { type CopyToStreamQuery, to as copyTo } from 'pg-copy-streams';

/** A query, before it is compiled. */
export interface Copied {
  toOperationNode(): RootOperationNode;
}

/** What is read ahead of the reader, in bytes. */
const readAhead = 64 * 1024;

/** How PostgreSQL writes the rows. */
export type CopyFormat =
  /** Lines end with LF, nulls are empty, and the columns named are always in quotes. */
  | { readonly as: 'csv'; readonly quoted: readonly string[]; readonly separator?: ',' | ';' | '\t' }
  /** As `CopiedRows` reads it. */
  | { readonly as: 'text' };

/**
 * Streams the rows of a query as PostgreSQL writes them. The driver parses nothing, so a row costs a tenth of what it
 * costs otherwise. Backpressure reaches the database. One statement runs until the reader is done, so its time limit
 * must cover the reader's pace; destroying the stream early leaves the connection unusable.
 */
export function copyOut(client: pg.ClientBase, query: Copied, format: CopyFormat): CopyToStreamQuery {
  const text = `copy (${withLiterals(query)}) to stdout (${optionsOf(format)})`;
  const copied = client.query(copyTo(text, { highWaterMark: readAhead }));
  // A connection that breaks after its reader left has nobody to tell.
  copied.on('error', () => undefined);
  return copied;
}

function optionsOf(format: CopyFormat): string {
  if (format.as === 'text') return 'format text';
  const { quoted, separator = ',' } = format;
  const names = quoted.map((one) => pg.escapeIdentifier(one)).join(', ');
  const quotes = quoted.length > 0 ? `, force_quote (${names})` : '';
  return `format csv, delimiter ${pg.escapeLiteral(separator)}${quotes}`;
}

/** The text of a query with its values in it: some statements take no parameters. */
export function withLiterals(query: Copied): string {
  return new LiteralCompiler().compileQuery(query.toOperationNode(), createQueryId()).sql;
}

class LiteralCompiler extends PostgresQueryCompiler {
  protected override appendValue(value: unknown): void {
    this.append(literal(value));
  }
}

/** A literal of no type yet, as a parameter has none: PostgreSQL reads both as what stands next to them asks for. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  const text = written(value);
  // It would end the statement there.
  if (text.includes('\0')) throw new Error('a text contains a zero byte');
  return pg.escapeLiteral(text);
}

function written(value: unknown): string {
  if (value instanceof Date) return writtenMoment(value);
  if (Array.isArray(value)) return `{${value.map(element).join(',')}}`;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw new Error(`a ${typeof value} cannot be written into a statement`);
}

/** PostgreSQL reads no signs before a year, and its calendar has no year 0. */
function writtenMoment(moment: Date): string {
  const year = moment.getUTCFullYear();
  const withoutYear = moment.toISOString().slice(-'-01-31T00:00:00.000Z'.length);
  const written = String(year < 1 ? 1 - year : year).padStart(4, '0') + withoutYear;
  return year < 1 ? `${written} BC` : written;
}

function element(value: unknown): string {
  return value === null || value === undefined ? 'null' : `"${written(value).replace(/["\\]/g, '\\$&')}"`;
}
