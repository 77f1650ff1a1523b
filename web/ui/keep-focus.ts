import { useEffect } from 'react';
import { focusPageTitle } from './dialog.tsx';

const isNowhere = () => document.activeElement === null || document.activeElement === document.body;

/**
 * Never leaves the focus nowhere: when what had it goes from the page (the button of a dialog that closed, the skeleton
 * of a page that came, a row that was removed), the title of the page takes it.
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
      // Whoever removed it may be about to put the focus somewhere else.
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
