import { z } from 'zod';
import { fault } from '../faults/catalogue.ts';
import { said } from '../faults/said.ts';
import { money } from '../money.ts';
import { calendarDay, id, instant, nameText, optionalName, optionalNote } from '../text.ts';
import { dealNamePlaces, hasKnownPlaces } from './deal-names.ts';
import { declineReason, errorReason } from './lead-actions.ts';
import { leadQuery } from './lead-list.ts';
import { bulkActions, bulkRefusals, bulkStates, mostNamedLeads } from './lists.ts';

/** Actions on many leads at once (WS-6). */

/** The most leads of one bulk action. */
export const mostBulkLeads = 100_000;

const dealNamePattern = nameText()
  .refine(hasKnownPlaces, {
    message: said(
      fault('bulk.unknownPlace', { places: dealNamePlaces.map((name) => `{${name}}`).join(', ') }),
    ),
  })
  .describe(
    'The name of each deal: {customer} and {offer} become those of the lead, {number} counts the leads from 1',
  );

const leadIds = z
  .array(id)
  .min(1, said(fault('list.noLead')))
  .max(mostNamedLeads, said(fault('list.tooManyLeads', { most: mostNamedLeads })))
  .refine((ids) => new Set(ids).size === ids.length, said(fault('list.leadTwice')));

const personIds = z
  .array(id)
  .min(1, said(fault('list.nobody')))
  .max(50, said(fault('list.namesTooMany', { most: 50 })))
  .refine((ids) => new Set(ids).size === ids.length, said(fault('list.twice')));

/** Which leads: named one by one, by the query that finds them, or by the person who holds them. */
const which = {
  leadIds: leadIds.optional(),
  query: leadQuery
    .optional()
    .describe('All leads of a query, as GET /api/v1/leads takes it; needs expectedCount'),
  heldBy: id
    .optional()
    .describe(
      'All leads of this person that need somebody: those they own, and deals of their teams that nobody owns; needs expectedCount',
    ),
  expectedCount: z
    .number()
    .int()
    .min(0)
    .max(1e9)
    .optional()
    .describe('Without leadIds: how many leads you saw. If the number differs now, nothing is done (409)'),
  seenAt: instant
    .optional()
    .describe(
      'Without leadIds: the moment of that number (countedAt). Leads received or changed later are left alone; now, unless told',
    ),
};

const shared = { notes: optionalNote() };

/** What to do to which leads. */
export const bulkOrder = z
  .discriminatedUnion('action', [
    z.strictObject({
      action: z.literal('accept'),
      ...which,
      ...shared,
      dealName: dealNamePattern,
      estimatedValue: money.describe('The same for each deal'),
      estimatedPurchaseDate: calendarDay.describe('When the customers are expected to buy'),
      teamMemberIds: personIds,
      campaignId: optionalName(),
    }),
    z.strictObject({ action: z.literal('decline'), ...which, ...shared, reason: declineReason }),
    z.strictObject({
      action: z.literal('assign'),
      ...which,
      personIds: personIds
        .nullable()
        .describe(
          'One person, or several who share the leads: each lead goes to the one with the fewest open leads at that moment. null: nobody',
        ),
    }),
    z.strictObject({ action: z.literal('favorite'), ...which }),
    z.strictObject({ action: z.literal('unfavorite'), ...which }),
    z.strictObject({ action: z.literal('report-spam'), ...which }),
    z.strictObject({
      action: z.literal('close-as-error'),
      ...which,
      ...shared,
      reason: errorReason,
    }),
  ])
  .refine(
    ({ leadIds, query, heldBy }) => [leadIds, query, heldBy].filter((one) => one !== undefined).length === 1,
    {
      path: ['leadIds'],
      message: said(fault('bulk.whichLeads')),
    },
  )
  .refine((order) => order.leadIds !== undefined || order.expectedCount !== undefined, {
    path: ['expectedCount'],
    message: said(fault('bulk.noCount')),
  })
  .refine((order) => order.action !== 'decline' || order.reason !== 'Other' || order.notes !== null, {
    path: ['notes'],
    message: said(fault('lead.otherReason')),
  });
export type BulkOrder = z.infer<typeof bulkOrder>;

/** Where a bulk action stands. */
export const bulkAction = z
  .object({
    id,
    action: z.enum(bulkActions),
    state: z.enum(bulkStates),
    total: z.number().int().describe('The leads that it is about'),
    done: z.number().int().describe('Leads that are as wanted, those that were so before included'),
    refused: z.number().int().describe('Leads that were left alone, each with its reason'),
    createdAt: instant,
    startedAt: instant.nullable(),
    endedAt: instant.nullable(),
    undoableUntil: instant
      .nullable()
      .describe(
        'null: it can’t be undone (customers and colleagues were told), was undone, or is too long ago',
      ),
    undoes: id.nullable().describe('The bulk action that this one undoes'),
    undoneBy: id.nullable().describe('The bulk action that undid this one'),
  })
  .meta({ id: 'BulkAction' });
export type BulkAction = z.infer<typeof bulkAction>;

export const bulkActionList = z.object({
  items: z.array(bulkAction).describe('Your latest ones, newest first; kept for 30 days'),
});

/** A lead that was left alone. */
export const bulkRefusal = z
  .object({
    leadId: id,
    customerName: z.string().nullable().describe('null when you may not see the lead'),
    reason: z.enum(bulkRefusals),
    message: z.string().describe('The reason in a sentence'),
  })
  .meta({ id: 'BulkRefusal' });
export type BulkRefusalEntry = z.infer<typeof bulkRefusal>;

export const bulkRefusalQuery = z.strictObject({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type BulkRefusalQuery = z.infer<typeof bulkRefusalQuery>;

export const bulkRefusalPage = z.object({
  items: z.array(bulkRefusal),
  nextCursor: z.string().nullable().describe('null on the last page'),
});
export type BulkRefusalPage = z.infer<typeof bulkRefusalPage>;

/** With 409 `count-changed`, as `current`: what has become of the leads of the query. */
export const changedCount = z
  .object({
    expectedCount: z.number().int(),
    count: z.number().int().describe('How many leads it is now about, without those received since'),
    receivedSince: z.number().int().describe('Leads of the query received since; they are never touched'),
    countedAt: instant.describe('Send it as seenAt, with count as expectedCount, to go on'),
  })
  .meta({ id: 'ChangedCount' });
export type ChangedCount = z.infer<typeof changedCount>;
