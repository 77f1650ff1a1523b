import {
  type CountryCode,
  getCountryCallingCode,
  type PhoneNumber,
  type PhoneNumberType,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import { earlierPlans } from './earlier-plans.ts';
import { renumberedPlans } from './renumbered-plans.ts';
import type { RenumberedPlan, Renumbering } from './renumbering.ts';
import { callingCodes, digitsOf, hasOwnCode, leadingZeros } from './typed-number.ts';

/** A number of a plan, and the year of its current form when it was written in the previous one. */
export interface Reading {
  readonly number: PhoneNumber;
  readonly line: PhoneNumberType;
  readonly renumberedIn: number | null;
}

/**
 * The result of reading a row of digits. `ambiguous`: several readings, or one that its punctuation contradicts.
 * `old-plan`: from before a renumbering without a fixed replacement. `abroad`: a number of another country if a + is
 * missing. `none`: no reading is a number of a plan; `first` is the library's result.
 */
export type RowReading =
  | { readonly kind: 'read'; readonly reading: Reading }
  | { readonly kind: 'ambiguous' | 'old-plan' | 'abroad' }
  | { readonly kind: 'none'; readonly first: PhoneNumber | undefined };

/** Reads a row of digits as written in a country. */
export function readRow(row: string, home: CountryCode | undefined): RowReading {
  const text = withCodeBeforeZero(
    row.replace(/^\++\s*(\(?)\s*(00)?/, '$1+').replace(/^\(\+([^)]*)$/, '+$1'),
    home,
  );
  const first = readAsWritten(text, home);
  const asWritten = toReading(first);
  const isDoubtful = asWritten !== undefined && splitsCountryCode(text, asWritten.number.countryCallingCode);
  if (asWritten && !isDoubtful) return { kind: 'read', reading: asWritten };
  const found = new Map<string, Reading>();
  for (const reading of otherReadings(text, home, first)) {
    if (reading && !found.has(reading.number.number)) found.set(reading.number.number, reading);
  }
  const [only, ...others] = found.values();
  if (isDoubtful || others.length > 0) return { kind: 'ambiguous' };
  if (only) return { kind: 'read', reading: only };
  if (isFromOldPlan(text, home, first)) return { kind: 'old-plan' };
  return isFromAbroad(text, home) ? { kind: 'abroad' } : { kind: 'none', first };
}

/** 49 (0) 30…: a zero in brackets follows a country code, even where the + is missing. */
function withCodeBeforeZero(text: string, home: CountryCode | undefined): string {
  const code = /^(\d{1,3})[\s-]*\(\s*0\s*\)/.exec(text)?.[1];
  return code !== undefined && home !== undefined && code === getCountryCallingCode(home) ? `+${text}` : text;
}

function readAsWritten(text: string, home: CountryCode | undefined): PhoneNumber | undefined {
  if (leadingZeros.test(text)) {
    const abroad = parsePhoneNumberFromString(text.replace(leadingZeros, text.startsWith('(') ? '(+' : '+'));
    // 0011 is Australia's way to write +: then the country's own reading is the right one.
    if (abroad?.isValid() || home === undefined) return abroad;
  }
  return parsePhoneNumberFromString(text, home);
}

function toReading(number: PhoneNumber | undefined, renumberedIn: number | null = null): Reading | undefined {
  // With the full metadata every number of a plan has a type: one call answers both, and halves the work.
  const line = number?.getType();
  return number !== undefined && line !== undefined ? { number, line, renumberedIn } : undefined;
}

function read(text: string, home?: CountryCode): Reading | undefined {
  return toReading(parsePhoneNumberFromString(text, home));
}

/**
 * True when a blank or symbol splits the country code, as in `004-92-58…`: someone who means +49 writes 0049 or 00 49.
 * Where nearly every digit is separated, that says nothing.
 */
function splitsCountryCode(text: string, callingCode: string): boolean {
  const prefix = /^\(?\s*(?:\+|0\s?0)[\s./-]*/.exec(text)?.[0];
  if (prefix === undefined || callingCode.length < 2) return false;
  const rest = text.slice(prefix.length);
  if (!digitsOf(rest).startsWith(callingCode) || rest.startsWith(callingCode)) return false;
  const groups = rest.match(/\d+/g) ?? [];
  return groups.length < digitsOf(rest).length * 0.75;
}

/** Readings of common irregular spellings, each a number of a plan. */
function* otherReadings(
  text: string,
  home: CountryCode | undefined,
  first: PhoneNumber | undefined,
): Generator<Reading | undefined> {
  const digits = digitsOf(text);
  const isAbroad = hasOwnCode(text);
  if (isAbroad) yield* readingsWithCode(text.replace(leadingZeros, '+').replace('(+', '+'), home);
  if (home !== undefined) yield* readingsAtHome(text, digits, home, isAbroad && first !== undefined);
  yield* renumbered(digits, home, first);
}

/** +1 (0) 425…, +49+30…, +033…, +49 49…, +39 2…: the country code is there, and something is wrong after it. */
function* readingsWithCode(text: string, home: CountryCode | undefined): Generator<Reading | undefined> {
  if (/\(\s*0+/.test(text)) yield read(text.replace(/\(\s*0+/, '('));
  const plus = text.indexOf('+');
  if (text.includes('+', plus + 1)) yield read(`+${text.slice(plus + 1).replaceAll('+', ' ')}`);
  const digits = digitsOf(text);
  if (digits.startsWith('0')) yield read(`+${digits.replace(/^0+/, '')}`);
  yield* readingsBehindCode(digits);
  if (/^\+?\s*39/.test(text)) {
    yield read(`+390${digits.slice(2)}`);
    // Landlines keep their zero; before a mobile number it is superfluous.
    if (digits.startsWith('3903')) yield read(`+39${digits.slice(3)}`);
  }
  // Russians dial 8 within the country, and some put the + before that.
  if (home !== undefined && digits.startsWith('8') && trunkEight.has(home)) yield read(digits, home);
}

/** The country code twice, or a zero between it and the number. */
function* readingsBehindCode(digits: string): Generator<Reading | undefined> {
  for (const length of [1, 2, 3]) {
    const code = digits.slice(0, length);
    const rest = digits.slice(length).replace(/^00/, '');
    // 4 and 22 are not country codes.
    if (!callingCodes.has(code)) continue;
    // As a form's country prefix produces it.
    if (rest.startsWith(code)) yield read(`+${rest}`);
    // Where numbers have no leading 0 within the country, some people write one anyway.
    if (digits.startsWith('0', length)) yield read(`+${code}${digits.slice(length).replace(/^0+/, '')}`);
  }
}

const trunkEight: ReadonlySet<string> = new Set(['RU', 'KZ', 'BY', 'TM', 'UZ']);

/** 0919848022338 in India, (0xx31) in Brazil, 022 in Poland, 2 1245… in Italy: the zero is superfluous, or missing. */
function* readingsAtHome(
  text: string,
  digits: string,
  home: CountryCode,
  hasOwnCode: boolean,
): Generator<Reading | undefined> {
  if (hasOwnCode) return;
  const code = getCountryCallingCode(home);
  const bare = digits.replace(/^0+/, '');
  if (text.includes('+')) yield read(digits, home);
  if (digits.startsWith('0')) {
    yield read(digits.slice(1), home);
    if (bare.startsWith(code)) yield read(`+${bare}`);
  } else if (home === 'IT') yield read(`0${digits}`, home);
}

/** The number in its form since a renumbering of its plan. */
function* renumbered(
  digits: string,
  home: CountryCode | undefined,
  first: PhoneNumber | undefined,
): Generator<Reading | undefined> {
  for (const { code, old, plan, rule } of oldNumbers(digits, home, first)) {
    if (rule.now !== null)
      yield toReading(parsePhoneNumberFromString(`+${code}${old.replace(rule.old, rule.now)}`), plan.since);
  }
}

function isFromOldPlan(text: string, home: CountryCode | undefined, first: PhoneNumber | undefined): boolean {
  return oldNumbers(digitsOf(text), home, first).some(({ rule }) => rule.now === null);
}

function oldNumbers(digits: string, home: CountryCode | undefined, first: PhoneNumber | undefined) {
  const codes = [...new Set([first?.countryCallingCode, home && getCountryCallingCode(home)])];
  return codes.flatMap((code) => {
    if (code === undefined) return [];
    const rulesOf = (plans: readonly RenumberedPlan[] = []) =>
      plans.flatMap((plan) => plan.rules.map((rule) => ({ plan, rule })));
    const earlier = rulesOf(earlierPlans.get(code));
    const rules = [...rulesOf(renumberedPlans.get(code)), ...earlier];
    if (rules.length === 0) return [];
    return [...nationalForms(digits, code, first)].flatMap((old) =>
      rules
        .filter(({ rule }) => rule.old.test(old))
        .flatMap((each) => {
          const isUnclear = earlier.includes(each) && mayBeCut(code, old, each.rule);
          if (!isUnclear) return [{ ...each, code, old }];
          const unclear = { ...each.rule, now: null };
          return each.plan.since >= stillWritten ? [{ ...each, rule: unclear, code, old }] : [];
        }),
    );
  });
}

/** Forms replaced earlier are no longer written: such a text is a mistyped number of today. */
const stillWritten = 2005;

/** Whether an old number may as well be a current one that lost its last digits. */
function mayBeCut(code: string, old: string, { old: pattern, now }: Renumbering): boolean {
  const missing = now === null ? [1, 2] : [old.replace(pattern, now).length - old.length];
  return missing.some((count) =>
    ['1', '4', '7'].some((digit) => count > 0 && read(`+${code}${old}${digit.repeat(count)}`) !== undefined),
  );
}

/** The national number that the digits may represent: with and without the prefixes dialed before it. */
function nationalForms(digits: string, code: string, first: PhoneNumber | undefined): Set<string> {
  const forms = new Set<string>();
  const isOf = first?.countryCallingCode === code;
  if (isOf) forms.add(first.nationalNumber);
  const bare = digits.replace(/^(?:00|011)?/, '');
  if (bare.startsWith(code)) {
    forms.add(bare.slice(code.length));
    forms.add(bare.slice(code.length).replace(/^0/, ''));
  } else if (!digits.startsWith('00')) {
    forms.add(digits);
    forms.add(digits.replace(/^0/, ''));
  }
  return forms;
}

/** The length of a number with its country code; with fewer digits, an accidental match is too likely. */
const fewestDigitsAbroad = 10;

/** Without + nobody can tell the country: a number of another plan, if the digits are one. */
function isFromAbroad(text: string, home: CountryCode | undefined): boolean {
  const digits = digitsOf(text);
  if (home === undefined || text.includes('+') || digits.startsWith('0')) return false;
  return digits.length >= fewestDigitsAbroad && read(`+${digits}`) !== undefined;
}
