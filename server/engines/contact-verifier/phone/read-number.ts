import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  ParseError,
  type PhoneNumber,
  type PhoneNumberType,
  parsePhoneNumberWithError,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max';
import { toCountryCode } from '../../../../contract/countries.ts';
import { type RowReading, readRow } from './readings.ts';
import {
  digitsOf,
  hasOwnCode,
  leadingZeros,
  readTypedText,
  type TypedNumber,
  type TypedText,
} from './typed-number.ts';
import { readVanity } from './vanity.ts';

/** Why a text could not be read as a phone number. */
export type UnreadableNumber =
  | 'no-number-given'
  | 'no-number'
  | 'no-country'
  | 'too-short'
  | 'too-long'
  | 'wrong-length'
  | 'unknown-country-code'
  | 'several-readings'
  | 'country-unclear'
  | 'old-plan'
  | 'rounded'
  | 'not-understood';

export type NumberReading =
  | {
      readonly readable: true;
      readonly number: PhoneNumber;
      readonly extension: string | null;
      /** The line type by the numbering plan; null when the plan has no such number. */
      readonly line: PhoneNumberType | null;
      /** The year of the renumbering that it predates; null: it is in today's form. */
      readonly renumberedIn: number | null;
    }
  | { readonly readable: false; readonly code: UnreadableNumber };

/** The longest input that libphonenumber considers; longer texts are not phone numbers. */
const maxLength = 250;
/** ITU-T E.164 has 15 digits; two more for a trunk prefix. No number has fewer than four. */
const [fewestDigits, mostDigits] = [4, 17];

/**
 * Reads a phone number as written in a country (ISO 3166-1 alpha-2; null or unknown to the numbering plans: only
 * numbers with + or 00 can be read). Words around it, a second number and an extension are not part of it. A number is
 * read only where no other reading is as good; what merely may be one is unreadable, not wrong. Never throws.
 */
export function readNumber(input: string, country: string | null): NumberReading {
  const typed = input.trim();
  if (typed === '') return unreadable('no-number-given');
  if (typed.length > maxLength) return unreadable('too-long');
  const text = readTypedText(typed);
  if (text.isRounded) return unreadable('rounded');
  const home = homeOf(country);
  const readings: [TypedNumber, RowReading][] = [];
  for (const number of text.numbers) {
    if (isOfOtherCountry(number, home)) return unreadable('not-understood');
    const reading = readWhole(number, home, text.hasMore);
    if (reading.kind === 'read') return readable(reading.reading, number.extension);
    readings.push([number, reading]);
  }
  const vanity = readVanity(text.plain.trim(), home);
  if (vanity) return readable({ number: vanity, line: vanity.getType() ?? null, renumberedIn: null }, null);
  return whyNot(text, readings, home);
}

function homeOf(country: string | null): CountryCode | undefined {
  const code = country === null ? '' : toCountryCode(country);
  return isSupportedCountry(code) ? code : undefined;
}

/** True when a separate country code differs from that of the lead's country: either may be meant. */
function isOfOtherCountry({ loneCode }: TypedNumber, home: CountryCode | undefined): boolean {
  return loneCode !== null && home !== undefined && getCountryCallingCode(home) !== loneCode;
}

function unreadable(code: UnreadableNumber): NumberReading {
  return { readable: false, code };
}

function readable(
  reading: { number: PhoneNumber; line: PhoneNumberType | null; renumberedIn: number | null },
  extension: string | null,
): NumberReading {
  return { readable: true, ...reading, extension: extension ?? reading.number.ext ?? null };
}

/** A row of digits, or the first of several numbers separated only by blanks or a symbol. */
function readWhole({ text }: TypedNumber, home: CountryCode | undefined, hasMore: boolean): RowReading {
  const row = readRow(text, home);
  const whole = readBeforeEndings(text, home, row) ?? row;
  if (whole.kind !== 'none') return whole;
  const first = readWithEndings(text, home, ranges) ?? (hasMore && readWithEndings(text, home, looseGroup));
  return first || (readFirst(text, home, mostInOneRow) ?? whole);
}

const mostInOneRow = 3;

/** The first of several numbers, each complete. */
function readFirst(text: string, home: CountryCode | undefined, most: number): RowReading | undefined {
  if (most < 2 || digitsOf(text).length < 12) return undefined;
  for (const match of text.matchAll(/(?<=\d\)?)(?: - |[ /-]+|(?=\())(?=[(+]?\d)/g)) {
    const first = readRow(text.slice(0, match.index), home);
    if (first.kind !== 'read') continue;
    const rest = text.slice(match.index + match[0].length);
    if (readRow(rest, home).kind === 'read' || readFirst(rest, home, most - 1)) return first;
  }
  return undefined;
}

/** 030 901820/21, 022 2345 6781 / 82 / 83: the digits after the slash replace the last digits. */
const otherEndings = /(?<=\d)(?:\s*\/\s*-?\d{1,3})+\s*$/;
/** A slash after the area code says nothing about the one at the end; other slashes may all just separate groups. */
const areaSlash = /^\+?[\d ()]{2,9}\//;
/** 2123 4561-4: the last of a range of numbers, unless the plan has room for it as an extension. */
const ranges = /(?<=\d{4})\s*-\s*\d{1,2}\s*$|(?<=\d)(?:\s*\/\s*-?\d{1,4})+\s*$/;
/** 425.882.8080 9am: the beginning of what is said next. */
const looseGroup = /(?<=\d{2}) \d{1,2} ?-?$/;

/** The fewest digits after the area code for a number that belongs to a range; some towns have shorter ones. */
const fewestInRow = 6;
const fewestInTown = 4;
/** Mobile numbers are not assigned in ranges. */
const fewestOfMobile = 7;

/**
 * The number before alternative endings; `ambiguous` where they may as well be its last digits, undefined where they
 * are. In plans without a fixed length both can be numbers: 030 901820/21 are two, 0211 1234/567 is one.
 */
function readBeforeEndings(
  text: string,
  home: CountryCode | undefined,
  whole: RowReading,
): RowReading | undefined {
  const head = readWithEndings(text, home, otherEndings);
  if (head?.kind !== 'read' || whole.kind !== 'read') return head;
  const own = digitsBehindArea(head.reading.number);
  if ([head, whole].some(({ reading }) => reading.line === 'MOBILE'))
    return own < fewestOfMobile ? undefined : { kind: 'ambiguous' };
  const isRow = countsOn(text);
  if (isRow && own >= fewestInRow) return head;
  return own < (isRow ? fewestInTown : fewestInRow) ? undefined : { kind: 'ambiguous' };
}

function digitsBehindArea(number: PhoneNumber): number {
  return digitsOf(number.formatNational().replace(/^\(?\d+/, '')).length;
}

const widestStep = 10;

/** Whether each ending is slightly greater than the digits it replaces: 20/21, 81/82/83. */
function countsOn(text: string): boolean {
  const [head = '', ...endings] = (otherEndings.exec(text)?.[0] ?? '').split('/').map(digitsOf);
  let last = digitsOf(text.slice(0, text.search(otherEndings))) + head;
  return endings.every((ending) => {
    const step = Number(ending) - Number(last.slice(-ending.length));
    last = last.slice(0, -ending.length) + ending;
    return step > 0 && step <= widestStep;
  });
}

/** With fewer digits, what follows the slash may as well belong to the number. */
const fewestBeforeEndings = 8;

/** 425-882-8080 (12), 010-65521234-8001: an extension, or something else. */
const looseDigits = / \(?\d{1,4}\)?$|-\d{3,5}$/;

/** The number before such endings, if it is complete without them. */
function readWithEndings(
  text: string,
  home: CountryCode | undefined,
  endings: RegExp,
): RowReading | undefined {
  const at = text.search(endings);
  const before = text.slice(0, Math.max(at, 0));
  const isWhole =
    (digitsOf(before).length >= fewestBeforeEndings || /\d{5}$/.test(before)) &&
    !before.replace(areaSlash, '').includes('/');
  const head = isWhole ? readRow(before, home) : undefined;
  return head?.kind === 'read' ? head : undefined;
}

const unsettled = {
  ambiguous: 'several-readings',
  'old-plan': 'old-plan',
  abroad: 'country-unclear',
} as const;

/** Why nothing was read: Invalid only where nothing in the text could be a number. */
function whyNot(
  text: TypedText,
  readings: readonly (readonly [TypedNumber, RowReading])[],
  home: CountryCode | undefined,
): NumberReading {
  const digits = digitsOf(text.plain);
  if (digits.replace(/^0+$/, '') === '') return unreadable('no-number');
  const open = readings.flatMap(([, { kind }]) =>
    kind === 'read' || kind === 'none' ? [] : unsettled[kind],
  );
  if (open[0]) return unreadable(open[0]);
  if (digits.length < fewestDigits) return unreadable('too-short');
  const [number, reading] = readings[0] ?? [];
  if (number === undefined || reading?.kind !== 'none') return unreadable('not-understood');
  if (home === undefined && !hasOwnCode(number.text) && digits.length <= mostDigits)
    return unreadable('no-country');
  if (text.hasMore) return unreadable('not-understood');
  // A whole number, and a few unexplained digits.
  if (readWithEndings(number.text, home, looseDigits)) return unreadable('not-understood');
  return digits.length > mostDigits ? unreadable('too-long') : refuted(number, reading.first, home);
}

/** Nothing but one row of digits: what the numbering plan has against it. */
function refuted(
  number: TypedNumber,
  first: PhoneNumber | undefined,
  home: CountryCode | undefined,
): NumberReading {
  if (first?.isPossible())
    return readable({ number: first, line: null, renumberedIn: null }, number.extension);
  const problem = first
    ? validatePhoneNumberLength(first.number)
    : parseProblem(number.text.replace(leadingZeros, '+'), home);
  return unreadable(problems.get(problem) ?? 'not-understood');
}

const problems: ReadonlyMap<string | undefined, UnreadableNumber> = new Map([
  ['TOO_SHORT', 'too-short'],
  ['TOO_LONG', 'too-long'],
  ['INVALID_LENGTH', 'wrong-length'],
  ['INVALID_COUNTRY', 'unknown-country-code'],
]);

/** The library's explanation for a text it could not read. */
function parseProblem(text: string, home: CountryCode | undefined): string | undefined {
  try {
    parsePhoneNumberWithError(text, home);
    return undefined;
  } catch (error) {
    return error instanceof ParseError ? error.message : undefined;
  }
}
