import { z } from 'zod';
import { money } from '../money.ts';
import { calendarDay, id, instant } from '../text.ts';
import { nextStep } from './leads.ts';
import { dealColumns, dealSorts, leadActions, subStages } from './lists.ts';

/** Which deals: all that the person may see, or their own. */
export const dealQuery = z.strictObject({
  mine: z
    .enum(['true'])
    .optional()
    .describe('Only deals that you own or have in your team; for people, not for programs'),
});
export type DealQuery = z.infer<typeof dealQuery>;

export const dealListQuery = dealQuery.extend({
  column: z.enum(dealColumns).optional().describe('Only deals that stand there; without it, all of them'),
  sort: z
    .enum([...dealSorts, ...dealSorts.map((name) => `-${name}` as const)])
    .default('estimatedPurchaseDate')
    .describe(
      'A leading minus sorts downwards; what has no value comes last. Values sort by what they are worth in USD, approximately',
    ),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  // A name is part of it where names are the order.
  cursor: z.string().max(3000).optional(),
});
export type DealListQuery = z.infer<typeof dealListQuery>;

/** A deal in a row or on a card. */
export const deal = z
  .object({
    id: id.describe('Of the lead'),
    version: z.number().int(),
    column: z.enum(dealColumns).describe('Its stage while it is open; won or lost afterwards'),
    ticked: z.array(z.enum(subStages)).describe('The sub-stages that are ticked'),
    name: z.string().nullable(),
    customer: z
      .string()
      .nullable()
      .describe('The company, or else the contact; null when neither was given or may be shown'),
    value: money.nullable().describe('The final value once it is won, estimated before'),
    estimatedPurchaseDate: calendarDay.nullable(),
    nextStep: nextStep.nullable(),
    owner: z.object({ id, name: z.string() }).nullable(),
    favorite: z.boolean(),
    updatedAt: instant,
    closedAt: instant.nullable(),
    allowedActions: z.array(z.enum(leadActions)),
  })
  .meta({ id: 'Deal' });
export type Deal = z.infer<typeof deal>;

export const dealPage = z
  .object({ items: z.array(deal), nextCursor: z.string().nullable().describe('null on the last page') })
  .meta({ id: 'DealPage' });
export type DealPage = z.infer<typeof dealPage>;

const columnSum = z.object({
  column: z.enum(dealColumns),
  count: z.number().int(),
  sums: z
    .array(z.object({ currency: z.string(), amountMinor: z.number().int(), deals: z.number().int() }))
    .describe('What they are worth by currency, as far as it is known; the largest number of deals first'),
  approximateUsd: z
    .number()
    .int()
    .describe('All of them together in US cents, approximately; currencies without a rate are left out'),
});
export type ColumnSum = z.infer<typeof columnSum>;

export const dealSums = z
  .object({ columns: z.array(columnSum).describe('One for each, also where there is no deal') })
  .meta({ id: 'DealSums' });
export type DealSums = z.infer<typeof dealSums>;
