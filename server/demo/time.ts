import type { Random } from './random.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The moment that many milliseconds later. */
export function after(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() + milliseconds);
}

/** The earlier of the two. */
export function earlier(left: Date, right: Date): Date {
  return left < right ? left : right;
}

/** The same moment a number of calendar months later (UTC); the month's last day where that day does not exist. */
export function addMonths(at: Date, months: number): Date {
  const year = at.getUTCFullYear();
  const month = at.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const moved = new Date(at);
  moved.setUTCFullYear(year, month, Math.min(at.getUTCDate(), lastDay));
  return moved;
}

/** The day in UTC, `YYYY-MM-DD`. */
export function toDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** A moment near the given one, mostly during office hours at that UTC offset, never later. */
export function inOfficeHours(at: Date, utcOffset: number, random: Random): Date {
  if (random.chance(0.12)) return at;
  const local = after(at, utcOffset * hour);
  const weekday = local.getUTCDay();
  const daysBack = random.chance(0.85) ? daysSinceWorkday(weekday) : 0;
  const midnight = Math.floor(local.getTime() / day) * day - daysBack * day;
  const start = 7.5 * hour + random.next() * 10.5 * hour;
  const moved = after(new Date(midnight + start), -utcOffset * hour);
  return moved <= at ? moved : after(moved, -day * (weekday === 1 ? 3 : 1));
}

function daysSinceWorkday(weekday: number): number {
  if (weekday === 6) return 1;
  return weekday === 0 ? 2 : 0;
}

/**
 * The given moment or, outside office hours, the start of the next working day there; the moment itself if that is too
 * late.
 */
export function nextOfficeHours(at: Date, utcOffset: number, limit: Date, random: Random): Date {
  const local = after(at, utcOffset * hour);
  const hourOfDay = local.getUTCHours();
  const isWorkday = local.getUTCDay() >= 1 && local.getUTCDay() <= 5;
  if (isWorkday && hourOfDay >= 8 && hourOfDay < 18) return at;
  let midnight = Math.floor(local.getTime() / day) * day;
  if (!isWorkday || hourOfDay >= 18) midnight += day;
  while ([0, 6].includes(new Date(midnight).getUTCDay())) midnight += day;
  const moved = new Date(midnight + (8 - utcOffset) * hour + random.next() * 3 * hour);
  return moved <= limit ? moved : at;
}
