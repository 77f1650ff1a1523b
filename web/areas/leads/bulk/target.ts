import type { Me } from '../../../../contract/identity/identity.ts';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import type { BulkActionName } from '../../../../contract/leads/lists.ts';
import { withoutEmpty } from '../../../api/client.ts';
import type { ListState } from '../../../lead-query/list-state.ts';
import { leadQuery } from '../../../lead-query/query.ts';
import type { BulkOrder } from './bulk-data.ts';
import { countOf, type Selection } from './selection.ts';

/** Which leads an order is about, as the API takes it. */
export type Which = Pick<BulkOrder, 'leadIds' | 'query' | 'heldBy' | 'expectedCount' | 'seenAt'>;

/** What an action would be done to. */
export interface Target {
  readonly which: Which;
  /** How many leads it is done to; with a query, how many are asked, as not all may allow it. */
  readonly count: number;
  /** How many are ticked. */
  readonly of: number;
  /** All results of a query: some may not allow it. */
  readonly isQuery: boolean;
  /** The leads that it is done to, as far as they are known here. */
  readonly leads: readonly LeadSummary[];
}

/** Whether a lead, as the person sees it, allows an action. */
export function allows(action: BulkActionName, lead: LeadSummary, permissions: Me['permissions']): boolean {
  switch (action) {
    case 'favorite':
      return lead.allowedActions.includes('favorite') && !lead.favorite;
    case 'unfavorite':
      return lead.favorite;
    case 'report-spam':
      return permissions.reportSpam && (lead.contact?.email ?? null) !== null;
    default:
      return lead.allowedActions.includes(action);
  }
}

interface Facts {
  readonly selection: Selection;
  readonly loaded: readonly LeadSummary[];
  readonly state: ListState;
  readonly permissions: Me['permissions'];
}

/** What an action would be done to; undefined when no ticked lead allows it. */
export function targetOf(
  action: BulkActionName,
  { selection, loaded, state, permissions }: Facts,
): Target | undefined {
  const { all } = selection;
  const leads = [...(all ? loaded : selection.leads.values())].filter((lead) =>
    allows(action, lead, permissions),
  );
  if (leads.length === 0 && !(all && isOfAnyLead(action, state))) return undefined;
  if (all === null) {
    const which = { leadIds: leads.map(({ id }) => id) };
    return { which, count: leads.length, of: countOf(selection), isQuery: false, leads };
  }
  // The filters of the address are text; the API reads them as it does from an address.
  const query = withoutEmpty(leadQuery(state)) as NonNullable<Which['query']>;
  return { which: { query, ...all }, count: all.expectedCount, of: all.expectedCount, isQuery: true, leads };
}

/** Of all results, those that are not loaded may be the ones that are no favorites yet. */
function isOfAnyLead(action: BulkActionName, { tab }: ListState): boolean {
  return action === (tab === 'favorites' ? 'unfavorite' : 'favorite');
}

/** The heart of the bar: removes favorites only where all ticked leads are favorites. */
export function heartAction(facts: Facts): 'favorite' | 'unfavorite' {
  if (facts.selection.all) return facts.state.tab === 'favorites' ? 'unfavorite' : 'favorite';
  return targetOf('favorite', facts) ? 'favorite' : 'unfavorite';
}
