import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyQuery, type FacetName } from './directory-page.ts';
import { type QueryNotice, type RawParameters, readDirectoryQuery } from './read-directory-query.ts';

const known: Partial<Record<FacetName, readonly string[]>> = {
  industry: ['retail', 'financialservices', ...Array.from({ length: 100 }, (_, n) => `i${n}`)],
  product: ['crm'],
  size: ['small'],
  language: ['de'],
  badge: ['Gold partner'],
};
const read = (raw: RawParameters) =>
  readDirectoryQuery(raw, (facet, value) => known[facet]?.includes(value) ?? false);

describe('DI-2: the address of a search', () => {
  it('DI-2: everything that can be asked for', () => {
    const raw = {
      q: ' backup  in the cloud ',
      country: 'de',
      near: 'Munich',
      within: '25',
      industry: ['Financial Services', 'retail', 'RETAIL'],
      product: 'crm',
      size: 'small',
      language: 'de-AT',
      badge: 'Gold partner',
      budget: '5000',
      sort: 'distance',
      page: '3',
      utm_source: 'elsewhere',
    };
    expect(read(raw)).toEqual({
      query: {
        ...emptyQuery,
        words: 'backup in the cloud',
        country: 'DE',
        withinKm: 25,
        industry: ['financialservices', 'retail'],
        product: ['crm'],
        size: 'small',
        language: 'de',
        badge: 'Gold partner',
        budget: 5000,
        sort: 'distance',
        page: 3,
      },
      nearWords: 'Munich',
      notices: [],
    });
  });

  it('DI-2: an address without anything, and a form with empty fields, ask for everything', () => {
    const everything = { query: emptyQuery, nearWords: null, notices: [] };
    expect(read({})).toEqual(everything);
    const empty = Object.keys(emptyQuery).map((name) => [name, '']);
    expect(read({ ...Object.fromEntries(empty), q: ' ', near: '', within: '' })).toEqual(everything);
  });

  it.each<[string, RawParameters, QueryNotice]>([
    ['an unknown value', { industry: 'mining' }, { parameter: 'industry', kind: 'unknown', value: 'mining' }],
    ['an unknown country', { country: 'ZZ' }, { parameter: 'country', kind: 'unknown', value: 'ZZ' }],
    ['another distance', { within: '30' }, { parameter: 'within', kind: 'unknown', value: '30' }],
    ['another order', { sort: 'random' }, { parameter: 'sort', kind: 'unknown', value: 'random' }],
    [
      'by distance from nowhere',
      { sort: 'distance' },
      { parameter: 'sort', kind: 'needs-near', value: 'distance' },
    ],
    ['a budget in words', { budget: 'much' }, { parameter: 'budget', kind: 'unknown', value: 'much' }],
    ['a budget beyond all', { budget: '1e9' }, { parameter: 'budget', kind: 'unknown', value: '1e9' }],
    ['a page that is none', { page: '-1' }, { parameter: 'page', kind: 'unknown', value: '-1' }],
    ['one letter', { q: 'x' }, { parameter: 'q', kind: 'too-short', value: 'x' }],
  ])('DI-2: %s is left out, with a notice', (_, raw, notice) => {
    expect(read(raw)).toEqual({ query: emptyQuery, nearWords: null, notices: [notice] });
  });

  it('DI-2: 101 characters are cut to 100', () => {
    expect(read({ q: 'é'.repeat(100) })).toMatchObject({ query: { words: 'é'.repeat(100) }, notices: [] });
    const { query, notices } = read({ q: '\u{1f680}'.repeat(101) });
    expect(query.words).toBe('\u{1f680}'.repeat(100));
    expect(notices).toEqual([{ parameter: 'q', kind: 'too-long' }]);
  });

  it('DI-2: signs that nobody sees say nothing', () => {
    for (const q of ['\u0000', '\u202e\u200b', '\u200f\u00ad', ' \t\n'])
      expect(read({ q })).toEqual({ query: emptyQuery, nearWords: null, notices: [] });
    expect(read({ q: 'a\u0000b\u202ec' }).query.words).toBe('a bc');
  });

  it('DI-2: 500 repeated values count once each, and no more than fifty', () => {
    expect(read({ industry: Array.from({ length: 500 }, () => 'retail') })).toMatchObject({
      query: { industry: ['retail'] },
      notices: [],
    });
    const { query, notices } = read({ industry: Array.from({ length: 500 }, (_, n) => `i${n}`) });
    expect(query.industry).toHaveLength(50);
    expect(notices).toEqual([{ parameter: 'industry', kind: 'too-many' }]);
  });

  it('DI-2: page 9,999,999 is the last one that there can be', () => {
    for (const page of ['51', '9999999', '9'.repeat(90)])
      expect(read({ page })).toMatchObject({
        query: { page: 50 },
        notices: [{ parameter: 'page', kind: 'too-far' }],
      });
  });

  it('DI-2: what is told back is short', () => {
    const { notices } = read({ badge: 'x'.repeat(100_000), solution: ['y'.repeat(100_000)] });
    expect(notices.map(({ value }) => value?.length)).toEqual([60, 60]);
  });

  it('DI-2: whatever comes, there is a query', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.anything(),
      fc.array(fc.string({ unit: 'binary' })),
    );
    const names = fc.constantFrom(
      'q',
      'near',
      'within',
      'country',
      'industry',
      'sort',
      'page',
      'budget',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.dictionary(names, value), (raw) => {
        const { query } = read(raw);
        expect(Object.keys(query)).toEqual(Object.keys(emptyQuery));
        expect(query.page).toBeGreaterThanOrEqual(1);
        expect(query.page).toBeLessThanOrEqual(50);
      }),
    );
  });
});
