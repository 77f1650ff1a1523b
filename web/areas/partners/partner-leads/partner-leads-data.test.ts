import { describe, expect, it } from 'vitest';
import { readPartnerLeadsSearch } from './partner-leads-data.ts';

describe('the address of the operator’s list', () => {
  it('WS-3 keeps the filters that it knows', () => {
    const search = { partnerId: '01a22569-a743-7083-8c77-4f63dd67d9ab', status: 'Expired', hot: 'true' };
    expect(readPartnerLeadsSearch(search)).toEqual(search);
    expect(readPartnerLeadsSearch({ status: 'Informational' })).toEqual({ status: 'Informational' });
  });

  it('WS-3 leaves out what it does not know', () => {
    expect(readPartnerLeadsSearch({})).toEqual({});
    expect(
      readPartnerLeadsSearch({ partnerId: 'x', status: ['Won', 'Lost'], hot: 'false', search: 'Ada' }),
    ).toEqual({});
  });
});
