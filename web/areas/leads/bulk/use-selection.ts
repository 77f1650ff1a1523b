import { useCallback, useMemo, useState } from 'react';
import type { LeadFacets } from '../../../../contract/leads/lead-list.ts';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import type { ListState } from '../../../lead-query/list-state.ts';
import { leadQuery } from '../../../lead-query/query.ts';
import { useWorkInHand } from '../../../ui/work-in-hand.ts';
import {
  type Counted,
  countOf,
  extendTo,
  headState,
  isTicked,
  nothing,
  refresh,
  type Selection,
  stepTo,
  tickAll,
  tickLoaded,
  toggle,
  toggleLoaded,
} from './selection.ts';

/** The ticked leads of the list that is shown, and how they change. */
export interface TickedLeads {
  readonly selection: Selection;
  readonly count: number;
  readonly head: 'none' | 'some' | 'all';
  /** All results, when there are more than are loaded and all loaded ones are ticked. */
  readonly offered: Counted | null;
  /** A phone shows boxes only when asked to. */
  readonly isSelecting: boolean;
  readonly isTicked: (lead: LeadSummary) => boolean;
  /** Ticks or unticks one lead, or everything up to it. */
  readonly tick: (lead: LeadSummary, range?: boolean) => void;
  /** Makes a range longer or shorter by one lead. */
  readonly step: (from: LeadSummary, to: LeadSummary | undefined) => void;
  readonly tickHead: () => void;
  readonly tickLoaded: () => void;
  readonly tickAll: (all: Counted) => void;
  readonly setSelecting: (on: boolean) => void;
  readonly clear: () => void;
}

interface Facts {
  readonly list: {
    readonly leads: LeadSummary[];
    readonly hasNextPage: boolean;
    readonly isPlaceholderData: boolean;
    readonly data?:
      | { readonly pages: readonly { total: number; totalIsExact: boolean; countedAt: string }[] }
      | undefined;
  };
  readonly state: ListState;
  /** Counted under the same query, or undefined while it is not known. */
  readonly facets: LeadFacets | undefined;
}

/** The list's own count, or the exact one beside the filters. */
function countedBy({ list, facets }: Facts): Counted | null {
  const first = list.data?.pages[0];
  const exact = first?.totalIsExact ? first : facets;
  return exact ? { expectedCount: exact.total, seenAt: exact.countedAt } : null;
}

/**
 * What is ticked. It outlives paging, sorting and live updates, and ends with another tab, search or filter: nobody
 * should act on leads that they no longer have in mind.
 */
export function useSelection(facts: Facts): TickedLeads {
  const { list, state } = facts;
  const loaded = list.leads;
  const key = useMemo(() => JSON.stringify(leadQuery(state)), [state]);
  const [kept, keep] = useState({ key, selection: nothing, isSelecting: false });
  const isCurrent = kept.key === key;
  const before = isCurrent ? kept.selection : nothing;
  const selection = useMemo(() => refresh(before, loaded), [before, loaded]);
  const set = useCallback(
    (change: (selection: Selection) => Selection) =>
      keep((now) => {
        const current = now.key === key ? now : { key, selection: nothing, isSelecting: now.isSelecting };
        return { ...current, selection: change(refresh(current.selection, loaded)) };
      }),
    [key, loaded],
  );
  const count = countOf(selection);
  useWorkInHand(count > 0);
  const head = headState(selection, loaded);
  const counted = countedBy(facts);
  const isOffered = head === 'all' && selection.all === null && list.hasNextPage && !list.isPlaceholderData;
  return {
    selection,
    count,
    head,
    offered: isOffered && counted && counted.expectedCount > loaded.length ? counted : null,
    isSelecting: kept.isSelecting,
    isTicked: (lead) => isTicked(selection, lead),
    tick: useCallback(
      (lead, range = false) => set((now) => (range ? extendTo : toggle)(now, lead, loaded)),
      [set, loaded],
    ),
    step: (from, to) => set((now) => stepTo(now, { from, to }, loaded)),
    tickHead: () => set((now) => toggleLoaded(now, loaded)),
    tickLoaded: () => set((now) => tickLoaded(now, loaded)),
    tickAll: (all) => set((now) => tickAll(now, all)),
    setSelecting: (isSelecting) => keep({ key, selection: isSelecting ? selection : nothing, isSelecting }),
    clear: () => keep((now) => ({ key, selection: nothing, isSelecting: now.isSelecting })),
  };
}
