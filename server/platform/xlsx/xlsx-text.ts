/** The longest text of a cell, in UTF-16 code units, as spreadsheet programs count them. */
export const mostCellText = 32_767;

/**
 * What cannot stand in XML, or would be read as something else: control characters, lone surrogates, the two
 * noncharacters, and text that looks like the escape for them (ECMA-376, ST_Xstring).
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be found.
const unwritable = /[\x00-\x08\x0B\x0C\x0E-\x1F\uD800-\uDFFF\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: likewise.
const special = /[&<>"\r\x00-\x08\x0B\x0C\x0E-\x1F\uD800-\uDFFF\uFFFE\uFFFF]|_x[0-9A-Fa-f]{4}_/u;
const markup = /[&<>"\r]/g;
const written: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A plain one would be read as a line feed.
  '\r': '&#13;',
};

/** A text as the content of an XML element or attribute of a sheet; reading it gives back every character. */
export function xmlText(text: string): string {
  if (!special.test(text)) return text;
  return text.replace(markup, (sign) => written[sign] ?? sign).replace(unwritable, escapeUnit);
}

function escapeUnit(sign: string): string {
  return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** A text that a cell can hold: a longer one ends in an ellipsis. */
export function fitCell(text: string): string {
  if (text.length <= mostCellText) return text;
  const end = mostCellText - 1;
  const isPair = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return `${text.slice(0, isPair ? end - 1 : end)}…`;
}

const keepSpaces = /^\s|\s$|[\t\n\r]/;

/** The attribute that makes a reader keep the spaces at both ends, where there are any. */
export function spacesAttribute(text: string): string {
  return keepSpaces.test(text) ? ' xml:space="preserve"' : '';
}
