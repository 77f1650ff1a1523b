import { clipText } from '../../../../contract/cut.ts';
import { type FeatureColumn, GrowingArray } from '../model/feature-table.ts';
import { isMissing, readOutcome } from './cells.ts';
import { ColumnBuilder } from './column-builder.ts';
import { type CsvReader, readCsv } from './csv-source.ts';
import { EvaluationError } from './evaluation-error.ts';
import { TimeColumn } from './time-column.ts';

/** The file, and the roles of its columns. */
export interface TableOptions {
  readonly file: string;
  /** Name of the column that says whether a lead was won. */
  readonly outcome: string;
  /** The one value that means won, when the column holds something other than yes or no. */
  readonly won?: string | undefined;
  /** Name of the column that says when the lead arrived. */
  readonly time?: string | undefined;
  /** Names of columns to ignore. */
  readonly drop?: readonly string[];
}

/** A table of leads with outcomes, as parsed. */
export interface LeadTable {
  readonly columns: readonly FeatureColumn[];
  readonly outcomes: Uint8Array;
  /** By row, NaN where unknown; undefined when no time column was named. */
  readonly moments: Float64Array | undefined;
  readonly dropped: readonly { readonly column: string; readonly reason: string }[];
  readonly warnings: readonly string[];
}

const maxHeader = 2000;
const maxFeatures = 300;
const maxCells = 400_000_000;
const namedLines = 5;
const namedValues = 5;
const namedLength = 40;

/**
 * Reads a table of leads from a CSV file in one pass.
 * @throws EvaluationError with one sentence that says what to fix
 */
export async function readLeadTable(options: TableOptions): Promise<LeadTable> {
  const reader = new TableReader(options);
  await readCsv(options.file, reader);
  return reader.finish();
}

class TableReader implements CsvReader {
  readonly #options: TableOptions;
  readonly #outcomes = new GrowingArray((length) => new Uint8Array(length));
  readonly #strangeValues = new Set<string>();
  readonly #raggedLines: number[] = [];
  readonly #warnings: string[] = [];
  readonly #dropped: { column: string; reason: string }[] = [];
  #builders: (ColumnBuilder | TimeColumn | undefined)[] = [];
  #timeColumn: TimeColumn | undefined;
  #outcomeIndex = -1;
  #ragged = 0;
  #withoutOutcome = 0;

  constructor(options: TableOptions) {
    this.#options = options;
  }

  header(cells: readonly string[], delimiter: string): void {
    if (cells.length > maxHeader) {
      throw new EvaluationError(`The table has ${cells.length} columns; ${maxHeader} can be read.`);
    }
    const names = this.#nameColumns(cells);
    const { outcome, time, drop = [] } = this.#options;
    this.#outcomeIndex = indexOfColumn(names, outcome, '--outcome');
    const timeIndex = time === undefined ? -1 : indexOfColumn(names, time, '--time');
    if (timeIndex === this.#outcomeIndex) {
      throw new EvaluationError(`“${outcome}” cannot be both the outcome and the time.`);
    }
    const leftOut = new Set(drop.map((name) => indexOfColumn(names, name, '--drop')));
    this.#builders = names.map((name, index) => {
      if (index === this.#outcomeIndex) return undefined;
      if (index === timeIndex) return new TimeColumn(name);
      if (!leftOut.has(index)) return new ColumnBuilder(name, delimiter !== ',');
      this.#dropped.push({ column: name, reason: 'it was named by --drop' });
      return undefined;
    });
    this.#timeColumn = this.#builders.find((builder) => builder instanceof TimeColumn);
  }

  #nameColumns(cells: readonly string[]): string[] {
    const seen = new Map<string, number>();
    return cells.map((cell, index) => {
      const said = cell.trim();
      const name = said === '' ? `column ${index + 1}` : said;
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      if (said === '') this.#warnings.push(`Column ${index + 1} has no name and is called “${name}”.`);
      if (times === 1) return name;
      this.#warnings.push(`“${name}” is the name of more than one column; this one is “${name} (${times})”.`);
      return `${name} (${times})`;
    });
  }

  row(cells: readonly string[]): void {
    const said = (cells[this.#outcomeIndex] ?? '').trim();
    const outcome = readOutcome(said, this.#options.won);
    if (outcome === undefined) {
      this.#noteStrange(said);
      return;
    }
    if (this.#outcomes.length * cells.length > maxCells) {
      throw new EvaluationError(`The table has more than ${maxCells} cells; take a part of its rows.`);
    }
    this.#outcomes.push(outcome);
    for (let index = 0; index < cells.length; index++) this.#builders[index]?.push(cells[index] ?? '');
  }

  #noteStrange(said: string): void {
    if (isMissing(said)) {
      this.#withoutOutcome++;
      return;
    }
    this.#strangeValues.add(clipText(said, namedLength));
    if (this.#strangeValues.size >= namedValues) this.#refuseOutcomes();
  }

  #refuseOutcomes(): never {
    const values = [...this.#strangeValues].map((value) => `“${value}”`).join(', ');
    throw new EvaluationError(
      `The outcome column “${this.#options.outcome}” holds ${values}: it must say 1 or 0, yes or no, true or false, won or lost; or name the value that means won with --won.`,
    );
  }

  otherEncoding(line: number): void {
    this.#warnings.push(`The file is not UTF-8 (line ${line}): it was read as Windows-1252.`);
  }

  ragged(line: number): void {
    this.#ragged++;
    if (this.#raggedLines.length < namedLines) this.#raggedLines.push(line);
  }

  finish(): LeadTable {
    if (this.#strangeValues.size > 0) this.#refuseOutcomes();
    if (this.#ragged > 0) {
      const lines = this.#raggedLines.join(', ') + (this.#ragged > namedLines ? ', …' : '');
      this.#warnings.push(
        `${this.#ragged} rows do not have as many cells as the header and were left out (line ${lines}).`,
      );
    }
    if (this.#withoutOutcome > 0) {
      this.#warnings.push(`${this.#withoutOutcome} rows have no outcome and were left out.`);
    }
    if (this.#outcomes.length === 0) throw new EvaluationError('The table has no row with an outcome.');
    const columns = this.#finishColumns();
    const time = this.#timeColumn?.finish();
    return {
      columns,
      outcomes: this.#outcomes.finish(),
      moments: time?.moments,
      dropped: this.#dropped,
      warnings: [...this.#warnings, ...(time?.warnings ?? [])],
    };
  }

  #finishColumns(): FeatureColumn[] {
    const columns: FeatureColumn[] = [];
    this.#builders.forEach((builder, index) => {
      if (!(builder instanceof ColumnBuilder)) return;
      const built = builder.finish();
      // Finished builders are released, so that no column is in memory twice for long.
      this.#builders[index] = undefined;
      if ('column' in built) columns.push(built.column);
      else this.#dropped.push({ column: builder.name, reason: built.dropped });
    });
    if (columns.length === 0) throw new EvaluationError('The table has no column to learn from.');
    if (columns.length > maxFeatures) {
      throw new EvaluationError(
        `The table has ${columns.length} columns to learn from; ${maxFeatures} can be used: leave some out with --drop.`,
      );
    }
    return columns;
  }
}

function indexOfColumn(names: readonly string[], wanted: string, option: string): number {
  const exact = names.indexOf(wanted);
  if (exact >= 0) {
    if (names.includes(`${wanted} (2)`)) {
      throw new EvaluationError(`“${wanted}”, named by ${option}, is the name of more than one column.`);
    }
    return exact;
  }
  const plain = wanted.trim().toLowerCase();
  const alike = names.flatMap((name, index) => (name.toLowerCase() === plain ? [index] : []));
  if (alike.length === 1 && alike[0] !== undefined) return alike[0];
  const listed = names.slice(0, 20).join(', ') + (names.length > 20 ? ', …' : '');
  throw new EvaluationError(`There is no column “${wanted}”, named by ${option}; there are: ${listed}.`);
}
