import { type RefObject, useCallback, useEffect, useEffectEvent, useMemo, useRef } from 'react';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { isSomethingOpen, useShortcuts } from '../../../ui/shortcuts.ts';
import type { Answer, LeadList, ListKeys } from './list-view.ts';
import { leadIdAt, linkIn, rowOf } from './row-elements.ts';
import { searchBoxId } from './search-box.tsx';
import type { OpenLead } from './use-open-lead.ts';

const maxFocusTries = 12;

interface Options {
  region: RefObject<HTMLElement | null>;
  list: LeadList;
  toggleFavorite: (lead: LeadSummary) => void;
  answer: Answer;
  beside: OpenLead | null;
  /** The keys f, a and d are about the selection. */
  hasSelection: boolean;
}

const isInPane = () => document.activeElement?.closest('[data-lead-pane]') != null;

/** Focuses what a selector finds, as soon as it is rendered. */
function focusSoon(find: () => HTMLElement | null | undefined, tries = 0): void {
  const found = find();
  if (found) found.focus();
  else if (tries < maxFocusTries) requestAnimationFrame(() => focusSoon(find, tries + 1));
}

/** How the list brings leads into view and focuses them. */
function useLeadFocus(options: Options) {
  const latest = useRef(options);
  const reveal = useRef<((index: number) => void) | null>(null);
  const lastId = useRef<string>(undefined);
  useEffect(() => {
    latest.current = options;
  });
  const rowNow = useCallback((id: string) => rowOf(latest.current.region.current, id), []);
  const revealNow = useCallback((id: string) => {
    const index = latest.current.list.leads.findIndex((lead) => lead.id === id);
    if (index !== -1) reveal.current?.(index);
  }, []);

  const keys: ListKeys = useMemo(
    () => ({
      focusLead(id) {
        lastId.current = id;
        const link = () => linkIn(rowNow(id));
        if (!link()) revealNow(id);
        focusSoon(link);
      },
      focusPane(id) {
        focusSoon(() => document.querySelector<HTMLElement>(`[data-pane-title="${id}"]`));
      },
      reveal(id) {
        const row = rowNow(id);
        if (row) row.scrollIntoView({ block: 'nearest' });
        else revealNow(id);
      },
      onReveal(next) {
        reveal.current = next;
      },
    }),
    [rowNow, revealNow],
  );
  return { keys, lastId };
}

/** The keys j/k, f, a, d and / (WS-8); next to an open lead also arrows, Enter and Esc. */
export function useListKeys(options: Options): ListKeys {
  const { list, beside, answer, toggleFavorite } = options;
  const { keys, lastId } = useLeadFocus(options);

  function goTo(id: string) {
    if (beside === null) return keys.focusLead(id);
    const wasInPane = isInPane();
    beside.open(id);
    if (wasInPane) keys.focusPane(id);
    else keys.focusLead(id);
  }

  function move(step: 1 | -1) {
    const { leads, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
    const current = beside?.id ?? leadIdAt(document.activeElement) ?? lastId.current;
    const index = leads.findIndex((lead) => lead.id === current);
    const fromApart = step > 0 ? beside?.nextId : beside?.previousId;
    const next = index === -1 ? (fromApart ?? leads[0]?.id) : leads[index + step]?.id;
    if (next) goTo(next);
    else if (step > 0 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }

  function actOnLead(key: string) {
    const id = leadIdAt(document.activeElement);
    const lead = list.leads.find((one) => one.id === id) ?? beside?.lead;
    if (!lead) return;
    if (key === 'f') return toggleFavorite(lead);
    if (beside !== null && beside.id !== lead.id) beside.open(lead.id);
    answer(lead, key === 'a' ? 'accept' : 'decline');
  }

  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    '/': () => document.getElementById(searchBoxId)?.focus(),
  });
  useShortcuts({ f: actOnLead, a: actOnLead, d: actOnLead }, { enabled: !options.hasSelection });
  useBesideKeys({ beside, region: options.region, move, keys });
  return keys;
}

interface BesideKeys extends Pick<Options, 'beside' | 'region'> {
  move: (step: 1 | -1) => void;
  keys: ListKeys;
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };
const isPlain = ({ isComposing, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) =>
  !(isComposing || ctrlKey || metaKey || altKey || shiftKey);

/** Arrows go through the rows, and Esc goes from the lead back to its row. */
function useBesideKeys({ beside, region, move, keys }: BesideKeys): void {
  const onPress = useEffectEvent((event: KeyboardEvent) => {
    if (beside?.id == null || !isPlain(event) || isSomethingOpen()) return;
    const step = steps[event.key];
    if (step !== undefined && region.current?.contains(document.activeElement)) {
      event.preventDefault();
      move(step);
    } else if (event.key === 'Escape' && isInPane()) keys.focusLead(beside.id);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onPress(event);
    // Before what is open on the page hears it: a press that closes a menu must not leave the lead too.
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}
