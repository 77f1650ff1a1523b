import { DateTime, IANAZone } from 'luxon';
import { dayParameters, type SingleParameter } from '../../../../contract/leads/lead-filters.ts';

/** True when a filter uses days. */
export function asksForDays(filters: Readonly<Partial<Record<SingleParameter, unknown>>>): boolean {
  return dayParameters.some((parameter) => filters[parameter] !== undefined);
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
  return DateTime.fromISO(day, { zone: IANAZone.isValidZone(zone) ? zone : 'UTC' }).startOf('day');
}
