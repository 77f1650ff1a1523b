import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  ParseError,
  type PhoneNumber,
  type PhoneNumberType,
  parsePhoneNumberFromString,
  parsePhoneNumberWithError,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max';
import { toCountryCode } from '../../../../contract/countries.ts';

/** Why a text could not be read as a telephone number. */
export type UnreadableNumber =
  | 'no-number-given'
  | 'no-number'
  | 'no-country'
  | 'too-short'
  | 'too-long'
  | 'wrong-length'
  | 'unknown-country-code';

export type NumberReading =
  | {
      readonly readable: true;
      readonly number: PhoneNumber;
      /** What the numbering plan says it is; null when the plan has no such number. */
      readonly line: PhoneNumberType | null;
    }
  | { readonly readable: false; readonly code: UnreadableNumber };

/** What libphonenumber looks at; more is no telephone number. */
const maxLength = 250;
/** ITU-T E.164 has 15 digits; two more for a trunk prefix. Nobody's number has fewer than four. */
const [fewestDigits, mostDigits] = [4, 17];

/**
 * Reads a telephone number as it is written in a country (ISO 3166-1 alpha-2; null or unknown to the numbering plans:
 * only numbers with + or 00 can be read). Never throws.
 */
export function readNumber(input: string, country: string | null): NumberReading {
  const typed = input.trim();
  if (typed === '') return unreadable('no-number-given');
  if (typed.length > maxLength) return unreadable('too-long');
  const text = tidied(typed);
  const home = homeOf(country);
  const first = readAsWritten(text, home);
  // With the full metadata every number of a plan has a type: one question answers both, and halves the work.
  const line = first?.getType();
  if (first !== undefined && line !== undefined) return { readable: true, number: first, line };
  for (const number of otherReadings(text, home)) {
    const type = number?.getType();
    if (number !== undefined && type !== undefined) return { readable: true, number, line: type };
  }
  if (first?.isPossible()) return { readable: true, number: first, line: null };
  return unreadable(whyUnreadable(text, home, first));
}

function homeOf(country: string | null): CountryCode | undefined {
  const code = country === null ? '' : toCountryCode(country);
  return isSupportedCountry(code) ? code : undefined;
}

function unreadable(code: UnreadableNumber): NumberReading {
  return { readable: false, code };
}

/** Plain digits and signs: full-width forms, invisible marks of copied contacts, “++49” and “+0049”. */
function tidied(typed: string): string {
  const plain = /^[ -~]*$/.test(typed) ? typed : typed.normalize('NFKC').replace(/\p{Cf}/gu, '');
  return plain.replace(/^\++\s*(00)?/, '+');
}

/** 00 is how most of the world writes +, whatever country the lead is from. */
const leadingZeros = /^\(?\s*00\s*/;

function readAsWritten(text: string, home: CountryCode | undefined): PhoneNumber | undefined {
  if (leadingZeros.test(text)) {
    const abroad = parsePhoneNumberFromString(text.replace(leadingZeros, text.startsWith('(') ? '(+' : '+'));
    // 0011 is Australia's way to write +: then the country's own reading is the right one.
    if (abroad?.isValid() || home === undefined) return abroad;
  }
  return parsePhoneNumberFromString(text, home);
}

const betweenNumbers = /[;,|\n]|\s\/\s|\s(?:or|oder|ou|and|und|et)\s/i;

/** What people write that the library does not read: two numbers, letters, the 1 that Mexico gave up in 2019. */
function* otherReadings(text: string, home: CountryCode | undefined): Generator<PhoneNumber | undefined> {
  const parts = text.split(betweenNumbers).filter((part) => countDigits(part) >= 6);
  if (parts.length > 1) for (const part of parts) yield readAsWritten(part.trim(), home);
  const vanity = lettersAsDigits(text);
  if (vanity !== null && (home === undefined || getCountryCallingCode(home) === '1'))
    yield parsePhoneNumberFromString(vanity);
  const mexican = /^\+521(\d{10})$/.exec(text.replace(/[\s().-]/g, ''));
  if (mexican) yield parsePhoneNumberFromString(`+52${mexican[1]}`);
}

/** ITU-T E.161: the letters on the keys. */
const keys = '22233344455566677778889999';
const vanityNumber = /^(?:\+?1[\s.-]?)?\(?(\d{3})\)?[\s.-]?([A-Z\d-]{7,15})$/i;

/** 1-800-FLOWERS in digits; letters beyond the tenth digit do not count. Null for what is not written so. */
function lettersAsDigits(text: string): string | null {
  const found = vanityNumber.exec(text);
  const [, area = '', rest = ''] = found ?? [];
  if (!found || rest.replace(/[^A-Z]/gi, '').length < 3) return null;
  const digits = rest
    .toUpperCase()
    .replace(/-/g, '')
    .replace(/[A-Z]/g, (letter) => keys[letter.charCodeAt(0) - 65] ?? '');
  return `+1${area}${digits.slice(0, 7)}`;
}

function countDigits(text: string): number {
  return text.replace(/\P{Nd}/gu, '').length;
}

function whyUnreadable(
  text: string,
  home: CountryCode | undefined,
  read: PhoneNumber | undefined,
): UnreadableNumber {
  const digits = countDigits(text);
  if (digits === 0) return 'no-number';
  if (digits < fewestDigits) return 'too-short';
  if (digits > mostDigits) return 'too-long';
  const abroad = text.includes('+') || leadingZeros.test(text);
  if (home === undefined && !abroad) return 'no-country';
  const problem = read
    ? validatePhoneNumberLength(read.number)
    : parseProblem(text.replace(leadingZeros, '+'), home);
  return problems.get(problem) ?? 'no-number';
}

const problems: ReadonlyMap<string | undefined, UnreadableNumber> = new Map([
  ['TOO_SHORT', 'too-short'],
  ['TOO_LONG', 'too-long'],
  ['INVALID_LENGTH', 'wrong-length'],
  ['INVALID_COUNTRY', 'unknown-country-code'],
]);

/** What the library says about a text that it did not read. */
function parseProblem(text: string, home: CountryCode | undefined): string | undefined {
  try {
    parsePhoneNumberWithError(text, home);
    return undefined;
  } catch (error) {
    return error instanceof ParseError ? error.message : undefined;
  }
}
