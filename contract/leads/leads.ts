import { z } from 'zod';
import { colleague } from '../identity/identity.ts';
import { money } from '../money.ts';
import { calendarDay, id, instant } from '../text.ts';
import {
  callsToAction,
  contactWithheldReasons,
  dealStages,
  declineReasons,
  emailValidities,
  errorReasons,
  forwardedAfter,
  leadActions,
  leadEventTypes,
  leadOutcomes,
  leadQualities,
  leadStatuses,
  leadTypes,
  lostReasons,
  mendedFields,
  mendings,
  phoneValidities,
  qualifications,
  searchPlaces,
} from './lists.ts';

export const contact = z.object({
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  title: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});
export type Contact = z.infer<typeof contact>;

/** What happens next with a lead. */
export const nextStep = z.object({
  what: z.string(),
  day: calendarDay,
  at: instant.nullable().describe('The moment; null: any time of that day'),
});
export type NextStep = z.infer<typeof nextStep>;

/** The part of a lead that the list, the preview and the details all show. */
export const leadSummary = z
  .object({
    id,
    version: z.number().int().describe('Grows by one with each change; the ETag of the lead'),
    leadType: z.enum(leadTypes),
    qualification: z.enum(qualifications),
    callToAction: z.enum(callsToAction).nullable(),
    actionable: z.boolean().describe('false: informational, nothing to answer'),
    status: z.enum(leadStatuses).nullable().describe('null for informational leads'),
    outcome: z.enum(leadOutcomes).nullable().describe('Set when the status is Archived'),
    customerName: z.string().nullable().describe('The company; null when the customer did not say'),
    country: z.string().nullable().describe('ISO 3166-1 alpha-2, as the customer selected it'),
    contact: contact.nullable().describe('null when withheld'),
    contactWithheld: z.enum(contactWithheldReasons).nullable(),
    emailValidity: z.enum(emailValidities).nullable().describe('null when no address was given'),
    phoneValidity: z.enum(phoneValidities).nullable().describe('null when no number was given'),
    checking: z.boolean().describe('true: the contact is being checked, so its validity is still Unknown'),
    leadQuality: z
      .enum(leadQualities)
      .nullable()
      .describe('null until rated, and for leads that are not rated'),
    leadSource: z.string().nullable().describe('Code of the storefront'),
    referralProgram: z
      .string()
      .nullable()
      .describe('The program under which a qualified lead was referred; null for marketplace leads'),
    offer: z.object({ id: z.string().nullable(), title: z.string() }).nullable(),
    location: z.object({ id, name: z.string() }).nullable(),
    assignedTo: z.object({ id, name: z.string() }).nullable().describe('The owner; null: nobody yet'),
    stage: z
      .enum(dealStages)
      .nullable()
      .describe('How far the deal has come, or had when it was closed; null until accepted'),
    dealName: z.string().nullable(),
    dealValue: money.nullable(),
    estimatedPurchaseDate: calendarDay.nullable(),
    nextStep: nextStep.nullable().describe('What happens next, as long as there is something to do'),
    notesStart: z.string().nullable().describe('The first words of the deal’s notes, on one line'),
    messageStart: z
      .string()
      .nullable()
      .describe('The first words of the message, on one line; withheld together with the contact'),
    campaignId: z.string().nullable(),
    acceptedAt: instant.nullable(),
    closedAt: instant.nullable(),
    createdAt: instant.describe('When the lead was received'),
    updatedAt: instant,
    expiresAt: instant.nullable().describe('Answer before this moment; set while Received'),
    availableUntil: instant.nullable().describe('Informational leads are archived at this moment'),
    hotUntil: instant
      .nullable()
      .describe('The customer asked to be contacted directly; hot until this moment'),
    favorite: z.boolean(),
    isTest: z.boolean(),
    allowedActions: z.array(z.enum(leadActions)),
    foundIn: z.array(z.enum(searchPlaces)).optional().describe('With search: where the term was found'),
  })
  .meta({ id: 'LeadSummary' });
export type LeadSummary = z.infer<typeof leadSummary>;

export const employee = z.object({
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});
export type Employee = z.infer<typeof employee>;

/** One odd value of a marketplace's payload and how it was kept (IN-4). */
export const mend = z.object({
  field: z.enum(mendedFields).describe('What was odd; payload: all of it'),
  mending: z
    .enum(mendings)
    .describe(
      'cut: it was too long; signs-replaced: broken characters were removed or replaced; turned-into-text: it was not text; not-understood: left empty, see sent; contradicted: the careful signal counts; encoding-guessed: it was not UTF-8',
    ),
  sent: z
    .string()
    .nullable()
    .describe('What was sent, where it was not understood; withheld together with the contact'),
});
export type Mend = z.infer<typeof mend>;

/** Everything that the details page shows. */
export const lead = leadSummary
  .extend({
    message: z
      .string()
      .nullable()
      .describe('What the customer or the sender wrote; withheld together with the contact'),
    consent: z.object({
      contactAllowed: z.boolean(),
      at: instant.nullable(),
      textVersion: z.string().nullable(),
      country: z.string().nullable(),
    }),
    suspectedSpam: z
      .boolean()
      .describe(
        'The message is worded like spam: nothing is withheld, but look closely. Judged when the lead came in; such leads are rated Low',
      ),
    mended: z
      .array(mend)
      .describe('Odd values of a marketplace that were kept as well as possible; empty for most leads'),
    sender: z
      .object({ name: z.string(), organization: z.string() })
      .nullable()
      .describe('The seller or marketer who sent a qualified lead'),
    sourceDetail: z
      .string()
      .nullable()
      .describe('Where in the source the customer came from: `src` of the address of the offer’s page'),
    routing: z.object({ reason: z.string() }).describe('Why the lead is at this location'),
    repeatOf: z
      .object({ id, createdAt: instant })
      .nullable()
      .describe('An earlier lead of the same customer about the same offer'),
    forwarded: z
      .object({ after: z.enum(forwardedAfter) })
      .nullable()
      .describe('The customer sent the request on to you; after: what the partner before had done'),
    deal: z
      .object({
        name: z.string().nullable(),
        value: money.nullable(),
        estimatedPurchaseDate: calendarDay.nullable(),
        notes: z.string().nullable(),
        crmId: z.string().nullable(),
        campaignId: z.string().nullable(),
        subStages: z.object({
          qualified: instant.nullable(),
          developed: instant.nullable(),
          proposed: instant.nullable(),
          negotiated: instant.nullable(),
        }),
      })
      .nullable()
      .describe('null until accepted'),
    team: z.array(colleague),
    employees: z.array(employee).describe('Further contacts of the partner'),
    closing: z
      .object({
        declineReason: z.enum(declineReasons).nullable(),
        lostReason: z.enum(lostReasons).nullable(),
        errorReason: z.enum(errorReasons).nullable(),
        reasonNumber: z
          .number()
          .int()
          .nullable()
          .describe('The number of the reason in other programs: see the reasons of the three actions'),
        notes: z.string().nullable(),
        finalValue: money.nullable(),
        duplicateOfLeadId: id.nullable(),
      })
      .nullable()
      .describe('How the lead was closed'),
    respondBy: instant
      .nullable()
      .describe(
        'The last moment of your working hours before expiresAt, or expiresAt itself; set while Received',
      ),
  })
  .meta({ id: 'Lead' });
export type Lead = z.infer<typeof lead>;

export const leadEvent = z
  .object({
    id,
    type: z.enum(leadEventTypes),
    at: instant,
    actor: z.object({
      personId: id.nullable().describe('The person, where your organization knows them'),
      nameNow: z.string().nullable().describe('The name that the person has now, where it is another'),
      kind: z.enum(['person', 'token', 'customer', 'marketplace', 'system']),
      name: z.string(),
    }),
    changes: z
      .array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() }))
      .describe('What was different before and after'),
    note: z.string().nullable(),
  })
  .meta({ id: 'LeadEvent' });
export type LeadEvent = z.infer<typeof leadEvent>;
/** A page of a timeline begins at the latest event, or at the cursor, and goes back in time. */
export const timelineQuery = z.strictObject({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(100),
});
export type TimelineQuery = z.infer<typeof timelineQuery>;
export const leadTimeline = z.object({
  items: z.array(leadEvent).describe('Oldest first'),
  nextCursor: z.string().nullable().describe('What happened before; null when nothing did'),
});
export type LeadTimeline = z.infer<typeof leadTimeline>;
