import type { LeadQuality } from '../../../../contract/leads/lists.ts';
import type { ModelCard } from '../../../../contract/leads/rating.ts';
import { formatNumber } from '../../../ui/format.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { wordShare } from './figures.ts';

/**
 * A sentence that says what rates leads. The operator’s sentence covers all partners. If models were trained but not
 * used, it says so.
 */
export function wordBasis(
  {
    basis,
    basisWords,
    population,
    history,
  }: Pick<ModelCard, 'basis' | 'basisWords' | 'population' | 'history'>,
  isOperator: boolean,
  locale: string | undefined,
): string {
  if (basis === 'prior' && history.length > 0) return t('basis.noneBetter');
  if (!isOperator || basis !== 'pooled' || population === null) return basisWords;
  const rows = formatNumber(population.rows, locale);
  const won = formatNumber(population.positives, locale);
  return t('basis.pooledForOperator', { rows, won });
}

/** The range of win probabilities of a rating, such as “9 % to 37 %”. */
export function wordRange(
  quality: LeadQuality,
  { high, low }: ModelCard['thresholds'],
  locale: string | undefined,
): string {
  switch (quality) {
    case 'High':
      return t('ratings.range.from', { share: wordShare(high, locale) });
    case 'Medium':
      // Where waiting never pays, Low ends where High begins.
      return low < high
        ? t('ratings.range.between', { low: wordShare(low, locale), high: wordShare(high, locale) })
        : shared('none');
    case 'Low':
      return t('ratings.range.below', { share: wordShare(low, locale) });
  }
}
