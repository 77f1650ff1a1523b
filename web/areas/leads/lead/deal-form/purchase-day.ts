import { addMonths } from '../../../../ui/days.ts';

const farMonths = 120;

/** What is odd about the day of a purchase that is still to come; null when nothing is. */
export function oddDay(day: string, today: string): 'past' | 'far' | null {
  if (day === '') return null;
  if (day < today) return 'past';
  return day > addMonths(today, farMonths) ? 'far' : null;
}

/** Asks whether an odd day is meant. */
export const oddDayWords = {
  past: 'This day has passed.',
  far: 'This day is more than ten years away.',
};

/** What is wrong with a day that was typed: a year that is none, or an odd day that nobody has confirmed. */
export function findDayProblem(day: string, confirmed: string, today: string): string | null {
  if (day === '') return 'Choose a time frame or a day';
  if (day < '2000') return 'Type the year with four digits';
  const odd = oddDay(day, today);
  return odd === null || confirmed === day ? null : `${oddDayWords[odd]} Choose another, or confirm it below`;
}
