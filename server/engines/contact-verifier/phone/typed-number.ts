import { getCountries, getCountryCallingCode } from 'libphonenumber-js/max';
import { withoutTrailing } from '../trailing.ts';
import { saysExtension, saysOtherNumber } from './extension-words.ts';

/** A row of digits that may be a phone number, with its context. */
export interface TypedNumber {
  /** Digits 0 to 9, blanks, and symbols such as + ( ) - / between them. */
  readonly text: string;
  readonly extension: string | null;
  /** A country code separated from the number by other text: the number is of that country, or not understood. */
  readonly loneCode: string | null;
}

export interface TypedText {
  /** Possible numbers, in the order to try them. */
  readonly numbers: readonly TypedNumber[];
  /** Words, or more digits than the numbers have: the text says more than a number. */
  readonly hasMore: boolean;
  /** The text in ordinary width and digits, for the letters of vanity numbers. */
  readonly plain: string;
  /** A spreadsheet rounded the number: its last digits are lost. */
  readonly isRounded: boolean;
}

/** Finds possible phone numbers in a text as people and programs write it; takes time linear in its length. */
export function readTypedText(typed: string): TypedText {
  const linked = outOfMarkup(inPlainSigns(typed));
  const { text, extension } = outOfUri(linked);
  const whole = outOfSpreadsheet(text);
  if (whole === 'rounded') return { numbers: [], hasMore: true, plain: text, isRounded: true };
  const bare = withoutTrailing(whole.replace(/^[='"`’‘“”\s]+(?=[+(\d\p{L}])/u, ''), /['"`’‘“”\s]/u);
  const plain = withCodeInFront(withPlainSeparators(withDigitsForLetters(bare)))
    .replace(/^\+\s+(?=[1-9])/, '+')
    // “0xx31”: any long-distance company.
    .replace(/^((?:\+?55\s?)?\(?\s?0)[\s-]?(?:xx|XX|\*\*|__)[\s-]?(?=\d{2})/, '$1')
    // [0] and {0} are (0).
    .replace(/[[{]\s?(\d{1,5})\s?[\]}]/g, '($1)')
    // Map coordinates and dates are not numbers.
    .replace(/^-?\d{1,3}[.]\d{3,12}\s?[,;]\s?-?\d{1,3}[.]\d{3,12}$/, '|')
    .replace(/(?<![\d.])(?:19|20)\d\d([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?![\d.-])/g, '|')
    .replace(/(?<![\d.])(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?![\d.-])/g, '|')
    .replace(listMarks, (all) => all.replace(/(?<!\d)\(?\d[.)]\s/g, '|'))
    // A word in brackets within a number: +49 (Germany) 30 901820.
    .replace(/\(\s*\p{L}[^()\d]*\)/gu, ' ')
    // The same without brackets, and a + spelled out.
    .replace(/(\+\s?\d{1,3})[\s,:;-]+\p{L}[^\d+|/,;]{0,40}(?=[\d(])/gu, keepUnlessExtension)
    .replace(/(?<![\p{L}\d])plus\s?(?=\d)/giu, '+');
  const { numbers, rows } = numbersIn(plain);
  const withExtension = numbers.map((number, at) =>
    at === 0 && number.extension === null ? { ...number, extension } : number,
  );
  const hasMore = rows > 1 + (withExtension[0]?.extension ? 1 : 0) || /[\p{L}|]/u.test(plain);
  return { numbers: withExtension, hasMore, plain, isRounded: false };
}

/** The country codes of all numbering plans, without +. */
export const callingCodes: ReadonlySet<string> = new Set(
  getCountries().map((country) => getCountryCallingCode(country)),
);

/** 30 901820 +49: the country code comes last. Any other digits behind a + at the end are no part of the number. */
function withCodeInFront(text: string): string {
  const at = text.lastIndexOf('+');
  const digits = /^\+ ?(\d{1,4})\)?$/.exec(text.slice(at))?.[1];
  if (at < 0 || digits === undefined) return text;
  const number = withoutTrailing(text.slice(0, at), /[\s(]/);
  if (!/^\(?\d[\d ()./-]*$/.test(number)) return text;
  return callingCodes.has(digits) ? `+${digits} ${number}` : `${number} | +${digits}`;
}

/** 1. … 2. …: a list of numbers. */
const listMarks = /^\(?1[.)]\s[\s\S]*\s\(?2[.)]\s[\s\S]*$/;

/** A word separates a country code from its number; a word for an extension does not continue the number. */
function keepUnlessExtension(all: string, code: string): string {
  return saysExtension(all.slice(code.length)) ? all : `${code} `;
}

/** O and l read as 0 and 1, as scanners and old typists write them; only where there is no other letter. */
function withDigitsForLetters(text: string): string {
  const mended = text.replace(/(?<![\p{L}\d])[\doOlI]+(?![\p{L}\d])/gu, (word) =>
    /\d/.test(word) ? word.replace(/[oO]/g, '0').replace(/[lI]/g, '1') : word,
  );
  return /\p{L}/u.test(mended) ? text : mended;
}

/** Groups of a number all separated by the same unusual character: 044'668'18'00, 01_42_68_53_00. */
const oddlySeparated =
  /^(?:\+\d{1,3}(?=[_*,;:~='’|])|\+?\(?\d{1,5}\)?(?=([_*,;:~='’|])\d{1,6}\1))([_*,;:~='’|])\d{1,12}(?:\2\d{1,12})*$/;

function withPlainSeparators(text: string): string {
  const sign = oddlySeparated.exec(text)?.[2];
  return sign === undefined ? text : text.replaceAll(sign, ' ');
}

/** Normalizes full-width and other digits, dashes, blanks and brackets of every script; drops invisible characters. */
function inPlainSigns(typed: string): string {
  if (/^[ -~]*$/.test(typed)) return typed;
  return typed
    .normalize('NFKC')
    .replace(/\p{Cf}|\ufe0e|\ufe0f|\u20e3/gu, '')
    .replace(/\p{Nd}/gu, digitOf)
    .replace(hanNumber, (written) => written.replace(/[〇零一二三四五六七八九]/gu, hanDigit))
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[\t\p{Zs}·•]/gu, ' ')
    .replace(/[\p{Extended_Pictographic}]/gu, (sign) => (/[\d#*]/.test(sign) ? sign : ' '))
    .replace(/[\r\n\u2028\u2029]+/g, '|');
}

/** A number written out in Han digits; fewer of them may be a word. */
const hanNumber = /[〇零一二三四五六七八九](?:[\s()+-]*[〇零一二三四五六七八九\d]){6,}/gu;
const hanDigits = '〇一二三四五六七八九';

function hanDigit(sign: string): string {
  return String(Math.max(0, hanDigits.indexOf(sign)));
}

/** Unicode keeps the ten digits of a script together, from a code that ends in 0 or in 6. */
function digitOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 128) return sign;
  const place = code % 16;
  const beginsAtSix = place >= 6 && !/\p{Nd}/u.test(String.fromCodePoint(code - (place - 5)));
  return String(beginsAtSix ? place - 6 : place);
}

const anchor = /<a\b[^<>]*>/gi;
const hyperlink = /\bhref\s*=[\s"']*((?:tel|callto|sms|whatsapp):[^"'>\s]+)/i;
const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  plus: '+',
  '#43': '+',
  '#160': ' ',
  '#x2b': '+',
};

function outOfMarkup(text: string): string {
  if (!/[<&[]/.test(text)) return text;
  const markdown = /\]\(\s*((?:tel|callto|sms):[^()\s]+)\s*\)/i.exec(text);
  const linked = [...text.matchAll(anchor)].map(([tag]) => hyperlink.exec(tag)?.[1]);
  const found = linked.find((target) => target !== undefined) ?? markdown?.[1];
  if (found !== undefined) return found;
  return text
    .replace(/&(nbsp|plus|#43|#160|#x2b);/gi, (_, name: string) => entities[name.toLowerCase()] ?? ' ')
    .replace(/<[^<>]{0,500}>/g, ' ');
}

const scheme = /^\s*(?:tel|callto|sms|skype|whatsapp|facetime|voip|phone)\s*:\/{0,2}\s*(?=[+\d(%])/i;
const chat = /(?:wa\.me\/|[?&]phone=)\s*(?:%2B|\+)?(\d{7,15})\b/i;

/** RFC 3966 and what chat programs make of it. */
function outOfUri(text: string): { text: string; extension: string | null } {
  const chatting = chat.exec(text)?.[1];
  if (chatting !== undefined) return { text: `+${chatting}`, extension: null };
  if (!scheme.test(text)) return { text: text.includes('%2B') ? decoded(text) : text, extension: null };
  const [number = '', ...parameters] = decoded(text.replace(scheme, '')).split(/[;?&]/);
  const value = (name: string) =>
    parameters.find((parameter) => parameter.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
  const context = /^\+\d+$/.exec(value('phone-context') ?? '')?.[0];
  const extension = /^\d{1,11}$/.exec(value('ext') ?? '')?.[0] ?? null;
  return { text: context && !number.includes('+') ? context + number : number, extension };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Six digits of a rounded number are not enough; programs that write all of them write at least eight. */
const fewestExactDecimals = 7;

/** A number that a spreadsheet or a program treated as numeric: `4930901820.0`, `3.2450402696E10`. */
function outOfSpreadsheet(text: string): string | 'rounded' {
  const amount = /^\s*['"]?(\+?(?:[\d ()/-]{0,20}[ ()/-])?\d{6,15})[.,]0+['"]?\s*$/.exec(text)?.[1];
  if (amount !== undefined) return amount;
  const [, first = '', written = '', exponent = ''] =
    /^\s*['"]?\+?(\d)[.,](\d{1,20})\s*[eE]\s*\+?(\d{1,2})['"]?\s*$/.exec(text) ?? [];
  if (first === '') return text;
  // The program added the zeros after the whole number.
  const decimals = /^0*$/.test(written.slice(Number(exponent)))
    ? written.slice(0, Number(exponent))
    : written;
  const missing = Number(exponent) - decimals.length;
  const isWhole = missing >= 0 && decimals.length >= fewestExactDecimals;
  return isWhole || missing === 0 ? first + decimals + '0'.repeat(missing) : 'rounded';
}

/** A row of digits with what may separate them. */
const row = /(?<![+(])[+(]*\d[\d +()./-]*/g;
const mostRows = 40;
/** The length that a complete number has nearly everywhere. */
const ownDigits = 7;

/** No number has fewer digits after its country code. */
const fewestWithCode = 4;

interface Row {
  readonly text: string;
  readonly digits: number;
  readonly before: string;
}

function numbersIn(plain: string): { numbers: TypedNumber[]; rows: number } {
  const rows = rowsIn(plain);
  const extensions = new Set<number>();
  const found = rows.map(({ text, digits }, at) => {
    const next = rows[at + 1];
    const isExtended =
      digits >= 4 &&
      next !== undefined &&
      next.digits <= 7 &&
      saysExtension(next.before, { before: digits, behind: next.digits });
    if (isExtended) extensions.add(at + 1);
    const extension = isExtended ? (/\d+/.exec(next.text)?.[0] ?? null) : null;
    return { at, text, digits, extension, loneCode: null };
  });
  const own = found.filter(({ at }) => !extensions.has(at));
  const large = own.filter(({ digits }) => digits >= ownDigits);
  const tried =
    large.length > 0 ? large : own.toSorted((one, other) => other.digits - one.digits).slice(0, 1);
  // A fax number is still a number, when there is no other.
  const isOther = ({ at }: { at: number }) => saysOtherNumber(rows[at]?.before ?? '');
  const numbers = withLoneCode(own, tried).filter((number) => !isOther(number));
  return { numbers, rows: rows.length };
}

interface FoundNumber extends TypedNumber {
  readonly at: number;
  readonly digits: number;
}

/** A country code that stands alone belongs to the next number, or otherwise determines what the others must be. */
function withLoneCode(own: readonly FoundNumber[], tried: readonly FoundNumber[]): readonly FoundNumber[] {
  const at = own.findIndex(({ text, digits }) => text.includes('+') && digits < fewestWithCode);
  if (at < 0 || own.length === 1) return tried;
  const loneCode = digitsOf(own[at]?.text ?? '');
  const next = own[at + 1];
  if (next && !hasOwnCode(next.text)) return [{ ...next, text: `+${loneCode} ${next.text}`, loneCode }];
  return tried.map((number) => (hasOwnCode(number.text) ? number : { ...number, loneCode }));
}

function rowsIn(plain: string): Row[] {
  const matches = [...plain.matchAll(row)].slice(0, mostRows);
  return matches.flatMap((match, at) => {
    const from = at === 0 ? 0 : (matches[at - 1]?.index ?? 0) + (matches[at - 1]?.[0].length ?? 0);
    const before = plain.slice(from, match.index);
    return apart(match[0]).map((text, part) => ({
      text,
      digits: digitsOf(text).length,
      before: part === 0 ? before : '/',
    }));
  });
}

/** Two numbers separated only by a slash or the + of the second. */
function apart(text: string): string[] {
  const parts = text
    .replace(/ +/g, ' ')
    .split(/ \/ ?|\/ |(?<=\d) ?[/-]? ?(?=\(?\+)/)
    .map((part) => part.trim());
  const isList = parts.length > 1 && parts.every((part) => digitsOf(part).length >= 6);
  return isList ? parts : [text.trim()];
}

/** Most of the world writes 00 for +, whatever the lead's country. */
export const leadingZeros = /^\(?\s*0\s?0\s*/;

/** Whether a row of digits names its own country. */
export function hasOwnCode(text: string): boolean {
  return text.includes('+') || leadingZeros.test(text);
}

/** Only the digits. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
