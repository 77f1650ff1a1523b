import { faultOf } from '../../../contract/faults/issue-fault.ts';
import type { CallToAction } from '../../../contract/leads/lists.ts';
import { type ListingField, listingFields, offerLimits } from '../../../contract/offers/lists.ts';
import { type OfferListing, writtenListing } from '../../../contract/offers/offers.ts';
import type { WrongValue } from '../../platform/errors.ts';
import { findValue, type KeptValue, type Values } from '../vocabularies/index.ts';
import { sentence } from './catalogue.ts';

/** What the columns of an offer say about the version that was published last. */
export interface PublishedColumns {
  readonly title: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly call_to_action: CallToAction;
  readonly location_id: string | null;
  /** The rest; offers from before listings have none. */
  readonly listing: unknown;
  readonly support_contact: string | null;
  readonly storefronts: readonly string[];
  readonly contacts: readonly string[];
}

/** A listing that says nothing. */
export const emptyListing: OfferListing = {
  name: null,
  searchSummary: null,
  shortDescription: null,
  description: null,
  keywords: [],
  categories: [],
  industries: [],
  links: [],
  privacyLink: null,
  supportLink: null,
  supportContact: null,
  callToAction: null,
  serviceType: null,
  storefronts: [],
  locationId: null,
  notificationContacts: [],
};

/** The part of a listing that is kept as it is: the rest has columns, or tables that are nobody else's to read. */
const kept = [
  'searchSummary',
  'shortDescription',
  'description',
  'keywords',
  'categories',
  'industries',
  'links',
  'privacyLink',
  'supportLink',
  'serviceType',
] as const satisfies readonly ListingField[];
export type KeptListing = Pick<OfferListing, (typeof kept)[number]>;

/** What customers read beyond the columns of a published offer. */
export function keptListing(listing: OfferListing): KeptListing {
  return Object.fromEntries(kept.map((field) => [field, listing[field]])) as KeptListing;
}

/** The words that suggestions of partners compare. */
export function tagsOf({ keywords, categories }: OfferListing): string[] {
  const words = [...keywords, ...categories.flatMap(({ name, subcategories }) => [name, ...subcategories])];
  return [...new Map(words.map((word) => [word.toLowerCase(), word])).values()];
}

/** The listing that was published; of offers from before listings, as much as their columns say. */
export function publishedListing(columns: PublishedColumns): OfferListing {
  const common = {
    name: columns.title || null,
    callToAction: columns.call_to_action,
    locationId: columns.location_id,
    storefronts: [...columns.storefronts],
    supportContact: columns.support_contact,
    notificationContacts: [...columns.contacts],
  };
  const { listing } = columns;
  if (typeof listing === 'object' && listing !== null && Object.keys(listing).length > 0)
    // Written by `keptListing` alone.
    return { ...emptyListing, ...(listing as KeptListing), ...common };
  const isShort = [...columns.summary].length <= offerLimits.shortDescription;
  return {
    ...emptyListing,
    ...common,
    shortDescription: isShort ? columns.summary || null : null,
    description: isShort ? null : columns.summary,
    keywords: columns.tags.slice(0, offerLimits.keywords),
  };
}

/** The listing with a change: what it does not name stays. */
export function changedListing(
  before: OfferListing,
  change: Partial<OfferListing> | undefined,
): OfferListing {
  const said = Object.entries(change ?? {}).filter(([, value]) => value !== undefined);
  return { ...before, ...Object.fromEntries(said) };
}

/** Whether two listings say the same. */
export function isSameListing(one: OfferListing, other: OfferListing): boolean {
  return listingFields.every((field) => JSON.stringify(one[field]) === JSON.stringify(other[field]));
}

/** What the values of a listing are compared with. */
export interface Known {
  readonly industries: Values;
  readonly verticals: Values;
  readonly serviceTypes: Values;
  /** Codes. */
  readonly storefronts: readonly string[];
  /** Ids of the partner's locations. */
  readonly locations: readonly string[];
}

/** A changed listing with codes as the vocabularies write them, and what is wrong with it. */
export interface Checked {
  readonly listing: OfferListing;
  readonly wrong: WrongValue[];
}

/**
 * Compares what a listing names with what there is. A retired value stays where it was, but can't be chosen again (VO-1).
 * @param before the listing that the change is based on
 */
export function checkListing(listing: OfferListing, before: OfferListing, known: Known): Checked {
  const wrong: WrongValue[] = [];
  const refuse = (path: string, rule: string, message: WrongValue['message']) =>
    wrong.push({ path: `body.listing.${path}`, rule, message });
  const read = (
    values: Values,
    code: string,
    kept: readonly string[],
    path: string,
  ): KeptValue | undefined => {
    const value = findValue(values, code);
    if (value && (value.retiredBy === null || kept.includes(value.code))) return value;
    refuse(path, 'known-value', sentence('unknownValue'));
    return undefined;
  };
  const industries = listing.industries.map((industry, place) => {
    const at = `industries[${place}]`;
    const keptIndustries = before.industries.map(({ code }) => code);
    const value = read(known.industries, industry.code, keptIndustries, `${at}.code`);
    const keptVerticals = before.industries.flatMap(({ verticals }) => verticals);
    const verticals = industry.verticals.map((code, index) => {
      const path = `${at}.verticals[${index}]`;
      const vertical = read(known.verticals, code, keptVerticals, path);
      if (value && vertical && vertical.parentKey !== value.key)
        refuse(path, 'own-vertical', sentence('foreignVertical'));
      return vertical?.code ?? code;
    });
    return { code: value?.code ?? industry.code, verticals };
  });
  const { serviceType, locationId } = listing;
  const type =
    serviceType === null
      ? undefined
      : read(known.serviceTypes, serviceType, [before.serviceType ?? ''], 'serviceType');
  const storefronts = listing.storefronts.map((code, place) => {
    const found = known.storefronts.find((one) => one.toLowerCase() === code.toLowerCase());
    if (!found) refuse(`storefronts[${place}]`, 'known-storefront', sentence('unknownStorefront'));
    return found ?? code;
  });
  if (locationId !== null && !known.locations.includes(locationId))
    refuse('locationId', 'known-location', sentence('foreignLocation'));
  return { listing: { ...listing, industries, storefronts, serviceType: type?.code ?? serviceType }, wrong };
}

/** Everything that keeps a listing from being published, each by its field; none: nothing does. */
export function problemsOf(listing: OfferListing): WrongValue[] {
  const needed = (path: string): WrongValue => ({
    path: `body.listing.${path}`,
    rule: 'required',
    message: sentence('needed'),
  });
  const texts = ['name', 'searchSummary', 'description', 'callToAction'] as const;
  return [
    ...texts.filter((field) => listing[field] === null).map(needed),
    ...limitsOf(listing),
    ...listing.links.flatMap(({ title, url }, place) => [
      ...(title === '' ? [needed(`links[${place}].title`)] : []),
      ...(url === '' ? [needed(`links[${place}].url`)] : []),
    ]),
    ...(listing.serviceType !== null && listing.callToAction !== null && listing.callToAction !== 'ContactMe'
      ? [
          {
            path: 'body.listing.callToAction',
            rule: 'contact-me',
            message: sentence('contactMeOnly'),
          },
        ]
      : []),
    ...(listing.storefronts.length === 0
      ? [{ path: 'body.listing.storefronts', rule: 'storefront', message: sentence('noStorefront') }]
      : []),
  ];
}

/** What exceeds a limit that is younger than the listing. */
function limitsOf(listing: OfferListing): WrongValue[] {
  const { error } = writtenListing.safeParse(listing, { reportInput: true });
  return (error?.issues ?? []).map((issue) => ({
    path: issue.path.reduce<string>(
      (path, part) => (typeof part === 'number' ? `${path}[${part}]` : `${path}.${String(part)}`),
      'body.listing',
    ),
    rule: issue.code,
    message: faultOf(issue),
  }));
}

/** `publisher.offer` in its two parts, in lower case; undefined for anything else. A publisher id has no dot. */
export function splitOfferId(
  id: string,
): { readonly publisherId: string; readonly offerKey: string } | undefined {
  const dot = id.indexOf('.');
  if (dot < 1 || dot === id.length - 1 || !id.isWellFormed() || id.includes('\0')) return undefined;
  const name = id.toLowerCase();
  return { publisherId: name.slice(0, dot), offerKey: name.slice(dot + 1) };
}
