/**
 * Days that move with the calendar (decision 042): `today`, `today-7`, `today+30`. What day that is, is decided in the
 * time zone of the person who asks.
 */

/** At most 9999 days from today, which is about 27 years. A space stands for a plus: that is how an address spells it when nobody encoded it. */
export const relativeDayPattern = /^today(?:[+ -]\d{1,4})?$/;

/** How many days after today, negative for before; undefined for anything that is no relative day. */
export function readRelativeDay(word: string): number | undefined {
  if (!relativeDayPattern.test(word)) return undefined;
  return Number(word.slice('today'.length).replace(' ', '+')) || 0;
}

/** The relative day that is so many days after today. */
export function relativeDay(offset: number): string {
  if (offset === 0) return 'today';
  return offset > 0 ? `today+${offset}` : `today${offset}`;
}

/** The day itself, of a day or a relative day, as seen from today. All are `YYYY-MM-DD`. */
export function resolveDay(word: string, today: string): string {
  const offset = readRelativeDay(word);
  if (offset === undefined) return word;
  const at = new Date(`${today}T00:00Z`);
  at.setUTCDate(at.getUTCDate() + offset);
  return at.toISOString().slice(0, 10);
}

/** Whether a range of days ends before it begins, on whatever day: a day and a relative day may meet, on some. */
export function daysRunBackwards(from: string, to: string): boolean {
  const [first, last] = [readRelativeDay(from), readRelativeDay(to)];
  if (first !== undefined && last !== undefined) return last < first;
  return first === undefined && last === undefined && to < from;
}
