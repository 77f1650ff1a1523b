/** The byte order mark that tells spreadsheets the file is UTF-8. */
export const utf8Mark = '\uFEFF';

/**
 * One CSV line (RFC 4180), ended by CR LF, in which nothing is a formula: see {@link defuseCells}. Cells with more than
 * plain words are quoted.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : defuseCells(csvCell(cell)))).join(',')}\r\n`;
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
const lineOrTab = /[\t\r\n]/;
const blankOrQuote = /[\s"]/;

/**
 * Cells of a CSV line, written as RFC 4180 requires, with an apostrophe before what a spreadsheet would take for a
 * formula (EX-1): a cell, or what follows a semicolon, tab or line break within it, whose first character after spaces
 * and quotes is one of `= + - @`, also full-width; and a cell that begins with a tab or a line break. A phone number is
 * not a formula and stays as it is. Takes linear time, whatever the cells hold.
 */
export function defuseCells(cells: string): string {
  if (!suspicious.test(cells)) return cells;
  let safe = '';
  let copied = 0;
  for (let start = 0; start <= cells.length; ) {
    const quoted = cells[start] === '"';
    const begin = quoted ? start + 1 : start;
    const end = quoted ? endOfQuoted(cells, begin) : endOfPlain(cells, begin);
    for (const place of formulaPlaces(cells, begin, end)) {
      safe += `${cells.slice(copied, place)}'`;
      copied = place;
    }
    // Past the closing quote and the comma.
    start = end + (quoted ? 2 : 1);
  }
  return safe + cells.slice(copied);
}

/** Where a cell needs apostrophes. */
function formulaPlaces(cells: string, begin: number, end: number): number[] {
  const places = begin < end && lineOrTab.test(cells.charAt(begin)) ? [begin] : [];
  for (let part = begin; part < end; ) {
    const partEnd = endOfPart(cells, part, end);
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

function endOfPlain(cells: string, begin: number): number {
  const comma = cells.indexOf(',', begin);
  return comma < 0 ? cells.length : comma;
}

function endOfPart(cells: string, begin: number, end: number): number {
  let at = begin;
  while (at < end && !separators.has(cells.charCodeAt(at))) at++;
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
