import type { BulkAction } from '../../../../contract/leads/bulk.ts';
import type { BulkActionName } from '../../../../contract/leads/lists.ts';
import { formatNumber } from '../../../ui/format.ts';
import { t } from './catalogue.ts';

/** A number for a text: to choose the right form, and as readers write it. */
export function numberIn(count: number, locale: string | undefined): { count: number; shown: string } {
  return { count, shown: formatNumber(count, locale) };
}

/** "Accept 12 leads": what a bulk action is about. */
export function wordAction(action: BulkActionName, count: number, locale: string | undefined): string {
  return t(`action.${action}`, numberIn(count, locale));
}

/** What became of a bulk action that is over: "11 leads accepted. 1 was left alone." */
export function wordResult(bulk: BulkAction, locale: string | undefined): string {
  const { action, state, done, refused, total, undoes } = bulk;
  const missed = total - done - refused;
  return [
    state === 'cancelled' && t('progress.cancelled'),
    state === 'failed' && t('progress.failed'),
    undoes === null ? t(`done.${action}`, numberIn(done, locale)) : t('undone', numberIn(done, locale)),
    refused > 0 && t('refused', numberIn(refused, locale)),
    missed > 0 && t('untouched', numberIn(missed, locale)),
  ]
    .filter(Boolean)
    .join(' ');
}

/** How far a bulk action is, from 0 to 1. */
export function shareDone({ done, refused, total }: BulkAction): number {
  return total === 0 ? 1 : (done + refused) / total;
}
