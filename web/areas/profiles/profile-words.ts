import { type ProfileState, type ProfileStep, stepOfField } from '../../../contract/profiles/lists.ts';
import type { LocationDraft, ProfileDraft } from '../../../contract/profiles/profiles.ts';
import { words } from '../../../contract/words.ts';
import { formatCountry, formatLanguage, formatMoney } from '../../ui/index.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { type FieldKey, type FieldValue, locationIdOf, type ShownLocation } from './editing/draft-fields.ts';

/** What each step is called. */
export const stepWords: Readonly<Record<ProfileStep, string>> = {
  partner: t('step.partner'),
  expertise: t('step.expertise'),
  customers: t('step.customers'),
  locations: t('step.locations'),
  contact: words.field.contact,
  review: t('step.review'),
};

/** What the states of a profile are called. */
export const stateWords: Readonly<Record<ProfileState, string>> = {
  draft: t('state.draft'),
  published: t('state.published'),
  unpublished: t('state.unpublished'),
};

/** What the parts of a location are called. */
export const partWords = {
  name: words.field.name,
  street: t('field.street'),
  city: t('field.city'),
  state: t('field.state'),
  postalCode: t('field.postalCode'),
  country: words.field.country,
  phone: words.field.phone,
  leadsTo: t('field.leadsTo'),
  'contact.name': t('field.contactName'),
  'contact.email': words.field.email,
  'contact.phone': t('field.contactPhone'),
} as const;

/** What the fields of a profile are called. */
export const fieldWords: Readonly<Record<keyof ProfileDraft, string>> = {
  logo: t('field.logo'),
  description: t('field.description'),
  website: t('field.website'),
  linkedIn: t('field.linkedIn'),
  languages: t('field.languages'),
  industries: t('field.industries'),
  products: t('field.products'),
  services: t('field.services'),
  solutions: t('field.solutions'),
  skills: t('field.skills'),
  customerSizes: t('field.customerSizes'),
  optOutOfOtherSizes: t('field.optOut'),
  budgetFrom: t('field.budgetFrom'),
};

/** The step in which something is edited. */
export function stepOfKey(key: FieldKey): ProfileStep {
  return locationIdOf(key) === undefined ? stepOfField[key as keyof ProfileDraft] : 'locations';
}

/** What a location is called: by its name, or its city, or as one without a name. */
export function nameLocation({ name, city }: Pick<LocationDraft, 'name' | 'city'>): string {
  return name.trim() || city.trim() || t('location.unnamed');
}

/** What a path such as `skills.3` or `locations.<id>.city` is called. */
export function wordPath(path: string, draft: ProfileDraft, locations: readonly ShownLocation[]): string {
  const id = locationIdOf(path);
  if (path === 'locations') return t('step.locations');
  if (id === undefined) {
    const [field = '', place] = path.split('.');
    const label = fieldWords[field as keyof ProfileDraft] ?? path;
    const values = draft[field as keyof ProfileDraft];
    const value = Array.isArray(values) && place !== undefined ? values[Number(place)] : undefined;
    return value === undefined ? label : t('path.value', { field: label, value });
  }
  const location = locations.find((one) => one.id === id);
  const place = location ? nameLocation(location) : t('location.unnamed');
  const part = partWords[path.split('.').slice(2).join('.') as keyof typeof partWords];
  return part === undefined ? place : t('path.part', { location: place, part });
}

/** The lines in which a value is compared with another one. */
export function wordValue(
  key: FieldKey,
  value: FieldValue | undefined,
  locale: string,
  labelOf: (field: string, code: string) => string,
): string[] {
  if (value === null || value === undefined || value === '')
    return [t(locationIdOf(key) === undefined ? 'value.nothing' : 'value.removed')];
  if (typeof value === 'boolean') return [value ? shared('yes') : shared('no')];
  if (typeof value === 'string') return key === 'logo' ? [t('value.otherLogo')] : value.split('\n');
  if (Array.isArray(value)) return [wordList(key, value, locale, labelOf)];
  if ('amountMinor' in value) return [formatMoney(value, locale)];
  return wordLocation(value as LocationDraft, locale);
}

function wordList(
  key: FieldKey,
  values: readonly string[],
  locale: string,
  labelOf: (field: string, code: string) => string,
): string {
  if (values.length === 0) return t('value.nothing');
  const label = (one: string) => (key === 'languages' ? formatLanguage(one) : labelOf(key, one));
  return new Intl.ListFormat(locale, { type: 'unit' }).format(values.map(label));
}

function wordLocation(location: LocationDraft, locale: string): string[] {
  const { name, street, postalCode, city, state, country, phone, contact } = location;
  const lines = [
    name,
    ...street.split('\n'),
    [postalCode, city, state].filter(Boolean).join(' '),
    country && formatCountry(country, locale),
    phone,
    contact.name || contact.email
      ? t('value.contact', {
          contact: [contact.name, contact.email, contact.phone].filter(Boolean).join(', '),
        })
      : '',
  ];
  return lines.filter((line) => line.trim() !== '');
}
