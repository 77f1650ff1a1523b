import type { LeadSummary } from '../../../../contract/leads/leads.ts';

/** A number of leads with its moment: leads received later are not meant. */
export interface Counted {
  readonly expectedCount: number;
  readonly seenAt: string;
}

/** The ticked leads of a list. */
export interface Selection {
  /** As they were last seen; a lead that is no longer in the list stays ticked. */
  readonly leads: ReadonlyMap<string, LeadSummary>;
  /** Where a range begins: the lead that was ticked last. */
  readonly anchor: string | null;
  /** Everything that the query finds, loaded or not; otherwise null. */
  readonly all: Counted | null;
}

/** Nothing is ticked. */
export const nothing: Selection = { leads: new Map(), anchor: null, all: null };

/** Whether a lead of the list is ticked. */
export function isTicked({ leads, all }: Selection, lead: LeadSummary): boolean {
  return all === null ? leads.has(lead.id) : !isLater(lead, all);
}

function isLater({ createdAt }: LeadSummary, { seenAt }: Counted): boolean {
  return Date.parse(createdAt) > Date.parse(seenAt);
}

/** How many leads are ticked. */
export function countOf({ leads, all }: Selection): number {
  return all === null ? leads.size : all.expectedCount;
}

/** Ticks or unticks one lead; without one of them, all results are what is loaded of them. */
export function toggle(selection: Selection, lead: LeadSummary, loaded: readonly LeadSummary[]): Selection {
  const leads = namedLeads(selection, loaded);
  if (!leads.delete(lead.id)) leads.set(lead.id, lead);
  return { leads, anchor: lead.id, all: null };
}

function namedLeads(selection: Selection, loaded: readonly LeadSummary[]): Map<string, LeadSummary> {
  if (selection.all === null) return new Map(selection.leads);
  return new Map(loaded.filter((lead) => isTicked(selection, lead)).map((lead) => [lead.id, lead]));
}

/**
 * Ticks everything between the anchor and a lead, both included; unticks it if the anchor was unticked last. Without an
 * anchor in the list, only the lead itself.
 */
export function extendTo(selection: Selection, lead: LeadSummary, loaded: readonly LeadSummary[]): Selection {
  const [from, to] = [selection.anchor, lead.id].map((id) => loaded.findIndex((one) => one.id === id));
  if (from === undefined || to === undefined || from === -1 || to === -1)
    return toggle(selection, lead, loaded);
  const leads = namedLeads(selection, loaded);
  const ticks = leads.has(selection.anchor ?? '');
  for (const one of loaded.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    if (ticks) leads.set(one.id, one);
    else leads.delete(one.id);
  }
  // A longer or shorter range begins at the same lead.
  return { leads, anchor: selection.anchor, all: null };
}

/** Makes the range one lead longer, or shorter on the way back to where it began. */
export function stepTo(
  selection: Selection,
  { from, to }: { readonly from: LeadSummary; readonly to: LeadSummary | undefined },
  loaded: readonly LeadSummary[],
): Selection {
  const leads = namedLeads(selection, loaded);
  const place = (id: string | null) => loaded.findIndex((one) => one.id === id);
  const begins = leads.has(from.id) && leads.has(selection.anchor ?? '') && place(selection.anchor) !== -1;
  const anchor = begins ? selection.anchor : from.id;
  leads.set(from.id, from);
  if (!to) return { leads, anchor, all: null };
  const distance = (id: string) => Math.abs(place(id) - place(anchor));
  if (distance(to.id) < distance(from.id)) leads.delete(from.id);
  leads.set(to.id, to);
  return { leads, anchor, all: null };
}

/** Ticks all loaded leads, or unticks them if all are ticked. */
export function toggleLoaded(selection: Selection, loaded: readonly LeadSummary[]): Selection {
  if (headState(selection, loaded) !== 'all') return tickLoaded(selection, loaded);
  const leads = namedLeads(selection, loaded);
  for (const { id } of loaded) leads.delete(id);
  return { leads, anchor: null, all: null };
}

/** Ticks all loaded leads. */
export function tickLoaded(selection: Selection, loaded: readonly LeadSummary[]): Selection {
  const leads = namedLeads(selection, loaded);
  for (const lead of loaded) leads.set(lead.id, lead);
  return { leads, anchor: selection.anchor, all: null };
}

/** What the box above the list shows. */
export function headState(selection: Selection, loaded: readonly LeadSummary[]): 'none' | 'some' | 'all' {
  const ticked = loaded.filter((lead) => isTicked(selection, lead)).length;
  if (ticked > 0 && ticked === loaded.length) return 'all';
  return countOf(selection) === 0 ? 'none' : 'some';
}

/** Ticks everything that the query finds. */
export function tickAll(selection: Selection, all: Counted): Selection {
  return { leads: new Map(), anchor: selection.anchor, all };
}

/** The same leads ticked, as they are now. */
export function refresh(selection: Selection, loaded: readonly LeadSummary[]): Selection {
  const newer = loaded.filter((lead) => {
    const known = selection.leads.get(lead.id);
    return known !== undefined && known !== lead;
  });
  if (newer.length === 0) return selection;
  return {
    ...selection,
    leads: new Map([...selection.leads, ...newer.map((lead) => [lead.id, lead] as const)]),
  };
}
