/** The byte order mark that tells spreadsheets the file is UTF-8. */
export const utf8Mark = '\uFEFF';

/** What may stand between the cells of a line. */
export type Separator = ',' | ';' | '\t';

/**
 * One CSV line (RFC 4180), ended by CR LF, in which nothing is a formula: see {@link defuseCells}. Cells with more than
 * plain words are quoted.
 */
export function csvLine(cells: readonly (string | number | null)[], separator: Separator = ','): string {
  return `${csvCells(cells, separator)}\r\n`;
}

/** The same without the end of the line. */
export function csvCells(cells: readonly (string | number | null)[], separator: Separator): string {
  const written = cells.map((cell) =>
    typeof cell === 'number' ? String(cell) : defuseCells(csvCell(cell), separator),
  );
  return written.join(separator);
}

const needsQuotes = /[",;\t\r\n]|^\s|\s$/;

function csvCell(value: string | null): string {
  if (value === null) return '';
  return needsQuotes.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

const codesOf = (signs: string) => new Set([...signs].map((sign) => sign.charCodeAt(0)));
/** Characters that begin a formula, plain and full-width. */
const formulaSigns = codesOf('=+-@＝＋－＠');
/** Without any of these there is nothing to defuse: a formula character at a beginning, a tab, a line break. */
const suspicious = /(?:^|[,;"\s])[=+\-@＝＋－＠]|[\t\r\n]/;
/** Where a spreadsheet may split a cell; with a comma as the decimal mark, it does so even inside quotes. */
const separators = codesOf(';\t\r\n');
/** Where one that expects commas splits the cells of a file that has other separators. */
const separatorsAndComma = codesOf(',;\t\r\n');
const lineOrTab = /[\t\r\n]/;
const blankOrQuote = /[\s"]/;

/**
 * Cells of a CSV line, written as RFC 4180 requires, with an apostrophe before what a spreadsheet would take for a
 * formula (EX-1): a cell, or what follows a semicolon, tab or line break within it, whose first character after spaces
 * and quotes is one of `= + - @`, also full-width; and a cell that begins with a tab or a line break. Where commas do not
 * separate the cells, a program that expects them would split there as well. A phone number is not a formula and stays
 * as it is. Takes linear time, whatever the cells hold.
 */
export function defuseCells(cells: string, separator: Separator = ','): string {
  if (!suspicious.test(cells)) return cells;
  let safe = '';
  let copied = 0;
  for (let start = 0; start <= cells.length; ) {
    const quoted = cells[start] === '"';
    const begin = quoted ? start + 1 : start;
    const end = quoted ? endOfQuoted(cells, begin) : endOfPlain(cells, begin, separator);
    for (const place of placesIn(cells, begin, end, separator)) {
      safe += `${cells.slice(copied, place)}'`;
      copied = place;
    }
    // Past the closing quote and the separator.
    start = end + (quoted ? 2 : 1);
  }
  return safe + cells.slice(copied);
}

/** Where a cell needs apostrophes, in order. */
function placesIn(cells: string, begin: number, end: number, separator: Separator): number[] {
  const places = formulaPlaces(cells, begin, end, separators);
  if (separator === ',') return places;
  const split = formulaPlaces(cells, begin, end, separatorsAndComma);
  return [...new Set([...places, ...split])].sort((a, b) => a - b);
}

function formulaPlaces(cells: string, begin: number, end: number, splitAt: ReadonlySet<number>): number[] {
  const places = begin < end && lineOrTab.test(cells.charAt(begin)) ? [begin] : [];
  for (let part = begin; part < end; ) {
    const partEnd = endOfPart(cells, part, end, splitAt);
    const sign = firstSign(cells, part, partEnd);
    if (isFormula(cells, sign, partEnd)) places.push(part === begin ? begin : sign);
    part = partEnd + 1;
  }
  return places;
}

/** The position of the closing quote of the cell that begins there. */
function endOfQuoted(cells: string, begin: number): number {
  let at = cells.indexOf('"', begin);
  while (at >= 0 && cells[at + 1] === '"') at = cells.indexOf('"', at + 2);
  return at < 0 ? cells.length : at;
}

function endOfPlain(cells: string, begin: number, separator: Separator): number {
  const next = cells.indexOf(separator, begin);
  return next < 0 ? cells.length : next;
}

function endOfPart(cells: string, begin: number, end: number, splitAt: ReadonlySet<number>): number {
  let at = begin;
  while (at < end && !splitAt.has(cells.charCodeAt(at))) at++;
  return at;
}

/** The position of the first character that is neither a space nor a quote. */
function firstSign(cells: string, begin: number, end: number): number {
  let at = begin;
  while (at < end && blankOrQuote.test(cells.charAt(at))) at++;
  return at;
}

function isFormula(cells: string, at: number, end: number): boolean {
  return at < end && formulaSigns.has(cells.charCodeAt(at)) && !isTelephoneNumber(cells.slice(at, end));
}

/** Only a plus sign, digits, and what people put between them: a spreadsheet finds nothing to run in it. */
const telephoneSigns = /^\+[\d\p{Zs}().\-/\u2010-\u2015]+$/u;

function isTelephoneNumber(part: string): boolean {
  if (!telephoneSigns.test(part)) return false;
  // International numbers have at most 15 digits (E.164); with fewer than seven it may as well be a sum.
  const digits = part.replace(/\D/g, '').length;
  return digits >= 7 && digits <= 15;
}
