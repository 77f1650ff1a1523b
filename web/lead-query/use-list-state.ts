import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo } from 'react';
import type { SavedView } from '../../contract/leads/views.ts';
import { isSame, writeDefinition } from './definitions.ts';
import { type ListState, readListState, readOpened, writeAddress, writeListState } from './list-state.ts';
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
  /** Whether the list differs from what the view's owner saved. */
  isChanged: boolean;
  /** Whether the address names a view that the person cannot open, or that no longer exists. */
  isViewMissing: boolean;
}

/**
 * The state of the list is in the address. An address that says nothing of the list opens the view that it names, or the
 * person's default view, or what they had last (decision 042).
 */
export function useListState(): ListControl {
  const navigate = useNavigate({ from: '/leads' });
  const params = useSearch({ from: '/leads' });
  const key = JSON.stringify(params);
  const desk = useDesk();
  const { state, opened } = useMemo(() => {
    const address = JSON.parse(key) as Record<string, unknown>;
    return { state: readListState(address), opened: readOpened(address) };
  }, [key]);
  const { viewId, saysWhat } = opened;
  const view = viewId === null ? undefined : desk.viewOf(viewId);
  const look = desk.lookOf(view);
  const restoring = !saysWhat;

  useEffect(() => {
    if (saysWhat || !desk.isKnown) return;
    const named = view && { viewId: view.id, state: desk.stateOf(view) };
    const opens = viewId === null ? desk.first : (named ?? { ...desk.first, viewId });
    void navigate({ search: writeAddress(opens.state, { ...opened, viewId: opens.viewId }), replace: true });
  }, [saysWhat, desk, view, viewId, opened, navigate]);

  // The address carried a term that is too private for it.
  const written = JSON.stringify(writeListState(state));
  const isExposed = isPrivate(String((JSON.parse(key) as Record<string, unknown>).search ?? ''));
  useEffect(() => {
    if (isExposed) void navigate({ search: JSON.parse(written), replace: true });
  }, [isExposed, written, navigate]);

  const change = useCallback(
    (part: Partial<ListState>) => {
      const next = { ...state, ...part };
      desk.remember(view, next, look);
      const isOtherTab = part.tab !== undefined && part.tab !== state.tab;
      void navigate({ search: writeAddress(next, opened), replace: !isOtherTab, resetScroll: false });
    },
    [desk, view, look, navigate, opened, state],
  );
  const changeLook = useCallback(
    (part: Partial<Look>) => desk.remember(view, state, { ...look, ...part }),
    [desk, view, look, state],
  );

  return {
    state,
    change,
    look,
    changeLook,
    restoring,
    view,
    isChanged: view !== undefined && !isSame(writeDefinition(state, look), view.definition),
    isViewMissing: viewId !== null && desk.isKnown && view === undefined,
  };
}
