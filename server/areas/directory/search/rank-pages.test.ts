import { describe, expect, it } from 'vitest';
import type { DirectoryPage, DirectoryQuery } from './directory-page.ts';
import { daysAgo, makePage, makePages, makeQuery, fixtureNow as now } from './directory-pages.fixture.ts';
import { rankPages } from './rank-pages.ts';
import { type RankingConstants, rankingConstants } from './ranking-constants.ts';
import { proximityOf } from './relevance.ts';
import { weeklyKey, weekOf } from './weekly-key.ts';

const week = 7 * 86_400_000;
const order = (
  query: Partial<DirectoryQuery>,
  pages: readonly DirectoryPage[],
  at = now,
  constants: RankingConstants = rankingConstants,
) => rankPages(makeQuery(query), pages, at, constants).map(({ id }) => id);
const byWeek = (pages: readonly DirectoryPage[], at = now) =>
  [...pages]
    .sort((one, other) => weeklyKey(weekOf(at), one.id) - weeklyKey(weekOf(at), other.id))
    .map(({ id }) => id);

describe('RK-10: the ranking is one pure function', () => {
  it('RK-10: the order of the pages that it is given makes no difference, and they stay as they are', () => {
    const pages = Object.freeze(
      [...makePages(30), ...makePages(5, { multiplier: 1.2, publishedAt: daysAgo(1) })].map(Object.freeze),
    ) as readonly DirectoryPage[];
    expect(order({}, [...pages].reverse())).toEqual(order({}, pages));
  });

  it('RK-10: weights and limits are arguments', () => {
    const pages = [
      makePage({ id: 'by-name', name: 'Backup' }),
      makePage({ id: 'by-tag', tagWords: ['Backup'] }),
    ];
    const { fieldWeights } = rankingConstants;
    for (const [name, first] of [
      ['name', 'by-name'],
      ['tag', 'by-tag'],
    ] as const) {
      const constants = {
        ...rankingConstants,
        fieldWeights: { ...fieldWeights, name: 0.5, tag: 0.5, [name]: 1 },
      };
      expect(order({ words: 'backup' }, pages, now, constants)[0]).toBe(first);
    }
  });

  it('RK-10: the keys of a week are the same on every machine', () => {
    expect(weekOf(now)).toBe(2970);
    expect(weeklyKey(2970, 'page-1')).toBe(219_969_994_063_800);
  });
});

/** For each page the score that puts it where it is: found out by how much visibility another page needs to pass it. */
function relevanceOf(
  words: string,
  page: Partial<DirectoryPage>,
  others: readonly DirectoryPage[] = [],
): number {
  const one = makePage({ ...page, id: 'one' });
  const passes = (hundredths: number) => {
    // Found by its name alone, in full: its score is what its visibility is.
    const other = makePage({ id: 'other', name: words, multiplier: hundredths / 100 });
    return (
      order({ words }, [one, other, ...others]).indexOf('other') <
      order({ words }, [one, other, ...others]).indexOf('one')
    );
  };
  let score = 0;
  while (score <= 100 && !passes(score + 1)) score++;
  return score / 100;
}

describe('RK-15: relevance', () => {
  it.each<[string, Partial<DirectoryPage>, number]>([
    ['a tag', { tagWords: ['Backup'] }, 1],
    ['a name', { name: 'Backup Masters' }, 1],
    ['an offer', { offerNames: ['Backup in a box'] }, 0.8],
    ['a badge', { badges: ['Backup'] }, 0.8],
    ['a free tag', { freeTags: ['Backup'] }, 0.7],
    ['the description', { description: 'We do backup.' }, 0.3],
    ['the best of them', { description: 'backup', freeTags: ['backup'], offerNames: ['backup'] }, 0.8],
    ['the beginning of a word', { tagWords: ['Backups'] }, 0.8],
    ['the beginning of a word of an offer', { offerNames: ['Backups'] }, 0.64],
    ['another spelling', { tagWords: ['Backkup'] }, 0.5],
    ['punctuation inside', { tagWords: ['Back-up'] }, 1],
    [
      '40 tags of which one matches',
      { tagWords: ['Backup'], solutions: Array.from({ length: 40 }, (_, n) => `s${n}`) },
      0.5,
    ],
    [
      '40 tags, but the name',
      { name: 'Backup', solutions: Array.from({ length: 40 }, (_, n) => `s${n}`) },
      1,
    ],
    ['20 free tags', { freeTags: ['Backup', ...Array.from({ length: 19 }, (_, n) => `t${n}`)] }, 0.49],
  ])('RK-15: %s', (_, page, score) => {
    // Ties are the week's: what is equal may come before or after.
    expect(Math.abs(relevanceOf('backup', page) - score)).toBeLessThanOrEqual(0.0101);
  });

  it('RK-15: a rare word says more than one that many pages have', () => {
    const pages = [
      ...makePages(20, { tagWords: ['Cloud'] }),
      makePage({ id: 'rare', tagWords: ['Mainframe'] }),
    ];
    expect(order({ words: 'cloud mainframe' }, pages)[0]).toBe('rare');
  });

  it('RK-15: all words count more than some', () => {
    const pages = [
      ...makePages(3, { tagWords: ['Cloud'] }),
      ...makePages(3, { tagWords: ['Backup'] }),
      makePage({ id: 'both', tagWords: ['Cloud', 'Backup'] }),
    ];
    expect(order({ words: 'backup cloud' }, pages)[0]).toBe('both');
  });

  it('RK-15: short words are found whole, not as the beginning of others', () => {
    const pages = [
      makePage({ id: 'ai', tagWords: ['AI'] }),
      makePage({ id: 'aircraft', tagWords: ['Aircraft'] }),
    ];
    expect(order({ words: 'AI' }, pages)).toEqual(['ai']);
  });

  it('RK-15: half is left at 50 km', () => {
    expect(proximityOf(0, rankingConstants)).toBe(1);
    expect(proximityOf(50, rankingConstants)).toBe(0.5);
    const near = { latitude: 48.13743, longitude: 11.57549 };
    const pages = [
      makePage({ id: 'augsburg', point: { latitude: 48.37154, longitude: 10.89851 }, multiplier: 1.6 }),
      makePage({ id: 'munich', point: near }),
      makePage({ id: 'stuttgart', point: { latitude: 48.78232, longitude: 9.17702 } }),
      makePage({ id: 'nowhere', point: null }),
    ];
    expect(order({ near, withinKm: 100 }, pages)).toEqual(['munich', 'augsburg']);
    expect(order({ near, withinKm: 250 }, pages)).toEqual(['munich', 'augsburg', 'stuttgart']);
    const [first] = rankPages(makeQuery({ near, withinKm: 100 }), pages, now, rankingConstants);
    expect(first).toEqual({ id: 'munich', distance: 0, isOnTrial: false });
  });
});

describe('DI-2: what a customer can ask for', () => {
  it.each<[string, string, Partial<DirectoryPage>]>([
    ['accents and case', 'CAFE', { name: 'Café' }],
    ['umlauts either way', 'Müller', { name: 'Mueller' }],
    ['umlauts the other way', 'mueller', { name: 'Müller' }],
    ['umlauts left out', 'muller', { name: 'Müller' }],
    ['the label in another language', 'Datensicherung', { tagWords: ['Backup', 'Datensicherung'] }],
    ['a script without spaces', '京都', { name: '東京都クラウド' }],
    ['one of several words', 'cloud nonsense', { tagWords: ['Cloud'] }],
  ])('DI-2: words, with %s', (_, words, page) => {
    expect(order({ words }, [makePage({ ...page, id: 'found' }), makePage()])).toEqual(['found']);
  });

  it('DI-2: descriptions count only when fewer than five pages are found otherwise', () => {
    const described = makePage({ id: 'described', description: 'All about backup.' });
    const tagged = (count: number) => makePages(count, { tagWords: ['Backup'] });
    expect(order({ words: 'backup' }, [described, ...tagged(4)])).toContain('described');
    expect(order({ words: 'backup' }, [described, ...tagged(5)])).not.toContain('described');
    const elsewhere = makePages(5, { tagWords: ['Backup'], country: 'US' });
    expect(order({ words: 'backup', country: 'DE' }, [described, ...elsewhere])).toEqual(['described']);
  });

  it('DI-2: any value of one filter, and all filters together', () => {
    const pages = [
      makePage({ id: 'a', industries: ['retail'], products: ['crm'] }),
      makePage({ id: 'b', industries: ['education'], products: ['crm', 'erp'] }),
      makePage({ id: 'c', industries: ['retail', 'education'] }),
    ];
    const found = (query: Partial<DirectoryQuery>) => order(query, pages).sort();
    expect(found({ industry: ['retail'] })).toEqual(['a', 'c']);
    expect(found({ industry: ['retail', 'education'] })).toEqual(['a', 'b', 'c']);
    expect(found({ industry: ['retail', 'education'], product: ['erp'] })).toEqual(['b']);
    expect(found({ industry: ['mining'] })).toEqual([]);
  });

  it.each<[string, Partial<DirectoryQuery>, Partial<DirectoryPage>, boolean]>([
    ['another country', { country: 'AT' }, {}, false],
    ['a size that the page opted out of', { size: 'small' }, { sizes: ['large'], optsOut: true }, false],
    ['a size below target without opting out', { size: 'small' }, { sizes: ['large'] }, true],
    ['any size when none is named', { size: 'small' }, { optsOut: true }, true],
    ['a language in another region', { language: 'de' }, { languages: ['de-AT'] }, true],
    ['a language that is not spoken', { language: 'fr' }, { languages: ['de'] }, false],
    ['a badge', { badge: 'gold' }, { badges: ['gold'] }, true],
    ['a badge that it lacks', { badge: 'gold' }, {}, false],
    ['a budget that is enough', { budget: 1000 }, { budgetFrom: 1000 }, true],
    ['a budget that is not', { budget: 999 }, { budgetFrom: 1000 }, false],
    ['a budget when none is said', { budget: 1 }, {}, true],
    ['a page that is not available', {}, { isAvailable: false }, false],
  ])('DI-2: %s', (_, query, page, isFound) => {
    expect(order(query, [makePage(page)])).toHaveLength(isFound ? 1 : 0);
  });

  it('DI-2: sorts by distance, and by name as names are read', () => {
    const near = { latitude: 48, longitude: 11 };
    const pages = [
      makePage({ id: 'far', name: 'Äpfel', point: { latitude: 48.5, longitude: 11 }, multiplier: 1.6 }),
      makePage({ id: 'close', name: 'zebra', point: { latitude: 48.1, longitude: 11 } }),
      makePage({ id: 'here', name: 'Bär', point: near, multiplier: 0.6 }),
    ];
    expect(order({ near, sort: 'distance' }, pages)).toEqual(['here', 'close', 'far']);
    expect(order({ sort: 'name' }, pages)).toEqual(['far', 'here', 'close']);
    expect(order({ sort: 'distance' }, pages)).toEqual(order({}, pages));
  });
});

describe('RK-16: the order', () => {
  it('RK-16: by relevance times visibility, in hundredths', () => {
    const pages = [
      makePage({ id: 'low', multiplier: 0.9 }),
      makePage({ id: 'high', multiplier: 1.1 }),
      makePage({ id: 'same', multiplier: 1.1 + 0.004 }),
    ];
    const equal = byWeek(pages.slice(1));
    expect(order({}, pages)).toEqual([...equal, 'low']);
  });

  it('RK-16: ties go by the week, never by name or id', () => {
    const pages = makePages(9).map((page, n) => ({ ...page, name: `#_${n}` }));
    expect(order({}, pages)).toEqual(byWeek(pages));
    expect(order({}, pages, now + week)).toEqual(byWeek(pages, now + week));
    expect(order({}, pages, now + week)).not.toEqual(order({}, pages));
    // Tuesday and Sunday are of one week.
    expect(order({}, pages, now + 5 * 86_400_000)).toEqual(order({}, pages));
  });

  it('RK-16: an organization has at most two of the first ten places, as long as there are others', () => {
    const chain = makePages(5, { organizationId: 'chain', multiplier: 1.6 });
    const others = makePages(20);
    const ids = order({}, [...others, ...chain]);
    const isChain = (id: string) => chain.some((page) => page.id === id);
    expect(ids.slice(0, 10).filter(isChain)).toEqual(byWeek(chain).slice(0, 2));
    expect(ids.slice(10, 13)).toEqual(byWeek(chain).slice(2));
    expect(order({}, chain)).toEqual(byWeek(chain));
  });

  const newcomer = { publishedAt: daysAgo(3), countedRequests: 0, multiplier: 0.6 };

  it('RK-16: the fifth place of each ten is a newcomer’s, marked as such', () => {
    const pages = [...makePages(30), ...makePages(2, newcomer)];
    const ranked = rankPages(makeQuery(), pages, now, rankingConstants);
    const places = ranked.flatMap(({ isOnTrial }, n) => (isOnTrial ? [n] : []));
    expect(places).toEqual([4, 14]);
    expect(
      ranked.map(({ id }) => id).filter((id) => pages.slice(0, 30).some((page) => page.id === id)),
    ).toEqual(byWeek(pages.slice(0, 30)));
  });

  it('RK-16: of newcomers the one that was shown least, then by the week', () => {
    const shown = makePage({ ...newcomer, id: 'shown', trialImpressions: 9 });
    const less = ['x', 'y', 'z'].map((id) => makePage({ ...newcomer, id, trialImpressions: 3 }));
    const ids = order({}, [...makePages(20), shown, ...less]);
    expect(ids[4]).toBe(byWeek(less)[0]);
    expect(ids[14]).toBe(byWeek(less)[1]);
  });

  it.each<[string, Partial<DirectoryPage>, boolean]>([
    ['published 120 days ago', { publishedAt: daysAgo(120) }, true],
    ['published 121 days ago', { publishedAt: daysAgo(121) }, false],
    ['with seven requests', { countedRequests: 7 }, true],
    ['with eight requests', { countedRequests: 8 }, false],
    ['whose trial ended 181 days ago', { publishedAt: daysAgo(800), trialEndedAt: daysAgo(181) }, true],
    ['whose trial ended 180 days ago', { publishedAt: daysAgo(800), trialEndedAt: daysAgo(180) }, false],
    ['published again after its trial', { trialEndedAt: daysAgo(20) }, false],
    ['with more than half of the first one’s relevance', { tagWords: [], freeTags: ['Backups'] }, true],
    ['with half of it', { tagWords: ['Backkup'] }, true],
    ['with a third of it', { tagWords: [], freeTags: ['Backkup'] }, false],
  ])('RK-16: a page %s: on trial or not', (_, parts, isOnTrial) => {
    const page = makePage({ ...newcomer, tagWords: ['Backup'], id: 'new', ...parts });
    const pages = [...makePages(20, { tagWords: ['Backup'] }), page];
    const place = rankPages(makeQuery({ words: 'backup' }), pages, now, rankingConstants).find(
      ({ id }) => id === 'new',
    );
    expect(place?.isOnTrial).toBe(isOnTrial);
  });

  it('RK-16: no newcomer, no gap; one that is among the ten anyway needs no trial', () => {
    const pages = makePages(30);
    expect(order({}, pages)).toEqual(byWeek(pages));
    const strong = makePage({ ...newcomer, multiplier: 1.6, id: 'strong' });
    const ranked = rankPages(makeQuery(), [...pages, strong], now, rankingConstants);
    expect(ranked[0]).toEqual({ id: 'strong', distance: null, isOnTrial: false });
    expect(ranked.some(({ isOnTrial }) => isOnTrial)).toBe(false);
  });

  it('RK-16: a trial is no third place of an organization among the first ten', () => {
    const chain = makePages(2, { organizationId: 'chain', multiplier: 1.6 });
    const third = makePage({ ...newcomer, organizationId: 'chain', id: 'third' });
    const ids = order({}, [...makePages(20), ...chain, third]);
    expect(ids.slice(0, 10)).not.toContain('third');
    expect(ids[14]).toBe('third');
  });

  it('RK-16: a trial may be of the organization whose page makes room for it', () => {
    const pages = [
      makePage({ organizationId: 'pair', multiplier: 1.6 }),
      ...makePages(8, { multiplier: 1.4 }),
      makePage({ organizationId: 'pair', multiplier: 1.3, id: 'tenth' }),
      ...makePages(5),
      makePage({ ...newcomer, organizationId: 'pair', id: 'third' }),
    ];
    const ids = order({}, pages);
    expect([ids[4], ids[10]]).toEqual(['third', 'tenth']);
  });
});
