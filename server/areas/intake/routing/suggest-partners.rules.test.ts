import { describe, expect, it } from 'vitest';
import type { Partner } from '../../../../contract/organizations/partners.ts';
import { suggestForUnrouted } from './suggest-partners.rules.ts';

const partner = (name: string, country: string, ...offers: string[]): Partner => ({
  id: name,
  name,
  country,
  locations: [{ id: 'site', name: 'Site', country: name === 'Fabrikam' ? 'FR' : country, city: null }],
  offers: offers.map((id) => ({ id, title: id.toUpperCase() })),
});
const partners = [
  partner('Fabrikam', 'US', 'fabrikam.field-service'),
  partner('Contoso', 'DE', 'contoso.backup-suite', 'contoso.backup-suite-pro'),
  partner('Northwind', 'DE', 'northwind.trade'),
];
const suggest = (offerName: string | null, country: string | null = null) =>
  suggestForUnrouted({ offerName, country }, partners).map(({ partner: { name }, offer }) => [
    name,
    offer?.id,
  ]);

describe('IN-4: whom an unrouted lead may be meant for', () => {
  it.each([
    'contoso.backup-suit',
    'contoso.backup-siute',
    'contoso.backupsuite',
    'contoso.backup_suite',
    'CONTOSO.Backup-Suite',
    'contosso.backup-suite',
    'contoso.bakcup-suit',
  ])('IN-4 %s was probably contoso.backup-suite', (offerName) => {
    expect(suggest(offerName)).toEqual([['Contoso', 'contoso.backup-suite']]);
  });

  it('IN-4 another offer of a publisher that is known is nobody’s slip, but speaks for the publisher', () => {
    expect(suggest('contoso.factory-monitor')).toEqual([['Contoso', undefined]]);
  });

  it('IN-4 the likeliest comes first, then who is in the customer’s country', () => {
    expect(suggest('fabrikam.field-servce', 'DE')).toEqual([
      ['Fabrikam', 'fabrikam.field-service'],
      ['Contoso', undefined],
      ['Northwind', undefined],
    ]);
    expect(suggestForUnrouted({ offerName: null, country: 'FR' }, partners)).toEqual([
      {
        partner: { id: 'Fabrikam', name: 'Fabrikam' },
        offer: null,
        reasons: ['Has a location in the customer’s country'],
      },
    ]);
  });

  it.each([
    ['nobody.nothing', null],
    [null, null],
    ['', 'JP'],
  ])('IN-4 for %j from %j nobody is suggested', (offerName, country) => {
    expect(suggest(offerName, country)).toEqual([]);
  });
});
