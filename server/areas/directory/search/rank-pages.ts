import { compareNames } from '../../../../contract/name-order.ts';
import { cardsPerPage, type DirectoryPage, type DirectoryQuery, facetNames } from './directory-page.ts';
import { chosenValues, distanceTo, facetValues, fitsBudget, fitsFacet } from './filters.ts';
import type { RankingConstants } from './ranking-constants.ts';
import {
  type FieldScores,
  factorOf,
  focusOf,
  hundredths,
  proximityOf,
  rarityOf,
  scaleScores,
  scoreFields,
  scoreMatch,
} from './relevance.ts';
import { isNewcomer } from './trials.ts';
import { weeklyKey, weekOf } from './weekly-key.ts';
import { countTags, field, fieldsOfWords, type WantedWord, wantedWords } from './words.ts';

/** A page in its place. */
export interface RankedPage {
  readonly id: string;
  /** Kilometers; null without a place to search near. */
  readonly distance: number | null;
  /** It has the place that is kept for newcomers. */
  readonly isOnTrial: boolean;
}

interface Match {
  readonly page: DirectoryPage;
  readonly distance: number | null;
  readonly relevance: number;
  readonly score: number;
  readonly key: number;
}

/**
 * The pages that a query finds, in their order (RK-10, RK-15, RK-16). Pure: everything it needs is an argument, and the
 * same input gives the same order on every machine. This is what the ranking is; `DirectoryIndex` finds the same faster.
 */
export function rankPages(
  query: DirectoryQuery,
  pages: readonly DirectoryPage[],
  now: number,
  constants: RankingConstants,
): RankedPage[] {
  const matches = findMatches(query, pages, now, constants);
  const isByDistance = query.sort === 'distance' && query.near !== null;
  if (query.sort === 'name' || isByDistance) {
    const compare = (one: Match, other: Match) =>
      isByDistance
        ? (one.distance ?? 0) - (other.distance ?? 0)
        : compareNames(one.page.name, other.page.name);
    return matches.sort((one, other) => compare(one, other) || byKey(one, other)).map(plain);
  }
  matches.sort((one, other) => other.score - one.score || byKey(one, other));
  return giveNewcomersAPlace(spreadOrganizations(matches, constants), now, constants);
}

const plain = ({ page, distance }: Match): RankedPage => ({ id: page.id, distance, isOnTrial: false });

/** By the key of the week; equal keys are all but impossible. */
function byKey(one: Match, other: Match): number {
  return one.key - other.key || (one.page.id < other.page.id ? -1 : 1);
}

function findMatches(
  query: DirectoryQuery,
  pages: readonly DirectoryPage[],
  now: number,
  constants: RankingConstants,
): Match[] {
  const available = pages.filter(({ isAvailable }) => isAvailable);
  const week = weekOf(now);
  const found = matchWords(query, available, constants);
  return available
    .filter((page) => found.has(page) && fits(page, query))
    .map((page) => {
      const distance = distanceTo(page, query);
      const relevance = (found.get(page) ?? 0) * (distance === null ? 1 : proximityOf(distance, constants));
      const score = hundredths(relevance, page.multiplier);
      return { page, distance, relevance, score, key: weeklyKey(week, page.id) };
    });
}

/** True when no filter but the words leaves the page out. */
function fits(page: DirectoryPage, query: DirectoryQuery): boolean {
  const distance = distanceTo(page, query);
  const isNear = query.near === null || (distance !== null && distance <= query.withinKm);
  const fitsFacets = facetNames.every((facet) =>
    fitsFacet(facetValues[facet](page), chosenValues(query, facet)),
  );
  return isNear && fitsFacets && fitsBudget(page.budgetFrom, query.budget);
}

/**
 * How well the words of the query match, T, for each page that they match; 1 for all pages without words. Descriptions
 * count only when the search found too little without them.
 */
export function matchWords(
  query: DirectoryQuery,
  available: readonly DirectoryPage[],
  constants: RankingConstants,
): Map<DirectoryPage, number> {
  const wanted = wantedWords(query.words ?? '');
  if (wanted.length === 0) return new Map(available.map((page) => [page, 1]));
  const words = new Map(available.map((page) => [page, fieldsOfWords(page)]));
  const otherwise = weighMatches(wanted, words, ~field.description, constants);
  const enough = [...otherwise.keys()].filter((page) => fits(page, query)).length;
  if (enough >= constants.enoughWithoutDescriptions) return otherwise;
  return weighMatches(wanted, words, ~0, constants);
}

/** T with those fields alone: the rarity of each word times its best match, as a share of all rarity (RK-15). */
function weighMatches(
  wanted: readonly WantedWord[],
  words: ReadonlyMap<DirectoryPage, ReadonlyMap<string, number>>,
  fields: number,
  constants: RankingConstants,
): Map<DirectoryPage, number> {
  const scores = scoreFields(constants);
  const rarities = wanted.map((spellings) => {
    const has = (of: ReadonlyMap<string, number>) =>
      spellings.some((word) => ((of.get(word) ?? 0) & ~field.description) !== 0);
    return rarityOf([...words.values()].filter(has).length, words.size);
  });
  const all = rarities.reduce((sum, rarity) => sum + rarity, 0);
  const found = new Map<DirectoryPage, number>();
  for (const [page, of] of words) {
    const focus = focusOf(countTags(page), constants);
    const bests = wanted.map((spellings) => bestMatch(spellings, of, fields, focus, scores, constants));
    const sum = bests.reduce((so, best, n) => so + (rarities[n] ?? 0) * best, 0);
    if (sum > 0) found.set(page, sum / all);
  }
  return found;
}

function bestMatch(
  spellings: WantedWord,
  words: ReadonlyMap<string, number>,
  fields: number,
  focus: number,
  scores: FieldScores,
  constants: RankingConstants,
): number {
  let best = 0;
  for (const [word, at] of words) {
    const among = at & fields;
    if (among === 0) continue;
    const factor = Math.max(...spellings.map((spelling) => factorOf(spelling, word, constants)));
    if (factor > 0) best = Math.max(best, scoreMatch(scaleScores(scores, factor), among, focus));
  }
  return best;
}

/** Of one organization, only so many pages are among the first ten, as long as there are others. */
function spreadOrganizations(matches: readonly Match[], constants: RankingConstants): Match[] {
  const first: Match[] = [];
  const later: Match[] = [];
  for (const match of matches) {
    const { organizationId } = match.page;
    const hasRoom = first.length < cardsPerPage;
    if (hasRoom && countOf(first, organizationId) < constants.mostOfOneOrganization) first.push(match);
    else later.push(match);
  }
  return [...first, ...later];
}

function countOf(matches: readonly Match[], organizationId: string): number {
  return matches.filter(({ page }) => page.organizationId === organizationId).length;
}

/** In each ten, one place is a newcomer's who would come later by merit: of these, the one shown least so far. */
function giveNewcomersAPlace(
  merit: readonly Match[],
  now: number,
  constants: RankingConstants,
): RankedPage[] {
  const least = constants.leastTrialShare * (merit[0]?.relevance ?? 0);
  const order = [...merit];
  const onTrial = new Set<Match>();
  for (let begin = 0; begin + cardsPerPage < order.length; begin += cardsPerPage) {
    const stay = order.slice(begin, begin + cardsPerPage - 1);
    const [chosen] = order
      .slice(begin + cardsPerPage)
      .filter(({ page, relevance }) => isNewcomer(page, now, constants) && relevance >= least)
      .filter(({ page }) => begin > 0 || countOf(stay, page.organizationId) < constants.mostOfOneOrganization)
      .sort((one, other) => one.page.trialImpressions - other.page.trialImpressions || byKey(one, other));
    if (chosen === undefined) continue;
    order.splice(order.indexOf(chosen), 1);
    order.splice(begin + constants.trialPlace - 1, 0, chosen);
    onTrial.add(chosen);
  }
  return order.map((match) => ({ ...plain(match), isOnTrial: onTrial.has(match) }));
}
