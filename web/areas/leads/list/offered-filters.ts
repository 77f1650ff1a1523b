import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { leadField } from '../../../../contract/leads/lead-fields.ts';
import { anyOfField, anyOfNames, fieldOfFilter, parametersOf } from '../../../../contract/leads/lead-filters.ts';
import { leadFacetsQuery } from '../../../api/queries.ts';
import { defaultListState, type ListState } from '../../../lead-query/list-state.ts';
import { leadQuery } from '../../../lead-query/query.ts';
import { filterOrder } from './filter-words.ts';

const ofQualified = anyOfNames.filter((name) => anyOfField(name).filter.ofQualified === true);

/**
 * The filters that the panel shows, in its order: one that only qualified leads have values for is left out of the
 * marketplace, and where no lead has a value, unless it is set. What else narrows the list does not count.
 */
export function useOfferedFilters({ tab, filters }: ListState) {
  const used = useQuery({
    ...leadFacetsQuery({ ...leadQuery({ ...defaultListState, tab }), facet: [...ofQualified] }),
    enabled: tab !== 'marketplace',
    placeholderData: keepPreviousData,
  });
  const isUsed = (name: (typeof ofQualified)[number]) =>
    tab !== 'marketplace' && (used.data?.facets[name].length ?? 0) > 0;
  return filterOrder.filter((name) => {
    const one = ofQualified.find((each) => each === name);
    return one === undefined || filters[one] !== undefined || isUsed(one);
  });
}
