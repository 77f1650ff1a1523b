import { z } from 'zod';
import { fault } from '../faults/catalogue.ts';
import { said } from '../faults/said.ts';
import { callsToAction } from '../leads/lists.ts';
import { emailAddress } from '../people/accounts.ts';
import { clearable, publicLine, publicLink, publicText } from '../public-text.ts';
import { id, instant, requiredText } from '../text.ts';
import { mostCodeCharacters } from '../vocabularies/lists.ts';
import { offerIdPattern, offerLimits, offerStates } from './lists.ts';

/** Offers, as partners and the operator manage them (OF-1 to OF-4). */

// © ® and ™ are letters of names, although the standard counts them among the pictures.
const emoji = /(?![©®™])\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}\u20e3\ufe0f]/u;

const code = requiredText(mostCodeCharacters);

/** A list that names nothing twice, whatever the case. */
function distinct<Schema extends z.ZodType<string>>(schema: Schema, most: number) {
  return z
    .array(schema)
    .max(most)
    .refine(
      (values) => new Set(values.map((value) => value.toLowerCase())).size === values.length,
      said(fault('list.namesTwice')),
    );
}

const oneLine = (most: number) => publicLine(most).min(1, said(fault('text.empty')));

const category = z.strictObject({
  name: oneLine(offerLimits.category),
  subcategories: distinct(oneLine(offerLimits.category), offerLimits.subcategories),
});

const industry = z.strictObject({
  code: code.describe('Of the vocabulary storeIndustries'),
  verticals: distinct(code, offerLimits.verticals).describe(
    'Codes of storeVerticals that belong to the industry',
  ),
});

/** Blank only until it is published. */
const link = z.strictObject({ title: publicLine(offerLimits.linkTitle), url: publicLink() });

/** What may be written into a listing; null and empty: not said yet. */
export const writtenListing = z.strictObject({
  name: clearable(
    publicLine(offerLimits.name).refine((name) => !emoji.test(name), said(fault('text.emoji'))),
  ).describe('Without emoji'),
  searchSummary: clearable(publicLine(offerLimits.searchSummary)).describe('One plain sentence'),
  shortDescription: clearable(publicText(offerLimits.shortDescription)),
  description: clearable(publicText(offerLimits.description)).describe(
    'Plain text: a blank line begins a paragraph, a line that begins with “- ” is an entry of a list, and **two asterisks** make words bold',
  ),
  keywords: distinct(oneLine(offerLimits.keyword), offerLimits.keywords),
  categories: z.array(category).max(offerLimits.categories),
  industries: z
    .array(industry)
    .max(offerLimits.industries)
    .refine(
      (all) => new Set(all.map((one) => one.code.toLowerCase())).size === all.length,
      said(fault('list.namesTwice')),
    ),
  links: z.array(link).max(offerLimits.links),
  privacyLink: clearable(publicLink()),
  supportLink: clearable(publicLink()),
  supportContact: clearable(publicLine(offerLimits.supportContact)).describe('Never shown to customers'),
  callToAction: z.enum(callsToAction).nullable(),
  serviceType: code
    .nullable()
    .describe(
      'Of a consulting service: its kind, from consultingServiceTypes; its call to action is ContactMe',
    ),
  storefronts: distinct(code, offerLimits.storefronts).describe('Codes of the storefronts that show it'),
  locationId: id.nullable().describe('Where its leads go; null: to the default location'),
  notificationContacts: distinct(emailAddress, offerLimits.notificationContacts).describe(
    'Told about its leads besides the people who look after them; never shown to customers',
  ),
});

/** What customers read about an offer, and where its leads go; what is older than a limit may exceed it. */
export const offerListing = z
  .object({
    name: z.string().nullable(),
    searchSummary: z.string().nullable(),
    shortDescription: z.string().nullable(),
    description: z.string().nullable().describe('Plain text with paragraphs, “- ” lists and **bold** words'),
    keywords: z.array(z.string()),
    categories: z.array(z.object({ name: z.string(), subcategories: z.array(z.string()) })),
    industries: z.array(z.object({ code: z.string(), verticals: z.array(z.string()) })),
    links: z.array(z.object({ title: z.string(), url: z.string() })),
    privacyLink: z.string().nullable(),
    supportLink: z.string().nullable(),
    supportContact: z.string().nullable(),
    callToAction: z.enum(callsToAction).nullable(),
    serviceType: z.string().nullable(),
    storefronts: z.array(z.string()),
    locationId: id.nullable(),
    notificationContacts: z.array(z.string()),
  })
  .meta({ id: 'OfferListing' });
export type OfferListing = z.infer<typeof offerListing>;

const listingChange = writtenListing
  .partial()
  .describe('Only what is sent changes; lists are replaced as a whole');

const offerId = z.string().describe('`publisher.offer`');

export const offerSummary = z
  .object({
    id: offerId,
    organization: z.object({ id, name: z.string() }),
    alias: z.string().nullable().describe('What the partner calls it among its own people'),
    name: z.string().nullable(),
    callToAction: z.enum(callsToAction).nullable(),
    storefronts: z.array(z.string()),
    state: z.enum(offerStates),
    hasUnpublishedChanges: z.boolean().describe('It was published, and edited since'),
    changedAt: instant,
    changedBy: z.string().nullable(),
    publishedAt: instant.nullable().describe('When it was last published; null: it is not live'),
  })
  .meta({ id: 'OfferSummary' });
export type OfferSummary = z.infer<typeof offerSummary>;

export const offerQuery = z.strictObject({
  organizationId: id.optional().describe('The operator: one partner’s only'),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type OfferQuery = z.infer<typeof offerQuery>;

export const offerPage = z.object({
  items: z.array(offerSummary).describe('By id'),
  nextCursor: z.string().nullable(),
  publishers: z
    .array(z.string())
    .nullable()
    .describe('The publisher ids of the partner; null where several partners are listed'),
});
export type OfferPage = z.infer<typeof offerPage>;

const problem = z.object({
  path: z.string().describe('As in the answer to a wrong change: `body.listing.links[0].url`'),
  message: z.string(),
});

export const offer = offerSummary
  .extend({
    revision: z.string().describe('Its ETag: send it as If-Match with a change'),
    listing: offerListing.describe(
      'As it is being edited; what is live differs if there are unpublished changes',
    ),
    problems: z.array(problem).describe('What keeps the listing from being published; empty: nothing does'),
    previewAddress: z
      .string()
      .nullable()
      .describe('Only who knows it finds the preview; it makes test leads'),
    pages: z
      .array(z.object({ storefront: z.string(), address: z.string() }))
      .describe('Where customers find it while it is live'),
    deletable: z.boolean().describe('A draft that never was live'),
    locations: z.array(z.object({ id, name: z.string() })).describe('Where its leads can go'),
  })
  .meta({ id: 'Offer' });
export type Offer = z.infer<typeof offer>;

export const byOffer = z.object({
  id: z.string().max(500).describe('`publisher.offer`; case does not matter'),
});

const idPart = z.string().regex(offerIdPattern, said(fault('text.noOfferId')));
const alias = clearable(publicLine(offerLimits.alias));

export const newOffer = z.strictObject({
  organizationId: id.optional().describe('The partner; only the operator sends it'),
  publisherId: idPart.describe(
    'The partner’s publisher id. A partner that has none takes a free one with its first offer. Never changes.',
  ),
  offerId: idPart.describe('Lower-case letters, digits, - and _. Never changes.'),
  alias: alias.optional(),
  listing: listingChange.optional(),
});
export type NewOffer = z.infer<typeof newOffer>;

export const offerChange = z.strictObject({ alias: alias.optional(), listing: listingChange.optional() });
export type OfferChange = z.infer<typeof offerChange>;
