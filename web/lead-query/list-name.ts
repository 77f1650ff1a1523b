import type { LeadTab } from '../../contract/leads/lists.ts';
import { useMe } from '../api/queries.ts';

interface ListName {
  /** The page with the list. */
  readonly page: string;
  /** In navigation, and on the way back to it. */
  readonly link: string;
  readonly tabs: Record<LeadTab, string>;
}

const partnersList: ListName = {
  page: 'Leads',
  link: 'Leads',
  tabs: { marketplace: 'Marketplace leads', qualified: 'Qualified leads', favorites: 'Favorites' },
};
const operatorsList: ListName = {
  page: 'Unrouted leads',
  link: 'Unrouted',
  tabs: { ...partnersList.tabs, marketplace: 'Unrouted leads' },
};

/** What the list is called: the operator's holds the leads that no partner was found for. */
export function useListName(): ListName {
  return useMe().organization.kind === 'operator' ? operatorsList : partnersList;
}
