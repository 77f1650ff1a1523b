import type { LeadPage } from '../../../../contract/leads/lead-list.ts';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { formatNumber } from '../../../ui/format.ts';
import { t } from './catalogue.ts';
import type { LeadPages } from './list-data.ts';

export interface News {
  /** The number of leads that belong to the list and are not shown yet. */
  arrived: number;
  /** Whether shown leads no longer belong where they are shown. */
  moved: boolean;
}

/** Nothing has come in while the list was shown. */
export const noNews: News = { arrived: 0, moved: false };

const idsOf = (pages: LeadPage[]) => new Set(pages.flatMap((page) => page.items.map((lead) => lead.id)));

/** The indexes of the loaded pages that contain one of the leads; all of them when anything may have changed. */
export function pagesWith(data: LeadPages, ids: readonly string[], all: boolean): number[] {
  const wanted = new Set(ids);
  return data.pages.flatMap((page, index) =>
    all || page.items.some((lead) => wanted.has(lead.id)) ? [index] : [],
  );
}

/** What the newest first page and other reloaded pages change about the leads that are shown. */
export function compare(data: LeadPages, head: LeadPage, reloaded: LeadPage[]) {
  const shown = idsOf(data.pages);
  const newer = new Map<string, LeadSummary>();
  for (const lead of [head, ...reloaded].flatMap((page) => page.items)) {
    if (shown.has(lead.id)) newer.set(lead.id, lead);
  }
  const isWhole = data.pages.at(-1)?.nextCursor === null;
  const unseen = countUnseen(head.items, shown, isWhole);
  const grown = head.total - (data.pages[0]?.total ?? 0);
  return { newer, arrived: Math.max(unseen, grown, 0) };
}

/**
 * Unseen leads at the end of a page may only have moved up from a page that is not loaded: they are not counted as new.
 */
function countUnseen(items: LeadSummary[], shown: ReadonlySet<string>, isWhole: boolean): number {
  const lastShown = items.findLastIndex((lead) => shown.has(lead.id));
  const counted = isWhole || lastShown === -1 ? items : items.slice(0, lastShown);
  return counted.filter((lead) => !shown.has(lead.id)).length;
}

/** The text of the pill; null when there is nothing to say. */
export function newsWords(news: News, locale: string): string | null {
  if (news.arrived > 0)
    return t('news.arrived', { count: news.arrived, shown: formatNumber(news.arrived, locale) });
  return news.moved ? t('news.moved') : null;
}
