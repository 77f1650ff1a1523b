import { isCountryCode, toCountryCode } from '../../contract/countries.ts';
import { clipText } from '../../contract/cut.ts';
import {
  callsToAction,
  emailValidities,
  type LeadFilterName,
  type LeadSort,
  type LeadTab,
  leadFilterNames,
  leadQualities,
  leadSorts,
  leadStates,
  leadTabs,
  leadTypes,
  phoneValidities,
} from '../../contract/enums.ts';
import { foldForSearch, isSearchable } from '../../contract/search-folding.ts';
import type { Query } from '../api/client.ts';
import { isPrivate, keepSearch, recallSearch } from './private-search.ts';

export type LeadFilters = Partial<Record<LeadFilterName, string[]>>;
export type SortOrder = LeadSort | `-${LeadSort}`;

/** Which leads the list shows, and how. The address of the page carries all of it. */
export interface ListState {
  tab: LeadTab;
  search: string;
  filters: LeadFilters;
  sort: SortOrder;
  limit: number;
}

/** The parameters of an address: a name given again has a list. */
export type AddressParams = Record<string, string | string[] | undefined>;

/** How many leads a page may have. */
export const pageSizes = [25, 50, 100, 200];
const maxSearchLetters = 200;
const maxFilterValues = 200;
const maxFilterLetters = { leadSource: 50, customerName: 200 };
const defaults = { tab: 'marketplace', sort: '-createdAt', limit: 50 } as const;
/** The list as it is opened first. */
export const defaultListState: ListState = { ...defaults, search: '', filters: {} };

/** What a filter takes; filters that are not here take any text. */
const closedValues: Partial<Record<LeadFilterName, readonly string[]>> = {
  callToAction: callsToAction,
  leadType: leadTypes,
  leadQuality: leadQualities,
  status: [...leadStates, 'Archived'],
  emailValidity: emailValidities,
  phoneValidity: phoneValidities,
};

const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string' && one !== '');
const firstOf = (value: unknown): string => listOf(value)[0] ?? '';

function isSort(value: string): value is SortOrder {
  return leadSorts.some((name) => value === name || value === `-${name}`);
}

/** Whether the API takes the value; one that it does not would refuse the whole list. */
function isKnown(name: LeadFilterName, value: string): boolean {
  if (name === 'country') return isCountryCode(value);
  const closed = closedValues[name];
  if (closed) return closed.includes(value);
  const letters = [...value].length;
  return (
    letters > 0 && letters <= maxFilterLetters[name === 'leadSource' ? name : 'customerName'] && isText(value)
  );
}

const isText = (value: string) => value.isWellFormed() && !value.includes('\u0000');

function readFilter(name: LeadFilterName, raw: unknown): string[] {
  const given = listOf(raw).map((value) => (name === 'country' ? toCountryCode(value) : value.trim()));
  const values = [...new Set(given)].filter((value) => isKnown(name, value));
  return values.slice(0, maxFilterValues);
}

function readSearch(params: Record<string, unknown>): string {
  const key = firstOf(params.kept);
  const given = key ? recallSearch(key) : firstOf(params.search);
  return isText(given) ? clipText(given.trim(), maxSearchLetters) : '';
}

/** Reads what an address says about the list. What it cannot mean is passed over, so old links keep working. */
export function readListState(params: Record<string, unknown>): ListState {
  const filters: LeadFilters = {};
  for (const name of leadFilterNames) {
    const values = readFilter(name, params[name]);
    if (values.length > 0) filters[name] = values;
  }
  const sort = firstOf(params.sort);
  const limit = Number(firstOf(params.limit));
  return {
    tab: leadTabs.find((tab) => tab === firstOf(params.tab)) ?? defaults.tab,
    search: readSearch(params),
    filters,
    sort: isSort(sort) ? sort : defaults.sort,
    limit: pageSizes.includes(limit) ? limit : defaults.limit,
  };
}

/** Writes the list into an address; what is as usual is left out. */
export function writeListState(state: ListState): AddressParams {
  const params: AddressParams = {};
  if (state.tab !== defaults.tab) params.tab = state.tab;
  if (isPrivate(state.search)) params.kept = keepSearch(state.search);
  else if (state.search) params.search = state.search;
  for (const name of leadFilterNames) {
    const values = state.filters[name];
    if (values?.length) params[name] = values;
  }
  if (state.sort !== defaults.sort) params.sort = state.sort;
  if (state.limit !== defaults.limit) params.limit = String(state.limit);
  return params;
}

/** The search term that is sent: nothing until it is long enough to be looked for (WS-5). */
export function activeSearch(search: string): string | undefined {
  const term = search.trim();
  return isSearchable(foldForSearch(term)) ? term : undefined;
}

/** Tab, search and filters as the API takes them: what the list, counts, facets and export share. */
export function selectionQuery(state: ListState): Query {
  return { tab: state.tab, search: activeSearch(state.search), ...state.filters };
}

/** The selection with its order, for lists, exports and neighbors. */
export function orderedQuery(state: ListState): Query {
  return { ...selectionQuery(state), sort: state.sort };
}

/** How many filter values are set. */
export function countFilters(filters: LeadFilters): number {
  return Object.values(filters).reduce((sum, values) => sum + (values?.length ?? 0), 0);
}

/** The filters with one value set or removed. */
export function toggleFilter(filters: LeadFilters, name: LeadFilterName, value: string): LeadFilters {
  const before = filters[name] ?? [];
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return withFilter(filters, name, after);
}

/** The filters with all values of one replaced. */
export function withFilter(filters: LeadFilters, name: LeadFilterName, values: string[]): LeadFilters {
  const { [name]: _, ...rest } = filters;
  return values.length > 0 ? { ...rest, [name]: values } : rest;
}
