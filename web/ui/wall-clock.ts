/** What the clock on the wall shows, as fields for date and time have it: `YYYY-MM-DDTHH:MM`. */

const minuteMs = 60_000;

/** What the clock shows at a moment, where the person is. */
export function toWallClock(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    calendar: 'gregory',
    numberingSystem: 'latn',
  }).formatToParts(at);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/**
 * The moment at which the clock shows that, where the person is; the first of two, where the clocks go back, and the
 * moment after the jump where they go forward. undefined for anything that is no time.
 */
export function fromWallClock(shown: string, timeZone: string): Date | undefined {
  const wanted = /^\d{4}-\d\d-\d\dT\d\d:\d\d/u.test(shown)
    ? Date.parse(`${shown.slice(0, 16)}:00Z`)
    : Number.NaN;
  if (Number.isNaN(wanted)) return undefined;
  const offsetAt = (ms: number) => Date.parse(`${toWallClock(new Date(ms), timeZone)}:00Z`) - ms;
  // Around a clock change, the offsets of the day before and after are the two that there are.
  const offsets = [offsetAt(wanted - 24 * 60 * minuteMs), offsetAt(wanted + 24 * 60 * minuteMs)];
  const moments = offsets.map((offset) => wanted - offset);
  const exact = moments.find((ms) => ms + offsetAt(ms) === wanted);
  return new Date(exact ?? Math.max(...moments));
}
