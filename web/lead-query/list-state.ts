import { isCountryCode, toCountryCode } from '../../contract/countries.ts';
import { type LeadSort, leadSorts } from '../../contract/leads/lead-fields.ts';
import {
  type AnyOfName,
  anyOfField,
  anyOfNames,
  boundsOf,
  type FlagName,
  flagNames,
  formerBoundsOf,
  isAmount,
  mostDollars,
  type RangeName,
  rangeNames,
  type SingleParameter,
  singleParameters,
  standInsOf,
  takenValues,
  withinField,
  withinNames,
} from '../../contract/leads/lead-filters.ts';
import { type LeadTab, leadTabs, type PageSize, pageSizes } from '../../contract/leads/lists.ts';
import { daysRunBackwards, readRelativeDay } from '../../contract/leads/relative-days.ts';
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
  limit: PageSize;
}

/** The parameters of an address: a repeated name has a list. */
export type AddressParams = Record<string, string | string[] | undefined>;

const maxFilterValues = 200;
const defaults = { tab: 'marketplace', sort: '-createdAt', limit: 50 } as const;
/** The list as it first opens. */
export const defaultListState: ListState = { ...defaults, search: '', filters: {} };

const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string' && one !== '');
const firstOf = (value: unknown): string => listOf(value)[0] ?? '';

const isTab = (value: string): value is LeadTab => leadTabs.some((tab) => tab === value);

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

/** An amount as the API takes it, without zeros that say nothing; undefined for anything else. */
function readAmount(value: string): string | undefined {
  if (!/^\d{1,14}(\.\d{1,2})?$/.test(value)) return undefined;
  return Number(value) <= mostDollars ? String(Number(value)) : undefined;
}

/** Whether a range ends before it begins: the API refuses it. */
export function runsBackwards(name: RangeName, from: string, to: string): boolean {
  return isAmount(name) ? Number(to) < Number(from) : daysRunBackwards(from, to);
}

function readRange(name: RangeName, params: Record<string, unknown>): LeadFilters {
  const bounds = boundsOf(name);
  const former = formerBoundsOf(name);
  const read = (end: 'from' | 'to') => {
    const value = firstOf(params[bounds[end]]) || (former ? firstOf(params[former[end]]) : '');
    if (isAmount(name)) return readAmount(value);
    if (readRelativeDay(value) !== undefined) return value.replace(' ', '+');
    return isDay(value) ? value : undefined;
  };
  const [from, to] = [read('from'), read('to')];
  const isOdd = from !== undefined && to !== undefined && runsBackwards(name, from, to);
  return {
    ...(from !== undefined && { [bounds.from]: from }),
    ...(to !== undefined && !isOdd && { [bounds.to]: to }),
  };
}

function isHours(value: string, most: number): boolean {
  return /^[1-9]\d{0,4}$/.test(value) && Number(value) <= most;
}

type YesOrNo = 'true' | 'false';
const isYesOrNo = (value: string): value is YesOrNo => value === 'true' || value === 'false';

function readFilters(params: Record<string, unknown>): LeadFilters {
  const filters: LeadFilters = {};
  for (const name of anyOfNames) {
    const values = readValues(name, params[name]);
    if (values.length > 0) filters[name] = values;
  }
  for (const name of rangeNames) Object.assign(filters, readRange(name, params));
  for (const name of withinNames) {
    const value = firstOf(params[name]);
    if (isHours(value, withinField(name).filter.mostHours)) filters[name] = value;
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
  const tab = firstOf(params.tab);
  const sort = firstOf(params.sort);
  const limit = Number(firstOf(params.limit));
  return {
    tab: isTab(tab) ? tab : defaults.tab,
    search: readSearch(params),
    filters: readFilters(params),
    sort: isSort(sort) ? sort : defaults.sort,
    limit: pageSizes.find((size) => size === limit) ?? defaults.limit,
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

/** The view and the lead that an address names. */
export interface Opened {
  /** null: the list is shown outside views */
  readonly viewId: string | null;
  /** The lead that is open next to the list. */
  readonly leadId: string | null;
  /** false: the address says nothing of the list, so the view, or what the person had last, decides */
  readonly saysWhat: boolean;
}

/** Reads what an address opens. */
export function readOpened(params: Record<string, unknown>): Opened {
  const [viewId, leadId] = [firstOf(params.view), firstOf(params.lead)];
  return {
    viewId: isId(viewId) ? viewId : null,
    leadId: isId(leadId) ? leadId : null,
    saysWhat: isTab(firstOf(params.tab)) || Object.keys(writeListState(readListState(params))).length > 0,
  };
}

/**
 * The address of the list as it is, in a view or outside. It always says something of the list, so that it stays what
 * it is whatever the view or the person's habits become (decision 042).
 */
export function writeAddress(state: ListState, { viewId, leadId }: Partial<Opened> = {}): AddressParams {
  const params = writeListState(state);
  return {
    ...(viewId && { view: viewId }),
    ...(leadId && { lead: leadId }),
    ...(Object.keys(params).length > 0 ? params : { tab: state.tab }),
  };
}

/** An address with only what the list reads. One that says nothing of the list goes on saying nothing. */
export function tidyAddress(params: Record<string, unknown>): AddressParams {
  const opened = readOpened(params);
  if (opened.saysWhat) return writeAddress(readListState(params), opened);
  const { viewId, leadId } = opened;
  return { ...(viewId && { view: viewId }), ...(leadId && { lead: leadId }) };
}
