import { useCallback, useState } from 'react';
import { useMe } from '../../../api/me.ts';
import { personalKey, recall, remember } from '../../../api/remembered.ts';
import { besideFilters, useRoomIs } from '../../../ui/room.ts';

export interface FilterPanel {
  opened: boolean;
  /** true: next to the list; false: over it. */
  docked: boolean;
  toggle: () => void;
  close: () => void;
}

/**
 * Whether the filters are shown. Next to the list, the panel's state is remembered for the next visit; over it, it
 * starts closed.
 */
export function useFilterPanel(): FilterPanel {
  const key = personalKey(useMe(), 'filter-panel');
  const docked = useRoomIs(besideFilters);
  const [dockedOpened, setDockedOpened] = useState(() => recall(key) === true);
  const [drawerOpened, setDrawerOpened] = useState(false);
  const set = useCallback(
    (next: boolean) => {
      if (!docked) return setDrawerOpened(next);
      setDockedOpened(next);
      remember(key, next);
    },
    [docked, key],
  );
  const opened = docked ? dockedOpened : drawerOpened;
  return { opened, docked, toggle: () => set(!opened), close: () => set(false) };
}
