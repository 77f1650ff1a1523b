import { addMonths } from '../../../../ui/days.ts';
import { t } from './catalogue.ts';

const farMonths = 120;

/** What is odd about the expected day of a purchase; null when nothing is. */
export function oddDay(day: string, today: string): 'past' | 'far' | null {
  if (day === '') return null;
  if (day < today) return 'past';
  return day > addMonths(today, farMonths) ? 'far' : null;
}

/** What is wrong with a day that was typed: an impossible year, or an odd day that was not confirmed. */
export function findDayProblem(day: string, confirmed: string, today: string): string | null {
  if (day === '') return t('purchase.missing');
  if (day < '2000') return t('purchase.shortYear');
  const odd = oddDay(day, today);
  return odd === null || confirmed === day ? null : t(`oddDay.${odd}`);
}
