import { isCountryCode, toCountryCode } from '../../contract/countries.ts';
import { type LeadSort, leadSorts } from '../../contract/leads/lead-fields.ts';
import {
  type AnyOfName,
  anyOfField,
  anyOfNames,
  dayParameters,
  type FlagName,
  flagNames,
  type SingleParameter,
  singleParameters,
  standInsOf,
  takenValues,
} from '../../contract/leads/lead-filters.ts';
import { type LeadTab, leadTabs } from '../../contract/leads/lists.ts';
import { isId, isText, readTerm } from './address-values.ts';
import { isPrivate, keepSearch, recallSearch } from './private-search.ts';

/** The active filters by parameter, as the address and the API have them. */
export type LeadFilters = Partial<
  Record<AnyOfName, string[]> & Record<SingleParameter, string> & Record<FlagName, YesOrNo>
>;
export type SortOrder = LeadSort | `-${LeadSort}`;

/** Which leads the list shows, and how. The page's address carries all of it. */
export interface ListState {
  tab: LeadTab;
  search: string;
  filters: LeadFilters;
  sort: SortOrder;
  limit: number;
}

/** The parameters of an address: a repeated name has a list. */
export type AddressParams = Record<string, string | string[] | undefined>;

/** The page sizes on offer. */
export const pageSizes = [25, 50, 100, 200];
const maxFilterValues = 200;
const defaults = { tab: 'marketplace', sort: '-createdAt', limit: 50 } as const;
/** The list as it first opens. */
export const defaultListState: ListState = { ...defaults, search: '', filters: {} };

const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string' && one !== '');
const firstOf = (value: unknown): string => listOf(value)[0] ?? '';

function isSort(value: string): value is SortOrder {
  return leadSorts.some((name) => value === name || value === `-${name}`);
}

/** Whether the API accepts the value; it rejects the whole list for one that it does not. */
function isKnown(name: AnyOfName, value: string): boolean {
  const field = anyOfField(name);
  if (field.type === 'country') return isCountryCode(value);
  if (field.type === 'choice') return takenValues(field).includes(value);
  if (field.type === 'reference') return isId(value) || standInsOf(name).includes(value);
  const letters = [...value].length;
  return letters > 0 && letters <= field.maxCharacters && isText(value);
}

/** A value in the API's spelling. */
function asKept(name: AnyOfName, value: string): string {
  const { type } = anyOfField(name);
  if (type === 'country') return toCountryCode(value);
  return type === 'reference' ? value.trim().toLowerCase() : value.trim();
}

function readValues(name: AnyOfName, raw: unknown): string[] {
  const given = listOf(raw).map((value) => asKept(name, value));
  const values = [...new Set(given)].filter((value) => isKnown(name, value));
  return values.slice(0, maxFilterValues);
}

/** A calendar day, `YYYY-MM-DD`; there is no year 0. */
function isDay(value: string): boolean {
  const at = new Date(`${value}T00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === value && value >= '0001';
}

type YesOrNo = 'true' | 'false';
const isYesOrNo = (value: string): value is YesOrNo => value === 'true' || value === 'false';

function readFilters(params: Record<string, unknown>): LeadFilters {
  const filters: LeadFilters = {};
  for (const name of anyOfNames) {
    const values = readValues(name, params[name]);
    if (values.length > 0) filters[name] = values;
  }
  for (const parameter of dayParameters) {
    const value = firstOf(params[parameter]);
    if (isDay(value)) filters[parameter] = value;
  }
  for (const name of flagNames) {
    const value = firstOf(params[name]);
    if (isYesOrNo(value)) filters[name] = value;
  }
  return filters;
}

function readSearch(params: Record<string, unknown>): string {
  const key = firstOf(params.kept);
  return readTerm(key ? recallSearch(key) : firstOf(params.search));
}

/** Reads the list from an address. Ignores what makes no sense, so old links keep working. */
export function readListState(params: Record<string, unknown>): ListState {
  const sort = firstOf(params.sort);
  const limit = Number(firstOf(params.limit));
  return {
    tab: leadTabs.find((tab) => tab === firstOf(params.tab)) ?? defaults.tab,
    search: readSearch(params),
    filters: readFilters(params),
    sort: isSort(sort) ? sort : defaults.sort,
    limit: pageSizes.includes(limit) ? limit : defaults.limit,
  };
}

/** Writes the list into an address, without defaults. */
export function writeListState(state: ListState): AddressParams {
  const params: AddressParams = {};
  if (state.tab !== defaults.tab) params.tab = state.tab;
  if (isPrivate(state.search)) params.kept = keepSearch(state.search);
  else if (state.search) params.search = state.search;
  for (const name of [...anyOfNames, ...singleParameters]) {
    const set = state.filters[name];
    if (set?.length) params[name] = set;
  }
  if (state.sort !== defaults.sort) params.sort = state.sort;
  if (state.limit !== defaults.limit) params.limit = String(state.limit);
  return params;
}
