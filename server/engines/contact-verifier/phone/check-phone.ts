import type { PhoneNumber, PhoneNumberType } from 'libphonenumber-js/max';
import type { Evidence } from '../../../../contract/leads/contact-checks.ts';
import type { PhoneValidity } from '../../../../contract/leads/lists.ts';
import { finding, type PhoneVerdict } from '../verdict.ts';
import { keeperOfFictionalNumber } from './fictional-numbers.ts';
import { type NumberPattern, numberPattern } from './number-pattern.ts';
import { readNumber, type UnreadableNumber } from './read-number.ts';

export interface PhoneCheckContext {
  /** The lead's country, ISO 3166-1 alpha-2; null when it is not known. */
  readonly country: string | null;
  readonly now: Date;
  /** In the demo, numbers that regulators reserve for examples are as good as others. */
  readonly examplesAreGood?: boolean;
}

/** Numbering plans change slowly; their verdicts are checked again after half a year. */
const planGoodForSeconds = 180 * 24 * 3600;

/**
 * What the numbering plans say about a number as typed (CV-2, CV-3). A number with + or 00 is read on its own, any
 * other by the lead's country. Valid here rests only on the evidence `number-plan`: that a plan has such numbers, not
 * that this one is connected. Never throws and contacts nobody.
 */
export function checkPhone(
  input: string,
  { country, now, examplesAreGood = false }: PhoneCheckContext,
): PhoneVerdict {
  const reading = readNumber(input, country);
  if (!reading.readable) return unreadableVerdict(reading.code, now);
  const { number } = reading;
  const keeper = keeperOfFictionalNumber(number.countryCallingCode, number.nationalNumber);
  if (keeper !== null && examplesAreGood) return verdict('Valid', reading, [exampleOfDemo(now)]);
  if (keeper !== null) return verdict('Invalid', reading, [fiction(keeper, now)]);
  if (reading.line === null) return verdict('Invalid', reading, [notInPlan(number, now)]);
  const sentence = inPlanSentence(number, reading.line, reading.renumberedIn);
  const inPlan = finding('number-plan', 'passed', 'number-plan', sentence, now, planGoodForSeconds);
  const pattern = numberPattern(number.nationalNumber);
  if (pattern === null) return verdict('Valid', reading, [inPlan]);
  return verdict('Unknown', reading, [inPlan, suspicious(pattern, now)]);
}

function verdict(
  validity: PhoneValidity,
  read: { readonly number: PhoneNumber; readonly extension: string | null } | null,
  evidence: readonly Evidence[],
): PhoneVerdict {
  return {
    validity,
    evidence,
    retryAfterSeconds: null,
    e164: read?.number.number ?? null,
    extension: read?.extension ?? null,
  };
}

/** Invalid means certainly not a number; what may be one but could not be read for certain is Unknown (CV-2). */
const unreadable: Readonly<Record<UnreadableNumber, { validity: PhoneValidity; detail: string }>> = {
  'no-number-given': { validity: 'Unknown', detail: 'No phone number was given.' },
  'no-number': { validity: 'Invalid', detail: 'This is not a phone number.' },
  'no-country': {
    validity: 'Unknown',
    detail: 'The number has no country code, and the country is not known.',
  },
  'too-short': {
    validity: 'Invalid',
    detail: 'The number has too few digits; the area code may be missing.',
  },
  'too-long': { validity: 'Invalid', detail: 'The number has too many digits.' },
  'wrong-length': { validity: 'Invalid', detail: 'No number in its country has that many digits.' },
  'unknown-country-code': { validity: 'Invalid', detail: 'No country has the country code it begins with.' },
  'several-readings': { validity: 'Unknown', detail: 'The number can be read in more than one way.' },
  'country-unclear': {
    validity: 'Unknown',
    detail:
      'The number does not fit the country, and without a + it is not clear which country it belongs to.',
  },
  'old-plan': {
    validity: 'Unknown',
    detail: 'The number is from before its country renumbered, and does not say what it is today.',
  },
  rounded: { validity: 'Unknown', detail: 'A spreadsheet rounded the number, so its last digits are lost.' },
  'not-understood': {
    validity: 'Unknown',
    detail: 'We could not find one clear phone number in what was typed.',
  },
};

function unreadableVerdict(code: UnreadableNumber, now: Date): PhoneVerdict {
  const { validity, detail } = unreadable[code];
  const result = validity === 'Invalid' ? 'failed' : 'unknown';
  return verdict(validity, null, [finding('number-plan', result, code, detail, now)]);
}

function fiction(keeper: string, now: Date): Evidence {
  const detail = `${capitalized(keeper)} keeps this number free for films, books and examples, so nobody can be reached there.`;
  return finding('fictional-number', 'failed', 'kept-for-fiction', detail, now);
}

function exampleOfDemo(now: Date): Evidence {
  const detail = 'An example number, which counts as good in the demo.';
  return finding('number-plan', 'passed', 'demo-example', detail, now, planGoodForSeconds);
}

/**
 * Unknown rather than Invalid: numbers such as 444 44 44 are assigned, and in demand. A reachability provider may still
 * reach someone there.
 */
function suspicious(pattern: NumberPattern, now: Date): Evidence {
  const what = pattern === 'repeated-digits' ? 'one digit over and over' : 'digits that count up or down';
  const detail = `The number is ${what}, as people type to fill a field.`;
  return finding('fictional-number', 'unknown', pattern, detail, now);
}

function notInPlan(number: PhoneNumber, now: Date): Evidence {
  const detail = `The numbering plan (${placeOf(number)}) has no such number.`;
  return finding('number-plan', 'failed', 'not-in-plan', detail, now, planGoodForSeconds);
}

const lineNames: Readonly<Record<PhoneNumberType, string>> = {
  MOBILE: 'a mobile number',
  FIXED_LINE: 'a fixed line',
  FIXED_LINE_OR_MOBILE: 'a fixed line or a mobile number',
  PREMIUM_RATE: 'a premium-rate number',
  TOLL_FREE: 'a toll-free number',
  SHARED_COST: 'a shared-cost number',
  VOIP: 'an internet telephony number',
  PERSONAL_NUMBER: 'a personal number',
  PAGER: 'a pager',
  UAN: 'a company-wide number',
  VOICEMAIL: 'a voice mailbox',
};

function inPlanSentence(number: PhoneNumber, line: PhoneNumberType, renumberedIn: number | null): string {
  const old = renumberedIn === null ? '' : `Written as before the renumbering of ${renumberedIn}. `;
  const plan = `The number fits the numbering plan (${placeOf(number)}) as ${lineNames[line]}.`;
  return `${old}${plan} Whether it is in service wasn't checked.`;
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });
/** Calling Intl costs as much as reading the number. */
const knownNames = new Map<string, string>();

/** The plan's country; plans without one, such as +800, use their code. */
function placeOf({ country, countryCallingCode }: PhoneNumber): string {
  if (country === undefined) return `+${countryCallingCode}`;
  const name = knownNames.get(country) ?? countryNames.of(country) ?? country;
  knownNames.set(country, name);
  return name;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
