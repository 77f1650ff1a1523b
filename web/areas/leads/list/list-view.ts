import type { RefObject } from 'react';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import type { DeskDensity } from '../../../../contract/leads/lists.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
import type { TickedLeads } from '../bulk/index.ts';
import type { CellContext, Column } from './columns.tsx';
import type { useLeadList } from './list-data.ts';
import type { LiveList } from './use-live-list.ts';

export type LeadList = ReturnType<typeof useLeadList>;

export interface ListKeys {
  /** The list registers how to bring a row into view that is not rendered. */
  onReveal: (reveal: ((index: number) => void) | null) => void;
  /** Focuses a lead, bringing its row into view. */
  focusLead: (id: string) => void;
}

/** What the table and the cards share. */
export interface ListView {
  list: LeadList;
  /** The chosen columns that there is room for. */
  columns: Column[];
  density: DeskDensity;
  context: CellContext;
  control: ListControl;
  live: LiveList;
  open: (lead: LeadSummary, action?: 'accept' | 'decline') => void;
  toggleFavorite: (lead: LeadSummary) => void;
  ticked: TickedLeads;
  /** The scrolling element that contains the rows. */
  region: RefObject<HTMLElement | null>;
  keys: ListKeys;
}
