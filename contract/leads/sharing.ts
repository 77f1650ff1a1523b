import { z } from 'zod';
import { isCountryCode } from '../countries.ts';
import { fault } from '../faults/catalogue.ts';
import { said } from '../faults/said.ts';
import { id, instant, nameText, requiredText } from '../text.ts';
import { absenceDays } from '../working-time/absences.ts';
import {
  mostEscalationHours,
  mostPerWeek,
  mostSharingPeople,
  mostSharingRules,
  sharingHindrances,
  sharingMethods,
  storedTabs,
} from './lists.ts';

/** Who gets new leads by rule (WT-1). */

const ruleBase = {
  name: nameText(),
  tab: z.enum(storedTabs).nullable().describe('Only leads of this tab; null: of both'),
  locationIds: z.array(id).max(200).describe('Only leads of these locations; empty: of all'),
  countries: z
    .array(z.string().refine(isCountryCode, said(fault('text.noCountry'))))
    .max(300)
    .describe('Only leads from these countries (ISO 3166-1 alpha-2); empty: from all'),
  offers: z
    .array(requiredText(200))
    .max(200)
    .describe('Only leads about these offers, by their names; empty: about any, or none'),
  method: z
    .enum(sharingMethods)
    .describe('in-turn: one after another; fewest-open: to the one who owns the fewest open leads'),
  paused: z.boolean().describe('A paused rule gives no leads; the next one that fits decides'),
};

const perWeek = z
  .number()
  .int()
  .min(1)
  .max(mostPerWeek)
  .nullable()
  .describe('How many leads the rule gives them from Monday to Sunday at most; null: as many as come');

const newRule = z.strictObject({
  id: id.nullable().describe('null: a new rule'),
  ...ruleBase,
  people: z
    .array(z.strictObject({ personId: id, perWeek }))
    .min(1, said(fault('list.nobody')))
    .max(mostSharingPeople, said(fault('list.namesTooMany', { most: mostSharingPeople })))
    .refine(
      (people) => new Set(people.map(({ personId }) => personId)).size === people.length,
      said(fault('list.twice')),
    ),
});

const afterHours = z.number().int().min(1).max(mostEscalationHours).describe('Working hours');

/** All rules of an organization, in the order in which they are asked. */
export const sharingRulesChange = z
  .strictObject({
    rules: z.array(newRule).max(mostSharingRules),
    escalation: z
      .strictObject({ afterHours, personId: id })
      .nullable()
      .describe('Who is told when nobody has answered a lead for as many working hours; null: nobody'),
  })
  .refine(
    ({ rules }) => {
      const ids = rules.flatMap(({ id }) => (id === null ? [] : [id]));
      return new Set(ids).size === ids.length;
    },
    { path: ['rules'], message: said(fault('list.twice')) },
  );
export type SharingRulesChange = z.infer<typeof sharingRulesChange>;

const sharingPerson = z.object({
  id,
  name: z.string(),
  perWeek,
  givenThisWeek: z.number().int().describe('How many leads the rule has given them since Monday'),
  worksLeads: z.boolean().describe('false: they left or have another role, and get none'),
  absence: absenceDays.nullable().describe('When they are away, now or next'),
});
export type SharingPerson = z.infer<typeof sharingPerson>;

/** A rule, with what it has done. */
export const sharingRule = z
  .object({
    id,
    ...ruleBase,
    people: z.array(sharingPerson),
    waiting: z.number().int().describe('Leads that it cannot give to anybody now'),
    waitingSince: instant.nullable().describe('Since when the first of them waits'),
  })
  .meta({ id: 'SharingRule' });
export type SharingRule = z.infer<typeof sharingRule>;

/** The rules of an organization. */
export const sharingRules = z
  .object({
    rules: z.array(sharingRule).describe('In the order in which they are asked: the first that fits decides'),
    escalation: z
      .object({ afterHours, person: z.object({ id, name: z.string() }) })
      .nullable()
      .describe('Who is told when nobody answers a lead in time'),
    locations: z.array(z.object({ id, name: z.string() })).describe('That rules may be for, by name'),
    offers: z
      .array(z.object({ name: z.string(), title: z.string() }))
      .describe('That rules may be for, by title'),
    updatedAt: instant.nullable(),
    updatedBy: z.string().nullable().describe('Who changed them last'),
    revision: z.string().describe('Their ETag: send it as If-Match with a change'),
  })
  .meta({ id: 'SharingRules' });
export type SharingRules = z.infer<typeof sharingRules>;

/** A lead that waits for somebody who has room for it. */
export const leadToShare = z
  .object({
    leadId: id,
    customerName: z.string().nullable(),
    rule: z.object({ id, name: z.string() }),
    since: instant,
    reason: z
      .enum(sharingHindrances)
      .describe(
        'full: everyone has their leads of the week; away: who has room is away; nobody: no one can own it',
      ),
    expiresAt: instant.nullable(),
  })
  .meta({ id: 'LeadToShare' });
export type LeadToShare = z.infer<typeof leadToShare>;

export const leadsToShare = z.object({
  items: z.array(leadToShare).describe('The longest waiting first, at most 100'),
  total: z.number().int(),
});
export type LeadsToShare = z.infer<typeof leadsToShare>;

const heldCounts = {
  toAnswer: z.number().int(),
  deals: z.number().int(),
  informational: z.number().int(),
};

/** What somebody holds that needs somebody (WT-2). */
export const heldLeads = z
  .object({
    ...heldCounts,
    deals: z.number().int().describe('That they own, and those of their teams that nobody owns'),
    total: z.number().int(),
    countedAt: instant.describe('Send it as seenAt, with the total as expectedCount, to hand them over'),
  })
  .meta({ id: 'HeldLeads' });
export type HeldLeads = z.infer<typeof heldLeads>;

const holder = z.object({
  id,
  name: z.string(),
  worksLeads: z
    .boolean()
    .describe('false: they left or have another role, and what they own waits for others'),
  overseesLeads: z
    .boolean()
    .describe('Whether they see every lead, as a Referrals admin of the whole organization'),
  absence: absenceDays.nullable(),
  ...heldCounts,
});
export type Holder = z.infer<typeof holder>;

/** Who owns how many leads that need somebody. */
export const holders = z
  .object({
    items: z.array(holder).describe('Everyone who works on leads, and whoever still owns some, by name'),
    nobodys: z.number().int().describe('Leads to answer that nobody owns'),
  })
  .meta({ id: 'Holders' });
export type Holders = z.infer<typeof holders>;
