import { useEffect } from 'react';
import { focusPageTitle } from './return-focus.ts';

const isNowhere = () => document.activeElement === null || document.activeElement === document.body;

/**
 * Keeps the focus from getting lost: when the focused element leaves the page (the button of a closed dialog, the
 * skeleton of a loaded page, a removed row), the title of the page takes it.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | null = document.activeElement;
    let frame = 0;
    const note = () => {
      if (!isNowhere()) last = document.activeElement;
    };
    const look = () => {
      if (last === null || last.isConnected || !isNowhere()) return;
      cancelAnimationFrame(frame);
      // The code that removed it may be about to move the focus elsewhere.
      frame = requestAnimationFrame(() => {
        if (!isNowhere() || document.querySelector('[role="dialog"]') !== null) return;
        last = null;
        focusPageTitle();
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', note);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      document.removeEventListener('focusin', note);
    };
  }, []);
}
