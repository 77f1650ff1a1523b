import { notifications } from '@mantine/notifications';
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { customerLabel } from '../../../ui/index.ts';
import { useShortcuts } from '../../../ui/shortcuts.ts';
import { t } from './catalogue.ts';
import type { LeadList, ListKeys } from './list-view.ts';
import { searchBoxId } from './search-box.tsx';

const maxFocusTries = 12;

interface Options {
  region: RefObject<HTMLElement | null>;
  list: LeadList;
  toggleFavorite: (lead: LeadSummary) => void;
  open: (lead: LeadSummary, action?: 'accept' | 'decline') => void;
  /** The keys f, a and d are about the selection. */
  hasSelection: boolean;
}

function rowOf(element: Element | null): string | undefined {
  return element?.closest<HTMLElement>('[data-lead-id]')?.dataset.leadId;
}

/** The keys j/k, f, a, d and / (WS-8). */
export function useListKeys(options: Options): ListKeys {
  const latest = useRef(options);
  const reveal = useRef<((index: number) => void) | null>(null);
  const lastId = useRef<string>(undefined);
  useEffect(() => {
    latest.current = options;
  });

  const focusLead = useCallback((id: string, tries = 0) => {
    const { region, list } = latest.current;
    const link = region.current?.querySelector<HTMLElement>(`[data-lead-id="${id}"] [data-lead-link]`);
    lastId.current = id;
    if (link) return link.focus();
    if (tries === 0) reveal.current?.(list.leads.findIndex((lead) => lead.id === id));
    if (tries < maxFocusTries) requestAnimationFrame(() => focusLead(id, tries + 1));
  }, []);

  function move(step: number) {
    const { leads, hasNextPage, isFetchingNextPage, fetchNextPage } = options.list;
    const current = rowOf(document.activeElement) ?? lastId.current;
    const index = leads.findIndex((lead) => lead.id === current);
    const next = leads[index === -1 ? 0 : index + step];
    if (next) focusLead(next.id);
    else if (step > 0 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }

  function answer(lead: LeadSummary, action: 'accept' | 'decline') {
    if (lead.allowedActions.includes(action)) return options.open(lead, action);
    notifications.show({ message: t(`list.notNow.${action}`, { customer: customerLabel(lead) }) });
  }

  function actOnRow(key: string) {
    const id = rowOf(document.activeElement);
    const lead = options.list.leads.find((one) => one.id === id);
    if (!lead) return;
    if (key === 'f') options.toggleFavorite(lead);
    else answer(lead, key === 'a' ? 'accept' : 'decline');
  }

  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    '/': () => document.getElementById(searchBoxId)?.focus(),
  });
  useShortcuts({ f: actOnRow, a: actOnRow, d: actOnRow }, { enabled: !options.hasSelection });

  return useMemo(
    () => ({
      focusLead: (id) => focusLead(id),
      onReveal: (next) => {
        reveal.current = next;
      },
    }),
    [focusLead],
  );
}
