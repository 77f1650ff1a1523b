import type { WorkingCalendar } from '../../../../contract/working-time/calendar.ts';
import { remindAt, reminderHours } from '../../working-time/index.ts';

const hourMs = 3_600_000;
/** A calendar moves a reminder by at most the year that is searched back, and a day for clock changes. */
const farthestMoveHours = 367 * 24;
const precisionMs = 1000;

/**
 * The latest deadline of a lead whose reminder may be due at that moment, to the second: due leads are found by their
 * deadline, wherever their organization's calendar moves the reminder (NT-3).
 */
export function findReminderHorizon(now: Date, calendar: WorkingCalendar | undefined): Date {
  const isDue = (expiresAt: number) => remindAt(new Date(expiresAt), calendar) <= now;
  let due = now.getTime() + reminderHours * hourMs;
  if (!isDue(due + precisionMs)) return new Date(due);
  // A later deadline never means an earlier reminder, so a binary search finds where it turns.
  let notDue = due + farthestMoveHours * hourMs;
  while (notDue - due > precisionMs) {
    const middle = Math.floor((due + notDue) / 2);
    if (isDue(middle)) due = middle;
    else notDue = middle;
  }
  return new Date(due);
}

/** True when people are to be reminded now: not before it is due, and not if it was due before the lead came. */
export function isReminderDue(
  { receivedAt, expiresAt }: { readonly receivedAt: Date; readonly expiresAt: Date },
  calendar: WorkingCalendar | undefined,
  now: Date,
): boolean {
  const moment = remindAt(expiresAt, calendar, receivedAt);
  return moment <= now && moment > receivedAt && expiresAt > now;
}
