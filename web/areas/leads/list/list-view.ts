import type { RefObject } from 'react';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import type { CellContext, Column } from './columns.tsx';
import type { Density } from './density.ts';
import type { useLeadList } from './list-data.ts';
import type { ListControl } from './use-list-state.ts';
import type { LiveList } from './use-live-list.ts';

export type LeadList = ReturnType<typeof useLeadList>;

export interface ListKeys {
  /** The list tells how to bring a row into view that is not rendered at the moment. */
  onReveal: (reveal: ((index: number) => void) | null) => void;
  /** Puts the focus on a lead, bringing its row into view. */
  focusLead: (id: string) => void;
}

/** What the table and the cards both need. */
export interface ListView {
  list: LeadList;
  /** The columns that are chosen and for which there is room. */
  columns: Column[];
  density: Density;
  context: CellContext;
  control: ListControl;
  live: LiveList;
  open: (lead: LeadSummary, action?: 'accept' | 'decline') => void;
  toggleFavorite: (lead: LeadSummary) => void;
  /** The element that scrolls and holds the rows. */
  region: RefObject<HTMLElement | null>;
  keys: ListKeys;
}
