import { useLayoutEffect, useRef } from 'react';

/** What opened the dialog that closed last: a dialog that follows another returns the focus there too. */
let lastOpener: Element | null = null;

function findOpener(): Element | null {
  const active = document.activeElement;
  const isOfDialog =
    active === null || active === document.body || active.closest('[role="dialog"]') !== null;
  return isOfDialog ? lastOpener : active;
}

/** For a dialog: once it is gone, the focus goes back to where it was when it opened. */
export function useReturnFocus(): void {
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    before.current ??= findOpener();
    const { current } = before;
    return () => {
      lastOpener = current;
      // Once the dialog is out of the document: until then it would take the focus back.
      queueMicrotask(() => returnFocusTo(current));
    };
  }, []);
}

/** Focuses an element, or the title of the page if the element is gone or there was none. */
export function returnFocusTo(element: Element | null): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  if (element instanceof HTMLElement && element !== document.body && element.isConnected) {
    element.focus({ preventScroll: true });
    if (document.activeElement === element) return;
  }
  focusPageTitle();
}

/** Focuses the title of the page, as after navigation. */
export function focusPageTitle(): void {
  const main = document.getElementById('main');
  (main?.querySelector<HTMLElement>('[data-page-title]') ?? main)?.focus({ preventScroll: true });
}
