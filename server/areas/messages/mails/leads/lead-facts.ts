import { z } from 'zod';
import { callsToAction, qualifications } from '../../../../../contract/leads/lists.ts';
import { customerUntoldReasons } from '../../../../../contract/mail/lists.ts';

/** What mails say about a lead: never a contact detail of the customer, so that none can outlive a redaction. */
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
  /** The partner's; older mails do not name it. */
  organizationId: z.uuid().optional(),
  /** Whether the customer was told; null: it is not known (yet). */
  customer: z.enum(['told', ...customerUntoldReasons]).nullish(),
});
export type PlacedLead = z.infer<typeof placedLead>;

/** How many leads one mail lists; the rest is a number and a link. */
export const maxLinesPerMail = 50;

/** Of how many leads a mail tells. */
export const leadTotal = z.int().positive();

/** Leads that wait: the first ones in full, of all of them how many they are, and in which tab of the list. */
export const waitingLeads = z.object({
  leads: z.array(leadLine).min(1).max(maxLinesPerMail),
  total: leadTotal,
  tabs: z.object({ marketplace: z.int(), qualified: z.int() }).optional(),
});
export type WaitingLeads = z.infer<typeof waitingLeads>;
