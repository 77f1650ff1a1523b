import type { RefObject } from 'react';
import { useShortcuts } from '../shortcuts.ts';

/** `j` and `k` move through the links of a list or table, as they do in the list of leads. */
export function useLinkKeys(list: RefObject<HTMLElement | null>): void {
  const move = (step: number) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const index = links.findIndex((link) => link.matches(':focus'));
    links[index + step]?.focus();
  };
  useShortcuts({ j: () => move(1), k: () => move(-1) });
}
