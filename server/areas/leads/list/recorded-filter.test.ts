import { describe, expect, it } from 'vitest';
import { recordedFilter } from './recorded-filter.ts';

describe('ID-7: the filter in the access log', () => {
  it('ID-7 an ordinary filter is kept as it is', () => {
    const filter = { tab: 'marketplace', country: ['DE', 'AT'], createdFrom: undefined };
    expect(recordedFilter(filter)).toEqual(filter);
  });

  it('ID-7 one that names very much is kept with the numbers of its values', () => {
    const names = Array.from({ length: 200 }, (_, n) => `${n} ${'x'.repeat(200)}`);
    const filter = { tab: 'marketplace', customerName: names, country: ['DE'], campaign: 'x'.repeat(5000) };
    expect(recordedFilter(filter)).toEqual({
      tab: 'marketplace',
      customerName: { values: 200 },
      country: ['DE'],
      campaign: { values: 1 },
    });
  });
});
