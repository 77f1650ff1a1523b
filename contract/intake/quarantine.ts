import { z } from 'zod';
import { callsToAction } from '../leads/lists.ts';
import { id, instant } from '../text.ts';
import { formSignals, quarantineStates } from './lists.ts';

/** A suspected submission of a public form, as the operator's list shows it (IN-7). */
export const suspectedSubmission = z.object({
  id,
  state: z.enum(quarantineStates),
  receivedAt: instant.describe('When the customer sent it'),
  partner: z.object({ id, name: z.string() }).describe('Who gets the lead when it is released'),
  page: z
    .object({
      kind: z.enum(['offer', 'profile']),
      title: z.string(),
      path: z.string().describe('Address of the page below the installation’s own'),
    })
    .describe('The public page whose form was sent'),
  signals: z.array(z.enum(formSignals)).describe('Why it is suspected'),
  textScore: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe('Probability that its words are spam, judged when it arrived; null: not judged in those days'),
  name: z.string().nullable().describe('First and last name; null once contact details are removed'),
  company: z.string().nullable(),
  excerpt: z.string().nullable().describe('The beginning of the message'),
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  leadId: id.nullable().describe('The lead that it became'),
});
export type SuspectedSubmission = z.infer<typeof suspectedSubmission>;

/** A word or phrase of a submission, with its weight for spam (above zero) or against it (below zero). */
export const wordWeight = z.object({
  word: z.string(),
  weight: z.number().describe('Natural logarithm of the ratio of how often it occurs in spam and elsewhere'),
});
export type WordWeight = z.infer<typeof wordWeight>;

/** The current text score, with the words behind it. */
export const textVerdict = z.object({
  score: z
    .number()
    .min(0)
    .max(1)
    .describe('Probability of spam by the shipped model, moved by what was learned from the decisions'),
  spamDecisions: z.number().int(),
  releasedDecisions: z.number().int(),
  decisionsNeeded: z.number().int().describe('Of each kind, before the score learns from them'),
  forSpam: z.array(wordWeight),
  againstSpam: z.array(wordWeight),
});
export type TextVerdict = z.infer<typeof textVerdict>;

/** One submission with everything that its sender typed. */
export const suspectedSubmissionDetails = suspectedSubmission
  .extend({
    form: z
      .object({
        firstName: z.string().nullable(),
        lastName: z.string().nullable(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
        company: z.string().nullable(),
        title: z.string().nullable(),
        country: z.string().nullable(),
        message: z.string().nullable(),
        contactDirectly: z.boolean(),
        callToAction: z.enum(callsToAction),
      })
      .nullable()
      .describe('null: removed some time after the decision'),
    text: textVerdict.nullable().describe('null: its words are removed'),
    actions: z.array(z.enum(['release', 'confirm-spam', 'restore'])).describe('What can be done with it now'),
    nextId: id
      .nullable()
      .describe('The next submission that waits for a decision; null: this is the only one, or none waits'),
    formRemovedAt: instant.describe(
      'When what was typed is removed, or was; undecided: with the whole submission',
    ),
  })
  .meta({ id: 'SuspectedSubmission' });
export type SuspectedSubmissionDetails = z.infer<typeof suspectedSubmissionDetails>;
export type QuarantineAction = SuspectedSubmissionDetails['actions'][number];

export const quarantineQuery = z.strictObject({
  state: z.enum(quarantineStates).default('suspected'),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type QuarantineQuery = z.infer<typeof quarantineQuery>;

export const quarantinePage = z.object({
  items: z.array(suspectedSubmission),
  nextCursor: z.string().nullable(),
});
export type QuarantinePage = z.infer<typeof quarantinePage>;

/** For the number next to the navigation entry. */
export const quarantineSummary = z.object({ suspected: z.number().int() });
