import { z } from 'zod';
import { locationInfo } from '../identity/identity.ts';
import { leadOutcomes, leadStatuses, qualifications } from '../leads/lists.ts';
import { id, instant, maxNameCharacters, text } from '../text.ts';

export const partnerOffer = z.object({ id: z.string(), title: z.string() });
export const partner = z.object({
  id,
  name: z.string(),
  country: z.string(),
  locations: z.array(locationInfo),
  offers: z.array(partnerOffer),
});
export type Partner = z.infer<typeof partner>;
/** The partners that a seller or marketer may send a lead to. */
export const partnerList = z.object({ items: z.array(partner) });

const storefront = z.object({ code: z.string(), name: z.string() });
export type Storefront = z.infer<typeof storefront>;
export const storefrontList = z.object({ items: z.array(storefront) });

/** A lead as its sender sees it: where it went and how it ended, nothing of the partner's deal. */
export const sentLead = z.object({
  id,
  partner: z.object({ id, name: z.string() }),
  customerName: z.string().nullable(),
  country: z.string().nullable(),
  qualification: z.enum(qualifications),
  status: z.enum(leadStatuses).nullable(),
  outcome: z.enum(leadOutcomes).nullable(),
  createdAt: instant,
  expiresAt: instant.nullable(),
  senderName: z.string(),
});
export type SentLead = z.infer<typeof sentLead>;
export const sentLeadPage = z.object({ items: z.array(sentLead), nextCursor: z.string().nullable() });
export const sentLeadQuery = z.strictObject({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  search: text(maxNameCharacters)
    .transform((term) => term || undefined)
    .optional()
    .describe('Words of the names of customer and partner, in any order, whatever their accents and case'),
});
export type SentLeadQuery = z.infer<typeof sentLeadQuery>;

/** The news that the sender of a lead gets about it. */
export const sentLeadNews = ['accepted', 'declined', 'expired', 'won', 'lost'] as const;
export type SentLeadNews = (typeof sentLeadNews)[number];

/** A sent lead with the part of its history that the sender may see: neither reasons nor the partner's deal. */
export const sentLeadDetails = sentLead
  .extend({
    history: z
      .array(z.object({ news: z.enum(sentLeadNews), at: instant }))
      .describe('The oldest first; what nobody of your organization was told about is missing'),
  })
  .meta({ id: 'SentLeadDetails' });
export type SentLeadDetails = z.infer<typeof sentLeadDetails>;

/** Sends an unrouted lead to a partner. */
export const routingRequest = z.strictObject({ organizationId: id, locationId: id.optional() });
export type RoutingRequest = z.infer<typeof routingRequest>;

/** A partner that an unrouted lead may be meant for. */
export const routingSuggestion = z.object({
  partner: z.object({ id, name: z.string() }),
  offer: z
    .object({ id: z.string(), title: z.string() })
    .nullable()
    .describe('The offer that was probably meant: its id is a typing error away from the one that was sent'),
  reasons: z.array(z.string()).describe('In words, the strongest first'),
});
export type RoutingSuggestion = z.infer<typeof routingSuggestion>;

/** Why a lead could not be routed, and whom it may be meant for (IN-4). */
export const routingAdvice = z
  .object({
    reason: z.string(),
    suggestions: z.array(routingSuggestion).describe('The best first; empty when nothing tells'),
  })
  .meta({ id: 'RoutingAdvice' });
export type RoutingAdvice = z.infer<typeof routingAdvice>;

const periodHours = z.number().int().min(1).max(8760);

/** What the operator sets for the whole installation; a change applies to leads received afterwards (LC-10). */
export const operatorPolicy = z
  .object({
    expiryHours: periodHours.describe('Hours that a partner has to answer a lead (LC-4)'),
    hotHours: periodHours.describe(
      'Hours that a lead is hot after the customer asked to be contacted directly (LC-5)',
    ),
    informationalMonths: z
      .number()
      .int()
      .min(1)
      .max(120)
      .describe('Calendar months that an informational lead is there for (LC-8)'),
    mailsPerDay: z
      .number()
      .int()
      .min(1)
      .max(1000)
      .describe('Leads of a day that a recipient is emailed one by one; the rest come in a digest (NT-2)'),
    digestHour: z
      .number()
      .int()
      .min(0)
      .max(23)
      .describe('Hour of the day, where the recipient is, at which the digest is sent (NT-2)'),
  })
  .meta({ id: 'OperatorPolicy' });
export type OperatorPolicy = z.infer<typeof operatorPolicy>;
/** The policy as read, with the revision to base a change on. */
export const operatorPolicyAnswer = operatorPolicy
  .extend({
    revision: z.string().describe('Its ETag: send it as If-Match with a change'),
  })
  .meta({ id: 'OperatorPolicyAnswer' });
export type OperatorPolicyAnswer = z.infer<typeof operatorPolicyAnswer>;

export const operatorPolicyChange = z.strictObject(operatorPolicy.partial().shape);
export type OperatorPolicyChange = z.infer<typeof operatorPolicyChange>;
