import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo } from 'react';
import { useMe } from '../../../api/me.ts';
import {
  defaultListState,
  type ListState,
  readListState,
  writeListState,
} from '../../../lead-query/list-state.ts';
import { isPrivate } from '../../../lead-query/private-search.ts';
import { countFilters } from '../../../lead-query/query.ts';
import { recallList, rememberList } from '../../../lead-query/remembered.ts';

export interface ListControl {
  state: ListState;
  /** Changes the list and its address, and remembers it for the next visit. */
  change: (part: Partial<ListState>) => void;
  /** true while remembered filters are being put into a bare address. */
  restoring: boolean;
}

function saysMoreThanUsual({ filters, sort, limit }: ListState): boolean {
  return countFilters(filters) > 0 || sort !== defaultListState.sort || limit !== defaultListState.limit;
}

/** The state of the list is in the address; a bare address gets the person's remembered filters back. */
export function useListState(): ListControl {
  const me = useMe();
  const navigate = useNavigate({ from: '/leads' });
  const params = useSearch({ from: '/leads' });
  const key = JSON.stringify(params);
  const state = useMemo(() => readListState(JSON.parse(key) as Record<string, unknown>), [key]);
  const remembered = key === '{}' ? writeListState({ ...defaultListState, ...recallList(me) }) : {};
  const restoring = Object.keys(remembered).length > 0;
  const restoreKey = JSON.stringify(remembered);

  useEffect(() => {
    if (restoring) void navigate({ search: JSON.parse(restoreKey), replace: true });
  }, [restoring, restoreKey, navigate]);

  // Filters from a link become the person's own, as if they had set them by hand.
  useEffect(() => {
    if (saysMoreThanUsual(state)) rememberList(me, state);
  }, [me, state]);

  // The address carried a term that is too private for it.
  const written = JSON.stringify(writeListState(state));
  const isExposed = isPrivate(String((JSON.parse(key) as Record<string, unknown>).search ?? ''));
  useEffect(() => {
    if (isExposed) void navigate({ search: JSON.parse(written), replace: true });
  }, [isExposed, written, navigate]);

  const change = useCallback(
    (part: Partial<ListState>) => {
      const next = { ...state, ...part };
      rememberList(me, next);
      const isOtherTab = part.tab !== undefined && part.tab !== state.tab;
      void navigate({ search: writeListState(next), replace: !isOtherTab, resetScroll: false });
    },
    [me, navigate, state],
  );

  return { state, change, restoring };
}
