import type { QueryOf } from '../../contract/endpoints.ts';
import {
  type AnyOfName,
  activeFilters,
  byOperator,
  type LeadFilterName,
  type LeadParameter,
  parametersOf,
} from '../../contract/leads/lead-filters.ts';
import { foldForSearch, isSearchable } from '../../contract/search-folding.ts';
import type { LeadFilters, ListState } from './list-state.ts';

/** The search term that is sent: none until it is long enough to search for (WS-5). */
export function activeSearch(search: string): string | undefined {
  const term = search.trim();
  return isSearchable(foldForSearch(term)) ? term : undefined;
}

type OrderedQuery = QueryOf<'GET /api/v1/leads/:id/neighbors'>;

/** Tab, search and filters as the API takes them: shared by the list, counts, facets and export. */
export function leadQuery(state: ListState): Omit<OrderedQuery, 'sort'> {
  return { tab: state.tab, search: activeSearch(state.search), ...state.filters };
}

/** The query with its order, for lists, exports and neighbors. */
export function orderedQuery(state: ListState): OrderedQuery {
  return { ...leadQuery(state), sort: state.sort };
}

/** The number of filter values that are set; a range counts as one. */
export function countFilters(filters: LeadFilters): number {
  const valuesOf = (name: LeadFilterName) =>
    byOperator(name, {
      anyOf: (one) => filters[one]?.length ?? 0,
      range: () => 1,
      within: () => 1,
      flag: () => 1,
    });
  return activeFilters(filters).reduce((sum, name) => sum + valuesOf(name), 0);
}

/** The filters with one value added or removed. */
export function toggleFilter(filters: LeadFilters, name: AnyOfName, value: string): LeadFilters {
  const before = filters[name] ?? [];
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return withFilter(filters, name, after);
}

/** The filters with one parameter's value replaced; an empty value removes it. */
export function withFilter(
  filters: LeadFilters,
  parameter: LeadParameter,
  value: string | string[],
): LeadFilters {
  const { [parameter]: _, ...rest } = filters;
  return value.length > 0 ? { ...rest, [parameter]: value } : rest;
}

/** The filters without one filter, including all its parameters. */
export function withoutFilter(filters: LeadFilters, name: LeadFilterName): LeadFilters {
  return parametersOf(name).reduce((rest, parameter) => withFilter(rest, parameter, ''), filters);
}
