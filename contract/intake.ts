import { z } from 'zod';
import { countryCodeOf, isCountryCode, toCountryCode } from './countries.ts';
import { callsToAction } from './enums.ts';
import {
  calendarDay,
  id,
  instant,
  maxNameCharacters,
  nameText,
  optionalName,
  optionalNote,
  optionalText,
  text,
} from './text.ts';

const country = text(2)
  .transform(toCountryCode)
  .refine((code) => code === '' || isCountryCode(code), 'is not a country code (ISO 3166-1 alpha-2)')
  .nullish()
  .transform((code) => code || null);

/** A marketplace sends a code; whatever else it sends must not cost the lead. */
const toldCountry = optionalText(maxNameCharacters).transform((said) =>
  said === null ? null : countryCodeOf(said),
);

const newContact = z
  .strictObject({
    firstName: optionalName(),
    lastName: optionalName(),
    title: optionalName(),
    email: optionalName(),
    phone: optionalName(),
  })
  .refine((value) => value.email !== null || value.phone !== null, {
    path: ['email'],
    message: 'needs an e-mail address or a phone number, so that the customer can be contacted',
  });

/**
 * A lead sent by a seller, a marketer or a program (IN-1). Sellers make sales-qualified leads, marketers
 * marketing-qualified ones; a partner's own token makes direct inquiries unless it says otherwise.
 */
export const leadCreate = z.strictObject({
  organizationId: id.optional().describe('The partner; must be given by sellers and marketers'),
  locationId: id
    .optional()
    .describe('The location of the partner; otherwise the offer or the default decides'),
  offerId: optionalText(100).describe('publisher.offer'),
  qualification: z.enum(['Direct', 'MarketingQualified', 'SalesQualified']).optional(),
  callToAction: z
    .enum(callsToAction)
    .optional()
    .describe('Only for direct inquiries about an offer; Contact me by default'),
  leadSource: optionalText(50).describe('Code of the storefront; only for direct inquiries'),
  customerName: optionalName(),
  country,
  contact: newContact,
  message: optionalNote(),
  contactAllowed: z
    .boolean()
    .default(true)
    .describe('The customer consented to be contacted by the partner (IN-6)'),
  contactDirectly: z
    .boolean()
    .default(false)
    .describe('The customer asked interested partners to get in touch at once: hot (LC-5)'),
  estimatedPurchaseDate: calendarDay.optional(),
  isTest: z.boolean().default(false),
});
export type LeadCreate = z.infer<typeof leadCreate>;

/** The answer of every machine door: which lead, and whether it is new. */
export const intakeReceipt = z
  .object({
    leadId: id,
    created: z.boolean().describe('false: the same request was taken before, nothing new was made'),
    receivedAt: instant,
    routed: z.boolean().describe('false: kept in the operator’s queue of unrouted leads'),
  })
  .meta({ id: 'IntakeReceipt' });
export type IntakeReceipt = z.infer<typeof intakeReceipt>;

export const idempotencyKey = text(255).refine(
  (key) => /^[\x21-\x7e]+$/.test(key),
  'must be 1 to 255 visible ASCII characters',
);

const marketplaceUser = z.looseObject({
  FirstName: optionalName(),
  LastName: optionalName(),
  Email: optionalName(),
  Phone: optionalName(),
  Country: toldCountry,
  Company: optionalName(),
  Title: optionalName(),
});

/**
 * What a marketplace posts to an offer's HTTPS endpoint. Fields we do not know are passed over: a
 * marketplace may add some at any time, and that must not cost a lead.
 */
export const marketplaceLead = z
  .preprocess(
    adoptSpelling,
    z.looseObject({
      UserDetails: marketplaceUser.nullish(),
      LeadSource: optionalText(500),
      ActionCode: optionalText(50),
      OfferTitle: optionalName(),
      Description: optionalNote(),
    }),
  )
  .refine(saysSomething, {
    message: 'says nothing about a lead: UserDetails, OfferTitle and Description are all missing or empty',
  });
export type MarketplaceLead = z.infer<typeof marketplaceLead>;

function adoptSpelling(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const { userDetails, ...rest } = body as Record<string, unknown>;
  return userDetails === undefined || rest.UserDetails !== undefined
    ? body
    : { ...rest, UserDetails: userDetails };
}

function saysSomething(payload: {
  UserDetails?: Record<string, unknown> | null;
  OfferTitle: string | null;
  Description: string | null;
}) {
  const details = Object.values(payload.UserDetails ?? {});
  return (
    details.some((value) => value !== null && value !== '') ||
    payload.OfferTitle !== null ||
    payload.Description !== null
  );
}

/** The plain contact form of public pages. Fields arrive as text, check boxes as "on". */
export const contactForm = z.strictObject({
  firstName: nameText(),
  lastName: nameText(),
  email: nameText(),
  phone: optionalText(maxNameCharacters),
  company: optionalText(maxNameCharacters),
  title: optionalText(maxNameCharacters),
  country: text(2).transform(toCountryCode).refine(isCountryCode, 'choose a country'),
  message: optionalNote(),
  consent: z.literal('on', 'is needed: without it the partner cannot get in touch with you'),
  contactDirectly: z.literal('on').optional(),
  formKey: z.uuid().describe('Made when the page is rendered: sending the form twice makes one lead'),
});
export type ContactForm = z.infer<typeof contactForm>;
