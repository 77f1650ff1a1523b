import { z } from 'zod';
import { callsToAction, qualifications } from '../../../../contract/leads/lists.ts';
import { customerUntoldReasons } from '../../../../contract/mail/lists.ts';

const id = z.uuid();

/** What mails say about a lead: never a contact detail of the customer, so that none can outlive a redaction. */
const leadLine = z.object({
  id,
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
const placedLead = z.object({
  id,
  customerName: z.string().nullable(),
  partnerName: z.string(),
  /** The partner's; older mails do not name it. */
  organizationId: id.optional(),
  /** Whether the customer was told; null: it is not known (yet). */
  customer: z.enum(['told', ...customerUntoldReasons]).nullish(),
});
export type PlacedLead = z.infer<typeof placedLead>;

/** How many leads one mail lists; the rest is a number and a link. */
export const maxLinesPerMail = 50;

const total = z.int().positive();
/** How many of the leads are in which tab of the list. */
const tabs = z.object({ marketplace: z.int(), qualified: z.int() });
const lines = z.array(leadLine).min(1).max(maxLinesPerMail);

/** How a lead went, as its sender is told. */
export const sentLeadNews = ['accepted', 'declined', 'expired', 'won', 'lost'] as const;

/** The facts of a mail; its text is made from them when it is sent or looked at (NT-3). */
export const mailContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new-lead'), lead: leadLine }),
  z.object({ kind: z.literal('digest'), leads: lines, total, tabs: tabs.optional() }),
  z.object({ kind: z.literal('expiring-soon'), leads: lines, total, tabs: tabs.optional() }),
  z.object({ kind: z.literal('team-assignment'), lead: leadLine, byName: z.string() }),
  z.object({
    kind: z.literal('sent-lead'),
    news: z.enum(sentLeadNews),
    lead: placedLead,
    /** Who sent it, when that is not the recipient: they left. */
    senderName: z.string().optional(),
  }),
  z.object({
    kind: z.literal('unattended'),
    about: z.enum(['new-lead', 'expiring-soon']),
    total,
    locations: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('direct-expired'),
    leads: z.array(placedLead).min(1).max(maxLinesPerMail),
    total,
  }),
  z.object({
    kind: z.literal('customer'),
    news: z.enum(['declined', 'expired', 'forwarded']),
    partnerName: z.string(),
    offerTitle: z.string().nullable(),
    requestId: id,
  }),
  z.object({
    kind: z.literal('invitation'),
    linkId: id,
    inviterName: z.string(),
    organizationName: z.string(),
  }),
  z.object({ kind: z.literal('password-reset'), linkId: id }),
  z.object({ kind: z.literal('verification'), linkId: id }),
  z.object({ kind: z.literal('address-changed'), newAddress: z.string() }),
]);
export type MailContent = z.infer<typeof mailContent>;
