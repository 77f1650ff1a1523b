import { describe, expect, it } from 'vitest';
import { leadFilterNames } from '../../../../contract/leads/lead-filters.ts';
import type { LeadFacets } from '../../../../contract/leads/lead-list.ts';
import { filterOrder, offeredValues, rangeWords } from './filter-words.ts';

describe('WS-3: filters', () => {
  it('WS-3 are offered in an order of their own, each once', () => {
    expect(filterOrder.slice(0, 4)).toEqual(['status', 'leadQuality', 'callToAction', 'leadType']);
    expect(filterOrder.toSorted()).toEqual(leadFilterNames.toSorted());
  });

  it.each([
    [{ receivedFrom: '2026-11-01', receivedTo: '2026-11-05' }, 'Nov 1, 2026 – Nov 5, 2026'],
    [{ receivedFrom: '2026-11-01', receivedTo: '2026-11-01' }, 'Nov 1, 2026'],
    [{ receivedFrom: '2026-11-01' }, 'from Nov 1, 2026'],
    [{ receivedTo: '2026-11-05' }, 'until Nov 5, 2026'],
  ])('WS-3 %j is %s', (filters, said) => {
    expect(rangeWords('received', filters, 'en-US')).toBe(said);
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
