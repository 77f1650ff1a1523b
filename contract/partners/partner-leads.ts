import { z } from 'zod';
import { fault } from '../faults/catalogue.ts';
import { said } from '../faults/said.ts';
import { contact } from '../leads/leads.ts';
import {
  callsToAction,
  leadEventTypes,
  leadOutcomes,
  leadQualities,
  leadStatuses,
  leadTypes,
  qualifications,
} from '../leads/lists.ts';
import { customerUntoldReasons } from '../mail/lists.ts';
import { id, instant } from '../text.ts';
import { partnerContactWithheldReasons, partnerLeadStates, reroutingStandings } from './lists.ts';

/** A partner's lead as the operator may see it: its state, but nothing of the contact or the deal. */
export const partnerLeadSummary = z
  .object({
    id,
    partner: z.object({ id, name: z.string() }),
    location: z.object({ id, name: z.string() }).nullable(),
    leadType: z.enum(leadTypes),
    qualification: z.enum(qualifications),
    callToAction: z.enum(callsToAction).nullable(),
    status: z.enum(leadStatuses).nullable().describe('null for informational leads'),
    outcome: z.enum(leadOutcomes).nullable().describe('Set when the status is Archived'),
    customerName: z.string().nullable().describe('The company; null when the customer did not say'),
    country: z.string().nullable().describe('ISO 3166-1 alpha-2, as the customer selected it'),
    leadQuality: z
      .enum(leadQualities)
      .nullable()
      .describe('null until rated, and for leads that are not rated'),
    leadSource: z.string().nullable().describe('Code of the storefront'),
    offer: z.object({ id: z.string().nullable(), title: z.string() }).nullable(),
    createdAt: instant.describe('When the lead was received'),
    answeredAt: instant.nullable().describe('When the partner accepted or declined it'),
    closedAt: instant.nullable(),
    expiresAt: instant.nullable().describe('The partner answers before this moment; set while Received'),
    hotUntil: instant
      .nullable()
      .describe('The customer asked to be contacted directly; hot until this moment'),
    isTest: z.boolean(),
    senderName: z
      .string()
      .nullable()
      .describe('The seller or marketer of your organization who sent it; null: the customer wrote'),
  })
  .meta({ id: 'PartnerLeadSummary' });
export type PartnerLeadSummary = z.infer<typeof partnerLeadSummary>;

export const partnerLeadPage = z
  .object({ items: z.array(partnerLeadSummary), nextCursor: z.string().nullable() })
  .meta({ id: 'PartnerLeadPage' });
export type PartnerLeadPage = z.infer<typeof partnerLeadPage>;

export const partnerLeadQuery = z.strictObject({
  partnerId: id.optional().describe('Only leads of this partner'),
  status: z
    .union([
      z.array(z.enum(partnerLeadStates)).max(partnerLeadStates.length),
      z.enum(partnerLeadStates).transform((one) => [one]),
    ])
    .transform((values) => [...new Set(values)])
    .optional()
    .describe('Where they stand now; Informational: those that take no action'),
  hot: z.enum(['true', 'false']).default('false').describe('true: only those that are hot now'),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type PartnerLeadQuery = z.infer<typeof partnerLeadQuery>;

/** One step in the life of a partner's lead: what, when, and on which side; it names nobody at the partner. */
export const partnerLeadEvent = z.object({
  id,
  type: z.enum(leadEventTypes),
  at: instant,
  by: z.string().describe('The partner, the sender, “the customer”, the code of a storefront, or Leadlight'),
});
export type PartnerLeadEvent = z.infer<typeof partnerLeadEvent>;

/** Where a lead was sent on to: only leads that the reader may open, too. */
const placedOn = z.object({ partner: z.object({ id, name: z.string() }), leadId: id, at: instant });

/** Everything that the operator may know about a partner's lead. */
export const partnerLead = partnerLeadSummary
  .extend({
    contact: contact.nullable().describe('null when withheld'),
    contactWithheld: z.enum(partnerContactWithheldReasons).nullable(),
    message: z
      .string()
      .nullable()
      .describe('What the customer or the sender wrote; withheld together with the contact'),
    customer: z
      .object({
        told: z
          .enum(['told', ...customerUntoldReasons])
          .nullable()
          .describe('Whether the customer was told that the lead expired, or why not; null: not known'),
        linkEndsAt: instant
          .nullable()
          .describe('The customer can choose another partner until then; null: they have no link'),
        withdrawnAt: instant.nullable(),
        sentOn: z.array(placedOn).describe('Where the customer sent the request on to, the first in front'),
      })
      .nullable()
      .describe('What the customer was told and did; null for leads that your people sent'),
    rerouting: z.object({
      standing: z.enum(reroutingStandings),
      to: placedOn.extend({ byName: z.string() }).nullable().describe('Where you sent it on to'),
    }),
    timeline: z.array(partnerLeadEvent).describe('Oldest first'),
  })
  .meta({ id: 'PartnerLead' });
export type PartnerLead = z.infer<typeof partnerLead>;

/** Sends a lead that came from your own people, and that nobody answered, to another partner. */
export const reroutingRequest = z.strictObject({
  organizationId: id.describe('The partner that gets it now'),
  locationId: id.optional().describe('The location of the partner; otherwise its default one'),
  customerAgreed: z
    .literal(true, said(fault('lead.noAgreement')))
    .describe('You state that the customer agreed to be contacted by this partner (IN-6)'),
});
export type ReroutingRequest = z.infer<typeof reroutingRequest>;

/** Whether a partner shows the contacts of its leads to the operator. */
export const contactSharing = z
  .object({
    withOperator: z.boolean(),
    operatorName: z.string().nullable().describe('null: nobody runs this installation as the operator'),
    changedAt: instant.nullable().describe('null: never changed, contacts are not shared'),
    changedBy: z.string().nullable(),
    revision: z.string().describe('Its ETag: send it as If-Match with a change'),
    mayChange: z.boolean(),
  })
  .meta({ id: 'ContactSharing' });
export type ContactSharing = z.infer<typeof contactSharing>;

export const contactSharingChange = z.strictObject({ withOperator: z.boolean() });
