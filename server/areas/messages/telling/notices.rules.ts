import { DateTime } from 'luxon';
import { knownZone } from '../../../platform/local-day.ts';

/** How a recipient is told about a lead (NT-2). */
export type NoticeWay = 'individual' | 'digest';

/** What decides whether a lead gets an email of its own. */
export interface NoticeFacts {
  readonly leadId: string;
  /** Never wait for a digest: the customer asks to be contacted directly. */
  readonly hot: boolean;
}

/**
 * Splits the leads of one recipient and day: leads up to the limit get individual emails, the rest are gathered; hot
 * ones always get an email, and count (NT-2).
 * @param mailed how many individual emails the recipient got today
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

/**
 * When the digest of a lead that is gathered now is due: at the given hour today, or tomorrow if that has passed. On a
 * day that skips the hour, the moment after the gap; on a day that has it twice, the first (NT-2).
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
