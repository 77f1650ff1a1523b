import {
  anyOfNames,
  boundsOf,
  formerBoundsOf,
  rangeNames,
  singleParameters,
} from '../../contract/leads/lead-filters.ts';
import { readTerm } from './address-values.ts';
import { type ListState, readListState, readOpened } from './list-state.ts';
import { recallSearch } from './private-search.ts';

/** A part of an address that the list does not understand. */
export interface LeftOut {
  readonly name: string;
  readonly value: string;
}

const filterParameters: ReadonlySet<string> = new Set([
  ...anyOfNames,
  ...singleParameters,
  ...rangeNames.flatMap((name) =>
    [boundsOf(name), formerBoundsOf(name) ?? boundsOf(name)].flatMap(Object.values),
  ),
]);

/** How the parameters that are no filters are taken. */
const isTaken: Readonly<Record<string, (value: string) => boolean>> = {
  tab: (tab) => readListState({ tab }).tab === tab,
  sort: (sort) => readListState({ sort }).sort === sort,
  limit: (limit) => String(readListState({ limit }).limit) === limit,
  search: (search) => readTerm(search) === search.trim(),
  kept: (key) => recallSearch(key) !== '',
  view: (view) => readOpened({ view }).viewId !== null,
  lead: (lead) => readOpened({ lead }).leadId !== null,
};

/** Whether a filter is among those that the list has, alone and together with the others. */
function isFiltered(name: string, value: string, { filters }: ListState): boolean {
  const alone = Object.entries(readListState({ [name]: value }).filters);
  const all: Readonly<Record<string, string | string[]>> = filters;
  return (
    alone.length > 0 && alone.every(([one, kept]) => [kept].flat().every((part) => all[one]?.includes(part)))
  );
}

/** What others add to links to follow who opens them. */
const isOfTracking = (name: string) => /^utm_|clid$/.test(name);

/** The parts of an address that {@link readListState} leaves out. Empty ones say nothing. */
export function findLeftOut(params: Readonly<Record<string, string | string[]>>): LeftOut[] {
  const state = readListState(params);
  return Object.entries(params).flatMap(([name, given]) =>
    [given]
      .flat()
      .filter((value) => {
        if (value.trim() === '' || isOfTracking(name)) return false;
        if (filterParameters.has(name)) return !isFiltered(name, value, state);
        return !(Object.hasOwn(isTaken, name) && isTaken[name]?.(value));
      })
      .map((value) => ({ name, value })),
  );
}

let arrivedWith: Readonly<Record<string, string | string[]>> = {};

/** Notes the address with which someone came from outside: the app removes from it what it does not understand. */
export function noteArrival(params: Readonly<Record<string, string | string[]>>): void {
  arrivedWith = params;
}

/** What is left out of the address with which someone came, for whoever asks first. */
export function takeLeftOut(): LeftOut[] {
  const found = findLeftOut(arrivedWith);
  arrivedWith = {};
  return found;
}
