import { useCallback, useEffect, useState } from 'react';
import type { ListView } from './list-view.ts';
import { hasMarkedText, linkIn, rowAt } from './row-elements.ts';

/** The row whose menu is open, where on the screen, and where the focus goes afterwards. */
export interface OpenRowMenu {
  readonly leadId: string;
  readonly left: number;
  readonly top: number;
  readonly returnTo: HTMLElement | null;
}

const isMenuKey = (press: KeyboardEvent) =>
  press.key === 'ContextMenu' || (press.key === 'F10' && press.shiftKey);

/** Below what has the focus, or below the name of the row. */
function besideFocus(row: HTMLElement): Omit<OpenRowMenu, 'leadId'> {
  const focused = document.activeElement;
  const within = focused instanceof HTMLElement && row.contains(focused) ? focused : null;
  const anchor = within ?? linkIn(row) ?? row;
  const { left, bottom } = anchor.getBoundingClientRect();
  return { left, top: bottom + 4, returnTo: anchor };
}

/**
 * The menu of a row: by right click, by the Menu key or Shift and F10, and by the button at its end. Someone who has
 * marked text, or holds Shift, gets the menu of the browser.
 */
export function useRowMenu({ region }: Pick<ListView, 'region'>) {
  const [opened, setOpened] = useState<OpenRowMenu | null>(null);
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    const open = (row: HTMLElement, at: Omit<OpenRowMenu, 'leadId'>) =>
      setOpened({ leadId: row.dataset.leadId ?? '', ...at });

    function onContextMenu(event: MouseEvent) {
      const row = rowAt(event.target);
      if (!row || event.shiftKey || hasMarkedText()) return;
      event.preventDefault();
      open(row, { ...besideFocus(row), left: event.clientX, top: event.clientY });
    }

    function onKeyDown(press: KeyboardEvent) {
      const row = isMenuKey(press) ? rowAt(press.target) : null;
      if (!row) return;
      press.preventDefault();
      open(row, besideFocus(row));
    }

    function onClick(event: MouseEvent) {
      const button =
        event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row-menu]') : null;
      const row = rowAt(button);
      if (!row || !button) return;
      const { left, bottom } = button.getBoundingClientRect();
      open(row, { left, top: bottom, returnTo: button });
    }

    const stop = new AbortController();
    const { signal } = stop;
    element.addEventListener('contextmenu', onContextMenu, { signal });
    element.addEventListener('keydown', onKeyDown, { signal });
    element.addEventListener('click', onClick, { signal });
    return () => stop.abort();
  }, [region]);
  const close = useCallback(() => setOpened(null), []);
  return { opened, close };
}
