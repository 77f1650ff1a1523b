import { DateTime, IANAZone } from 'luxon';

/** The time zone itself, or UTC where this machine does not know it. */
export function knownZone(timeZone: string): string {
  return IANAZone.isValidZone(timeZone) ? timeZone : 'UTC';
}

/** The calendar day (`YYYY-MM-DD`) at that moment in a time zone; in UTC where it is missing or unknown. */
export function localDay(at: Date, timeZone: string | null | undefined): string {
  return DateTime.fromJSDate(at, { zone: knownZone(timeZone ?? 'UTC') }).toFormat('yyyy-MM-dd');
}
