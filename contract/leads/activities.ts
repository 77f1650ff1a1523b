import { z } from 'zod';
import { fault } from '../faults/catalogue.ts';
import { said } from '../faults/said.ts';
import { id, instant, maxNoteCharacters, optionalText, text } from '../text.ts';
import { activityKinds, activityOutcomes } from './lists.ts';

/** What colleagues did about a lead, and what they noted (WS-15; decision 050). */

const outcome = z
  .enum([...new Set(Object.values(activityOutcomes).flat())])
  .nullable()
  .describe('How it went; which outcomes there are depends on the kind, and a note has none');

const activityText = 'A colleague is mentioned as `@{id}`, with the id of the person';

export const activity = z
  .object({
    id,
    version: z.number().int().describe('Grows by one with each change; the ETag of the activity'),
    kind: z.enum(activityKinds),
    at: instant.describe('When it happened'),
    outcome,
    text: z.string().nullable().describe(`${activityText}. Withheld with the contact of an expired lead`),
    textWithheld: z.boolean().describe('true: there is a text that must no longer be shown'),
    mentions: z
      .array(z.object({ id, name: z.string().describe('The name that the person has now') }))
      .describe('The people whom the text mentions'),
    author: z.object({
      kind: z.enum(['person', 'token']),
      personId: id.nullable(),
      name: z.string().describe('The name that the author has now'),
    }),
    createdAt: instant,
    editedAt: instant.nullable().describe('When it was last changed; null: never'),
    mayEdit: z.boolean().describe('It is yours, and the lead still allows it'),
    mayDelete: z.boolean().describe('It is yours, or you are a Referrals admin'),
  })
  .meta({ id: 'Activity' });
export type Activity = z.infer<typeof activity>;

export const activityQuery = z.strictObject({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type ActivityQuery = z.infer<typeof activityQuery>;

export const activityPage = z
  .object({
    items: z.array(activity).describe('The latest first'),
    nextCursor: z.string().nullable().describe('null on the last page'),
    mayAdd: z.boolean().describe('Whether you can add one now'),
  })
  .meta({ id: 'ActivityPage' });
export type ActivityPage = z.infer<typeof activityPage>;

export const activityCreate = z.strictObject({
  kind: z.enum(activityKinds),
  at: instant.optional().describe('When it happened; missing: now'),
  outcome: outcome.optional(),
  text: optionalText(maxNoteCharacters).describe(activityText),
});
export type ActivityCreate = z.infer<typeof activityCreate>;

/** Only the fields that are sent change. */
export const activityChange = z
  .strictObject({
    kind: z.enum(activityKinds).optional(),
    at: instant.optional(),
    outcome: outcome.optional(),
    text: text(maxNoteCharacters)
      .nullable()
      .transform((value) => value || null)
      .optional(),
  })
  .refine(
    (change) => Object.values(change).some((value) => value !== undefined),
    said(fault('lead.noChange')),
  );
export type ActivityChange = z.infer<typeof activityChange>;

export const activityParams = z.object({ id, activityId: id });
