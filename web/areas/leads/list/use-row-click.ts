import { useEffect } from 'react';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import type { ListView } from './list-view.ts';
import { hasMarkedText, leadIdAt, linkIn, rowAt } from './row-elements.ts';

function leadAt(
  event: MouseEvent,
  leads: LeadSummary[],
): { lead: LeadSummary; link: HTMLAnchorElement } | null {
  const target = event.target;
  if (
    !(target instanceof Element) ||
    target.closest('a, button, input, label, [data-edit-cell], [role="dialog"]')
  )
    return null;
  const link = linkIn(rowAt(target));
  const lead = leads.find((one) => one.id === leadIdAt(target));
  return lead && link ? { lead, link } : null;
}

/** A click anywhere in a row opens the lead as its link does; with Ctrl, Cmd or the middle button, in a new tab. */
export function useRowClick({ region, list, open }: Pick<ListView, 'region' | 'list' | 'open'>): void {
  const { leads } = list;
  useEffect(() => {
    const element = region.current;
    if (!element) return;

    function onClick(event: MouseEvent) {
      const hit = leadAt(event, leads);
      if (!hit || hasMarkedText()) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey) window.open(hit.link.href, '_blank', 'noopener');
      else open(hit.lead);
    }

    function onAuxClick(event: MouseEvent) {
      const hit = event.button === 1 ? leadAt(event, leads) : null;
      if (hit) window.open(hit.link.href, '_blank', 'noopener');
    }

    element.addEventListener('click', onClick);
    element.addEventListener('auxclick', onAuxClick);
    return () => {
      element.removeEventListener('click', onClick);
      element.removeEventListener('auxclick', onAuxClick);
    };
  }, [region, leads, open]);
}
