import { z } from 'zod';
import { fault } from '../faults/catalogue.ts';
import { said } from '../faults/said.ts';
import { id, instant, nameText, requiredText } from '../text.ts';
import { apiTokenScopes, roles } from './lists.ts';

/** An IANA name such as `Europe/Berlin`. */
export const timeZone = z
  .string()
  .max(64)
  .refine((zone) => isTimeZone(zone), said(fault('text.noTimeZone')));

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const localeTag = z
  .string()
  .max(35)
  .refine((tag) => isLocale(tag), said(fault('text.noLanguage')));

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

export const signInRequest = z.strictObject({
  email: requiredText(320).describe('The email address you sign in with'),
  password: z
    .string()
    .min(1, said(fault('text.empty')))
    .max(1024),
});

export const organizationRef = z.object({
  id,
  name: z.string(),
  kind: z.enum(['operator', 'partner']),
});

export const grant = z.object({
  role: z.enum(roles),
  locationId: id.nullable().describe('null: the whole organization'),
  locationName: z.string().nullable(),
});

/**
 * What the signed-in person may do apart from single leads. Only the server decides: the app shows what is true here,
 * and never checks roles (ID-4).
 */
export const permissions = z.object({
  readLeads: z.boolean(),
  exportLeads: z.boolean(),
  importLeads: z.boolean(),
  workLeads: z.boolean().describe('Answer leads and close deals, as far as each lead allows it'),
  createLeads: z.boolean().describe('Send qualified leads to partners'),
  routeLeads: z.boolean().describe('Send unrouted leads on to partners'),
  listPartners: z.boolean().describe('The partners that leads can be sent to'),
  listColleagues: z.boolean().describe('Who may be in the team of a lead'),
  shareLeads: z.boolean().describe('Rules that give new leads to people, and whose leads others take over'),
  recheckContacts: z.boolean().describe('Have the contact of a lead checked again'),
  reportSpam: z.boolean().describe('Report a lead as spam, and withdraw the report'),
  manageViews: z.boolean().describe('Take over and delete shared views whose owner is gone'),
  shareTemplates: z.boolean().describe('Share reply templates with everyone, and change shared ones'),
  manageAccess: z.boolean().describe('API tokens and the access log'),
  manageIntake: z.boolean().describe('Marketplace endpoints'),
  managePeople: z.boolean().describe('Who belongs to the organization, and invitations'),
  seePartnerLeads: z.boolean().describe('Where the leads of all partners stand: the operator’s'),
  readOutbox: z.boolean().describe('Every email of the organization'),
  readLeadRating: z.boolean().describe('How leads are rated'),
  changeWorkingCalendar: z.boolean(),
  readContactSharing: z.boolean().describe('Whether the operator sees the contacts of the partner’s leads'),
  changeContactSharing: z.boolean(),
  decideQuarantine: z.boolean().describe('See suspected spam, release or confirm it'),
  managePeriods: z.boolean().describe('Deadlines and retention'),
  manageSpamLists: z.boolean(),
  editProfiles: z.boolean().describe('Business profiles: edit and publish them'),
  deleteProfiles: z.boolean().describe('Delete business profiles for good'),
  manageVocabularies: z.boolean().describe('Values of industries, products, and so on'),
  manageOffers: z.boolean().describe('Write, publish and stop the partner’s offers'),
  managePartnerOffers: z.boolean().describe('Those of all partners: the operator’s'),
  announce: z.boolean().describe('Announcements to all partners'),
  superviseInstallation: z
    .boolean()
    .describe('Is asked to deal with what waits or fails in the installation'),
});
export type Permissions = z.infer<typeof permissions>;

export const me = z
  .object({
    person: z.object({
      id,
      name: z.string(),
      email: z.string(),
      emailVerifiedAt: instant.nullable().describe('null: nobody opened a link that was sent there yet'),
      emailRefusedAt: instant.nullable().describe('When an email bounced, and no link was opened since'),
      timeZone: z.string().nullable(),
      locale: z.string().nullable(),
    }),
    organization: organizationRef.describe('The organization you work in now'),
    organizations: z.array(organizationRef).describe('All organizations you belong to'),
    grants: z.array(grant),
    permissions,
    demo: z.boolean(),
    clockAheadSeconds: z
      .number()
      .int()
      .describe('How far the clock of the demo is ahead of the machine’s; 0 where there is no demo'),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof me>;

export const meChange = z.strictObject({
  name: nameText().optional(),
  timeZone: timeZone
    .nullable()
    .optional()
    .describe('null: that of the working calendar, until the app stores the one of the browser'),
  locale: localeTag.nullable().optional(),
});
export type MeChange = z.infer<typeof meChange>;

export const organizationSwitch = z.strictObject({ organizationId: id });

export const sessionInfo = z.object({
  id,
  createdAt: instant,
  lastSeenAt: instant,
  userAgent: z.string().nullable(),
  address: z.string().nullable(),
  current: z.boolean(),
});
export type SessionInfo = z.infer<typeof sessionInfo>;
export const sessionList = z.object({ items: z.array(sessionInfo) });

export const colleague = z.object({ id, name: z.string(), email: z.string() });
export type Colleague = z.infer<typeof colleague>;
export const colleagueList = z.object({ items: z.array(colleague) });

export const locationInfo = z.object({
  id,
  name: z.string(),
  country: z.string(),
  city: z.string().nullable(),
});
export type LocationInfo = z.infer<typeof locationInfo>;

export const apiTokenCreate = z.strictObject({
  name: nameText(),
  scopes: z
    .array(z.enum(apiTokenScopes))
    .min(1, said(fault('list.noScope')))
    .max(apiTokenScopes.length),
});
export const apiTokenInfo = z.object({
  id,
  name: z.string(),
  scopes: z.array(z.enum(apiTokenScopes)),
  hint: z.string().describe('The last characters of the token'),
  createdAt: instant,
  createdBy: z.string().nullable(),
  lastUsedAt: instant.nullable(),
});
export type ApiTokenInfo = z.infer<typeof apiTokenInfo>;
export const apiTokenList = z.object({ items: z.array(apiTokenInfo), nextCursor: z.string().nullable() });
/** The most active tokens, and the most active endpoints, that an organization may have. */
export const maxSecrets = 200;
export const secretQuery = z.strictObject({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const apiTokenCreated = apiTokenInfo.extend({
  token: z.string().describe('Shown this once, kept hashed'),
});

export const intakeEndpointCreate = z.strictObject({ name: nameText() });
export const intakeEndpointInfo = z.object({
  id,
  name: z.string(),
  hint: z.string().describe('The last characters of the key'),
  createdAt: instant,
  createdBy: z.string().nullable(),
  lastUsedAt: instant.nullable(),
});
export type IntakeEndpointInfo = z.infer<typeof intakeEndpointInfo>;
export const intakeEndpointList = z.object({
  items: z.array(intakeEndpointInfo),
  nextCursor: z.string().nullable(),
});
export const intakeEndpointCreated = intakeEndpointInfo.extend({
  url: z.string().describe('The address to give the marketplace; shown this once'),
});

export const accessLogEntry = z.object({
  id,
  at: instant,
  actor: z.string().describe('The name that the person had then'),
  actorId: id.nullable().describe('The person who acted; null: a program, or nobody of the installation'),
  actorNow: z.string().nullable().describe('The name that the person has now, where it is another'),
  tokenId: id.nullable().describe('The API token of the program that acted'),
  action: z.string(),
  leadIds: z.array(id),
  leads: z
    .array(z.object({ id, customerName: z.string().nullable(), mayOpen: z.boolean() }))
    .describe('The first of the leads: by their customer, and whether you may open them'),
  detail: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()).nullable().describe('What stands beside the words, for programs'),
});
export type AccessLogEntry = z.infer<typeof accessLogEntry>;
export const accessLogQuery = z.strictObject({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const accessLogPage = z.object({ items: z.array(accessLogEntry), nextCursor: z.string().nullable() });
export type AccessLogPage = z.infer<typeof accessLogPage>;
