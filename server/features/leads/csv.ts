/**
 * One CSV line (RFC 4180), ended by CR LF. A cell that a spreadsheet would take for a formula — one that starts
 * with `= + - @`, a tab or a carriage return — gets an apostrophe in front (EX-1). So does what follows a
 * semicolon, a tab or a new line inside a cell: where the comma is the decimal mark, spreadsheets split there.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  let line = '';
  for (let i = 0; i < cells.length; i++) {
    if (i > 0) line += ',';
    line += csvCell(cells[i] ?? null);
  }
  return `${line}\r\n`;
}

/** The byte order mark that tells spreadsheets the file is UTF-8. */
export const utf8Mark = '\uFEFF';

const formulaStart = /^[=+\-@\t\r]/;
const innerFormula = /([;\t\r\n]["\s]*)(?=[=+\-@])/g;
const needsQuotes = /[",;\t\r\n]/;

function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const inside = value.replace(innerFormula, "$1'");
  const safe = formulaStart.test(inside) ? `'${inside}` : inside;
  return needsQuotes.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
