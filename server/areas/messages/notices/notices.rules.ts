import { DateTime, IANAZone } from 'luxon';

/** How a recipient is told about a lead (NT-2). */
export type NoticeWay = 'individual' | 'digest';

/** What decides whether a lead is mailed on its own. */
export interface NoticeFacts {
  readonly leadId: string;
  /** A customer who asks to be contacted directly is never kept waiting for a digest. */
  readonly hot: boolean;
}

/**
 * Splits the leads of one recipient and day: those up to the limit are mailed one by one, the rest are gathered;
 * hot ones are always mailed, and count (NT-2).
 * @param mailed how many the recipient was mailed one by one today
 */
export function splitNotices(
  leads: readonly NoticeFacts[],
  mailed: number,
  limit: number,
): ReadonlyMap<string, NoticeWay> {
  let left = limit - mailed;
  const ways = new Map<string, NoticeWay>();
  for (const { leadId, hot } of leads) {
    const alone = hot || left > 0;
    if (alone) left--;
    ways.set(leadId, alone ? 'individual' : 'digest');
  }
  return ways;
}

/** The day of a recipient's time zone, `YYYY-MM-DD`; of UTC for a zone that nobody knows. */
export function localDay(at: Date, timeZone: string): string {
  return DateTime.fromJSDate(at, { zone: knownZone(timeZone) }).toFormat('yyyy-MM-dd');
}

/**
 * When the digest of a lead that is gathered now is due: at the hour of this day, or of the next when that has
 * passed. On a day that skips the hour, it is the moment after the gap; on a day that has it twice, the first (NT-2).
 */
export function digestMoment(now: Date, timeZone: string, hour: number): Date {
  const here = DateTime.fromJSDate(now, { zone: knownZone(timeZone) });
  const today = atHour(here, hour);
  const due = today > here ? today : atHour(here.plus({ days: 1 }), hour);
  return due.toJSDate();
}

function atHour(day: DateTime, hour: number): DateTime {
  return day.startOf('day').set({ hour });
}

function knownZone(timeZone: string): string {
  return IANAZone.isValidZone(timeZone) ? timeZone : 'UTC';
}
