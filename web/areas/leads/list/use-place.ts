import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { lastPlace, notePlace } from './last-place.ts';
import type { ListView } from './list-view.ts';
import { leadIdAt } from './row-elements.ts';

/** Restores the place where the person left the list: same scroll position, focus on the lead that was opened. */
export function usePlace(view: ListView, region: RefObject<HTMLElement | null>, isReady: boolean): void {
  const key = JSON.stringify(view.list.query);
  const done = useRef<string>(undefined);
  const { focusLead } = view.keys;

  useLayoutEffect(() => {
    if (!isReady || done.current === key) return;
    const isFirst = done.current === undefined;
    done.current = key;
    const place = isFirst ? lastPlace(key) : { top: 0, leadId: null };
    if (region.current) region.current.scrollTop = place.top;
    if (place.leadId) focusLead(place.leadId);
    notePlace(key, { leadId: null });
  }, [isReady, key, region, focusLead]);

  useEffect(() => {
    const element = region.current;
    if (!element) return;
    const noteScroll = () => notePlace(key, { top: element.scrollTop });
    const noteOpened = (event: Event) => {
      const leadId = leadIdAt(event.target);
      if (leadId) notePlace(key, { leadId });
    };
    element.addEventListener('scroll', noteScroll, { passive: true });
    element.addEventListener('click', noteOpened);
    return () => {
      element.removeEventListener('scroll', noteScroll);
      element.removeEventListener('click', noteOpened);
    };
  }, [key, region]);
}
