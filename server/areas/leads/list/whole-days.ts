import { DateTime } from 'luxon';
import { dayParameters, type SingleParameter } from '../../../../contract/leads/lead-filters.ts';
import { resolveDay } from '../../../../contract/leads/relative-days.ts';
import { knownZone, localDay } from '../../../platform/local-day.ts';

/** True when a filter uses days. */
export function asksForDays(filters: Readonly<Partial<Record<SingleParameter, unknown>>>): boolean {
  return dayParameters.some((parameter) => filters[parameter] !== undefined);
}

type Days = Partial<Record<(typeof dayParameters)[number], string | undefined>>;

/** The filters with days in place of relative ones: `today` is the day in that time zone, UTC where it is missing. */
export function withDays<Filters extends Days>(filters: Filters, now: Date, timeZone?: string): Filters {
  const today = localDay(now, timeZone);
  const days: Days = {};
  for (const parameter of dayParameters) {
    const word = filters[parameter];
    if (word !== undefined) days[parameter] = resolveDay(word, today);
  }
  return { ...filters, ...days };
}

/** The first moment of a day (`YYYY-MM-DD`) in a time zone; UTC where it is missing or unknown. */
export function beginningOf(day: string, timeZone = 'UTC'): Date {
  return earliest(startOf(day, timeZone));
}

/** The moment at which a day is over: the first that no longer belongs to it. */
export function endOf(day: string, timeZone = 'UTC'): Date {
  return earliest(startOf(day, timeZone).plus({ days: 1 }).startOf('day'));
}

/** The first of two midnights, where the clocks go back across it. */
function earliest(midnight: DateTime): Date {
  return new Date(Math.min(...midnight.getPossibleOffsets().map((one) => one.toMillis())));
}

function startOf(day: string, zone: string): DateTime {
  return DateTime.fromISO(day, { zone: knownZone(zone) }).startOf('day');
}
