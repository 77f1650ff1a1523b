import { mostColumns, mostRowBytes } from '../table/limits.ts';
import { TableError } from '../table/table-error.ts';

const quote = '"';
/** A record whose end is not here yet is looked at again once this much more is: small pieces cost no more than large. */
const charactersPerLook = 64 * 1024;

/** Where a record ends, with its cells; undefined: its end is not here yet. */
interface FoundRecord {
  readonly cells: string[];
  /** The place after its line end. */
  readonly next: number;
}

/**
 * Splits the text of a CSV file (RFC 4180, as spreadsheets write and people mend it) into records as it arrives; of the
 * text, only the record that has begun is kept. Records end with CR LF, LF or CR, also mixed. A quotation mark opens a
 * cell only at its beginning; one that is followed by more text stands for itself, like those in the middle.
 */
export class RecordSplitter {
  private text = '';
  private records = 0;
  private nextLook = 0;

  constructor(private readonly separator: string) {}

  /**
   * The records that end in what arrived so far. An empty line is a record of one empty cell.
   * @throws TableError with the row and column
   */
  *split(more: string, isLast: boolean): Generator<string[], void, undefined> {
    this.text += more;
    if (!isLast && this.text.length < this.nextLook) return;
    let at = 0;
    while (at < this.text.length) {
      const found = this.findRecord(at, isLast);
      if (!found) break;
      this.records++;
      at = found.next;
      yield found.cells;
    }
    this.text = this.text.slice(at);
    this.nextLook = this.text.length + charactersPerLook;
    if (isLast || this.text.length <= mostRowBytes) return;
    throw this.tooLong(new CellScanner(this.text, this.separator, true));
  }

  private findRecord(at: number, isLast: boolean): FoundRecord | undefined {
    const plain = this.findPlainRecord(at, isLast);
    if (plain) return this.checked(plain, at);
    const scanner = new CellScanner(this.text, this.separator, isLast);
    const found = scanner.read(at);
    if (found) return this.checked(found, at);
    if (isLast) throw new TableError('open-quote', this.records + 1, columnOf(scanner));
    return undefined;
  }

  /** Most lines hold no quotation mark: they are cut at their separators. */
  private findPlainRecord(at: number, isLast: boolean): FoundRecord | undefined {
    const { text } = this;
    const end = lineEnd(text, at);
    // The LF of a CR LF may be still to come.
    if (!isLast && end >= text.length - 1) return undefined;
    const line = text.slice(at, end);
    if (line.includes(quote)) return undefined;
    return { cells: line.split(this.separator), next: afterLineEnd(text, end) };
  }

  private checked(found: FoundRecord, at: number): FoundRecord {
    if (found.cells.length > mostColumns)
      throw new TableError('too-many-columns', this.records + 1, mostColumns + 1);
    if (found.next - at <= mostRowBytes) return found;
    throw this.tooLong(new CellScanner(this.text.slice(at, found.next), this.separator, true));
  }

  /** What makes a record so long: a quotation mark that never closes, columns without end, or a cell. */
  private tooLong(scanner: CellScanner): TableError {
    const row = this.records + 1;
    const found = scanner.read(0);
    if (!found || scanner.hasLines) return new TableError('open-quote', row, columnOf(scanner));
    if (found.cells.length > mostColumns) return new TableError('too-many-columns', row, mostColumns + 1);
    return new TableError('row-too-long', row, scanner.longest);
  }
}

/** The column that a scanner has come to, if a table has so many. */
function columnOf({ cells }: CellScanner): number | undefined {
  return cells.length < mostColumns ? cells.length + 1 : undefined;
}

/** Where the line ends that holds this place. */
function lineEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  const end = feed < 0 ? text.length : feed;
  // Only this line is searched: a file without CR would otherwise be, again and again.
  const line = text.slice(at, end);
  const back = line.indexOf('\r');
  return back < 0 ? end : at + back;
}

function afterLineEnd(text: string, end: number): number {
  return end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
}

/** Reads a record cell by cell. */
class CellScanner {
  readonly cells: string[] = [];
  /** A cell holds line ends. */
  hasLines = false;

  constructor(
    private readonly text: string,
    private readonly separator: string,
    private readonly isLast: boolean,
  ) {}

  /** The column of the longest cell. */
  get longest(): number {
    const lengths = this.cells.map((cell) => cell.length);
    return lengths.indexOf(Math.max(...lengths)) + 1;
  }

  /** Undefined: the record does not end here. */
  read(from: number): FoundRecord | undefined {
    for (let at = from; ; at++) {
      const end = this.readCell(at);
      if (end === undefined) return undefined;
      at = end;
      if (this.text[at] === this.separator) continue;
      // The LF of a CR LF may be still to come.
      if (!this.isLast && at >= this.text.length - 1) return undefined;
      return { cells: this.cells, next: afterLineEnd(this.text, at) };
    }
  }

  /** @returns the place after the cell */
  private readCell(from: number): number | undefined {
    if (this.text[from] !== quote) {
      const end = this.endOfPlain(from);
      this.cells.push(this.text.slice(from, end));
      return end;
    }
    const close = this.findClosing(from + 1);
    if (close === undefined) return undefined;
    const inside = this.text.slice(from + 1, close);
    const said = inside.includes(quote) ? inside.replaceAll('""', quote) : inside;
    this.hasLines ||= /[\r\n]/.test(inside);
    const end = this.endOfPlain(close + 1);
    const rest = this.text.slice(close + 1, end);
    this.cells.push(rest === '' ? said : `${quote}${said}${quote}${rest}`);
    return end;
  }

  /** The quotation mark that closes a cell: the first that is not doubled. */
  private findClosing(from: number): number | undefined {
    for (let at = this.text.indexOf(quote, from); at >= 0; at = this.text.indexOf(quote, at + 2)) {
      // Whether it is doubled may be still to come.
      if (at === this.text.length - 1 && !this.isLast) return undefined;
      if (this.text[at + 1] !== quote) return at;
    }
    return undefined;
  }

  private endOfPlain(from: number): number {
    let at = from;
    for (; at < this.text.length; at++) {
      const sign = this.text[at];
      if (sign === this.separator || sign === '\n' || sign === '\r') break;
    }
    return at;
  }
}
