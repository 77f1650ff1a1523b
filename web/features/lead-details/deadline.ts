const hour = 3_600_000;

/**
 * How long is left until a moment, in the largest fitting unit, rounded down so that nobody is promised more
 * time than there is: "2 days", "5 hours", "40 minutes".
 */
export function wordTimeLeft(until: string, now: number, locale: string | undefined): string {
  const left = Math.max(0, Date.parse(until) - now);
  const word = (value: number, unit: 'day' | 'hour' | 'minute') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.floor(value));
  if (left >= 96 * hour) return word(left / (24 * hour), 'day');
  if (left >= hour) return word(left / hour, 'hour');
  return word(left / 60_000, 'minute');
}

/** A moment of these days, short: "Fri, Dec 5, 5:30 PM". */
export function wordMoment(at: string, locale: string | undefined, timeZone: string | undefined): string {
  const parts = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  } as const;
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone }).format(new Date(at));
}
