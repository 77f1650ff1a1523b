import { z } from 'zod';
import { leadOutcomes, leadStatuses, qualifications } from './enums.ts';
import { locationInfo } from './identity.ts';
import { id, instant } from './text.ts';

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

/** A lead as its sender sees it: where it went and what became of it, nothing of the partner's deal. */
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
});

/** Sends an unrouted lead to a partner. */
export const routingRequest = z.strictObject({ organizationId: id, locationId: id.optional() });
export type RoutingRequest = z.infer<typeof routingRequest>;

const periodHours = z.number().int().min(1).max(8760);

/** What the operator sets for the whole installation; a change acts on leads received afterwards (LC-10). */
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
      .describe('Leads of a day that a recipient is mailed one by one; the rest come in a digest (NT-2)'),
    digestHour: z
      .number()
      .int()
      .min(0)
      .max(23)
      .describe('Hour of the day, where the recipient is, at which the digest is sent (NT-2)'),
  })
  .meta({ id: 'OperatorPolicy' });
export type OperatorPolicy = z.infer<typeof operatorPolicy>;

export const operatorPolicyChange = z.strictObject(operatorPolicy.partial().shape);
export type OperatorPolicyChange = z.infer<typeof operatorPolicyChange>;
