import { z } from 'zod';
import { leadQualities, leadStates } from '../leads/lists.ts';
import { actionUrgencies } from '../messages/lists.ts';
import { sentLead } from '../organizations/partners.ts';
import { calendarDay, id, instant } from '../text.ts';
import { mostJudged, mostPartnerLeads } from './limits.ts';

/** A lead in a line of the home page. Test leads are not among them. */
export const homeLead = z.object({
  id,
  customer: z
    .string()
    .nullable()
    .describe('The company, or else the contact; null when neither was given or may be shown'),
  country: z.string().nullable().describe('ISO 3166-1 alpha-2, as the customer selected it'),
  offerTitle: z.string().nullable(),
  leadQuality: z.enum(leadQualities).nullable(),
  createdAt: instant.describe('When the lead was received'),
  hotUntil: instant.nullable().describe('Set while the lead is hot'),
});
export type HomeLead = z.infer<typeof homeLead>;

const leadToAnswer = homeLead.extend({
  dueAt: instant.describe('When it should be answered, within working hours'),
  urgency: z.enum(actionUrgencies).exclude(['later']).describe('now: within a day; soon: within three days'),
});
export type LeadToAnswer = z.infer<typeof leadToAnswer>;

const homeDeal = z.object({
  id: id.describe('Of the lead'),
  name: z.string().nullable(),
  customer: homeLead.shape.customer,
  value: z.object({ amountMinor: z.number().int(), currency: z.string() }).nullable(),
  estimatedPurchaseDate: calendarDay.nullable().describe('When the customer is expected to buy'),
  overdue: z.boolean().describe('That day is over, in your time zone'),
});
export type HomeDeal = z.infer<typeof homeDeal>;

const homeStep = z.object({
  id: id.describe('Of the lead'),
  customer: homeLead.shape.customer,
  what: z.string(),
  dueAt: instant.describe('By when, within working hours'),
  overdue: z.boolean().describe('That day is over, in your time zone'),
});
export type HomeStep = z.infer<typeof homeStep>;

/** For people who work on leads: only what they may see. */
const homeDesk = z.object({
  toAnswer: z.object({
    now: z
      .number()
      .int()
      .describe(`Leads to answer within a day, in working hours; ${mostJudged + 1} stands for more`),
    soon: z
      .number()
      .int()
      .describe(`Those of the next two days; ${mostJudged + 1} stands for more`),
    waiting: z.number().int().describe('All leads that wait for an answer, whenever it is due'),
    nextDueAt: instant.nullable().describe('When the first of all should be answered'),
    items: z.array(leadToAnswer).describe('The first of now and soon'),
  }),
  hot: z.object({ count: z.number().int(), items: z.array(homeLead).describe('The newest') }),
  fresh: z.object({
    hours: z.number().int(),
    count: z.number().int(),
    items: z.array(homeLead).describe('The newest'),
  }),
  nextSteps: z
    .object({
      count: z.number().int().describe('All of them, 200 at most'),
      items: z.array(homeStep).describe('The longest due'),
    })
    .describe('What you planned for today, and before'),
  deals: z.object({
    count: z.number().int().describe('Accepted leads that you own or have in your team'),
    overdue: z.number().int().describe('Those whose estimated purchase date is over'),
    visible: z.number().int().describe('All accepted leads that you may see, tests included'),
    sums: z
      .array(z.object({ currency: z.string(), amountMinor: z.number().int(), deals: z.number().int() }))
      .describe('What yours are worth by currency, as far as it is known; the largest number of deals first'),
    items: z.array(homeDeal).describe('By estimated purchase date; those without one come last'),
  }),
  standing: z
    .object({
      days: z.number().int(),
      answered: z.number().int(),
      expired: z.number().int(),
      medianMinutes: z
        .number()
        .int()
        .nullable()
        .describe('From receiving a lead to answering it; null: none was answered'),
    })
    .describe('Leads received in the last days that were accepted or declined, or expired without an answer'),
});
export type HomeDesk = z.infer<typeof homeDesk>;

const homeOperator = z.object({
  unrouted: z
    .object({ count: z.number().int(), items: z.array(homeLead).describe('The newest') })
    .describe('Leads that nobody could route'),
  suspected: z.number().int().nullable().describe('Submissions in the quarantine'),
  partners: z
    .object({
      waiting: z
        .number()
        .int()
        .describe(`Partners’ leads without an answer; ${mostPartnerLeads + 1} stands for more`),
      hot: z
        .number()
        .int()
        .describe(`Those that are hot now; ${mostPartnerLeads + 1} stands for more`),
    })
    .nullable(),
});
export type HomeOperator = z.infer<typeof homeOperator>;

const homeSetUp = z.object({
  people: z.number().int().describe('Who belongs to the organization, you included'),
  invitations: z.number().int().describe('Invitations that nobody accepted yet'),
  workingCalendar: z.boolean(),
  intake: z.boolean().describe('There is a marketplace endpoint or an API token'),
  addressConfirmed: z
    .boolean()
    .nullable()
    .describe('Yours; null: there is no mail server to confirm it with'),
  testLead: z.boolean().describe('A test lead came in'),
});
export type HomeSetUp = z.infer<typeof homeSetUp>;

const homeSent = z.object({
  days: z.number().int(),
  states: z
    .array(z.object({ state: z.enum(leadStates), count: z.number().int() }))
    .describe('Leads that your organization sent in these days, by the state they are in now'),
  items: z.array(sentLead).describe('The newest'),
});
export type HomeSent = z.infer<typeof homeSent>;

/** The home page; a part is null for those whom it does not concern. */
export const home = z
  .object({
    desk: homeDesk.nullable().describe('For people who work on leads'),
    operator: homeOperator.nullable().describe('For Operator admins'),
    sent: homeSent.nullable().describe('For people who send leads'),
    setUp: homeSetUp.nullable().describe('For Account admins of a partner'),
    outbox: z
      .object({ days: z.number().int(), failed: z.number().int().describe('Emails that nobody got') })
      .nullable()
      .describe('For those who read the outbox'),
  })
  .meta({ id: 'Home' });
export type Home = z.infer<typeof home>;
