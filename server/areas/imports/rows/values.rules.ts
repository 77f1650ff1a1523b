import { currencies } from '../../../../contract/currencies.ts';
import type { ImportDateOrder, ImportDecimalSign } from '../../../../contract/imports/lists.ts';

/** Cells are read by pure functions: undefined means that the text is no such value. */

/** An apostrophe that an export put before what a spreadsheet would take for a formula. */
const guard = /'(?=[\s"]*[=+\-@＝＋－＠])|^'(?=[\t\r\n])/gu;

/** A cell as text: without the blanks around it, and with one kind of line end. */
export function cleanText(cell: string): string {
  let text = cell.trim();
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  return text.startsWith("'") ? text.replace(/^'(?=[\s"]*[=+\-@＝＋－＠\t\n])/u, '').trim() : text;
}

/** A text in the form in which a file and a lead are compared: an export may have guarded parts of it. */
export function comparableText(text: string): string {
  const clean = cleanText(text);
  return clean.includes("'") ? clean.replace(guard, '') : clean;
}

/** A word from a closed list, without case, spaces and signs. */
export function foldWord(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const yes = new Set(['true', 'yes', 'y', '1', 'x', 'wahr', 'ja', 'on', 'donotallow']);
const no = new Set(['false', 'no', 'n', '0', 'falsch', 'nein', 'off', 'allow']);

/** True or false in the words of programs. */
export function readFlag(text: string): boolean | undefined {
  const word = foldWord(text);
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
}

const currencySigns: Readonly<Record<string, string>> = {
  '€': 'EUR',
  $: 'USD',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
};

/** An ISO 4217 code, or a sign that stands for one. */
export function readCurrency(text: string): string | undefined {
  const code = currencySigns[text] ?? text.toUpperCase();
  return Object.hasOwn(currencies, code) ? code : undefined;
}

/** A number of a currency whose code may stand beside it. */
export interface Amount {
  readonly whole: string;
  readonly decimals: string;
  readonly currency: string | undefined;
}

const signBefore = /^(?:\p{Sc}|[A-Za-z]{3})/u;
const signAfter = /(?:\p{Sc}|[A-Za-z]{3})$/u;
const digitsAndSigns = /^\d[\d.,'’\s]*$|^[.,]\d+$/u;

/** An amount that is not negative, such as `12,500.50`, `€ 1.200,-` or `3000 USD`. */
export function readAmount(text: string, decimalSign: ImportDecimalSign): Amount | undefined {
  if (/^\d{1,15}$/.test(text)) return { whole: text, decimals: '', currency: undefined };
  const before = signBefore.exec(text)?.[0];
  const after = signAfter.exec(text)?.[0];
  if (text.length > 40 || (before !== undefined && after !== undefined)) return undefined;
  const sign = before ?? after;
  const currency = sign === undefined ? undefined : readCurrency(sign);
  if (sign !== undefined && currency === undefined) return undefined;
  const digits = withoutDashes(text.slice(before?.length ?? 0, text.length - (after?.length ?? 0)).trim());
  if (!digitsAndSigns.test(digits)) return undefined;
  const number = splitNumber(digits, decimalSign);
  return number && { ...number, currency };
}

/** `1.200,-` is a whole amount. */
function withoutDashes(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '-') end--;
  return end === digits.length ? digits : digits.slice(0, end).replace(/[.,]$/, '');
}

function withoutEndingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}

function splitNumber(digits: string, decimalSign: ImportDecimalSign) {
  const plain = digits.replace(/['’\s]/gu, '');
  const other = decimalSign === '.' ? ',' : '.';
  const [whole = '', decimals = '', ...more] = plain.split(decimalSign);
  if (more.length > 0 || decimals.includes(other)) return undefined;
  const groups = whole.split(other);
  // 1,5 where the comma stands between thousands is no number.
  if (groups.length > 1 && !(groups.slice(1).every((group) => group.length === 3) && groups[0] !== ''))
    return undefined;
  const joined = groups.join('').replace(/^0+(?=\d)/, '');
  return joined.length > 15
    ? undefined
    : { whole: joined === '' ? '0' : joined, decimals: withoutEndingZeros(decimals) };
}

/** The amount in the currency’s minor units; undefined: it has more decimals than the currency, or is too large. */
export function toMinor({ whole, decimals }: Amount, currency: string): number | undefined {
  const digits = currencies[currency];
  if (digits === undefined || decimals.length > digits) return undefined;
  const minor = Number(whole + decimals.padEnd(digits, '0'));
  return minor <= 1e15 ? minor : undefined;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const germanMonths: Readonly<Record<string, string>> = { mär: 'mar', mai: 'may', okt: 'oct', dez: 'dec' };

function monthOf(name: string): number {
  const short = name.slice(0, 3).toLowerCase();
  return months.indexOf(germanMonths[short] ?? short) + 1;
}

const isoDay = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/;
const numberDay = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const namedDay = /^(\d{1,2})[.\s-]+(\p{L}{3,9})\.?[,\s-]+(\d{4})(?!\d)/u;
const namedMonth = /^(\p{L}{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})(?!\d)/u;

interface DayInText {
  readonly day: string;
  /** What follows the day. */
  readonly rest: string;
}

function findDay(text: string, order: ImportDateOrder): DayInText | undefined {
  const iso = isoDay.exec(text);
  if (iso) return dayOf(text, iso[0], iso[1], Number(iso[2]), Number(iso[3]));
  const plain = numberDay.exec(text);
  if (plain) {
    const [first, second] = [Number(plain[1]), Number(plain[3])];
    const isDayFirst = plain[2] === '.' || order === 'dmy';
    return dayOf(text, plain[0], plain[4], isDayFirst ? second : first, isDayFirst ? first : second);
  }
  const named = namedDay.exec(text);
  if (named) return dayOf(text, named[0], named[3], monthOf(named[2] ?? ''), Number(named[1]));
  const month = namedMonth.exec(text);
  return month ? dayOf(text, month[0], month[3], monthOf(month[1] ?? ''), Number(month[2])) : undefined;
}

function dayOf(text: string, found: string, year = '', month: number, day: number): DayInText | undefined {
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  const date = new Date(Date.UTC(full, month - 1, day));
  const exists = full >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? { day: date.toISOString().slice(0, 10), rest: text.slice(found.length) } : undefined;
}

const timeForm =
  /^T?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?(am|pm)? ?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

/** What follows a day, if it is a time. */
function timeOf(rest: string): RegExpExecArray | null {
  return rest.length > 60 ? null : timeForm.exec(rest.replace(/[\s,]+/g, ' ').trim());
}

/** A calendar day, with or without a time. */
export function readDay(text: string, order: ImportDateOrder): string | undefined {
  const found = findDay(text, order);
  return found && (found.rest.trim() === '' || timeOf(found.rest) !== null) ? found.day : undefined;
}

/** A moment; one without a time zone is in UTC, and one without a time begins its day. */
export function readMoment(text: string, order: ImportDateOrder): Date | undefined {
  const found = findDay(text, order);
  if (!found) return undefined;
  const start = new Date(`${found.day}T00:00:00.000Z`);
  if (found.rest.trim() === '') return start;
  const time = timeOf(found.rest);
  if (!time) return undefined;
  const [, hour, minute, second = '0', fraction = '', half, zone] = time;
  const hours = hourOf(Number(hour), half?.toLowerCase());
  if (hours === undefined || Number(minute) > 59 || Number(second) > 59) return undefined;
  const milliseconds =
    ((hours * 60 + Number(minute)) * 60 + Number(second)) * 1000 +
    Number(fraction.padEnd(3, '0').slice(0, 3));
  return new Date(start.getTime() + milliseconds - zoneMinutes(zone) * 60_000);
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour > 23 ? undefined : hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

function zoneMinutes(zone = 'Z'): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** Which comes first in the dates of these cells, if one of them shows it: the other number of it is no month. */
export function findDateOrder(cells: Iterable<string>): ImportDateOrder | undefined {
  for (const cell of cells) {
    const [, first, sign, second] = numberDay.exec(cell.trim()) ?? [];
    if (sign === undefined || sign === '.') continue;
    if (Number(first) > 12) return 'dmy';
    if (Number(second) > 12) return 'mdy';
  }
  return undefined;
}

/** Which sign stands before decimals in these cells, if one of them shows it. */
export function findDecimalSign(cells: Iterable<string>): ImportDecimalSign | undefined {
  for (const cell of cells) {
    const found = decimalSignOf(cell.replace(/[^\d.,]/g, ''));
    if (found) return found;
  }
  return undefined;
}

/** `1.234` may be either: three digits after the only sign say nothing. */
function decimalSignOf(number: string): ImportDecimalSign | undefined {
  const [dot, comma] = [number.lastIndexOf('.'), number.lastIndexOf(',')];
  if (dot === comma) return undefined;
  const last = dot > comma ? '.' : ',';
  const isClear = (dot >= 0 && comma >= 0) || number.length - Math.max(dot, comma) - 1 !== 3;
  return isClear ? last : undefined;
}

/** Enough of an address to write to; whether somebody reads it is checked later. */
export function looksLikeEmail(text: string): boolean {
  return /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/.test(text);
}
