import { formatNumber } from '../../../ui/format.ts';
import { t } from '../catalogue.ts';

/** "3 of 20": how many values a list has, and how many it may have. */
export function wordCount(count: number, most: number, locale: string): string {
  return t('picker.count', { count: formatNumber(count, locale), most: formatNumber(most, locale) });
}
