import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { LeadPage } from '../../../../contract/leads/lead-list.ts';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { type LiveChange, useLiveLeads } from '../../../api/live.ts';
import { queryKeys } from '../../../api/queries.ts';
import { type LeadPages, type ListQuery, loadPage, patchPages } from './list-data.ts';
import { compare, type News, noNews, pagesWith } from './live-merge.ts';
import { OneAtATime } from './one-at-a-time.ts';

const idleMs = 4000;
const idleOverRowsMs = 20_000;
const freshMs = 4000;
const maxSingleLooks = 10;

/** Says whether the person is reading or using the list at the moment, so that nothing may move. */
function useIsReading(region: RefObject<HTMLElement | null>): (wasTold: boolean) => boolean {
  const lastTouch = useRef(0);
  useEffect(() => {
    const note = () => {
      lastTouch.current = Date.now();
    };
    const events = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove'] as const;
    for (const event of events) document.addEventListener(event, note, { passive: true });
    return () => {
      for (const event of events) document.removeEventListener(event, note);
    };
  }, []);
  return useCallback(
    (wasTold: boolean) => {
      const element = region.current;
      const inRows = element?.contains(document.activeElement) ?? false;
      const isScrolled = (element?.scrollTop ?? 0) > 4 || window.scrollY > 4;
      const needsRest = wasTold || (element?.matches(':hover') ?? false);
      return inRows || isScrolled || Date.now() - lastTouch.current < (needsRest ? idleOverRowsMs : idleMs);
    },
    [region],
  );
}

/** Looks up leads that dropped out of the list by id, so that their rows are correct. */
async function lookUp(query: ListQuery, ids: string[]): Promise<LeadSummary[]> {
  const answers = await Promise.allSettled(
    ids.slice(0, maxSingleLooks).map((id) => loadPage({ tab: query.tab, search: id, limit: 5 }, undefined)),
  );
  return answers.flatMap((answer, index) =>
    answer.status === 'fulfilled' ? answer.value.items.filter((lead) => lead.id === ids[index]) : [],
  );
}

/** Compares what is shown with what the server has now. */
async function findNews(query: ListQuery, data: LeadPages, change: LiveChange) {
  const affected = pagesWith(data, change.leadIds, change.missed).filter((index) => index > 0);
  const [head, ...reloaded] = await Promise.all([
    loadPage(query, undefined),
    ...affected.map((index) => loadPage(query, data.pageParams[index])),
  ]);
  const { newer, arrived } = compare(data, head, reloaded);
  const shown = new Set(data.pages.flatMap((page) => page.items.map((lead) => lead.id)));
  const lost = change.leadIds.filter((id) => shown.has(id) && !newer.has(id));
  for (const lead of await lookUp(query, lost)) newer.set(lead.id, lead);
  return { head, newer, arrived, lost };
}

export interface LiveList {
  news: News;
  /** Shows the newest first page from the top. */
  showNews: () => void;
  /** Leads that just came in by themselves, for a short highlight. */
  fresh: ReadonlySet<string>;
}

/** Keeps the list current without moving what the person is reading (WS-9). */
export function useLiveList(query: ListQuery, region: RefObject<HTMLElement | null>): LiveList {
  const client = useQueryClient();
  const isReading = useIsReading(region);
  const key = JSON.stringify(query);
  const [told, setTold] = useState<{ key: string; news: News }>({ key, news: noNews });
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const [one] = useState(() => new OneAtATime());

  const showPage = useCallback(
    (head: LeadPage) => {
      const before = client.getQueryData<LeadPages>(queryKeys.leadList(query));
      const known = new Set(before?.pages.flatMap((page) => page.items.map((lead) => lead.id)));
      setFresh(new Set(head.items.filter((lead) => !known.has(lead.id)).map((lead) => lead.id)));
      client.setQueryData<LeadPages>(queryKeys.leadList(query), { pages: [head], pageParams: [undefined] });
      setTold({ key: JSON.stringify(query), news: noNews });
    },
    [client, query],
  );

  const follow = async (change: LiveChange) => {
    void client.invalidateQueries({ queryKey: queryKeys.leadFacetSets });
    const data = client.getQueryData<LeadPages>(queryKeys.leadList(query));
    if (!data) return;
    const found = await findNews(query, data, change);
    const isEmpty = data.pages.every((page) => page.items.length === 0);
    if (found.arrived > 0 && (isEmpty || !isReading(told.key === key && told.news.arrived > 0)))
      return showPage(found.head);
    client.setQueryData<LeadPages>(queryKeys.leadList(query), (now) => now && patchPages(now, found.newer));
    // A lead that the person answered may be gone from the list by now: that is no news.
    const now = client.getQueryData<LeadPages>(queryKeys.leadList(query));
    const moved = now !== undefined && pagesWith(now, found.lost, false).length > 0;
    setTold((before) => ({
      key,
      news: {
        arrived: found.arrived,
        moved: moved || (before.key === key && before.news.moved),
      },
    }));
  };

  useLiveLeads((change) => one.add(change, follow));

  useEffect(() => {
    if (fresh.size === 0) return;
    const timer = setTimeout(() => setFresh(new Set()), freshMs);
    return () => clearTimeout(timer);
  }, [fresh]);

  const showNews = useCallback(() => {
    region.current?.scrollTo({ top: 0 });
    window.scrollTo({ top: 0 });
    void loadPage(query, undefined).then(showPage, () =>
      client.invalidateQueries({ queryKey: queryKeys.leadList(query) }),
    );
  }, [client, query, region, showPage]);

  return { news: told.key === key ? told.news : noNews, showNews, fresh };
}
