import { z } from 'zod';
import { fault } from '../faults/catalogue.ts';
import { said } from '../faults/said.ts';
import { timeZone } from '../identity/identity.ts';
import { calendarDay, instant } from '../text.ts';

/** The days of the week in the order of ISO 8601: Monday first. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof weekdays)[number];

/** How many spans of work a day may have. */
const maxSpansPerDay = 6;
/** How many holidays a working calendar may have. */
const maxHolidays = 1000;

const startTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, said(fault('time.noStart')));
const endTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, said(fault('time.noEnd')));

const span = z
  .strictObject({ from: startTime, to: endTime })
  .refine(({ from, to }) => from < to, { path: ['to'], message: said(fault('time.endsFirst')) });
/** A span of work on one day, in the organization's local time. */
export type WorkingSpan = z.infer<typeof span>;

const overlaps = said(fault('time.overlaps'));

const spans = z
  .array(span)
  .max(maxSpansPerDay)
  .superRefine((list, context) => {
    list.forEach(({ from }, at) => {
      const before = list[at - 1];
      if (before === undefined || before.to <= from) return;
      context.addIssue({
        code: 'custom',
        path: [at, 'from'],
        message: overlaps,
      });
    });
  });

/** When an organization works. A week without any working time is refused. */
export const workingCalendar = z
  .strictObject({
    timeZone: timeZone.describe('IANA name, such as Europe/Berlin'),
    hours: z
      .strictObject({
        monday: spans,
        tuesday: spans,
        wednesday: spans,
        thursday: spans,
        friday: spans,
        saturday: spans,
        sunday: spans,
      })
      .refine((hours) => weekdays.some((day) => hours[day].length > 0), said(fault('time.noHour')))
      .describe('Spans of each weekday in their order; none: no working day'),
    holidays: z.array(calendarDay).max(maxHolidays).describe('Days without work'),
  })
  .meta({ id: 'WorkingCalendar' });
export type WorkingCalendar = z.infer<typeof workingCalendar>;

/** The working calendar of an organization, if it has one. */
export const workingCalendarAnswer = z.object({
  calendar: workingCalendar.nullable().describe('null: every hour counts'),
  updatedAt: instant.nullable(),
  updatedBy: z.string().nullable().describe('Who changed it last'),
  revision: z.string().describe('Its ETag: send it as If-Match with a change'),
  mayChange: z.boolean().describe('Whether you may change it'),
});
export type WorkingCalendarAnswer = z.infer<typeof workingCalendarAnswer>;

/** Whether the signed-in person has a calendar link for the organization they work in. */
export const calendarFeedAnswer = z.object({
  feed: z
    .object({
      createdAt: instant,
      lastUsedAt: instant.nullable().describe('When a calendar asked for it last'),
    })
    .nullable()
    .describe('null: there is no link'),
});
export type CalendarFeedAnswer = z.infer<typeof calendarFeedAnswer>;

export const calendarFeedCreated = z.object({
  url: z.string().describe('The secret link; it is shown only once'),
  createdAt: instant,
});
export type CalendarFeedCreated = z.infer<typeof calendarFeedCreated>;
