import { z } from 'zod';
import { fault } from '../faults/catalogue.ts';
import { said } from '../faults/said.ts';
import { calendarDay, id } from '../text.ts';

/** When people are away (WT-2). */

const days = {
  from: calendarDay.describe('The first day'),
  until: calendarDay.describe('The last day'),
};

/** The days of an absence, both included. */
export const absenceDays = z.object(days);
export type AbsenceDays = z.infer<typeof absenceDays>;

export const absenceChange = z
  .strictObject(days)
  .refine(({ from, until }) => from <= until, { path: ['until'], message: said(fault('time.endsFirst')) });

export const absence = z
  .object({
    person: z.object({ id, name: z.string() }),
    ...days,
    isNow: z.boolean().describe('Whether they are away today, by the working calendar’s time zone'),
  })
  .meta({ id: 'Absence' });
export type Absence = z.infer<typeof absence>;

export const absenceList = z.object({
  items: z.array(absence).describe('Of everyone you work with, present and coming, the earliest first'),
});
