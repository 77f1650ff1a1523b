import { type CallToAction, callsToAction } from '../../../contract/leads/lists.ts';
import { offerLimits } from '../../../contract/offers/lists.ts';
import type { Offer, OfferChange, OfferListing } from '../../../contract/offers/offers.ts';
import type { VocabularyValue } from '../../../contract/vocabularies/vocabularies.ts';

interface CategoryForm {
  name: string;
  /** Separated by commas. */
  subcategories: string;
}

/** An offer as it is typed: lists of words are texts, and nothing is missing. */
export interface OfferForm {
  alias: string;
  name: string;
  searchSummary: string;
  shortDescription: string;
  description: string;
  keywords: string;
  categories: CategoryForm[];
  industries: string[];
  verticals: string[];
  links: { title: string; url: string }[];
  privacyLink: string;
  supportLink: string;
  supportContact: string;
  callToAction: string;
  serviceType: string;
  storefronts: string[];
  locationId: string;
  notificationContacts: string;
}

/** The form of an offer as it is kept. */
export function fillOffer({ alias, listing }: Pick<Offer, 'alias' | 'listing'>): OfferForm {
  const blanks = Array.from({ length: offerLimits.categories }, () => ({ name: '', subcategories: '' }));
  const categories = listing.categories.map(({ name, subcategories }) => ({
    name,
    subcategories: subcategories.join(', '),
  }));
  return {
    alias: alias ?? '',
    name: listing.name ?? '',
    searchSummary: listing.searchSummary ?? '',
    shortDescription: listing.shortDescription ?? '',
    description: listing.description ?? '',
    keywords: listing.keywords.join(', '),
    categories: [...categories, ...blanks].slice(0, Math.max(categories.length, blanks.length)),
    industries: listing.industries.map(({ code }) => code),
    verticals: listing.industries.flatMap(({ verticals }) => verticals),
    links: listing.links.map((link) => ({ ...link })),
    privacyLink: listing.privacyLink ?? '',
    supportLink: listing.supportLink ?? '',
    supportContact: listing.supportContact ?? '',
    callToAction: listing.callToAction ?? '',
    serviceType: listing.serviceType ?? '',
    storefronts: [...listing.storefronts],
    locationId: listing.locationId ?? '',
    notificationContacts: listing.notificationContacts.join('; '),
  };
}

const orNull = (typed: string) => typed.trim() || null;
const parts = (typed: string, separator: ',' | ';') =>
  typed
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** What the form says. @param verticals all of them: each belongs to an industry */
export function readOffer(form: OfferForm, verticals: readonly VocabularyValue[]): Required<OfferChange> {
  const parentOf = (code: string) => verticals.find((vertical) => vertical.code === code)?.parent;
  const listing: OfferListing = {
    name: orNull(form.name),
    searchSummary: orNull(form.searchSummary),
    shortDescription: orNull(form.shortDescription),
    description: orNull(form.description),
    keywords: parts(form.keywords, ','),
    categories: form.categories
      .filter(({ name, subcategories }) => name.trim() !== '' || subcategories.trim() !== '')
      .map(({ name, subcategories }) => ({ name, subcategories: parts(subcategories, ',') })),
    industries: form.industries.map((code) => ({
      code,
      verticals: form.verticals.filter((vertical) => parentOf(vertical) === code),
    })),
    links: form.links,
    privacyLink: orNull(form.privacyLink),
    supportLink: orNull(form.supportLink),
    supportContact: orNull(form.supportContact),
    callToAction: callsToAction.find((one): one is CallToAction => one === form.callToAction) ?? null,
    serviceType: form.serviceType || null,
    storefronts: form.storefronts,
    locationId: form.locationId || null,
    notificationContacts: parts(form.notificationContacts, ';'),
  };
  return { alias: orNull(form.alias), listing };
}

/** Lists that are one field of the form: a problem with an entry is a problem with the field. */
const whole = ['keywords', 'storefronts', 'notificationContacts'];

/** The field of the form that a path of the request is about. */
export function fieldOfOffer(path: string): string | undefined {
  const [, name = ''] = /^(?:listing\.)?(.+)$/.exec(path) ?? [];
  if (name === '') return undefined;
  if (/^industries\.\d+\.verticals/.test(name)) return 'verticals';
  if (name.startsWith('industries')) return 'industries';
  const list = whole.find((one) => name.startsWith(one));
  // A list of links as a whole has no field of its own.
  if (name === 'links' || name === 'categories') return undefined;
  return list ?? name.replace(/^(categories\.\d+\.subcategories)\..*$/, '$1');
}

/** What the form says after saving: what was typed in the meantime stays, the rest is as it is kept. */
export function keepTyped(now: OfferForm, sent: OfferForm, saved: OfferForm): OfferForm {
  const same = (field: keyof OfferForm) => JSON.stringify(now[field]) === JSON.stringify(sent[field]);
  const fields = Object.keys(saved) as (keyof OfferForm)[];
  return Object.fromEntries(
    fields.map((field) => [field, same(field) ? saved[field] : now[field]]),
  ) as unknown as OfferForm;
}
