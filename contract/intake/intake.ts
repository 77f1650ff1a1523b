import { z } from 'zod';
import { isCountryCode, toCountryCode } from '../countries.ts';
import { fault } from '../faults/catalogue.ts';
import { said } from '../faults/said.ts';
import { callsToAction } from '../leads/lists.ts';
import {
  calendarDay,
  id,
  instant,
  maxNameCharacters,
  maxProgramCharacters,
  optionalName,
  optionalNote,
  optionalText,
  text,
} from '../text.ts';

const country = text(2)
  .transform(toCountryCode)
  .refine((code) => code === '' || isCountryCode(code), said(fault('text.noCountry')))
  .nullish()
  .transform((code) => code || null);

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
    message: said(fault('lead.noContact')),
  });

/**
 * A lead sent by a seller, a marketer or a program (IN-1). Sellers send sales-qualified leads, marketers
 * marketing-qualified ones; a partner's own token sends direct inquiries unless it says otherwise.
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
  referralProgram: optionalText(maxProgramCharacters).describe(
    'Name of the program under which the lead was referred; only for qualified leads',
  ),
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

/** How every machine door answers. */
export const receiptAnswers = {
  200: intakeReceipt.describe('Taken before'),
  201: intakeReceipt.describe('A new lead, stored durably'),
};

export const idempotencyKey = text(255).refine(
  (key) => /^[\x21-\x7e]+$/.test(key),
  said(fault('text.noKey')),
);
/** Headers of a request that is safe to retry: the same key with the same body creates nothing twice. */
export const repeatableHeaders = z.looseObject({ 'idempotency-key': idempotencyKey.optional() });

const sentText = (description: string) => z.string().nullish().describe(description);

/** What a marketplace posts to an offer's HTTPS endpoint according to its documentation. */
const documentedMarketplaceLead = z.looseObject({
  UserDetails: z
    .looseObject({
      FirstName: sentText('First name'),
      LastName: sentText('Last name'),
      Email: sentText('Email address'),
      Phone: sentText('Phone number'),
      Country: sentText('Code or name of the country; what is not understood is shown with the lead'),
      Company: sentText('Company'),
      Title: sentText('Job title'),
    })
    .nullish()
    .describe('The customer; also understood as userDetails, or without this level'),
  LeadSource: sentText('A storefront, or Source-Action|Publisher.Offer'),
  ActionCode: sentText(
    'INS, PLT, DNC, Create or StartTestDrive; do not contact wins where signals contradict',
  ),
  OfferTitle: sentText('Title of the offer'),
  Description: sentText('What the customer wrote'),
});

/**
 * What a marketplace posts, in its usual shape. A marketplace cannot correct itself, so any JSON object makes a lead;
 * odd values are mended, and the lead says so (IN-4).
 */
export const marketplaceLead = z.unknown().meta({
  ...z.toJSONSchema(documentedMarketplaceLead, { io: 'input' }),
  $schema: undefined,
  description:
    'Any JSON object is taken. Odd values are repaired or left empty, and the lead lists them in the field mended; unknown fields are ignored.',
});

/** The plain contact form of public pages. Fields arrive as text, checkboxes as "on". */
export const contactForm = z.strictObject({
  firstName: optionalName().describe('Some people have one name only: one of the two is enough'),
  lastName: optionalName(),
  email: optionalName().describe('May be missing where there is a phone number'),
  phone: optionalText(maxNameCharacters),
  company: optionalText(maxNameCharacters),
  title: optionalText(maxNameCharacters),
  country: text(2)
    .transform(toCountryCode)
    .refine(isCountryCode, said(fault('text.noCountry'))),
  message: optionalNote(),
  consent: z.literal('on', said(fault('lead.noConsent'))),
  contactDirectly: z.literal('on').optional(),
  formKey: z.uuid().describe('Made when the page is rendered: sending the form twice makes one lead'),
});
export type ContactForm = z.infer<typeof contactForm>;
