import { words } from '../../../../contract/words.ts';
import type { LeadFeatureName } from './feature-set.ts';
import type { MessageLength } from './snapshot.ts';
import { messageLengthFrom } from './snapshot.ts';
import type { TitleSeniority } from './title-seniority.ts';

const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

const titles: Record<TitleSeniority | 'none', string> = {
  executive: 'The contact heads the company or is on its board',
  director: 'The contact heads a part of the company',
  manager: 'The contact manages people or projects',
  assistant: 'The contact assists somebody else',
  trainee: 'The contact is a student, an intern or in training',
  other: 'The job title names no leading position',
  none: 'No job title was given',
};

const messages: Record<MessageLength, string> = {
  none: 'No message was written',
  short: `The message is short (fewer than ${messageLengthFrom.medium} characters)`,
  medium: `The message has a few sentences (${messageLengthFrom.medium} to ${messageLengthFrom.long - 1} characters)`,
  long: `The message is detailed (${messageLengthFrom.long} to ${messageLengthFrom['very-long'] - 1} characters)`,
  'very-long': `The message is very long (${messageLengthFrom['very-long']} characters or more)`,
};

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** What each value of a feature means, as a statement about the lead; `null` is for missing. */
const sayings: Record<LeadFeatureName, Readonly<Record<string, string>>> = {
  leadSource: {
    other: 'The lead came from a source that is no storefront',
    null: 'The lead names no storefront',
  },
  leadType: {
    Profile: 'The customer wrote from a business profile',
    Offer: 'The customer wrote from an offer',
  },
  callToAction: {
    ...statements(words.callToAction, (word) => `The customer chose “${word}”`),
    null: 'The customer was not asked to choose an action',
  },
  qualification: {
    Direct: 'The lead is a customer inquiry',
    MarketingQualified: 'The lead is marketing qualified',
    SalesQualified: 'The lead is sales qualified',
  },
  country: { null: 'No country was given' },
  receivedHours: {},
  receivedWeekday: Object.fromEntries(
    weekdays.map((day, at) => [String(at + 1), `The lead came in on a ${day} (UTC)`]),
  ),
  company: { yes: 'A company was named', no: 'No company was named' },
  lastName: { yes: 'A last name was given', no: 'No last name was given' },
  titleSeniority: titles,
  messageLength: messages,
  emailDomainKind: {
    company: 'The e-mail address belongs to a company’s domain',
    freemail: 'The e-mail address is from a free mail service',
    disposable: 'The e-mail address is a disposable one',
    relay: 'The e-mail address is masked by a privacy relay',
    none: 'No e-mail address was given',
  },
  emailValidity: {
    Valid: 'The e-mail address was found valid',
    Invalid: 'The e-mail address was found invalid',
    Spam: 'The e-mail address is known for spam',
    Unknown: 'The e-mail address could not be verified',
    null: 'No e-mail address was given',
  },
  phoneValidity: {
    Valid: 'The phone number was found valid',
    Invalid: 'The phone number was found invalid',
    Unknown: 'The phone number could not be verified',
    none: 'No phone number was given',
  },
  domainFitsCompany: {
    yes: 'The e-mail domain fits the company’s name',
    no: 'The e-mail domain differs from the company’s name',
    null: 'The e-mail domain cannot be compared with the company’s name',
  },
  contactAllowed: {
    yes: 'The customer agreed to be contacted',
    no: 'The customer did not agree to be contacted',
  },
  repeatLead: {
    yes: 'The customer has asked about this before',
    no: 'The customer asks about this for the first time',
  },
  hot: {
    yes: 'The customer asked to be contacted directly',
    no: 'The customer did not ask to be contacted directly',
  },
};

function statements(list: Readonly<Record<string, string>>, say: (word: string) => string) {
  return Object.fromEntries(Object.entries(list).map(([value, word]) => [value, say(word)]));
}

/** The names that people see for codes of storefronts. */
export type StorefrontNames = ReadonlyMap<string, string>;

/**
 * What a value of a feature says about the lead, as a statement without a full stop.
 * @param pooled the model has seen too few leads with this value to judge it by itself
 */
export function statementFor(
  feature: LeadFeatureName,
  value: string | null,
  pooled: boolean,
  storefronts: StorefrontNames,
): string {
  const said = sayings[feature];
  const statement =
    value !== null && !Object.hasOwn(said, value)
      ? openStatement(feature, value, storefronts)
      : said[`${value}`];
  const sentence = statement ?? 'A detail of the lead is missing';
  return pooled ? `${sentence}, as few leads so far` : sentence;
}

/** For features whose values are no closed list. */
function openStatement(feature: LeadFeatureName, value: string, storefronts: StorefrontNames): string {
  if (feature === 'country') return `The customer’s country is ${countryName(value)}`;
  if (feature === 'leadSource') return `The lead came from ${storefronts.get(value) ?? value}`;
  const from = Number(value);
  return `The lead came in between ${clock(from)} and ${clock(from + 4)} UTC`;
}

function clock(hour: number): string {
  return `${String(hour % 24).padStart(2, '0')}:00`;
}

/** Codes that are none are said as they are. */
function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (countryNames.of(code) ?? code) : code;
}
