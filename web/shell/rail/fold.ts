import { useCallback, useState } from 'react';
import { useMe } from '../../api/me.ts';
import { recall, remember } from '../../api/remembered.ts';
import { withControl } from '../../ui/control-keys.ts';
import { besideRail, oneAtATime } from '../../ui/room.ts';

/** Whether the navigation is a drawer now, as on a phone. */
export function isDrawer(): boolean {
  return window.matchMedia(oneAtATime).matches;
}

/** Whether the rail shows icons only: as this person left it in this browser; at first, where room is short. */
export function useFold(): { folded: boolean; toggle: () => void } {
  const key = `leadlight.rail.${useMe().person.id}`;
  const [folded, setFolded] = useState(() => {
    const stored = recall(key);
    return typeof stored === 'boolean' ? stored : !window.matchMedia(besideRail).matches;
  });
  const toggle = useCallback(() => {
    setFolded(!folded);
    remember(key, !folded);
  }, [key, folded]);
  return { folded, toggle };
}

/** Folds and unfolds the navigation. */
export const foldKeys = withControl('B');
