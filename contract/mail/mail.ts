import { z } from 'zod';
import { noticeKinds } from '../messages/lists.ts';
import { id, instant, requiredText, text } from '../text.ts';
import { customerUntoldReasons, mailKinds, mailLanguages, mailReasons, mailStates } from './lists.ts';

/** An email of the organization's outbox (NT-4). */
export const mailSummary = z.object({
  id,
  kind: z.enum(mailKinds),
  state: z.enum(mailStates),
  subject: z.string(),
  to: z.object({ name: z.string(), address: z.string().describe('Of a customer’s the domain alone: •••@…') }),
  reason: z.enum(mailReasons).describe('Why it went to this recipient'),
  leads: z
    .array(
      z.object({
        id,
        customerName: z.string().nullable(),
        here: z.boolean().describe('The lead belongs to your organization'),
      }),
    )
    .describe('What it is about; the first ones'),
  leadCount: z.number().int(),
  createdAt: instant,
  sentAt: instant.nullable(),
  nextTryAt: instant.nullable().describe('When it is tried next, if it waits'),
  attempts: z.number().int(),
  problem: z
    .object({
      words: z.string(),
      said: z.string().nullable().describe('What the mail server said; null for customers'),
    })
    .nullable()
    .describe('What went wrong last'),
  returnedAt: instant.nullable().describe('When it bounced'),
  canRetry: z.boolean(),
});
export type MailSummary = z.infer<typeof mailSummary>;

/** An email as its recipient reads it; links that let their holder in are shown as dots. */
export const mailDetails = mailSummary
  .extend({ text: z.string(), html: z.string(), hidesLink: z.boolean() })
  .meta({ id: 'Mail' });
export type MailDetails = z.infer<typeof mailDetails>;

export const mailQuery = z.strictObject({
  state: z.enum(mailStates).optional(),
  leadId: id.optional().describe('Only emails about this lead'),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type MailQuery = z.infer<typeof mailQuery>;

export const mailPage = z.object({
  items: z.array(mailSummary),
  nextCursor: z.string().nullable(),
  mailsAreSent: z.boolean().describe('false: there is no mail server, emails are kept'),
});
export type MailPage = z.infer<typeof mailPage>;

export const mailTemplateQuery = z.strictObject({ language: z.enum(mailLanguages).default('en') });
/** A kind of email as it reads, filled with made-up facts. */
export const mailTemplate = z
  .object({
    kind: z.enum(mailKinds),
    language: z.enum(mailLanguages),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
  })
  .meta({ id: 'MailTemplate' });
export type MailTemplate = z.infer<typeof mailTemplate>;

const bounce = z.strictObject({
  address: requiredText(320).describe('The address that the email bounced from'),
  messageId: text(998).optional().describe('The Message-ID of the email, if it is known'),
  kind: z
    .enum(['permanent', 'temporary'])
    .describe('Temporary ones change nothing: the mail server tries again by itself'),
  reason: requiredText(2000).describe('What the mail server said'),
});
export type Bounce = z.infer<typeof bounce>;

/** Returned emails, as the operator's mail server or mail provider reports them. */
export const bounceReport = z.strictObject({ items: z.array(bounce).min(1).max(500) });
export const bounceReportTaken = z.object({
  taken: z.number().int().describe('How many were read; it does not say which addresses are known'),
});

export const customerNewsQuery = z.strictObject({
  news: z.enum(['declined', 'expired']).default('declined').describe('What would have happened to the lead'),
});
/** A preview of what a lead's customer would be told (LC-3, LC-4). */
export const customerNews = z
  .object({
    told: z.boolean(),
    reason: z.enum(customerUntoldReasons).nullable().describe('Why nobody is told'),
    words: z.string().describe('What happens, in one sentence'),
    mail: z
      .object({ language: z.enum(mailLanguages), subject: z.string(), text: z.string(), html: z.string() })
      .nullable()
      .describe('The email as the customer reads it; its link is shown as dots'),
  })
  .meta({ id: 'CustomerNews' });
export type CustomerNews = z.infer<typeof customerNews>;

/** Someone who was told about a lead, or would have been (NT-4). */
export const leadNotice = z.object({
  kind: z.enum(noticeKinds),
  to: z.object({
    personId: id.nullable().describe('A colleague; null: someone outside, or without an account'),
    name: z.string(),
  }),
  how: z.enum(['mail', 'digest', 'none']),
  words: z.string().describe('How they were told, or why not'),
  why: z.string().nullable().describe('Why it is them'),
  at: instant,
  digestAt: instant.nullable().describe('When the digest is due that the lead waits for'),
  mailId: id.nullable().describe('The email in the outbox of your organization'),
});
export type LeadNotice = z.infer<typeof leadNotice>;

export const leadNoticesQuery = z.strictObject({
  personId: id.optional().describe('A colleague who wonders why they were, or were not, told'),
});
export const leadNotices = z
  .object({
    items: z.array(leadNotice),
    answer: z
      .object({ personId: id, name: z.string(), words: z.string() })
      .nullable()
      .describe('For the person that was asked about'),
  })
  .meta({ id: 'LeadNotices' });
export type LeadNotices = z.infer<typeof leadNotices>;
