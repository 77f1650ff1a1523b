import type { LeadQuality, RatingBasis } from '../../../../contract/leads/lists.ts';
import type { ModelCard } from '../../../../contract/leads/rating.ts';
import { formatNumber } from '../../../ui/format.ts';
import { wordShare } from './figures.ts';

/** What rates, in a few words. */
export const basisNames: Record<RatingBasis, string> = {
  organization: 'Learned from your leads',
  pooled: 'Learned from all partners',
  prior: 'Starting values',
};

/**
 * What rates, in a sentence. The operator’s sentence speaks of all partners. Where models were
 * trained and not used, the sentence says so.
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
    return 'Based on typical leads: no model trained so far was better.';
  if (!isOperator || basis !== 'pooled' || population === null) return basisWords;
  const rows = formatNumber(population.rows, locale);
  const won = formatNumber(population.positives, locale);
  return `Learned from ${rows} leads of all partners, ${won} of them won. Used for partners with too few outcomes of their own.`;
}

/** What to do with leads of a rating; the costs behind the thresholds assume it. */
export const advice: Record<LeadQuality, string> = {
  High: 'Call at once',
  Medium: 'Work in turn',
  Low: 'Check last',
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
