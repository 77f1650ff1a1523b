import { DateTime } from 'luxon';
import { type WorkingCalendar, type WorkingSpan, weekdays } from '../../../contract/working-time/calendar.ts';

/** How long before its end a lead is "expiring soon": three days (NT-3). */
export const reminderHours = 72;

/** How far back to search for a working moment, in days. */
const searchDays = 366;
const hourMs = 3_600_000;

/**
 * The last working moment at or before the end of a lead's time; the end itself without a calendar. A calendar never
 * makes it later and never moves the end (LC-4). When nobody works between `receivedAt` and the end, or in the year
 * before it, it is the end itself.
 */
export function respondBy(expiresAt: Date, calendar?: WorkingCalendar, receivedAt?: Date): Date {
  return lastWorkingMoment(expiresAt, calendar, receivedAt);
}

/**
 * When people are reminded of a lead: the last working moment at or before 72 hours before its end, exactly 72 hours
 * before without a calendar (NT-3). A calendar never makes it later. When nobody works between `receivedAt` and
 * then, it is exactly 72 hours before.
 */
export function remindAt(expiresAt: Date, calendar?: WorkingCalendar, receivedAt?: Date): Date {
  return lastWorkingMoment(new Date(expiresAt.getTime() - reminderHours * hourMs), calendar, receivedAt);
}

/**
 * How many working hours lie between two moments; all hours without a calendar (WT-3). More than a year ahead is not
 * looked at.
 */
export function workingHoursBetween(from: Date, to: Date, calendar?: WorkingCalendar): number {
  const [first, last] = [from.getTime(), to.getTime()];
  const local = calendar && DateTime.fromJSDate(from, { zone: calendar.timeZone });
  if (!calendar || !local?.isValid) return Math.max(0, last - first) / hourMs;
  const holidays = new Set(calendar.holidays);
  let worked = 0;
  for (let ahead = 0; ahead <= searchDays; ahead++) {
    const day = local.startOf('day').plus({ days: ahead });
    if (day.toMillis() > last) break;
    for (const { start, end } of spansOf(day, calendar, holidays))
      worked += Math.max(0, Math.min(end, last) - Math.max(start, first));
  }
  return worked / hourMs;
}

function lastWorkingMoment(moment: Date, calendar?: WorkingCalendar, notBefore?: Date): Date {
  if (calendar === undefined) return moment;
  const local = DateTime.fromJSDate(moment, { zone: calendar.timeZone });
  // A zone that this machine's data does not have (any longer) must not take the lead's deadline away.
  if (!local.isValid) return moment;
  const holidays = new Set(calendar.holidays);
  const earliest = notBefore?.getTime() ?? Number.NEGATIVE_INFINITY;
  for (let back = 0; back <= searchDays; back++) {
    const day = local.startOf('day').minus({ days: back });
    const found = lastMomentOfDay(day, moment.getTime(), calendar, holidays);
    if (found !== undefined) return found >= earliest ? new Date(found) : moment;
    if (day.toMillis() < earliest) return moment;
  }
  return moment;
}

/** The last working moment of a day that is not after the limit, in milliseconds. */
function lastMomentOfDay(
  day: DateTime,
  limit: number,
  calendar: WorkingCalendar,
  holidays: ReadonlySet<string>,
): number | undefined {
  const moments = spansOf(day, calendar, holidays)
    .filter(({ start }) => start <= limit)
    .map(({ end }) => Math.min(end, limit));
  return moments.length === 0 ? undefined : Math.max(...moments);
}

/** The spans of work of a day, in milliseconds. */
function spansOf(
  day: DateTime,
  calendar: WorkingCalendar,
  holidays: ReadonlySet<string>,
): { start: number; end: number }[] {
  const weekday = weekdays[day.weekday - 1];
  if (weekday === undefined || holidays.has(day.toISODate() ?? '')) return [];
  return calendar.hours[weekday].map((span) => boundsOf(day, span)).filter(({ start, end }) => start < end);
}

/**
 * The span in milliseconds. In an hour that a clock change repeats, a start means its second occurrence and an end its
 * first, so that everything in between is always within the span on the wall clock.
 */
function boundsOf(day: DateTime, { from, to }: WorkingSpan): { start: number; end: number } {
  return { start: Math.max(...momentsAt(day, from)), end: Math.min(...momentsAt(day, to)) };
}

/** The moments at which the clock shows this time on this day; for a time that is skipped, the moment of the jump. */
function momentsAt(day: DateTime, time: string): number[] {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const at = hour === 24 ? day.plus({ days: 1 }).startOf('day') : day.set({ hour, minute });
  if (hour !== 24 && (at.hour !== hour || at.minute !== minute)) return [jumpBefore(at)];
  return at.getPossibleOffsets().map((possible) => possible.toMillis());
}

/** Longer than any clock change. */
const longestJumpHours = 3;

/** When the clocks went forward, within the hours before. */
function jumpBefore(after: DateTime): number {
  let before = after.toMillis() - longestJumpHours * hourMs;
  let jumped = after.toMillis();
  while (jumped - before > 1) {
    const middle = Math.floor((before + jumped) / 2);
    if (DateTime.fromMillis(middle, { zone: after.zone }).offset === after.offset) jumped = middle;
    else before = middle;
  }
  return jumped;
}
