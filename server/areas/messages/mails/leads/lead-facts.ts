import { z } from 'zod';
import { callsToAction, qualifications } from '../../../../../contract/leads/lists.ts';
import { customerUntoldReasons } from '../../../../../contract/mail/lists.ts';

/** What emails say about a lead: never a contact detail of the customer, so that none can outlive a redaction. */
export const leadLine = z.object({
  id: z.uuid(),
  customerName: z.string().nullable(),
  offerTitle: z.string().nullable(),
  country: z.string().nullable(),
  qualification: z.enum(qualifications),
  callToAction: z.enum(callsToAction).nullable(),
  locationName: z.string().nullable(),
  isTest: z.boolean(),
  hot: z.boolean(),
  receivedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
});
export type LeadLine = z.infer<typeof leadLine>;

/** What senders and the operator are told about a lead that is with a partner. */
export const placedLead = z.object({
  id: z.uuid(),
  customerName: z.string().nullable(),
  partnerName: z.string(),
  /** The partner's; older emails lack it. */
  organizationId: z.uuid().optional(),
  /** Whether the customer was told; null: unknown (so far). */
  customer: z.enum(['told', ...customerUntoldReasons]).nullish(),
});
export type PlacedLead = z.infer<typeof placedLead>;

/** How many leads one email lists; the rest is a number and a link. */
export const maxLinesPerMail = 50;

/** How many leads an email is about. */
export const leadTotal = z.int().positive();

/** Waiting leads: the first ones in full, the total, and the count in each tab of the list. */
export const waitingLeads = z.object({
  leads: z.array(leadLine).min(1).max(maxLinesPerMail),
  total: leadTotal,
  tabs: z.object({ marketplace: z.int(), qualified: z.int() }).optional(),
});
export type WaitingLeads = z.infer<typeof waitingLeads>;
