import type { LeadTab } from '../../contract/leads/lists.ts';
import { useMe } from '../api/queries.ts';
import { t } from './catalogue.ts';

interface ListName {
  /** The page with the list. */
  readonly page: string;
  /** In navigation, and on the way back to it. */
  readonly link: string;
  readonly tabs: Record<LeadTab, string>;
}

const partnersList: ListName = {
  page: t('partners.page'),
  link: t('partners.link'),
  tabs: {
    marketplace: t('tab.marketplace'),
    qualified: t('tab.qualified'),
    favorites: t('tab.favorites'),
  },
};
const operatorsList: ListName = {
  page: t('operators.page'),
  link: t('operators.link'),
  tabs: { ...partnersList.tabs, marketplace: t('operators.marketplace') },
};

/** What the list is called: the operator's holds the leads that no partner was found for. */
export function useListName(): ListName {
  return useMe().organization.kind === 'operator' ? operatorsList : partnersList;
}
