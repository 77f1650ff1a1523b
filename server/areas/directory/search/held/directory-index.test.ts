import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DirectoryPage,
  type DirectoryQuery,
  type FilterName,
  facetNames,
  filterNames,
} from '../directory-page.ts';
import { daysAgo, makePage, makePages, makeQuery, fixtureNow as now } from '../directory-pages.fixture.ts';
import { chosenValues, distanceTo, facetValues, fitsBudget, fitsFacet, withoutFilter } from '../filters.ts';
import { matchWords, rankPages } from '../rank-pages.ts';
import { rankingConstants as constants } from '../ranking-constants.ts';
import { DirectoryIndex } from './directory-index.ts';

const word = fc.constantFrom(
  'cloud',
  'cloudy',
  'backup',
  'bakcup',
  'Back-up',
  'München',
  'Muenchen',
  'data',
  'database',
  'a',
  'AI',
  '東京都',
  '京都',
  'CRM',
  'naïve',
  'é',
);
const words = fc.array(word, { maxLength: 3 }).map((all) => all.join(' '));
const texts = fc.array(words, { maxLength: 3 });
const some = (values: readonly string[]) => fc.subarray([...values]);
const industries = ['education', 'government', 'retail'];
const sizes = ['small', 'middle', 'large'];
const point = fc.constantFrom(
  { latitude: 48.137, longitude: 11.575 },
  { latitude: 48.2, longitude: 11.6 },
  { latitude: 48.77, longitude: 9.18 },
  { latitude: 48.987, longitude: 11.575 },
  { latitude: 50.337, longitude: 11.575 },
  { latitude: 52.52, longitude: 13.41 },
  { latitude: -17.8, longitude: 179.99 },
  { latitude: -17.8, longitude: -179.99 },
  { latitude: 89.9, longitude: 0 },
  { latitude: 89.9, longitude: 180 },
);
const pageParts = fc.record({
  organizationId: fc.constantFrom('one', 'two', 'three', 'four', 'five', 'six', 'seven'),
  name: words,
  country: fc.constantFrom('DE', 'AT', 'US'),
  point: fc.option(point),
  description: words,
  industries: some(industries),
  products: some(['azure', 'office']),
  services: some(['hardware']),
  solutions: fc.oneof(some(['backup']), fc.constant(Array.from({ length: 20 }, (_, n) => `s${n}`))),
  tagWords: texts,
  freeTags: texts,
  offerNames: texts,
  badges: some(['gold', 'cloud expert']),
  languages: some(['de-AT', 'de', 'en-US']),
  sizes: some(sizes),
  optsOut: fc.boolean(),
  budgetFrom: fc.option(fc.constantFrom(0, 1000, 5000)),
  isAvailable: fc.integer({ max: 9, min: 0 }).map((n) => n > 0),
  publishedAt: fc.constantFrom(daysAgo(5), daysAgo(119), daysAgo(121), daysAgo(900)),
  countedRequests: fc.constantFrom(0, 7, 8, 50),
  trialImpressions: fc.constantFrom(0, 0, 1, 5),
  trialEndedAt: fc.option(fc.constantFrom(daysAgo(10), daysAgo(190))),
  multiplier: fc.constantFrom(0.6, 1, 1, 1, 1.27, 1.6),
});
const pages = fc
  .array(pageParts, { maxLength: 60, size: 'max' })
  .map((all) => all.map((parts, n): DirectoryPage => makePage({ ...parts, id: `p${n}` })));
const query = fc
  .record(
    {
      words: fc.option(words),
      country: fc.option(fc.constantFrom('DE', 'AT', 'FR'), { freq: 1 }),
      near: fc.option(point),
      withinKm: fc.constantFrom(10, 100, 250),
      industry: fc.option(some([...industries, 'unheard']), { nil: [] as string[] }),
      product: fc.option(some(['azure', 'office']), { nil: [] as string[] }),
      solution: fc.option(some(['backup', 's1']), { nil: [] as string[] }),
      size: fc.option(fc.constantFrom('small', 'giant'), { freq: 1 }),
      language: fc.option(fc.constantFrom('de', 'en'), { freq: 1 }),
      badge: fc.option(fc.constantFrom('gold', 'silver'), { freq: 1 }),
      budget: fc.option(fc.constantFrom(500, 2000)),
      sort: fc.constantFrom('best', 'best', 'distance', 'name'),
      page: fc.constantFrom(1, 1, 2, 3, 50),
    },
    { requiredKeys: [] },
  )
  .map((parts): DirectoryQuery => makeQuery(parts as Partial<DirectoryQuery>));

/** What the search should say, by asking the ranking itself again and again. */
function searchSlowly(asked: DirectoryQuery, all: readonly DirectoryPage[]) {
  const ranked = rankPages(asked, all, now, constants);
  const page = Math.min(asked.page, 50, Math.max(1, Math.ceil(ranked.length / 10)));
  return {
    total: ranked.length,
    page,
    found: ranked.slice(10 * (page - 1), 10 * page),
    facets: Object.fromEntries(facetNames.map((facet) => [facet, countSlowly(asked, all, facet)])),
    helpful: new Map(
      (ranked.length > 0 ? [] : filterNames)
        .map(
          (filter) => [filter, rankPages(withoutFilter(asked, filter), all, now, constants).length] as const,
        )
        .filter(([filter, total]) => total > 0 && isSet(asked, filter)),
    ),
  };
}

const isSet = (asked: DirectoryQuery, filter: FilterName) =>
  JSON.stringify(withoutFilter(asked, filter)) !== JSON.stringify(asked);

function countSlowly(
  asked: DirectoryQuery,
  all: readonly DirectoryPage[],
  facet: (typeof facetNames)[number],
) {
  const available = all.filter(({ isAvailable }) => isAvailable);
  const matched = matchWords(asked, available, constants);
  const others = facetNames.filter((other) => other !== facet);
  const among = available.filter((page) => {
    const distance = distanceTo(page, asked);
    const isNear = asked.near === null || (distance !== null && distance <= asked.withinKm);
    const isFit = others.every((other) => fitsFacet(facetValues[other](page), chosenValues(asked, other)));
    return matched.has(page) && isNear && isFit && fitsBudget(page.budgetFrom, asked.budget);
  });
  const known = available.flatMap((page) => (facet === 'size' ? page.sizes : facetValues[facet](page)));
  const values = new Set([...known, ...chosenValues(asked, facet)]);
  const counts = [...values].map((value) => ({
    value,
    count: among.filter((page) => fitsFacet(facetValues[facet](page), [value])).length,
  }));
  return counts
    .filter(({ value, count }) => count > 0 || chosenValues(asked, facet).includes(value))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}

function searchIn(index: DirectoryIndex, asked: DirectoryQuery) {
  const { total, page, found, facets, helpful } = index.search(asked, now);
  return {
    total,
    page,
    found: found.map(({ id, distance, isOnTrial }) => ({ id, distance, isOnTrial })),
    facets,
    helpful: new Map(helpful.map(({ filter, total: without }) => [filter, without])),
  };
}

/** To make a failing example smaller would ask the ranking for minutes: the first one is told as it is. */
const unshrunk = { endOnFailure: true };

describe('RK-10: the index finds what the ranking says', () => {
  it('RK-10, DI-2: the same pages in the same order, with the same counts, for any pages and queries', () => {
    fc.assert(
      fc.property(pages, fc.array(query, { minLength: 1, maxLength: 6 }), (all, queries) => {
        const index = new DirectoryIndex(all);
        for (const asked of queries) expect(searchIn(index, asked)).toEqual(searchSlowly(asked, all));
      }),
      { numRuns: 80, ...unshrunk },
    );
  });

  it('RK-10: whatever was put, put again and removed before', () => {
    fc.assert(
      fc.property(
        pages,
        pages,
        fc.array(fc.nat(70), { maxLength: 30 }),
        query,
        (before, after, gone, asked) => {
          const index = new DirectoryIndex(before);
          const left = new Map(before.map((page) => [page.id, page]));
          for (const page of after) {
            index.put(page);
            left.set(page.id, page);
          }
          for (const n of gone) {
            index.remove(`p${n}`);
            left.delete(`p${n}`);
          }
          expect(searchIn(index, asked)).toEqual(searchSlowly(asked, [...left.values()]));
          expect(index.size).toBe([...left.values()].filter(({ isAvailable }) => isAvailable).length);
        },
      ),
      { numRuns: 50, ...unshrunk },
    );
  });

  it('RK-10: when pages come and go so often that their room is used again', () => {
    const index = new DirectoryIndex();
    const left = new Map<string, DirectoryPage>();
    for (let n = 0; n < 3000; n++) {
      const kind = n % 7;
      if (n % 100 === 0) index.search(makeQuery(), now);
      const page = makePage({
        id: `p${n % 400}`,
        name: `Contoso ${kind}`,
        tagWords: [`cloud ${n % 13}`],
        industries: [industries[n % 3] ?? ''],
        description: `word${n}`,
      });
      if (kind === 5) {
        index.remove(page.id);
        left.delete(page.id);
      } else {
        index.put(page);
        left.set(page.id, page);
      }
    }
    for (const asked of [
      makeQuery(),
      makeQuery({ words: 'cloud 7' }),
      makeQuery({ words: 'word2999' }),
      makeQuery({ words: 'word1' }),
      makeQuery({ industry: ['retail'], page: 3 }),
    ])
      expect(searchIn(index, asked)).toEqual(searchSlowly(asked, [...left.values()]));
  });

  it('RK-16: on every page of a long result, with organizations of many pages and many newcomers', () => {
    const all = [
      ...makePages(40, { organizationId: 'chain' }),
      ...makePages(30, { publishedAt: daysAgo(3), countedRequests: 0 }),
      ...makePages(3, { organizationId: 'chain', publishedAt: daysAgo(3), countedRequests: 0 }),
      ...makePages(25),
      // The last of the first ten by merit is of an organization with a newcomer.
      makePage({ organizationId: 'pair', multiplier: 1.6 }),
      ...makePages(8, { multiplier: 1.4 }),
      makePage({ organizationId: 'pair', multiplier: 1.3 }),
      makePage({ organizationId: 'pair', publishedAt: daysAgo(3), countedRequests: 0, trialImpressions: -1 }),
    ];
    const index = new DirectoryIndex(all);
    for (let page = 1; page <= 11; page++)
      expect(searchIn(index, makeQuery({ page }))).toEqual(searchSlowly(makeQuery({ page }), all));
  });
});

describe('RK-16: an organization with more good pages than are looked at first', () => {
  it('RK-16: leaves eight of the first ten places to others', () => {
    const all = [...makePages(150, { organizationId: 'chain', multiplier: 1.6 }), ...makePages(20)];
    const index = new DirectoryIndex(all);
    for (const page of [1, 2, 3])
      expect(searchIn(index, makeQuery({ page }))).toEqual(searchSlowly(makeQuery({ page }), all));
  });
});

describe('DI-2: what a search says besides', () => {
  const all = [
    makePage({
      id: 'a',
      industries: ['retail'],
      tagWords: ['Einzelhandel', 'Retail'],
      freeTags: ['Till systems'],
    }),
    makePage({
      id: 'b',
      industries: ['education'],
      tagWords: ['Education'],
      country: 'AT',
      sizes: ['small'],
      optsOut: true,
    }),
  ];
  const index = new DirectoryIndex(all);

  it('DI-2: names the tags that were chosen, and those that a word matched', () => {
    const [found] = index.search(
      makeQuery({ words: 'einzelhandel til', industry: ['retail', 'education'] }),
      now,
    ).found;
    expect(found).toMatchObject({
      id: 'a',
      chosenTags: ['retail'],
      matchedLabels: ['Einzelhandel', 'Till systems'],
    });
  });

  it('DI-2: counts the values of a filter as if none of them was chosen', () => {
    const { facets } = index.search(makeQuery({ industry: ['retail'] }), now);
    expect(facets.industry).toEqual([
      { value: 'education', count: 1 },
      { value: 'retail', count: 1 },
    ]);
    expect(facets.country).toEqual([{ value: 'DE', count: 1 }]);
  });

  it('DI-2: shows a value without results only while it is chosen', () => {
    const { facets, total } = index.search(makeQuery({ industry: ['retail'], country: 'AT' }), now);
    expect(total).toBe(0);
    expect(facets.industry).toEqual([
      { value: 'education', count: 1 },
      { value: 'retail', count: 0 },
    ]);
  });

  it('DI-2: says which single filter to drop for how many results when there are none', () => {
    const { helpful } = index.search(
      makeQuery({ industry: ['retail'], country: 'AT', words: 'education' }),
      now,
    );
    expect(helpful).toEqual([{ filter: 'industry', total: 1 }]);
    expect(index.search(makeQuery(), now).helpful).toEqual([]);
  });

  it('DI-2: leaves out pages that opted out of the customer’s size, and says which values no page has', () => {
    const { found, unknown } = index.search(
      makeQuery({ size: 'large', industry: ['mining', 'retail'] }),
      now,
    );
    expect(found.map(({ id }) => id)).toEqual(['a']);
    expect(unknown).toEqual([
      { filter: 'industry', value: 'mining' },
      { filter: 'size', value: 'large' },
    ]);
  });

  it('DI-2: shows the last page when a later one is asked for', () => {
    expect(index.search(makeQuery({ page: 9_999_999 }), now)).toMatchObject({ page: 1, total: 2 });
  });

  it('RK-16: makes the keys of a week in parts, before the week begins', () => {
    const other = new DirectoryIndex(makePages(5));
    expect([other.prepareWeek(now, 2), other.prepareWeek(now, 2), other.prepareWeek(now, 2)]).toEqual([
      false,
      false,
      true,
    ]);
    expect(other.prepareWeek(now + 7 * 86_400_000, 4)).toBe(false);
    expect(other.prepareWeek(now)).toBe(true);
  });
});
