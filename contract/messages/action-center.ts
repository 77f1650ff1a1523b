import { z } from 'zod';
import { fault } from '../faults/catalogue.ts';
import { said } from '../faults/said.ts';
import { addressStates, mailLanguages } from '../mail/lists.ts';
import { id, instant, requiredText } from '../text.ts';
import {
  actionKinds,
  actionLevels,
  actionUrgencies,
  notificationCategories,
  notificationKinds,
  notificationStates,
  optionalCategories,
} from './lists.ts';

/** The counts that the bell's badge adds up; counted from the rows on each request. */
export const actionCenterCounts = z
  .object({
    mandatory: z.number().int(),
    recommended: z
      .number()
      .int()
      .describe('Leads that wait for an answer you may give, and next steps of yours that are due'),
    unread: z.number().int().describe('Notifications that are neither read nor archived'),
    due: z
      .number()
      .int()
      .describe(
        'What must be done, leads whose time to answer ends within a day, and next steps that are due; the badge counts these',
      ),
    fresh: z
      .number()
      .int()
      .describe(
        'What has come since you last looked and is not due: leads, and other news; the badge counts these too',
      ),
  })
  .meta({ id: 'ActionCenterCounts' });
export type ActionCenterCounts = z.infer<typeof actionCenterCounts>;

const names = z
  .array(z.string())
  .describe('What of the title is a name: it may be written from right to left, in a sentence that is not');

/** Something to do. It has no id and cannot be checked off: it disappears with its cause. */
export const action = z
  .object({
    key: z.string().describe('The same for the same cause'),
    kind: z.enum(actionKinds),
    level: z.enum(actionLevels),
    urgency: z.enum(actionUrgencies).describe('now: within a day; soon: within three days'),
    title: z.string(),
    names,
    detail: z.string().nullable(),
    count: z.number().int().nullable().describe('How much waits there, for actions that stand for several'),
    leadId: id.nullable().describe('The lead to answer, or with which something is to be done'),
    hotUntil: instant.nullable(),
    dueAt: instant
      .nullable()
      .describe(
        'When it should be done: within working hours, if there is a calendar; null where nobody waits for it',
      ),
    expiresAt: instant.nullable().describe('When it cannot be done any more'),
  })
  .meta({ id: 'Action' });
export type Action = z.infer<typeof action>;

/** Something that happened. */
export const notification = z
  .object({
    id,
    category: z.enum(notificationCategories),
    kind: z.enum(notificationKinds),
    title: z.string(),
    names,
    detail: z.string().nullable(),
    leadId: id.nullable().describe('The lead, if you may open it'),
    createdAt: instant,
    readAt: instant.nullable(),
    archivedAt: instant.nullable(),
  })
  .meta({ id: 'Notification' });
export type Notification = z.infer<typeof notification>;

export const actionPage = z.object({ items: z.array(action), nextCursor: z.string().nullable() });
export type ActionPage = z.infer<typeof actionPage>;
export const notificationPage = z.object({ items: z.array(notification), nextCursor: z.string().nullable() });
export type NotificationPage = z.infer<typeof notificationPage>;

/** The whole Action center: the counts, and one page of each list. */
export const actionCenter = z
  .object({ counts: actionCenterCounts, actions: actionPage, notifications: notificationPage })
  .meta({ id: 'ActionCenter' });
export type ActionCenter = z.infer<typeof actionCenter>;

export const actionCenterQuery = z.strictObject({
  list: z.enum(['actions', 'notifications']).optional().describe('Only this list; the other one stays empty'),
  level: z.enum(actionLevels).optional().describe('Only actions of this level'),
  category: z.enum(notificationCategories).optional().describe('Only notifications of this category'),
  state: z.enum(notificationStates).default('current').describe('Which notifications'),
  actionsCursor: z.string().max(500).optional(),
  notificationsCursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25).describe('The most to return of each'),
});
export type ActionCenterQuery = z.infer<typeof actionCenterQuery>;

export const readAllRequest = z.strictObject({
  until: instant
    .optional()
    .describe('Only those that had happened by then, so that what comes meanwhile stays unread'),
});

export const announcementCreate = z.strictObject({ title: requiredText(120), text: requiredText(2000) });
export type AnnouncementCreate = z.infer<typeof announcementCreate>;
export const announcementCreated = z.object({
  id,
  people: z.number().int().describe('How many were told; someone who works for two partners counts twice'),
});
export type AnnouncementCreated = z.infer<typeof announcementCreated>;

/** An announcement from the operator. */
export const announcement = z.object({
  id,
  title: z.string(),
  text: z.string(),
  publishedAt: instant,
  people: z.number().int().describe('In how many Action centers it stands'),
  readers: z.number().int().describe('How many of them marked it as read'),
});
export type Announcement = z.infer<typeof announcement>;
export const announcementList = z.object({ items: z.array(announcement).describe('The newest 50') });

/** A category of emails or notifications, and whether it can be turned off. */
export const preferenceCategory = z.object({
  key: z.string(),
  title: z.string(),
  explanation: z.string(),
  channel: z.enum(['mail', 'app']),
  wanted: z.boolean(),
  required: z.boolean(),
  requiredReason: z.string().nullable().describe('Why it cannot be switched off'),
});
export type PreferenceCategory = z.infer<typeof preferenceCategory>;

const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, said(fault('time.noStart')))
  .describe('HH:MM');

/** When someone wants no emails about single leads, in their time zone (NT-6). */
export const quietHours = z
  .strictObject({
    night: z
      .strictObject({ from: clockTime, until: clockTime.describe('Earlier than from: on the next day') })
      .refine(({ from, until }) => from !== until, { path: ['until'], message: said(fault('time.noSpan')) })
      .nullable(),
    weekends: z.boolean().describe('Saturday and Sunday, all day'),
    exceptHot: z.boolean().describe('Hot leads are emailed at once all the same'),
  })
  .refine(({ night, weekends }) => night !== null || weekends, {
    path: ['night'],
    message: said(fault('time.never')),
  });
export type QuietHours = z.infer<typeof quietHours>;

/** How someone is notified, and whether their address accepts mail (NT-5). */
export const mailPreferences = z
  .object({
    address: z.string(),
    addressState: z.enum(addressStates),
    addressStateAt: instant.nullable(),
    refusedReason: z.string().nullable().describe('What the mail server said'),
    mailsAreSent: z
      .boolean()
      .describe('false: this installation has no mail server, emails are kept in the outbox'),
    language: z
      .enum(mailLanguages)
      .describe('In which emails are written; languages that have no texts read English'),
    timeZone: z
      .string()
      .describe('Yours; while none is known, that of your organization’s working calendar, else UTC'),
    mailsPerDay: z.number().int().describe('Leads of a day that are emailed one by one'),
    digestHour: z.number().int().describe('When the others come, in your time zone'),
    quietHours: quietHours.nullable().describe('null: emails come at any time'),
    categories: z.array(preferenceCategory),
  })
  .meta({ id: 'MailPreferences' });
export type MailPreferences = z.infer<typeof mailPreferences>;

/** Only what is sent changes. */
export const mailPreferencesChange = z.strictObject({
  categories: z.partialRecord(z.enum(optionalCategories), z.boolean()).optional(),
  quietHours: quietHours.nullable().optional(),
});
export type MailPreferencesChange = z.infer<typeof mailPreferencesChange>;
