import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencies } from '../../../../../contract/money.ts';
import { currencyDigits } from '../../../../ui/format.ts';
import { currencyCodes, likelyCurrency } from './currencies.ts';
import { explainAmount, formatAmount, parseAmount } from './money-text.ts';

describe('currencies', () => {
  it('are those of the wire, with the same digits', () => {
    const here = Object.fromEntries(currencyCodes.map((code) => [code, currencyDigits(code)]));
    expect(here).toEqual(currencies);
  });

  it('are suggested by country', () => {
    expect(likelyCurrency('DE')).toBe('EUR');
    expect(likelyCurrency('JP')).toBe('JPY');
    expect(likelyCurrency('US')).toBe('USD');
    expect(likelyCurrency(null)).toBe('USD');
    expect(likelyCurrency('AQ')).toBe('USD');
  });
});

describe('parseAmount', () => {
  it.each([
    ['1234.56', 'USD', 'en-US', 123456],
    ['1,234.5', 'USD', 'en-US', 123450],
    ['12,34,567', 'INR', 'en-IN', 123456700],
    ['1.234,56', 'EUR', 'de-DE', 123456],
    ['1.234', 'EUR', 'de-DE', 123400],
    ['1 234,56', 'EUR', 'fr-FR', 123456],
    ['1\u202f234,56', 'EUR', 'fr-FR', 123456],
    ['1’234.56', 'CHF', 'de-CH', 123456],
    ["1'234.56", 'CHF', 'de-CH', 123456],
    ['١٬٢٣٤٫٥', 'EGP', 'ar-EG', 123450],
    ['1,500,000', 'JPY', 'ja-JP', 1500000],
    ['1.234', 'KWD', 'en-US', 1234],
    ['0.1', 'KWD', 'en-US', 100],
    ['2500', 'HUF', 'en-US', 250000],
    [' 0 ', 'USD', 'en-US', 0],
    ['4503599627370.49', 'USD', 'en-US', 450359962737049],
  ])('reads %s %s written in %s', (text, currency, locale, amountMinor) => {
    expect(parseAmount(text, currency, locale)).toEqual({ amountMinor });
  });

  it.each([
    ['', 'USD', 'en-US', 'empty'],
    ['-5', 'USD', 'en-US', 'negative'],
    ['\u22125', 'USD', 'en-US', 'negative'],
    ['1.234', 'USD', 'en-US', 'too-many-decimals'],
    ['10.500', 'USD', 'en-US', 'too-many-decimals'],
    ['100.5', 'JPY', 'en-US', 'too-many-decimals'],
    ['1.2345', 'KWD', 'en-US', 'too-many-decimals'],
    ['1,5', 'USD', 'en-US', 'not-a-number'],
    ['1.5', 'EUR', 'de-DE', 'not-a-number'],
    ['1.2.3', 'USD', 'en-US', 'not-a-number'],
    ['12k', 'USD', 'en-US', 'not-a-number'],
    ['€ 12', 'USD', 'en-US', 'not-a-number'],
    ['1e5', 'USD', 'en-US', 'not-a-number'],
    ['.', 'USD', 'en-US', 'not-a-number'],
    ['5.', 'USD', 'en-US', 'not-a-number'],
    ['10000000000001', 'USD', 'en-US', 'too-large'],
  ])('does not guess at %s %s written in %s', (text, currency, locale, problem) => {
    expect(parseAmount(text, currency, locale)).toEqual({ problem });
  });

  it('reads back what it writes, in any locale and currency', () => {
    const locales = [
      'en-US',
      'en-IN',
      'de-DE',
      'de-CH',
      'fr-FR',
      'es-ES',
      'pl-PL',
      'ar-EG',
      'ja-JP',
      'sv-SE',
    ];
    fc.assert(
      fc.property(
        fc.nat({ max: 10 ** 14 }),
        fc.constantFrom(...currencyCodes),
        fc.constantFrom(...locales),
        (amountMinor, currency, locale) => {
          const text = formatAmount({ amountMinor, currency }, locale);
          expect(parseAmount(text, currency, locale)).toEqual({ amountMinor });
        },
      ),
    );
  });
});

describe('explainAmount', () => {
  it('gives an example the way the reader writes numbers', () => {
    expect(explainAmount('too-many-decimals', 'JPY', 'en-US')).toBe(
      'Amounts in JPY have no decimals, for example 12,500',
    );
    expect(explainAmount('not-a-number', 'EUR', 'de-DE')).toContain('12.500,00');
  });
});
