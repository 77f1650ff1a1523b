import type { LeadTab } from '../../contract/leads/lists.ts';
import { useMe } from '../api/queries.ts';
import { shared } from '../ui/words/catalogue.ts';
import { t } from './catalogue.ts';

interface ListName {
  /** The page title of the list. */
  readonly page: string;
  /** The label in navigation, and on the way back to the list. */
  readonly link: string;
  readonly tabs: Record<LeadTab, string>;
}

const partnersList: ListName = {
  page: shared('title.leads'),
  link: shared('title.leads'),
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

/** The name of the list: the operator's contains the leads for which no partner was found. */
export function useListName(): ListName {
  return useMe().organization.kind === 'operator' ? operatorsList : partnersList;
}

/** The title of the list's page: with the view that is open. */
export function titleOfList(list: string, view: string | undefined): string {
  return view === undefined ? list : t('view.title', { view, list });
}
