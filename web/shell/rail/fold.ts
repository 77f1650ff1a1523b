import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { useMe } from '../../api/me.ts';
import { recall, remember } from '../../lead-query/remembered.ts';

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

// Tests read this file where there is no browser.
const isApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

/** What the keys are called on this machine. */
export const foldKeys = isApple ? '⌘B' : 'Ctrl+B';
/** The same for `aria-keyshortcuts`. */
export const foldKeyNames = isApple ? 'Meta+B' : 'Control+B';

/** Calls `act` for Ctrl+B, or ⌘B on a Mac: also while typing, since no field here makes text bold. */
export function useFoldKeys(act: () => void): void {
  const onPress = useEffectEvent((event: KeyboardEvent) => {
    const isAsked = isApple ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
    if (!isAsked || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'b') return;
    if (event.defaultPrevented || document.querySelector('[role="dialog"], dialog[open]')) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onPress(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
