import type { RefObject } from 'react';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import type { DeskDensity } from '../../../../contract/leads/lists.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
import type { TickedLeads } from '../bulk/index.ts';
import type { ColumnChoice } from './column-choice.ts';
import type { CellContext, Column } from './columns.tsx';
import type { useLeadList } from './list-data.ts';
import type { LiveList } from './use-live-list.ts';
import type { OpenLead } from './use-open-lead.ts';

export type LeadList = ReturnType<typeof useLeadList>;

/** Asks for what accepting or declining a lead takes. */
export type Answer = (lead: LeadSummary, action: 'accept' | 'decline') => void;

export interface ListKeys {
  /** The list registers how to bring a row into view that is not rendered. */
  onReveal: (reveal: ((index: number) => void) | null) => void;
  /** Focuses a lead, bringing its row into view. */
  focusLead: (id: string) => void;
  /** Focuses the lead that is open next to the list. */
  focusPane: (id: string) => void;
  /** Brings a lead's row into view, without moving the list if it is. */
  reveal: (id: string) => void;
}

/** What the table, the cards and the rows next to a lead share. */
export interface ListView {
  list: LeadList;
  /** The columns that the person chose, to change them. */
  choice: ColumnChoice;
  /** Those that there is room for. */
  columns: Column[];
  density: DeskDensity;
  context: CellContext;
  control: ListControl;
  live: LiveList;
  /** Opens the page of a lead. */
  open: (lead: LeadSummary) => void;
  /** Accepts or declines a lead without leaving the list. */
  answer: Answer;
  /** The lead that is being accepted or declined. */
  answeringId: string | null;
  /** Leads open next to the list; null: on a page of their own. */
  beside: OpenLead | null;
  toggleFavorite: (lead: LeadSummary) => void;
  ticked: TickedLeads;
  /** The scrolling element that contains the rows. */
  region: RefObject<HTMLElement | null>;
  keys: ListKeys;
}
