import { fitCell, spacesAttribute, xmlText } from './xlsx-text.ts';

/**
 * What the cells of a column hold: text as it is; moments in ISO 8601, UTC; days as `YYYY-MM-DD`; plain decimal numbers.
 * A value that the format cannot hold exactly stays text.
 */
export type CellKind = 'text' | 'moment' | 'day' | 'number';

/** The places of the formats in {@link stylesXml}. */
const style = { text: 1, moment: 2, day: 3, whole: 4, cents: 5, mills: 6, header: 7 } as const;

const dayMilliseconds = 86_400_000;
/** 1970-01-01, counted in days from the beginning of the calendar of spreadsheets. */
const epoch = 25_569;
/** 1900-03-01: before it, programs disagree, because some take 1900 for a leap year. */
const firstSerial = 61;
/** 9999-12-31. */
const lastSerial = 2_958_466;

/** A cell, as XML. @param place such as `B7` */
export function cellXml(kind: CellKind, value: string, place: string): string {
  const number = kind === 'text' ? undefined : numberOf(kind, value);
  return number ? `<c r="${place}" s="${number.style}"><v>${number.text}</v></c>` : textXml(value, place);
}

/** A cell of the first line. */
export function headerXml(text: string, place: string): string {
  return textXml(text, place, style.header);
}

/** The format of text keeps what it holds as it is even when somebody edits it: `007`, `+49…`, `=1+1`. */
function textXml(value: string, place: string, format: number = style.text): string {
  const text = fitCell(value);
  return `<c r="${place}" s="${format}" t="inlineStr"><is><t${spacesAttribute(text)}>${xmlText(text)}</t></is></c>`;
}

interface NumberCell {
  readonly text: string;
  readonly style: number;
}

function numberOf(kind: Exclude<CellKind, 'text'>, value: string): NumberCell | undefined {
  if (kind === 'number') return decimal(value);
  const isDay = kind === 'day';
  const milliseconds = Date.parse(isDay ? `${value}T00:00:00Z` : value);
  const serial = milliseconds / dayMilliseconds + epoch;
  if (!(serial >= firstSerial && serial < lastSerial)) return undefined;
  return { text: String(serial), style: isDay ? style.day : style.moment };
}

/** Programs keep fifteen digits of a number. */
function decimal(value: string): NumberCell | undefined {
  const match = /^-?(?<whole>\d+)(?:\.(?<fraction>\d{1,3}))?$/.exec(value);
  const { whole = '', fraction = '' } = match?.groups ?? {};
  if (!match || whole.length + fraction.length > 15) return undefined;
  const byDigits = [style.whole, style.cents, style.cents, style.mills];
  return { text: value, style: byDigits[fraction.length] ?? style.cents };
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The formats of cells: built-in 49 is text, 3 and 4 are numbers with their thousands apart. */
export const stylesXml =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  `<styleSheet xmlns="${main}"><numFmts count="3">` +
  '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/>' +
  '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/>' +
  '<numFmt numFmtId="166" formatCode="#,##0.000"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="8">${[0, 49, 164, 165, 3, 4, 166].map((id) => format(id, 0)).join('')}${format(49, 1)}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

function format(numberFormat: number, font: number): string {
  return `<xf numFmtId="${numberFormat}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;
}
