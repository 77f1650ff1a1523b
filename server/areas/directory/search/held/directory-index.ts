import { distanceInKm, type Point } from '../../../../engines/gazetteer/index.ts';
import {
  cardsPerPage,
  type DirectoryPage,
  type DirectoryQuery,
  type FacetName,
  type FilterName,
  facetNames,
  filterNames,
  mostPages,
} from '../directory-page.ts';
import { chosenValues, fitsBudget } from '../filters.ts';
import { type RankingConstants, rankingConstants } from '../ranking-constants.ts';
import { hundredths, proximityOf } from '../relevance.ts';
import { isNewcomer } from '../trials.ts';
import { weekOf } from '../weekly-key.ts';
import { type WantedWord, wantedWords } from '../words.ts';
import { type ArrangedSlot, arrangePage } from './arrange.ts';
import { type FacetCount, FacetTable } from './facet-table.ts';
import { firstOf } from './first-of.ts';
import { NumberList, Scratch } from './growing.ts';
import { LabelTable } from './label-table.ts';
import { PageColumns } from './page-columns.ts';
import { type WordMatches, WordSearch } from './word-search.ts';

/** A page in a result. */
export interface FoundPage {
  readonly id: string;
  /** Kilometers; null without a place to search near. */
  readonly distance: number | null;
  /** It has the place that is kept for newcomers: *New here*. */
  readonly isOnTrial: boolean;
  /** Values of its tags that were chosen. */
  readonly chosenTags: readonly string[];
  /** What its tags and free tags are called where a word matched them. */
  readonly matchedLabels: readonly string[];
}

/** What a search found. */
export interface SearchResult {
  readonly total: number;
  /** The page of the result, from 1: the last one when a later one was asked for. */
  readonly page: number;
  readonly found: readonly FoundPage[];
  /** How many results each value has under the other filters, most first; chosen values also with none. */
  readonly facets: Readonly<Record<FacetName, readonly FacetCount[]>>;
  /** Chosen values that no page of the directory has. */
  readonly unknown: readonly { readonly filter: FacetName; readonly value: string }[];
  /** When nothing was found: how many results there are without one of the filters, most first. */
  readonly helpful: readonly { readonly filter: FilterName; readonly total: number }[];
}

const bitOf = Object.fromEntries(filterNames.map((name, n) => [name, 1 << n])) as Record<FilterName, number>;
/** A degree of latitude has at least so many kilometers. */
const kmPerDegree = 111;

/** One search while it is answered. */
interface Search {
  readonly query: DirectoryQuery;
  readonly now: number;
  readonly wanted: readonly WantedWord[];
  /** The filters that leave each slot out, as bits; words come last. */
  readonly missing: Uint16Array;
  /** Kilometers of each slot; empty without a place to search near. */
  readonly distances: Float64Array;
  /** By words alone; undefined without words. */
  matches: WordMatches | undefined;
  /** The same without descriptions, when those were asked. */
  otherwise: WordMatches | undefined;
}

/**
 * All published pages, held for searching. Finds exactly what `rankPages` finds, in the same order. Pages can be put and
 * removed at any time. Nothing is asked of a database.
 */
export class DirectoryIndex {
  readonly #constants: RankingConstants;
  readonly #slots = new Map<string, number>();
  /** Slots whose words are forgotten, and that a page can take. */
  #free: number[] = [];
  #removed = new Set<number>();
  #end = 0;
  readonly #columns = new PageColumns();
  readonly #facets = new FacetTable();
  readonly #labels: LabelTable;
  readonly #words: WordSearch;
  /** What a search writes down on its way. */
  readonly #missing = new Scratch((length) => new Uint16Array(length));
  readonly #distances = new Scratch((length) => new Float64Array(length));
  readonly #relevances = new Scratch((length) => new Float64Array(length));
  readonly #scores = new Scratch((length) => new Int32Array(length));
  readonly #found = new NumberList();
  readonly #counted = new NumberList();

  constructor(pages: Iterable<DirectoryPage> = [], constants: RankingConstants = rankingConstants) {
    this.#constants = constants;
    this.#labels = new LabelTable(constants);
    this.#words = new WordSearch(this.#columns, constants);
    for (const page of pages) this.put(page);
  }

  /** How many pages are held. */
  get size(): number {
    return this.#slots.size;
  }

  /** Takes the page in, instead of an earlier version of it. One that is not available is left out. */
  put(page: DirectoryPage): void {
    this.remove(page.id);
    if (!page.isAvailable) return;
    const slot = this.#free.pop() ?? this.#end++;
    this.#slots.set(page.id, slot);
    this.#columns.put(slot, page, this.#constants);
    this.#facets.put(slot, page);
    this.#labels.put(slot, page);
    this.#words.put(slot, page);
  }

  remove(id: string): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    this.#slots.delete(id);
    this.#columns.remove(slot);
    this.#facets.remove(slot);
    this.#labels.remove(slot);
    this.#removed.add(slot);
    if (this.#removed.size > 100 + this.#slots.size / 10) this.#tidy();
  }

  /**
   * Makes some of the keys that decide between equal pages in the week of that time, so that no search waits for them.
   * @returns true when all of them are there
   */
  prepareWeek(now: number, most = Number.POSITIVE_INFINITY): boolean {
    const week = weekOf(now);
    let made = 0;
    for (const slot of this.#slots.values()) {
      if (this.#columns.hasKey(slot, week)) continue;
      if (made++ >= most) return false;
      this.#columns.keyOf(slot, week);
    }
    return true;
  }

  search(query: DirectoryQuery, now: number): SearchResult {
    const search = this.#filter(query, now);
    const found = this.#listFound(search.missing);
    const page = Math.min(query.page, mostPages, Math.max(1, Math.ceil(found.length / cardsPerPage)));
    const cards = this.#arrange(search, found, page - 1);
    return {
      total: found.length,
      page,
      found: cards.map((card) => this.#present(search, card)),
      facets: this.#countFacets(search, found),
      unknown: facetNames.flatMap((filter) =>
        chosenValues(query, filter)
          .filter((value) => !this.#facets.isKnown(filter, value))
          .map((value) => ({ filter, value })),
      ),
      helpful: found.length > 0 ? [] : this.#listHelpful(search),
    };
  }

  /** Forgets the words of removed pages, all at once. */
  #tidy(): void {
    this.#words.forget((slot) => this.#removed.has(slot));
    this.#facets.tidy(this.#end);
    this.#labels.tidy(this.#end);
    this.#free.push(...this.#removed);
    this.#removed = new Set();
  }

  #filter(query: DirectoryQuery, now: number): Search {
    const missing = this.#missing.take(this.#end);
    missing.set(this.#columns.states.subarray(0, this.#end));
    const distances = this.#distances.take(query.near === null ? 0 : this.#end);
    const wanted = wantedWords(query.words ?? '');
    const search: Search = {
      query,
      now,
      wanted,
      missing,
      distances,
      matches: undefined,
      otherwise: undefined,
    };
    for (const facet of facetNames) {
      const chosen = chosenValues(query, facet);
      if (chosen.length > 0) this.#facets.markUnfit(facet, chosen, missing, bitOf[facet]);
    }
    if (query.budget !== null) this.#markBudgets(missing, query.budget);
    if (query.near !== null) this.#markFar(search, query.near);
    if (wanted.length > 0) this.#markWords(search);
    return search;
  }

  #markBudgets(missing: Uint16Array, budget: number): void {
    for (let slot = 0; slot < missing.length; slot++) {
      const from = this.#columns.budgets[slot] ?? 0;
      if (!fitsBudget(Number.isNaN(from) ? null : from, budget))
        missing[slot] = (missing[slot] ?? 0) | bitOf.budget;
    }
  }

  #markFar({ query, missing, distances }: Search, near: Point): void {
    const { latitudes, longitudes } = this.#columns;
    const degrees = query.withinKm / kmPerDegree;
    for (let slot = 0; slot < missing.length; slot++) {
      const latitude = latitudes[slot] ?? 0;
      // Only what is not too far north or south is worth its cosines.
      const isMaybe = Math.abs(latitude - near.latitude) <= degrees;
      const km = isMaybe ? distanceInKm(near, { latitude, longitude: longitudes[slot] ?? 0 }) : Number.NaN;
      distances[slot] = km;
      if (!(km <= query.withinKm)) missing[slot] = (missing[slot] ?? 0) | bitOf.near;
    }
  }

  #markWords(search: Search): void {
    const find = (withDescriptions: boolean) =>
      this.#words.find(search.wanted, this.#slots.size, this.#end, withDescriptions);
    search.matches = find(false);
    const enough = this.#constants.enoughWithoutDescriptions;
    if (countFound(search.missing, 0, search.matches, enough) < enough) {
      search.otherwise = search.matches;
      search.matches = find(true);
    }
    const { sums } = search.matches;
    for (let slot = 0; slot < sums.length; slot++)
      if (sums[slot] === 0) search.missing[slot] = (search.missing[slot] ?? 0) | bitOf.words;
  }

  #listFound(missing: Uint16Array): NumberList {
    const found = this.#found;
    found.clear();
    for (let slot = 0; slot < missing.length; slot++) if (missing[slot] === 0) found.push(slot);
    return found;
  }

  #arrange(search: Search, found: NumberList, page: number): ArrangedSlot[] {
    const { query } = search;
    if (query.sort === 'name') return this.#cut(search, found, page, this.#columns.names);
    if (query.sort === 'distance' && query.near !== null)
      return this.#cut(search, found, page, search.distances);
    const byKey = this.#byKey(search);
    const relevances = this.#relevances.take(this.#end);
    const scores = this.#scores.take(this.#end);
    for (let n = 0; n < found.length; n++) {
      const slot = found.items[n] ?? 0;
      const relevance = this.#relevanceOf(search, slot);
      relevances[slot] = relevance;
      scores[slot] = hundredths(relevance, this.#columns.multipliers[slot] ?? 0);
    }
    const isBefore = (one: number, other: number) => {
      const difference = (scores[other] ?? 0) - (scores[one] ?? 0);
      return difference === 0 ? byKey(one, other) : difference < 0;
    };
    const parts = {
      total: found.length,
      take: (most: number) => firstOf(found, most, isBefore),
      organizationOf: (slot: number) => this.#columns.organizations[slot] ?? '',
      newcomers: (first: number) => this.#listNewcomers(search, found, relevances, relevances[first] ?? 0),
      isBefore: (one: number, other: number) => {
        const { trialImpressions: shown } = this.#columns;
        const difference = (shown[one] ?? 0) - (shown[other] ?? 0);
        return difference === 0 ? byKey(one, other) : difference < 0;
      },
    };
    return arrangePage(page, parts, this.#constants);
  }

  /** The page of an order by a plain value. */
  #cut(
    search: Search,
    found: NumberList,
    page: number,
    values: { readonly [slot: number]: string | number },
  ): ArrangedSlot[] {
    const byKey = this.#byKey(search);
    const isBefore = (one: number, other: number) => {
      const [before, after] = [values[one] ?? 0, values[other] ?? 0];
      return before === after ? byKey(one, other) : before < after;
    };
    return firstOf(found, (page + 1) * cardsPerPage, isBefore)
      .slice(page * cardsPerPage)
      .map((slot) => ({ slot, isOnTrial: false }));
  }

  #byKey({ now }: Search): (one: number, other: number) => boolean {
    const week = weekOf(now);
    const { ids } = this.#columns;
    return (one, other) => {
      const difference = this.#columns.keyOf(one, week) - this.#columns.keyOf(other, week);
      return difference === 0 ? (ids[one] ?? '') < (ids[other] ?? '') : difference < 0;
    };
  }

  #relevanceOf({ matches, distances, query }: Search, slot: number): number {
    const byWords = matches === undefined ? 1 : (matches.sums[slot] ?? 0) / matches.all;
    return byWords * (query.near === null ? 1 : proximityOf(distances[slot] ?? 0, this.#constants));
  }

  #listNewcomers({ now }: Search, found: NumberList, relevances: Float64Array, first: number): number[] {
    const least = this.#constants.leastTrialShare * first;
    const { publishedAt, trialEndedAt, countedRequests } = this.#columns;
    const newcomers: number[] = [];
    for (let n = 0; n < found.length; n++) {
      const slot = found.items[n] ?? 0;
      if ((relevances[slot] ?? 0) < least) continue;
      const ended = trialEndedAt[slot] ?? 0;
      const page = {
        publishedAt: publishedAt[slot] ?? 0,
        trialEndedAt: Number.isNaN(ended) ? null : ended,
        countedRequests: countedRequests[slot] ?? 0,
      };
      if (isNewcomer(page, now, this.#constants)) newcomers.push(slot);
    }
    return newcomers;
  }

  #present({ query, distances, wanted }: Search, { slot, isOnTrial }: ArrangedSlot): FoundPage {
    const tags = ['industry', 'product', 'service', 'solution'] as const;
    return {
      id: this.#columns.ids[slot] ?? '',
      distance: query.near === null ? null : (distances[slot] ?? 0),
      isOnTrial,
      chosenTags: tags.flatMap((facet) =>
        query[facet].filter((value) => this.#facets.has(slot, facet, value)),
      ),
      matchedLabels: this.#labels.matching(slot, wanted),
    };
  }

  #countFacets({ query, missing }: Search, found: NumberList): SearchResult['facets'] {
    const isActive = (facet: FacetName) => chosenValues(query, facet).length > 0;
    const counts = this.#countAmong('all', missing, 0, found.length);
    const entries = facetNames.map((facet) => {
      const chosen = chosenValues(query, facet);
      const own = isActive(facet) ? this.#countWithout(facet, missing, found.length) : counts;
      return [facet, this.#facets.listCounts(facet, own, chosen)] as const;
    });
    return Object.fromEntries(entries) as unknown as SearchResult['facets'];
  }

  #countWithout(facet: FacetName, missing: Uint16Array, found: number): Int32Array {
    let alone = 0;
    for (let slot = 0; slot < missing.length; slot++) if (missing[slot] === bitOf[facet]) alone++;
    return this.#countAmong(facet, missing, bitOf[facet], found + alone);
  }

  /** Counts the slots that nothing but the given bits leaves out, or all others when those are fewer; empty ones count nothing. */
  #countAmong(facet: FacetName | 'all', missing: Uint16Array, bits: number, among: number): Int32Array {
    const areOthers = among * 2 > this.#slots.size;
    const slots = this.#counted;
    slots.clear();
    for (let slot = 0; slot < missing.length; slot++) {
      const left = (missing[slot] ?? 0) & ~bits;
      const isCounted = areOthers ? left !== 0 : left === 0;
      if (isCounted) slots.push(slot);
    }
    return this.#facets.count(facet, slots, areOthers);
  }

  /** For each filter how many results there are without it; descriptions count as they would then. */
  #listHelpful(search: Search): SearchResult['helpful'] {
    return filterNames
      .filter((filter) => isSet(search, filter))
      .map((filter) => ({ filter, total: this.#countWithoutFilter(search, filter) }))
      .filter(({ total }) => total > 0)
      .sort((one, other) => other.total - one.total);
  }

  #countWithoutFilter({ missing, matches, otherwise }: Search, filter: FilterName): number {
    const but = bitOf[filter] | bitOf.words;
    if (matches === undefined || filter === 'words') return countFound(missing, but);
    const without = countFound(missing, but, otherwise);
    return without >= this.#constants.enoughWithoutDescriptions ? without : countFound(missing, but, matches);
  }
}

function isSet({ query, wanted }: Search, filter: FilterName): boolean {
  if (filter === 'words') return wanted.length > 0;
  return filter === 'near' || filter === 'budget'
    ? query[filter] !== null
    : chosenValues(query, filter).length > 0;
}

/** How many slots nothing but these filters leaves out, and the words match; counts no further than `most`. */
function countFound(
  missing: Uint16Array,
  but: number,
  matches?: WordMatches,
  most = Number.POSITIVE_INFINITY,
): number {
  let count = 0;
  for (let slot = 0; slot < missing.length && count < most; slot++) {
    if (((missing[slot] ?? 0) & ~but) !== 0) continue;
    if (matches === undefined || (matches.sums[slot] ?? 0) > 0) count++;
  }
  return count;
}
