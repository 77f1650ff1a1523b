import { z } from 'zod';
import { fault } from '../faults/catalogue.ts';
import { said } from '../faults/said.ts';
import { money } from '../money.ts';
import {
  calendarDay,
  clearableText,
  id,
  instant,
  maxNameCharacters,
  maxNoteCharacters,
  nameText,
  optionalName,
  optionalNote,
  requiredText,
} from '../text.ts';
import { declineReasons, errorReasons, lostReasons, subStages } from './lists.ts';
import { declineNumbersInWords, errorNumbersInWords, lostNumbersInWords } from './reason-numbers.ts';

const teamMemberIds = z
  .array(id)
  .min(1, said(fault('list.nobody')))
  .max(50, said(fault('list.namesTooMany', { most: 50 })))
  .refine((ids) => new Set(ids).size === ids.length, said(fault('list.twice')));

export const employeeInput = z.strictObject({
  name: nameText(),
  email: optionalName(),
  phone: optionalName(),
});
const employees = z.array(employeeInput).max(50, said(fault('list.hasTooMany', { most: 50 })));

/** LC-2: what accepting a lead requires. */
export const acceptance = z.strictObject({
  dealName: nameText(),
  estimatedValue: money,
  teamMemberIds,
  estimatedPurchaseDate: calendarDay.describe('When the customer is expected to buy'),
  notes: optionalNote(),
  campaignId: optionalName(),
  crmId: optionalName(),
  employees: employees.default([]).describe('Further contacts of the partner'),
});
export type Acceptance = z.infer<typeof acceptance>;

export const declineReason = z
  .enum(declineReasons)
  .describe(
    `SpamOrAbuse also reports the lead as spam, for people who may, and tells the customer nothing. ${declineNumbersInWords}`,
  );
export const errorReason = z.enum(errorReasons).describe(errorNumbersInWords);

/** LC-3: declining needs a reason; "Other" needs a note that says which. */
export const decline = z
  .strictObject({ reason: declineReason, notes: optionalNote() })
  .refine((value) => value.reason !== 'Other' || value.notes !== null, {
    path: ['notes'],
    message: said(fault('lead.otherReason')),
  });
export type Decline = z.infer<typeof decline>;

/** LC-6: won with its final value, or lost with a reason. */
export const outcome = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('Won'), finalValue: money, notes: optionalNote() }),
  z.strictObject({
    outcome: z.literal('Lost'),
    reason: z.enum(lostReasons).describe(lostNumbersInWords),
    notes: optionalNote(),
  }),
]);
export type Outcome = z.infer<typeof outcome>;

/** LC-7. */
export const errorClosure = z.strictObject({
  reason: errorReason,
  notes: optionalNote(),
  duplicateOfLeadId: id.nullish().transform((value) => value ?? null),
});
export type ErrorClosure = z.infer<typeof errorClosure>;

/** Who owns the lead from now on; null: nobody. */
export const assignment = z.strictObject({
  personId: id.nullable().describe('One of the assignees of the lead; null: nobody'),
});
export type Assignment = z.infer<typeof assignment>;

const hourMs = 3_600_000;
/** A day begins 14 hours before it does in UTC, and ends 12 hours after: in some time zone, every moment of it is in it. */
function isMomentOf({ day, at }: { day: string; at: string | null }): boolean {
  if (at === null) return true;
  const sinceMidnight = (Date.parse(at) - Date.parse(day)) / hourMs;
  // What is no moment, or no day, is refused as that.
  return Number.isNaN(sinceMidnight) || (sinceMidnight >= -14 && sinceMidnight < 24 + 12);
}

/** What happens next with a lead, and when (WS-16). */
export const nextStepInput = z
  .strictObject({
    what: requiredText(200),
    day: calendarDay.describe('On which day'),
    at: instant
      .nullish()
      .transform((at) => at ?? null)
      .describe('At which moment of that day, if it matters'),
  })
  .refine(isMomentOf, { path: ['at'], message: said(fault('time.notThatDay')) });

export const nextStepChange = z.strictObject({
  nextStep: nextStepInput.nullable().describe('null: nothing is planned'),
  done: z.boolean().default(false).describe('true: what was planned before is done'),
});
export type NextStepChange = z.infer<typeof nextStepChange>;

const subStageTicks = z.strictObject(
  Object.fromEntries(subStages.map((stage) => [stage, z.boolean().optional()])) as Record<
    (typeof subStages)[number],
    z.ZodOptional<z.ZodBoolean>
  >,
);

/** LC-6: only the fields that are sent change. */
export const leadChange = z
  .strictObject({
    dealName: nameText().optional(),
    estimatedValue: money.optional(),
    estimatedPurchaseDate: calendarDay.optional(),
    teamMemberIds: teamMemberIds.optional(),
    notes: clearableText(maxNoteCharacters).optional(),
    crmId: clearableText(maxNameCharacters).optional(),
    campaignId: clearableText(maxNameCharacters).optional(),
    employees: employees.optional(),
    subStages: subStageTicks.optional(),
  })
  .refine(
    (change) => Object.values(change).some((value) => value !== undefined),
    said(fault('lead.noChange')),
  );
export type LeadChange = z.infer<typeof leadChange>;
