import { describe, expect, it } from 'vitest';
import { leadFilterNames } from '../../../../contract/leads/lead-filters.ts';
import type { LeadFacets } from '../../../../contract/leads/lead-list.ts';
import {
  filterOrder,
  filterSayings,
  filterValueWords,
  hoursWords,
  offeredValues,
  rangeWords,
} from './filter-words.ts';

describe('WS-3: filters', () => {
  it('WS-3 are offered in an order of their own, each once', () => {
    expect(filterOrder.slice(0, 4)).toEqual(['status', 'hot', 'withoutAnswer', 'expiresWithinHours']);
    expect(filterOrder.toSorted()).toEqual(leadFilterNames.toSorted());
  });

  it.each([
    [{ createdFrom: '2026-11-01', createdTo: '2026-11-05' }, 'Nov 1, 2026 – Nov 5, 2026'],
    [{ createdFrom: '2026-11-01', createdTo: '2026-11-01' }, 'Nov 1, 2026'],
    [{ createdFrom: '2026-11-01' }, 'from Nov 1, 2026'],
    [{ createdTo: '2026-11-05' }, 'until Nov 5, 2026'],
    [{ createdFrom: 'today', createdTo: 'today' }, 'today'],
    [{ createdFrom: 'today-1', createdTo: 'today-1' }, 'yesterday'],
    [{ createdFrom: 'today-6', createdTo: 'today' }, 'last 7 days'],
    [{ createdFrom: 'today', createdTo: 'today+29' }, 'next 30 days'],
    [{ createdFrom: 'today-6' }, 'from 6 days ago'],
    [{ createdFrom: 'today-14', createdTo: 'today-8' }, '14 days ago – 8 days ago'],
    [{ createdFrom: '2026-11-01', createdTo: 'today' }, 'Nov 1, 2026 – today'],
  ])('WS-3 %j is %s', (filters, said) => {
    expect(rangeWords('created', filters, 'en-US')).toBe(said);
  });
});

describe('WS-3: words for filters', () => {
  it.each([
    [{ dealValueFrom: '1500.5' }, 'at least $1,500.50'],
    [{ dealValueTo: '20000' }, 'at most $20,000'],
    [{ dealValueFrom: '0', dealValueTo: '5' }, '$0 – $5'],
  ])('WS-3 %j is %s', (filters, said) => {
    expect(rangeWords('dealValue', filters, 'en-US')).toBe(said);
  });

  it.each([
    [1, '1 hour'],
    [24, '24 hours'],
    [36, '36 hours'],
    [48, '2 days'],
    [2160, '90 days'],
  ])('WS-3 %i hours are %s', (hours, said) => {
    expect(hoursWords(hours)).toBe(said);
  });

  it('WS-3 a filter is found by its name and by the words for its values', () => {
    expect(filterSayings('status')).toEqual(expect.arrayContaining(['Status', 'Won', 'Informational']));
    expect(filterSayings('hot')).toEqual(expect.arrayContaining(['Hot leads', 'Without hot leads']));
    expect(filterSayings('dealValue')).toEqual(['Deal value']);
  });

  it('WS-3 informational leads have a value of their own, last and even while there are none', () => {
    expect(offeredValues('status', undefined, []).at(-1)).toEqual({
      value: 'Informational',
      label: 'Informational',
      count: 0,
    });
  });

  it('WS-3 an offer is called by its title, and by its code while it has none', () => {
    const facets = {
      facets: { offer: [{ value: 'contoso.backup', label: 'Backup', count: 2 }] },
    } as unknown as LeadFacets;
    expect(filterValueWords('offer', 'contoso.backup', facets)).toBe('Backup');
    expect(filterValueWords('offer', 'contoso.other', facets)).toBe('contoso.other');
  });
});

describe('WS-4: values of a filter', () => {
  it('the most frequent first, those of one number by name as people read it', () => {
    const names = ['Zebramann', 'Émann', 'Äbelmann', 'Emann', 'Apfelmann'];
    const facet = (value: string, count: number) => ({ value, label: value, count });
    const facets = {
      facets: { customerName: [...names.map((name) => facet(name, 1)), facet('Viele', 2)] },
    } as unknown as LeadFacets;
    expect(offeredValues('customerName', facets, []).map(({ label }) => label)).toEqual([
      'Viele',
      'Äbelmann',
      'Apfelmann',
      'Emann',
      'Émann',
      'Zebramann',
    ]);
  });
});
