import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { defaultListState, writeAddress } from '../../../lead-query/list-state.ts';

interface OpenView {
  /** Opens a view, as the person last had it. */
  open: (viewId: string) => void;
  /** Opens the list outside views, with nothing narrowed. */
  openAll: () => void;
}

/** Goes from one view of the list to another. */
export function useOpenView(): OpenView {
  const navigate = useNavigate({ from: '/leads' });
  return useMemo(
    () => ({
      open: (viewId) => void navigate({ search: { view: viewId } }),
      openAll: () => void navigate({ search: writeAddress(defaultListState) }),
    }),
    [navigate],
  );
}
