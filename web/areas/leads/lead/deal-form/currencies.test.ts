import { describe, expect, it } from 'vitest';
import { countryCodes } from '../../../../../contract/countries.ts';
import { currencies } from '../../../../../contract/currencies.ts';
import { currencyCodes, likelyCurrency } from './currencies.ts';

describe('the currencies of deals', () => {
  it('are those of ISO 4217, also of small countries, each once', () => {
    for (const code of [
      'XOF',
      'XAF',
      'IQD',
      'LYD',
      'CRC',
      'MKD',
      'BAM',
      'XCG',
      'SLE',
      'ZWG',
      'VES',
      'MRU',
      'STN',
    ])
      expect(currencyCodes).toContain(code);
    expect(new Set(currencyCodes).size).toBe(currencyCodes.length);
    expect(currencyCodes.slice(0, 3)).toEqual(['USD', 'EUR', 'GBP']);
    // Retired currencies, funds, metals and test codes.
    for (const code of ['HRK', 'CUC', 'SLL', 'ZWL', 'ANG', 'XDR', 'XAU', 'XXX', 'XTS', 'CLF'])
      expect(currencyCodes).not.toContain(code);
  });

  it('have the digits of ISO 4217, whatever a browser thinks', () => {
    const odd = Object.entries(currencies).filter(([, digits]) => digits !== 2);
    expect(Object.fromEntries(odd)).toMatchObject({ JPY: 0, XOF: 0, UGX: 0, ISK: 0, IQD: 3, LYD: 3, KWD: 3 });
    expect(odd).toHaveLength(23);
  });

  it.each([
    ['DE', 'EUR'],
    ['BG', 'EUR'],
    ['SN', 'XOF'],
    ['CM', 'XAF'],
    ['GL', 'DKK'],
    ['EC', 'USD'],
    ['MK', 'MKD'],
    ['BA', 'BAM'],
    ['CR', 'CRC'],
    ['LY', 'LYD'],
    ['JP', 'JPY'],
    [null, 'USD'],
  ])('a customer from %s likely buys in %s', (country, currency) => {
    expect(likelyCurrency(country)).toBe(currency);
  });

  it('are known for every country', () => {
    expect(countryCodes.filter((country) => !(likelyCurrency(country) in currencies))).toEqual([]);
  });
});
