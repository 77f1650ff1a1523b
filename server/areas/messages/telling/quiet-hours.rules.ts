import { DateTime } from 'luxon';
import { knownZone } from '../../../platform/local-day.ts';

/** When a person wants no emails about single leads (NT-6). */
export interface QuietTimes {
  /** Minutes after midnight, where the person is; the end is on the next day when it is earlier. */
  readonly night: { readonly from: number; readonly until: number } | null;
  readonly weekends: boolean;
  readonly exceptHot: boolean;
}

/** A quiet time that has begun for a recipient. */
export interface Quiet {
  readonly until: Date;
  readonly exceptHot: boolean;
}

/** A lead that may be hot. */
export interface MaybeHot {
  readonly hot_until: Date | null;
}

/** Whether the customer waits to be contacted directly. */
export function isHot({ hot_until }: MaybeHot, now: Date): boolean {
  return hot_until !== null && hot_until > now;
}

/** Until when an email about these leads is held back; undefined: it goes out now. */
export function heldUntil(quiet: Quiet | undefined, leads: readonly MaybeHot[], now: Date): Date | undefined {
  return quiet?.exceptHot && leads.some((lead) => isHot(lead, now)) ? undefined : quiet?.until;
}

/** The quiet time that has begun by that moment; undefined: none has. */
export function quietAt(times: QuietTimes | undefined, timeZone: string, moment: Date): Quiet | undefined {
  const until = times && quietUntil(moment, timeZone, times);
  return until && { until, exceptHot: times.exceptHot };
}

/** More spans than ever follow one another: a night, a weekend, a night. */
const mostSpans = 6;

/**
 * When the quiet time around that moment ends; undefined: it is not quiet then. Nights that run into a weekend are one
 * quiet time with it. On a day that skips the end of the night, the moment after the gap.
 */
export function quietUntil(now: Date, timeZone: string, times: QuietTimes): Date | undefined {
  const here = DateTime.fromJSDate(now, { zone: knownZone(timeZone) });
  let end: DateTime = here;
  for (let spans = 0; spans < mostSpans; spans++) {
    const next = endOfSpan(end, times);
    if (next === undefined) break;
    end = next;
  }
  return end > here ? end.toJSDate() : undefined;
}

function endOfSpan(at: DateTime, { night, weekends }: QuietTimes): DateTime | undefined {
  if (weekends && at.weekday >= 6) return at.startOf('day').plus({ days: 8 - at.weekday });
  if (night === null) return undefined;
  const minute = at.hour * 60 + at.minute;
  const { from, until } = night;
  if (from < until) return minute >= from && minute < until ? atMinute(at, until) : undefined;
  if (minute >= from) return atMinute(at.plus({ days: 1 }), until);
  return minute < until ? atMinute(at, until) : undefined;
}

function atMinute(day: DateTime, minute: number): DateTime {
  return day.startOf('day').set({ hour: Math.floor(minute / 60), minute: minute % 60 });
}
