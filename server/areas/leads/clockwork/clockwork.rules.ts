import type { WorkingCalendar } from '../../../../contract/working-time/calendar.ts';
import { remindAt, reminderHours } from '../../working-time/index.ts';

const hourMs = 3_600_000;
/** A calendar moves a reminder by no more than the year that it is searched back for, and a day of clock changes. */
const farthestMoveHours = 367 * 24;
const precisionMs = 1000;

/**
 * The latest end of a lead whose reminder may be due at that moment, to the second: what is due is found by its end,
 * whatever the calendar of its organization does to the reminder (NT-3).
 */
export function findReminderHorizon(now: Date, calendar: WorkingCalendar | undefined): Date {
  const isDue = (expiresAt: number) => remindAt(new Date(expiresAt), calendar) <= now;
  let due = now.getTime() + reminderHours * hourMs;
  if (!isDue(due + precisionMs)) return new Date(due);
  // A later end never means an earlier reminder, so that the place where it turns can be closed in on.
  let notDue = due + farthestMoveHours * hourMs;
  while (notDue - due > precisionMs) {
    const middle = Math.floor((due + notDue) / 2);
    if (isDue(middle)) due = middle;
    else notDue = middle;
  }
  return new Date(due);
}

/** True when people are to be reminded now: not before it is time, and not when it was time before the lead came. */
export function isReminderDue(
  { receivedAt, expiresAt }: { readonly receivedAt: Date; readonly expiresAt: Date },
  calendar: WorkingCalendar | undefined,
  now: Date,
): boolean {
  const moment = remindAt(expiresAt, calendar, receivedAt);
  return moment <= now && moment > receivedAt && expiresAt > now;
}
