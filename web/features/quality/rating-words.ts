import type { LeadQuality, RatingBasis } from '../../../contract/enums.ts';
import type { ModelCard } from '../../../contract/quality.ts';
import { formatNumber } from '../../ui/format.ts';
import { wordShare } from './figures.ts';

/** What rates, in two or three words. */
export const basisNames: Record<RatingBasis, string> = {
  organization: 'Learned from your leads',
  pooled: 'Learned from all partners together',
  prior: 'Starting values',
};

/**
 * What rates, in a sentence. To the operator it is not said of a single partner; and where models were trained and
 * left, it is not for want of outcomes that starting values rate.
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
  if (basis === 'prior' && history.length > 0)
    return 'Rated by general assumptions: no model that was trained so far was shown to do as well.';
  if (!isOperator || basis !== 'pooled' || population === null) return basisWords;
  const rows = formatNumber(population.rows, locale);
  const won = formatNumber(population.positives, locale);
  return `Learned from ${rows} leads of all partners of this installation, ${won} of them won. It rates for every partner that has too few outcomes for a model of its own.`;
}

/** What to do with leads of a rating; the costs behind the limits are counted by it. */
export const advice: Record<LeadQuality, string> = {
  High: 'Call at once',
  Medium: 'Work in its turn',
  Low: 'Look at when nothing else is left',
};

/** Between which chances of a deal a rating lies, such as “9 % to 37 %”. */
export function wordRange(
  quality: LeadQuality,
  { high, low }: ModelCard['thresholds'],
  locale: string | undefined,
): string {
  switch (quality) {
    case 'High':
      return `${wordShare(high, locale)} or more`;
    case 'Medium':
      // Where waiting never pays, Low ends where High begins.
      return low < high ? `${wordShare(low, locale)} to ${wordShare(high, locale)}` : 'None';
    case 'Low':
      return `below ${wordShare(low, locale)}`;
  }
}
