import { words } from '../../../../contract/words.ts';
import type { LeadFeatureName } from './feature-set.ts';
import type { MessageLength } from './snapshot.ts';
import { messageLengthFrom } from './snapshot.ts';
import type { TitleSeniority } from './title-seniority.ts';

const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

const titles: Record<TitleSeniority | 'none', string> = {
  executive: 'Contact is an executive or board member',
  director: 'Contact heads a department',
  manager: 'Contact manages people or projects',
  assistant: 'Contact is an assistant',
  trainee: 'Contact is a student, intern or trainee',
  other: 'Job title isn’t a leadership role',
  none: 'No job title',
};

const messages: Record<MessageLength, string> = {
  none: 'No message',
  short: `Very short message (under ${messageLengthFrom.medium} characters)`,
  medium: 'Short but meaningful message',
  long: 'Detailed message',
  'very-long': `Very long message (${messageLengthFrom['very-long']} characters or more)`,
};

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** What each value of a feature says about the lead; `null` is for missing. */
const sayings: Record<LeadFeatureName, Readonly<Record<string, string>>> = {
  leadSource: {
    other: 'Came from somewhere other than a storefront',
    null: 'Storefront unknown',
  },
  leadType: {
    Profile: 'Came from a business profile',
    Offer: 'Came from an offer',
  },
  callToAction: {
    ...statements(words.callToAction, (word) => `Customer chose “${word}”`),
    null: 'Came without a call to action',
  },
  qualification: {
    Direct: 'Came without qualification by a seller',
    MarketingQualified: 'Qualified by marketing',
    SalesQualified: 'Qualified by a seller',
  },
  country: { null: 'Country unknown' },
  receivedHours: {},
  receivedWeekday: Object.fromEntries(
    weekdays.map((day, at) => [String(at + 1), `Arrived on a ${day} (UTC)`]),
  ),
  company: { yes: 'Company named', no: 'No company named' },
  lastName: { yes: 'Last name given', no: 'No last name' },
  titleSeniority: titles,
  messageLength: messages,
  emailDomainKind: {
    company: 'Company email address',
    freemail: 'Free email address',
    disposable: 'Disposable email address',
    relay: 'Email address hidden behind a privacy relay',
    none: 'No email address',
  },
  emailValidity: {
    Valid: 'Valid email address',
    Invalid: 'Invalid email address',
    Spam: 'Email address known for spam',
    Unknown: 'Email address couldn’t be verified',
    null: 'No email address',
  },
  phoneValidity: {
    Valid: 'Valid phone number',
    Invalid: 'Invalid phone number',
    Unknown: 'Phone number couldn’t be verified',
    none: 'No phone number',
  },
  domainFitsCompany: {
    yes: 'Email domain matches the company name',
    no: 'Email domain doesn’t match the company name',
    null: 'Email domain can’t be compared with a company name',
  },
  contactAllowed: {
    yes: 'Customer agreed to be contacted',
    no: 'Customer didn’t agree to be contacted',
  },
  repeatLead: {
    yes: 'Customer has asked about this before',
    no: 'First request from this customer',
  },
  hot: {
    yes: 'Customer asked to be contacted directly',
    no: 'Customer didn’t ask to be contacted directly',
  },
};

function statements(list: Readonly<Record<string, string>>, say: (word: string) => string) {
  return Object.fromEntries(Object.entries(list).map(([value, word]) => [value, say(word)]));
}

/** The display names for codes of storefronts. */
export type StorefrontNames = ReadonlyMap<string, string>;

/**
 * What a value of a feature says about the lead, as a statement without a full stop.
 * @param pooled the model has seen too few leads with this value to judge it on its own
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
  const sentence = statement ?? 'A detail is missing';
  return pooled ? `${sentence} (rare so far)` : sentence;
}

/** For features whose values are not a closed list. */
function openStatement(feature: LeadFeatureName, value: string, storefronts: StorefrontNames): string {
  if (feature === 'country') return `Customer is in ${countryName(value)}`;
  if (feature === 'leadSource') return `Came from ${storefronts.get(value) ?? value}`;
  const from = Number(value);
  return `Arrived between ${clock(from)} and ${clock(from + 4)} UTC`;
}

function clock(hour: number): string {
  return `${String(hour % 24).padStart(2, '0')}:00`;
}

/** Invalid codes are shown as they are. */
function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (countryNames.of(code) ?? code) : code;
}
