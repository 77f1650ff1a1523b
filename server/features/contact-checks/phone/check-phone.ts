import type { PhoneNumber, PhoneNumberType } from 'libphonenumber-js/max';
import type { Evidence } from '../../../../contract/contact-checks.ts';
import type { PhoneValidity } from '../../../../contract/enums.ts';
import { finding, type PhoneVerdict } from '../verdict.ts';
import { keeperOfFictionalNumber } from './fictional-numbers.ts';
import { type NumberPattern, numberPattern } from './number-pattern.ts';
import { readNumber, type UnreadableNumber } from './read-number.ts';

export interface PhoneCheckContext {
  /** The lead's country, ISO 3166-1 alpha-2; null when it is not known. */
  readonly country: string | null;
  readonly now: Date;
}

/** Numbering plans change slowly; what they said is looked at again after half a year. */
const planGoodForSeconds = 180 * 24 * 3600;

/**
 * What the numbering plans say about a number as it was typed (CV-2, CV-3). A number with + or 00 is read by itself,
 * any other by the lead's country. Valid here rests on the evidence `number-plan` alone: that a plan has such numbers,
 * not that this one is connected. Never throws and asks nobody.
 */
export function checkPhone(input: string, { country, now }: PhoneCheckContext): PhoneVerdict {
  const reading = readNumber(input, country);
  if (!reading.readable) return unreadableVerdict(reading.code, now);
  const { number } = reading;
  const keeper = keeperOfFictionalNumber(number.countryCallingCode, number.nationalNumber);
  if (keeper !== null) return verdict('Invalid', number, [fiction(keeper, now)]);
  if (reading.line === null) return verdict('Invalid', number, [notInPlan(number, now)]);
  const sentence = inPlanSentence(number, reading.line);
  const inPlan = finding('number-plan', 'passed', 'number-plan', sentence, now, planGoodForSeconds);
  const pattern = numberPattern(number.nationalNumber);
  if (pattern === null) return verdict('Valid', number, [inPlan]);
  return verdict('Unknown', number, [inPlan, suspicious(pattern, now)]);
}

function verdict(
  validity: PhoneValidity,
  number: PhoneNumber | null,
  evidence: readonly Evidence[],
): PhoneVerdict {
  return {
    validity,
    evidence,
    retryAfterSeconds: null,
    e164: number?.number ?? null,
    extension: number?.ext ?? null,
  };
}

/** Nobody's fault, and nothing established: no number, or none that could be read without its country. */
const unreadable: Readonly<Record<UnreadableNumber, { validity: PhoneValidity; detail: string }>> = {
  'no-number-given': { validity: 'Unknown', detail: 'There is no telephone number.' },
  'no-number': { validity: 'Invalid', detail: 'What was typed is not a telephone number.' },
  'no-country': {
    validity: 'Unknown',
    detail: 'The number has no country code, and the country to read it by is not known.',
  },
  'too-short': {
    validity: 'Invalid',
    detail: 'The number has too few digits; perhaps the area code is missing.',
  },
  'too-long': { validity: 'Invalid', detail: 'The number has too many digits.' },
  'wrong-length': { validity: 'Invalid', detail: 'No number of its country has this many digits.' },
  'unknown-country-code': {
    validity: 'Invalid',
    detail: 'No country has the country code that it begins with.',
  },
};

function unreadableVerdict(code: UnreadableNumber, now: Date): PhoneVerdict {
  const { validity, detail } = unreadable[code];
  const result = validity === 'Invalid' ? 'failed' : 'unknown';
  return verdict(validity, null, [finding('number-plan', result, code, detail, now)]);
}

function fiction(keeper: string, now: Date): Evidence {
  const detail = `${capitalized(keeper)} keeps this number free for films, books and examples: nobody can be reached there.`;
  return finding('fictional-number', 'failed', 'kept-for-fiction', detail, now);
}

/**
 * Unknown and not Invalid: numbers such as 444 44 44 are assigned, and asked for. A reachability provider may still
 * find somebody there.
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

function inPlanSentence(number: PhoneNumber, line: PhoneNumberType): string {
  return `The numbering plan (${placeOf(number)}) has it as ${lineNames[line]}. Whether it is connected was not asked.`;
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });
/** Asking Intl costs as much as reading the number. */
const knownNames = new Map<string, string>();

/** The plan's country; plans without one, such as +800, go by their code. */
function placeOf({ country, countryCallingCode }: PhoneNumber): string {
  if (country === undefined) return `+${countryCallingCode}`;
  const name = knownNames.get(country) ?? countryNames.of(country) ?? country;
  knownNames.set(country, name);
  return name;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
