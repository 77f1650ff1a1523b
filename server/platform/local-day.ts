import { DateTime, IANAZone } from 'luxon';

/** The time zone itself, or UTC where this machine does not know it. */
export function knownZone(timeZone: string): string {
  // Created zones are kept, and with them whether they are known: asking again takes a tenth of a millisecond.
  return IANAZone.create(timeZone).isValid ? timeZone : 'UTC';
}

/** The calendar day (`YYYY-MM-DD`) at that moment in a time zone; in UTC where it is missing or unknown. */
export function localDay(at: Date, timeZone: string | null | undefined): string {
  return DateTime.fromJSDate(at, { zone: knownZone(timeZone ?? 'UTC') }).toFormat('yyyy-MM-dd');
}
