import { describe, expect, it } from 'vitest';
import type { LeadFacets } from '../../../../contract/lead-list.ts';
import { offeredValues } from './filter-words.ts';

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
