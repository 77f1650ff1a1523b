/** Today's calendar day (YYYY-MM-DD) where the person is. */
export function todayIn(timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    calendar: 'gregory',
    numberingSystem: 'latn',
  }).formatToParts(now);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** The same day a number of months later; the last day of the month where that day does not exist. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const moved = new Date(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, lastDay)));
  return moved.toISOString().slice(0, 10);
}

/** Turns a year typed with two digits into one of this century: `0027-03-31` is 2027. */
export function completeYear(day: string): string {
  return /^00\d\d-/u.test(day) ? `20${day.slice(2)}` : day;
}
