import { useCallback, useState } from 'react';
import { useMe } from '../../api/me.ts';
import { recall, remember } from '../../lead-query/remembered.ts';
import { withControl } from '../../ui/control-keys.ts';

/** Wide enough for the rail with words and a list beside it. */
const roomy = '(min-width: 76em)';

/** At this width or below, the rail is a drawer. */
const drawerWidth = '(max-width: 48em)';

/** Whether the navigation is a drawer now, as on a phone. */
export function isDrawer(): boolean {
  return window.matchMedia(drawerWidth).matches;
}

/** Whether the rail shows icons only: as this person left it in this browser; at first, where room is short. */
export function useFold(): { folded: boolean; toggle: () => void } {
  const key = `leadlight.rail.${useMe().person.id}`;
  const [folded, setFolded] = useState(() => {
    const stored = recall(key);
    return typeof stored === 'boolean' ? stored : !window.matchMedia(roomy).matches;
  });
  const toggle = useCallback(() => {
    setFolded(!folded);
    remember(key, !folded);
  }, [key, folded]);
  return { folded, toggle };
}

/** Folds and unfolds the navigation. */
export const foldKeys = withControl('B');
