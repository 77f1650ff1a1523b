import { DateTime } from 'luxon';

/** For how many hours a lead counts as new on the home page. */
export const freshHours = 24;

/** Over how many days the home page looks back: on answers, and on what was sent. */
export const standingDays = 30;
export const sentDays = 90;

/** How many lines a list of the home page has. */
export const shownItems = 5;

/** The calendar day (YYYY-MM-DD) at that moment in a time zone; in UTC where it is missing or unknown. */
export function dayAt(moment: Date, timeZone: string | null): string {
  const local = DateTime.fromJSDate(moment, { zone: timeZone ?? 'UTC' });
  return (local.isValid ? local : DateTime.fromJSDate(moment, { zone: 'UTC' })).toFormat('yyyy-MM-dd');
}
