import { words } from '../../../../contract/words.ts';
import { appLanguage, formatCountry } from '../../../ui/format.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';

/** The names of values that are not in a closed list. */
interface ValueNames {
  locale: string | undefined;
  storefronts: readonly { code: string; name: string }[] | undefined;
}

/** The server's names for missing values, and for the ends of a number. */
const missing = '(missing)';
const ends: Readonly<Record<string, string>> = {
  'high values': t('features.values.high'),
  'low values': t('features.values.low'),
  [missing]: shared('notGiven'),
};

/** Maps each key to its text. */
function textEach<Key extends string>(keys: readonly Key[], textOf: (key: Key) => string) {
  return Object.fromEntries(keys.map((key) => [key, textOf(key)]));
}

const named = [
  'receivedHours',
  'receivedWeekday',
  'titleSeniority',
  'messageLength',
  'emailDomainKind',
  'domainFitsCompany',
  'contactAllowed',
  'repeatLead',
  'hot',
] as const;
const namedByFields = ['leadSource', 'qualification', 'company', 'lastName'] as const;
const namedByFilters = ['leadType', 'callToAction', 'country', 'emailValidity', 'phoneValidity'] as const;

const labels: Readonly<Record<string, string>> = {
  ...textEach(named, (name) => t(`features.names.${name}`)),
  ...textEach(namedByFields, (name) => words.field[name]),
  ...textEach(namedByFilters, (name) => words.filter[name]),
};

const given = { yes: t('features.values.given'), no: shared('notGiven') };
const yesOrNo = { yes: shared('yes'), no: shared('no') };
const seniorities = ['executive', 'director', 'manager', 'assistant', 'trainee', 'other', 'none'] as const;
const lengths = ['short', 'medium', 'long', 'very-long'] as const;
const domainKinds = ['company', 'freemail', 'disposable', 'none'] as const;

const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  leadSource: { other: t('features.values.leadSource.other') },
  leadType: words.leadType,
  callToAction: words.callToAction,
  qualification: words.qualification,
  company: given,
  lastName: given,
  titleSeniority: textEach(seniorities, (one) => t(`features.values.titleSeniority.${one}`)),
  messageLength: {
    none: shared('noMessage'),
    ...textEach(lengths, (one) => t(`features.values.messageLength.${one}`)),
  },
  emailDomainKind: {
    ...textEach(domainKinds, (one) => t(`features.values.emailDomainKind.${one}`)),
    relay: words.evidenceCheck['privacy-relay'],
  },
  emailValidity: { ...words.emailValidity, [missing]: t('features.values.noAddress') },
  phoneValidity: { ...words.phoneValidity, none: t('features.values.noNumber') },
  domainFitsCompany: {
    yes: t('features.values.domainFitsCompany.yes'),
    no: t('features.values.domainFitsCompany.no'),
    [missing]: t('features.values.domainFitsCompany.missing'),
  },
  contactAllowed: yesOrNo,
  repeatLead: { yes: t('features.values.repeatLead.yes'), no: t('features.values.repeatLead.no') },
  hot: yesOrNo,
};

/** The name of a feature of the rating; an unknown one is spelled out. */
export function wordFeature(name: string): string {
  return labels[name] ?? spellOut(name);
}

/** The name of a value of a feature; an unknown one is shown unchanged. */
export function wordValue(feature: string, value: string, names: ValueNames): string {
  const known = values[feature]?.[value] ?? ends[value];
  return known ?? wordOpenValue(feature, value, names);
}

/** For features whose values are not a closed list. */
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

/** A block of hours, given its first: 0, 4, …, 20. */
function wordHours(value: string): string {
  const from = Number(value);
  if (value.trim() === '' || !Number.isInteger(from)) return value;
  return t('features.values.hours', { from: clock(from), to: clock(from + hoursInBlock) });
}

function clock(hour: number): string {
  return `${String(hour % 24).padStart(2, '0')}:00`;
}

/** 1 is Monday, as was 1 January 2024. */
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

/** The name of an ending, as the models learn from it; an unknown one is spelled out. */
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
