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
