import { type RefObject, useEffect, useEffectEvent } from 'react';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { isBusyElsewhere, useShortcuts } from '../../../ui/shortcuts.ts';
import { leadIdAt } from '../list/row-elements.ts';
import type { TickedLeads } from './use-selection.ts';

interface Options {
  region: RefObject<HTMLElement | null>;
  leads: LeadSummary[];
  ticked: TickedLeads;
  focusLead: (id: string) => void;
  /** Leaves the selection without anything ticked. */
  onClear: () => void;
  toBar: () => void;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The keys of a selection: x, Shift with arrows, Ctrl+A, Esc, and b for the bar (WS-8). */
export function useSelectionKeys({ region, leads, ticked, focusLead, onClear, toBar }: Options): void {
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

  function answer(event: KeyboardEvent): boolean {
    const step =
      event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey ? steps[event.key] : undefined;
    if (step !== undefined) return extend(step);
    if (event.key === 'Escape' && ticked.count > 0) {
      onClear();
      return true;
    }
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
    b: toBar,
  });
}

function isSelectAll({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'a' && (ctrlKey || metaKey) && !shiftKey && !altKey;
}
