import { words } from '../../../../contract/words.ts';
import { appLanguage, formatCountry } from '../../../ui/format.ts';

/** What the values of open lists are called. */
export interface ValueNames {
  locale: string | undefined;
  storefronts: readonly { code: string; name: string }[] | undefined;
}

/** How the server names the values that are no values, and the ends of a number. */
const missing = '(missing)';
const ends: Readonly<Record<string, string>> = {
  'high values': 'High values',
  'low values': 'Low values',
  [missing]: 'Not given',
};

const labels: Readonly<Record<string, string>> = {
  leadSource: 'Storefront',
  leadType: words.filter.leadType,
  callToAction: words.filter.callToAction,
  qualification: 'Kind of lead',
  country: words.filter.country,
  receivedHours: 'Time of day',
  receivedWeekday: 'Day of the week',
  company: 'Company',
  lastName: 'Last name',
  titleSeniority: 'Position',
  messageLength: 'Length of the message',
  emailDomainKind: 'Kind of email address',
  emailValidity: words.filter.emailValidity,
  phoneValidity: words.filter.phoneValidity,
  domainFitsCompany: 'Email domain and company',
  contactAllowed: 'Consent to be contacted',
  repeatLead: 'Repeated request',
  hot: 'Asked for direct contact',
};

const given = { yes: 'Given', no: 'Not given' };
const yesOrNo = { yes: 'Yes', no: 'No' };

const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  leadSource: { other: 'No storefront' },
  leadType: words.leadType,
  callToAction: words.callToAction,
  qualification: words.qualification,
  company: given,
  lastName: given,
  titleSeniority: {
    executive: 'Heads the company',
    director: 'Heads a part of the company',
    manager: 'Manager',
    assistant: 'Assistant',
    trainee: 'Student or trainee',
    other: 'No leading position',
    none: 'No job title',
  },
  messageLength: {
    none: 'No message',
    short: 'Very short',
    medium: 'Short but meaningful',
    long: 'Detailed',
    'very-long': 'Very long',
  },
  emailDomainKind: {
    company: 'Company’s own',
    freemail: 'Free email service',
    disposable: 'Disposable',
    relay: words.evidenceCheck['privacy-relay'],
    none: 'No address',
  },
  emailValidity: { ...words.emailValidity, [missing]: 'No address' },
  phoneValidity: { ...words.phoneValidity, none: 'No number' },
  domainFitsCompany: { yes: 'Fit together', no: 'Differ', [missing]: 'Cannot be compared' },
  contactAllowed: yesOrNo,
  repeatLead: { yes: 'Asked before', no: 'First time' },
  hot: yesOrNo,
};

/** What a feature of the rating is called; the name of an unknown one is spelled out. */
export function wordFeature(name: string): string {
  return labels[name] ?? spellOut(name);
}

/** What a value of a feature is called; an unknown one is shown unchanged. */
export function wordValue(feature: string, value: string, names: ValueNames): string {
  const known = values[feature]?.[value] ?? ends[value];
  return known ?? wordOpenValue(feature, value, names);
}

/** For features whose values are no closed list. */
function wordOpenValue(feature: string, value: string, { locale, storefronts }: ValueNames): string {
  switch (feature) {
    case 'country':
      return formatCountry(value, locale);
    case 'leadSource':
      return storefronts?.find(({ code }) => code === value)?.name ?? value;
    case 'receivedHours':
      return wordHours(value);
    case 'receivedWeekday':
      return wordWeekday(value);
    default:
      return value;
  }
}

const hoursInBlock = 4;

/** A block of hours by its first, 0, 4, …, 20. */
function wordHours(value: string): string {
  const from = Number(value);
  if (value.trim() === '' || !Number.isInteger(from)) return value;
  return `${clock(from)}–${clock(from + hoursInBlock)} UTC`;
}

function clock(hour: number): string {
  return `${String(hour % 24).padStart(2, '0')}:00`;
}

/** 1 is Monday; 1 January 2024 was one. */
function wordWeekday(value: string): string {
  const day = Number(value);
  if (!Number.isInteger(day) || day < 1 || day > 7) return value;
  const format = new Intl.DateTimeFormat(appLanguage, { weekday: 'long', timeZone: 'UTC' });
  return format.format(Date.UTC(2024, 0, day));
}

const endings: Readonly<Record<string, string>> = {
  ...words.status,
  ReportedAsSpam: words.leadEvent['lead.reported-as-spam'],
};

/** How leads ended, as a model learns from it; an unknown ending is spelled out. */
export function wordEnding(ending: string): string {
  return endings[ending] ?? spellOut(ending);
}

function spellOut(name: string): string {
  const spelled = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[._-]+/gu, ' ')
    .trim()
    .toLowerCase();
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
}
