/**
 * The closed lists and limits of offers (OF-1 to OF-4).
 * No imports: the browser bundle uses these without the validation library.
 */

/** `Draft`: being written; `Preview`: shown to those who have its address; only `Live` makes leads (OF-4). */
export const offerStates = ['Draft', 'Preview', 'Live', 'Stopped'] as const;
export type OfferState = (typeof offerStates)[number];

/** What publisher ids and new offer ids look like (OF-1). */
export const offerIdPattern = /^[a-z0-9_-]{1,50}$/;

/** The most characters of each text of a listing, and the most entries of each list (OF-2). */
export const offerLimits = {
  name: 200,
  alias: 200,
  searchSummary: 100,
  shortDescription: 256,
  description: 5000,
  keywords: 3,
  keyword: 50,
  categories: 2,
  subcategories: 2,
  category: 100,
  industries: 2,
  verticals: 2,
  links: 10,
  linkTitle: 255,
  supportContact: 200,
  notificationContacts: 10,
  storefronts: 50,
} as const;

/** The parts of a listing, in the order of the editor. */
export const listingFields = [
  'name',
  'searchSummary',
  'shortDescription',
  'description',
  'keywords',
  'categories',
  'industries',
  'links',
  'privacyLink',
  'supportLink',
  'supportContact',
  'callToAction',
  'serviceType',
  'storefronts',
  'locationId',
  'notificationContacts',
] as const;
export type ListingField = (typeof listingFields)[number];
