import { useMe } from '../api/me.ts';
import { useListName } from '../lead-query/list-name.ts';
import { listNavigation, type NavigationEntry, type NavigationGroup } from './navigation.ts';

/** The main pages that the signed-in person may open, in groups: for the rail and the palette. */
export function usePlaces(): NavigationGroup[] {
  const { permissions, organization } = useMe();
  const unrouted = useListName().page;
  return listNavigation({ permissions, kind: organization.kind, unrouted });
}

/** The query of a page: the first tab has the bare address, which brings back the person's own filters. */
export function searchOf({ tab }: Pick<NavigationEntry, 'tab'>): { tab?: string } {
  return tab === undefined || tab === 'marketplace' ? {} : { tab };
}
