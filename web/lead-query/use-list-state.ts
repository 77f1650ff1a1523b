import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo } from 'react';
import type { SavedView } from '../../contract/leads/views.ts';
import { isSame, writeDefinition } from './definitions.ts';
import { type ListState, readListState, readOpened, writeAddress } from './list-state.ts';
import type { Look } from './look.ts';
import { isPrivate } from './private-search.ts';
import { useDesk } from './use-desk.ts';

export interface ListControl {
  state: ListState;
  /** Changes the list and its address, and remembers it for the next visit. */
  change: (part: Partial<ListState>) => void;
  look: Look;
  /** Changes how the list looks, and remembers it. */
  changeLook: (part: Partial<Look>) => void;
  /** true until it is known what the address opens: then it says so. */
  restoring: boolean;
  /** The view that is open; undefined: none. */
  view: SavedView | undefined;
  /** The lead that is open next to the list; null: none. */
  leadId: string | null;
  /** Names in the address the lead that is open next to the list. */
  openLead: (leadId: string | null) => void;
  /** Whether the list differs from what the view's owner saved. */
  isChanged: boolean;
  /** Whether the address names a view that the person cannot open, or that no longer exists. */
  isViewMissing: boolean;
}

/** What decides which leads the list has. */
const listed = ({ tab, search, filters }: ListState) => ({ tab, search, filters });

/**
 * The state of the list is in the address. An address that says nothing of the list opens the view that it names, or the
 * person's default view, or what they had last (decision 042).
 */
export function useListState(): ListControl {
  const navigate = useNavigate({ from: '/leads' });
  const router = useRouter();
  const params = useSearch({ from: '/leads' });
  // The list stays the same object while one lead after the other is opened next to it.
  const key = JSON.stringify({ ...params, lead: undefined });
  const { leadId } = readOpened(params);
  const desk = useDesk();
  const { state, opened } = useMemo(() => {
    const address = JSON.parse(key) as Record<string, unknown>;
    return { state: readListState(address), opened: readOpened(address) };
  }, [key]);
  const { viewId, saysWhat } = opened;
  const view = viewId === null ? undefined : desk.viewOf(viewId);
  const look = desk.lookOf(view);
  const restoring = !saysWhat;

  // biome-ignore lint/correctness/useExhaustiveDependencies: where they are is asked at that moment
  useEffect(() => {
    // Someone may already be on the way to another page.
    if (saysWhat || !desk.isKnown || router.latestLocation.pathname !== '/leads') return;
    const named = view && { viewId: view.id, state: desk.stateOf(view) };
    const opens = viewId === null ? desk.first : (named ?? { ...desk.first, viewId });
    void navigate({ search: writeAddress(opens.state, { leadId, viewId: opens.viewId }), replace: true });
  }, [saysWhat, desk, view, viewId, leadId, navigate]);

  // The address carried a term that is too private for it.
  const written = JSON.stringify(writeAddress(state, opened));
  const isExposed = isPrivate(String((JSON.parse(key) as Record<string, unknown>).search ?? ''));
  useEffect(() => {
    if (isExposed) void navigate({ search: JSON.parse(written), replace: true });
  }, [isExposed, written, navigate]);

  const change = useCallback(
    (part: Partial<ListState>) => {
      const next = { ...state, ...part };
      desk.remember(view, next, look);
      const isOtherTab = part.tab !== undefined && part.tab !== state.tab;
      // Other leads: the first of them will be open.
      const keepsLeads = JSON.stringify(listed(next)) === JSON.stringify(listed(state));
      const search = writeAddress(next, { viewId, leadId: keepsLeads ? leadId : null });
      void navigate({ search, replace: !isOtherTab, resetScroll: false });
    },
    [desk, view, look, navigate, viewId, leadId, state],
  );
  const changeLook = useCallback(
    (part: Partial<Look>) => desk.remember(view, state, { ...look, ...part }),
    [desk, view, look, state],
  );

  const openLead = useCallback(
    (next: string | null) =>
      void navigate({
        search: (before) => ({ ...before, lead: next ?? undefined }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );

  return {
    state,
    change,
    leadId,
    openLead,
    look,
    changeLook,
    restoring,
    view,
    isChanged: view !== undefined && !isSame(writeDefinition(state, look), view.definition),
    isViewMissing: viewId !== null && desk.isKnown && view === undefined,
  };
}
