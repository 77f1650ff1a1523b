import { addMonths } from '../../../../ui/days.ts';
import { t } from './catalogue.ts';

/** The quick choices for when a customer is expected to buy, in calendar months from today. */
export const timeFrames = [1, 3, 6, 12] as const;
type TimeFrame = (typeof timeFrames)[number];

/** The quick choice that gives this day, if any. */
export function matchTimeFrame(today: string, day: string | null): TimeFrame | undefined {
  return timeFrames.find((months) => addMonths(today, months) === day);
}

/** The label of a quick choice. */
export function wordTimeFrame(months: TimeFrame): string {
  return t('purchase.within', { months, shown: String(months) });
}
