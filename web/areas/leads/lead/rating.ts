import { queryOptions } from '@tanstack/react-query';
import type { Lead } from '../../../../contract/leads/leads.ts';
import { request } from '../../../api/client.ts';
import { queryKeys } from '../../../api/queries.ts';
import { t } from './catalogue.ts';

/** How likely the lead is to become a deal, and why; null while it is not rated (LQ-1). */
export const ratingQuery = ({ id: leadId, leadQuality }: Pick<Lead, 'id' | 'leadQuality'>) =>
  queryOptions({
    // Refetched whenever the lead's rating differs from before: the page shows both.
    queryKey: [...queryKeys.lead(leadId), 'rating', leadQuality] as const,
    queryFn: async ({ signal }) =>
      (await request('GET /api/v1/leads/:id/rating', { params: { id: leadId }, signal })).rating,
  });

/** Whether leads of this kind are rated at all: those that can be answered are, tests are not (LQ-1, IN-8). */
export function isRatedKind(lead: Pick<Lead, 'actionable' | 'isTest'>): boolean {
  return lead.actionable && !lead.isTest;
}

/** Why there is no rating, in a sentence. */
export function explainNoRating(lead: Pick<Lead, 'actionable' | 'isTest' | 'checking'>): string {
  if (lead.isTest) return t('noRating.test');
  if (!lead.actionable) return t('noRating.needsNoAnswer');
  if (lead.checking) return t('noRating.checking');
  return t('noRating.notYet');
}

/** A probability in whole percent, never shown as certain with 0 % or 100 %. */
export function wordProbability(probability: number, locale: string | undefined): string {
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  if (probability < 0.01) return t('probability.least', { percent: format.format(0.01) });
  if (probability > 0.99) return t('probability.most', { percent: format.format(0.99) });
  return format.format(probability);
}
