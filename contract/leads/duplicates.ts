import { z } from 'zod';
import { id, instant } from '../text.ts';
import { leadOutcomes, leadStatuses } from './lists.ts';

/** What two leads have in common, or why they may not be the same (LQ-4). */
export const duplicateReasonCodes = [
  'same-email',
  'shared-email',
  'same-phone',
  'shared-phone',
  'similar-phone',
  'same-domain-and-surname',
  'same-domain',
  'same-company',
  'similar-company',
  'nobody-named',
  'same-name',
  'similar-name',
  'same-offer',
  'different-name',
  'different-phone',
  'different-company',
  'different-country',
] as const;
export type DuplicateReasonCode = (typeof duplicateReasonCodes)[number];

export const duplicateLevels = ['likely', 'possible'] as const;
export type DuplicateLevel = (typeof duplicateLevels)[number];

/** Actions on the possible duplicates of a lead; linking includes unlinking, dismissing includes undoing it. */
export const duplicateActions = ['link', 'dismiss'] as const;
export type DuplicateAction = (typeof duplicateActions)[number];

export const duplicateReason = z.object({
  code: z.enum(duplicateReasonCodes),
  words: z.string().describe('The reason in words, without any contact detail'),
  weight: z.number().int().describe('Points that it adds to the score; negative: it speaks against'),
});
export type DuplicateReason = z.infer<typeof duplicateReason>;

export const possibleDuplicate = z
  .object({
    lead: z.object({
      id,
      customerName: z.string().nullable(),
      contactName: z.string().nullable().describe('null when not given, or withheld'),
      createdAt: instant,
      status: z.enum(leadStatuses).nullable().describe('null for informational leads'),
      outcome: z.enum(leadOutcomes).nullable().describe('Set when the status is Archived'),
    }),
    score: z.number().int().describe('The sum of the weights of the reasons'),
    level: z
      .enum(duplicateLevels)
      .nullable()
      .describe('null: linked or dismissed by hand, without enough reasons of its own'),
    reasons: z.array(duplicateReason).describe('The strongest first'),
    linked: z.boolean().describe('Someone said that the two are the same'),
    dismissed: z.boolean().describe('Someone said that they are not'),
  })
  .meta({ id: 'PossibleDuplicate', description: 'Another lead that may be the same inquiry (LQ-4).' });
export type PossibleDuplicate = z.infer<typeof possibleDuplicate>;

/** Linked leads first, then by score; dismissed ones last. */
export const possibleDuplicates = z.object({
  items: z.array(possibleDuplicate).max(20),
  allowedActions: z.array(z.enum(duplicateActions)),
});
export type PossibleDuplicates = z.infer<typeof possibleDuplicates>;
