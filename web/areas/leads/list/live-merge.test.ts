import { describe, expect, it } from 'vitest';
import type { LeadPage } from '../../../../contract/leads/lead-list.ts';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { type LeadPages, patchPages } from './list-data.ts';
import { compare, newsWords, pagesWith } from './live-merge.ts';

const lead = (id: string, version = 1) => ({ id, version }) as LeadSummary;
const page = (ids: string[], total: number, nextCursor: string | null = 'more'): LeadPage => ({
  items: ids.map((id) => lead(id)),
  total,
  totalIsExact: true,
  searchIsComplete: true,
  countedAt: '2026-11-20T10:00:00.000Z',
  nextCursor,
});
const list = (...pages: LeadPage[]): LeadPages => ({
  pages,
  pageParams: pages.map((_, index) => (index === 0 ? undefined : `c${index}`)),
});

describe('what a change means for the list that is read (WS-9)', () => {
  it('counts leads that came in at the top', () => {
    const data = list(page(['c', 'b'], 2));
    expect(compare(data, page(['e', 'd'], 4), []).arrived).toBe(2);
  });

  it('takes leads that moved up from an unloaded page for what they are', () => {
    const data = list(page(['c', 'b'], 3));
    expect(compare(data, page(['b', 'a'], 2), []).arrived).toBe(0);
  });

  it('counts a new lead although another one left at the same time', () => {
    const data = list(page(['c', 'b'], 3));
    expect(compare(data, page(['d', 'b'], 3), []).arrived).toBe(1);
  });

  it('counts new leads of pages that are not loaded by the total', () => {
    const data = list(page(['a', 'b'], 10));
    expect(compare(data, page(['a', 'b'], 11), []).arrived).toBe(1);
  });

  it('brings newer versions of shown leads, from any page', () => {
    const data = list(page(['d', 'c'], 4), page(['b', 'a'], 4, null));
    const newer = { ...page(['b', 'a'], 4, null), items: [lead('b', 2), lead('a')] };
    const { newer: found } = compare(data, page(['d', 'c'], 4), [newer]);
    const patched = patchPages(data, found);
    expect(patched.pages[1]?.items.map((one) => one.version)).toEqual([2, 1]);
    expect(patched.pages.map((one) => one.items.map(({ id }) => id))).toEqual([
      ['d', 'c'],
      ['b', 'a'],
    ]);
  });

  it('reloads the pages that hold a changed lead, or all after an interruption', () => {
    const data = list(page(['d', 'c'], 4), page(['b', 'a'], 4, null));
    expect(pagesWith(data, ['a'], false)).toEqual([1]);
    expect(pagesWith(data, ['x'], false)).toEqual([]);
    expect(pagesWith(data, [], true)).toEqual([0, 1]);
  });

  it('says it in words', () => {
    expect(newsWords({ arrived: 0, moved: false }, 'en')).toBeNull();
    expect(newsWords({ arrived: 1, moved: false }, 'en')).toBe('1 new lead');
    expect(newsWords({ arrived: 3, moved: true }, 'en')).toBe('3 new leads');
    expect(newsWords({ arrived: 1200, moved: true }, 'de')).toBe('1.200 new leads');
    expect(newsWords({ arrived: 0, moved: true }, 'en')).toBe('The list has changed');
  });
});
