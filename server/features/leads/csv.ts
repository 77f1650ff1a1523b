/**
 * One CSV line (RFC 4180), ended by CR LF. A cell that a spreadsheet would take for a formula — one that starts
 * with `= + - @`, a tab or a carriage return — gets an apostrophe in front (EX-1).
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
const needsQuotes = /[",\r\n]/;

function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = formulaStart.test(value) ? `'${value}` : value;
  return needsQuotes.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
