import { defuseCells, type Separator } from './csv.ts';

const quote = 0x22;
const lineFeed = 0x0a;
const plus = 0x2b;
const zero = 0x30;
const space = 0x20;

/** A formula may follow it: a separator, a blank, a quote, or the end of a character beyond ASCII, which may be a blank. */
const before = 1;
/** May begin a formula; the full-width ones begin with the byte EF. */
const sign = 2;
/** Needs a closer look wherever it is. */
const always = 4;
const kinds = new Uint8Array(256).fill(before, 0x80);
for (const byte of Buffer.from(' ,;"\v\f')) kinds[byte] = before;
for (const byte of Buffer.from('=+-@')) kinds[byte] = sign;
for (const byte of Buffer.from('\t\r\n')) kinds[byte] = always;
kinds[0xef] = before | sign;

/**
 * Copies cells, one after another, from lines that PostgreSQL's `COPY` wrote to lines of a file. It works on bytes:
 * creating a string for each cell takes several times as long.
 */
export class CellCopier {
  private from: Buffer = Buffer.alloc(0);
  private at = 0;
  private to: Buffer = Buffer.alloc(0);
  private written = 0;
  private readonly line = { at: 0, written: 0 };
  private readonly separatorByte: number;

  /** @param separator between the cells of both */
  constructor(private readonly separator: Separator = ',') {
    this.separatorByte = separator.charCodeAt(0);
  }

  /** Reads from these bytes next. */
  begin(bytes: Buffer): void {
    this.from = bytes;
    this.at = 0;
    this.written = 0;
  }

  /** The lines written since {@link begin}. */
  end(): Buffer {
    return Buffer.from(this.to.subarray(0, this.written));
  }

  /** False at the end of the bytes. */
  beginLine(): boolean {
    this.line.at = this.at;
    this.line.written = this.written;
    // At worst, every second sign gets an apostrophe; moments get milliseconds, and there is what the rules say.
    const most = this.written + 2 * (this.from.length - this.at) + 512;
    if (most > this.to.length) this.makeRoom(most);
    return this.at < this.from.length;
  }

  /** Forgets the line that was begun, because its end is not there yet. @returns its beginning */
  takeBack(): Buffer {
    this.written = this.line.written;
    return this.from.subarray(this.line.at);
  }

  /** True when the bytes ended before the last cell did: what was read of the line means nothing. */
  get isCut(): boolean {
    return this.at > this.from.length;
  }

  /** The next cells as PostgreSQL wrote them; none of them is in quotes. */
  readCells(count: number): string {
    const begin = this.at;
    this.skipCells(count);
    return this.at - 1 === begin ? '' : this.from.toString('latin1', begin, this.at - 1);
  }

  skipCells(count: number): void {
    const { from } = this;
    let at = this.at;
    let left = count;
    let inQuotes = false;
    for (; at < from.length; at++) {
      const byte = from[at];
      if (byte === quote) inQuotes = !inQuotes;
      if (this.endsCell(byte, inQuotes) && --left === 0) break;
    }
    this.at = at + 1;
  }

  /** Copies cells with the separators between them; nothing in them is a formula then (EX-1). */
  copyCells(count: number): void {
    const start = this.written;
    if (this.copyRun(count)) this.defuse(start);
  }

  /** `2026-11-29 10:31:21.5+00`, as a connection in UTC writes it, becomes `2026-11-29T10:31:21.500Z`. */
  copyMoment(): void {
    const start = this.written;
    this.copyRun(1);
    const { to } = this;
    let end = this.written - '+00'.length;
    if (end < start) return;
    to[start + 10] = 0x54;
    if (end === start + 'YYYY-MM-DD HH:MM:SS'.length) to[end++] = 0x2e;
    while (end < start + 'YYYY-MM-DD HH:MM:SS.mmm'.length) to[end++] = zero;
    to[end++] = 0x5a;
    this.written = end;
  }

  /** Writes what needs no quotes. */
  write(ascii: string): void {
    for (let at = 0; at < ascii.length; at++) this.to[this.written++] = ascii.charCodeAt(at);
  }

  writeSeparator(): void {
    this.to[this.written++] = this.separatorByte;
  }

  private endsCell(byte: number | undefined, inQuotes: boolean): boolean {
    return !inQuotes && (byte === this.separatorByte || byte === lineFeed);
  }

  /** @returns whether something in the cells may be a formula */
  private copyRun(count: number): boolean {
    const { from, to } = this;
    let { at, written } = this;
    let left = count;
    let inQuotes = false;
    let isSuspicious = this.mayBeFormula(at, inQuotes);
    for (; at < from.length; at++) {
      const byte = from[at] ?? 0;
      if (kinds[byte] !== 0) {
        if (byte === quote) inQuotes = !inQuotes;
        if (this.endsCell(byte, inQuotes) && --left === 0) break;
        isSuspicious ||= this.isSuspicious(at, inQuotes);
      }
      to[written++] = byte;
    }
    this.at = at + 1;
    this.written = written;
    return isSuspicious;
  }

  private isSuspicious(at: number, inQuotes: boolean): boolean {
    const kind = kinds[this.from[at] ?? 0] ?? 0;
    return (kind & always) !== 0 || ((kind & before) !== 0 && this.mayBeFormula(at + 1, inQuotes));
  }

  private mayBeFormula(at: number, inQuotes: boolean): boolean {
    const byte = this.from[at] ?? 0;
    return ((kinds[byte] ?? 0) & sign) !== 0 && !(byte === plus && this.isNumber(at + 1, inQuotes));
  }

  /** What most cells with a plus sign hold: the digits of a telephone number up to the cell's end, with blanks. */
  private isNumber(begin: number, inQuotes: boolean): boolean {
    const { from } = this;
    let digits = 0;
    let at = begin;
    for (; at < from.length; at++) {
      const byte = from[at] ?? 0;
      if (byte >= zero && byte <= zero + 9) digits++;
      else if (byte !== space) break;
    }
    const isWhole = inQuotes ? from[at] === quote && from[at + 1] !== quote : this.endsCell(from[at], false);
    return isWhole && digits >= 7 && digits <= 15;
  }

  private defuse(start: number): void {
    const cell = this.to.toString('utf8', start, this.written);
    this.written = start + this.to.write(defuseCells(cell, this.separator), start);
  }

  private makeRoom(most: number): void {
    const larger = Buffer.allocUnsafe(2 * most);
    this.to.copy(larger, 0, 0, this.written);
    this.to = larger;
  }
}
