import { type RefObject, useEffect, useEffectEvent } from 'react';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { focusPageTitle } from '../../../ui/return-focus.ts';
import { isBusyElsewhere, useShortcuts } from '../../../ui/shortcuts.ts';
import { leadIdAt, rowOf } from '../list/row-elements.ts';
import type { TickedLeads } from './use-selection.ts';

/** The bar with the selection, once it is there. */
export const selectionBarId = 'selection-bar';

interface Options {
  region: RefObject<HTMLElement | null>;
  leads: LeadSummary[];
  ticked: TickedLeads;
  focusLead: (id: string) => void;
}

/** Ends the selection, and gives the focus back to the lead where it began. */
export function leaveSelection({ region, ticked, focusLead }: Omit<Options, 'leads'>): void {
  const { anchor } = ticked.selection;
  ticked.clear();
  ticked.setSelecting(false);
  // After a dialog has returned the focus to a button that is gone.
  setTimeout(() => {
    if (anchor && rowOf(region.current, anchor)) focusLead(anchor);
    else focusPageTitle();
  });
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * The keys of a selection: x, Shift with arrows, Ctrl+A, Esc, and b for the bar (WS-8). They come with the list: leads
 * can be ticked before the bar is there.
 */
export function useSelectionKeys(options: Options): void {
  const { region, leads, ticked, focusLead } = options;
  const bar = () => document.getElementById(selectionBarId);

  function focused(): LeadSummary | undefined {
    const element = document.activeElement;
    if (!element || !region.current?.contains(element)) return undefined;
    const id = leadIdAt(element);
    return leads.find((lead) => lead.id === id);
  }

  function extend(step: number): boolean {
    const from = focused();
    if (!from) return false;
    const next = leads[leads.indexOf(from) + step];
    ticked.step(from, next);
    if (next) focusLead(next.id);
    return true;
  }

  function leave(): true {
    if (bar()?.contains(document.activeElement)) leaveSelection(options);
    else ticked.clear();
    return true;
  }

  function answer(event: KeyboardEvent): boolean {
    const step =
      event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey ? steps[event.key] : undefined;
    if (step !== undefined) return extend(step);
    if (event.key === 'Escape' && ticked.count > 0) return leave();
    if (!isSelectAll(event) || focused() === undefined) return false;
    ticked.tickLoaded();
    return true;
  }

  const onPress = useEffectEvent((event: KeyboardEvent) => {
    if (!isBusyElsewhere(event) && answer(event)) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onPress(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  useShortcuts({
    x: () => {
      const lead = focused();
      if (lead) ticked.tick(lead);
    },
    b: () => bar()?.focus(),
  });
}

function isSelectAll({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'a' && (ctrlKey || metaKey) && !shiftKey && !altKey;
}
