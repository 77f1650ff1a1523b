import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencies } from '../../contract/money.ts';
import {
  contactName,
  currencyDigits,
  customerLabel,
  formatCountry,
  formatDay,
  formatInstant,
  formatInstantDay,
  formatMoney,
  formatRelative,
  toDecimal,
  wordRelative,
} from './format.ts';
import { browserZone } from './zone-names.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('calendar days (WS-10)', () => {
  const zoneBefore = process.env.TZ;

  it.each([
    'UTC',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    'America/New_York',
    'Asia/Kolkata',
    'Europe/Berlin',
  ])('never shift in %s', (zone) => {
    process.env.TZ = zone;
    try {
      expect(formatDay('2026-01-01', 'en-US')).toBe('Jan 1, 2026');
      expect(formatDay('2026-03-29', 'de-DE')).toBe('29.03.2026');
      expect(formatDay('2024-02-29', 'en-GB')).toBe('29 Feb 2024');
      expect(formatDay('2026-12-31', 'en-US')).toBe('Dec 31, 2026');
    } finally {
      process.env.TZ = zoneBefore;
    }
  });
});

it('a day of a year below 100 is not shown as one of the twentieth century (WS-10)', () => {
  expect(formatDay('0027-03-31', 'en-US')).not.toContain('1927');
});

describe('moments (WS-10)', () => {
  it('are shown in the zone of the person', () => {
    const at = '2026-03-01T23:30:00.000Z';
    expect(formatInstantDay(at, 'en-US', 'Asia/Tokyo')).toBe('Mar 2, 2026');
    expect(formatInstantDay(at, 'en-US', 'America/New_York')).toBe('Mar 1, 2026');
    expect(plain(formatInstant(at, 'en-US', 'Europe/Berlin'))).toBe('Mar 2, 2026, 12:30 AM GMT+1');
  });

  it('name the zone only where it is not the one of the browser', () => {
    const at = '2026-03-01T23:30:00.000Z';
    expect(plain(formatInstant(at, 'en-US', browserZone()))).toMatch(/[AP]M$/);
    expect(plain(formatInstant(at, 'en-US'))).toMatch(/[AP]M$/);
  });

  it.each([
    [0, 'now'],
    [-59_000, 'now'],
    [-60_000, '1 minute ago'],
    [-3_599_000, '59 minutes ago'],
    [-3_600_000, '1 hour ago'],
    [40 * 3_600_000, 'in 40 hours'],
    [47.9 * 3_600_000, 'in 47 hours'],
    [14 * 86_400_000 - 5 * 60_000, 'in 14 days'],
    [13.4 * 86_400_000, 'in 13 days'],
    [-13.9 * 86_400_000, '13 days ago'],
    [-60 * 86_400_000, '60 days ago'],
    [60.5 * 86_400_000, 'in 61 days'],
    [-61 * 86_400_000, '2 months ago'],
    [-70 * 86_400_000, '2 months ago'],
    [-700 * 86_400_000, '22 months ago'],
    [-730 * 86_400_000, '23 months ago'],
    [-731 * 86_400_000, '2 years ago'],
    [-800 * 86_400_000, '2 years ago'],
  ])('%d ms from now are %j', (difference, words) => {
    const now = Date.parse('2026-05-01T12:00:00.000Z');
    expect(formatRelative(new Date(now + difference).toISOString(), now, 'en')).toBe(words);
  });

  it.each([
    [-59_000, 'just now'],
    [0, 'just now'],
    [30_000, 'now'],
    [-60_000, '1 minute ago'],
  ])('%d ms from now are %j in a sentence', (difference, words) => {
    const now = Date.parse('2026-05-01T12:00:00.000Z');
    expect(wordRelative(new Date(now + difference).toISOString(), now)).toBe(words);
  });

  it('are never told by the name of a month or year that they are not in', () => {
    const moment = fc.integer({ min: -5000 * 86_400_000, max: 5000 * 86_400_000 });
    fc.assert(
      fc.property(moment, (difference) => {
        const now = Date.parse('2026-11-29T12:00:00.000Z');
        const words = formatRelative(new Date(now + difference).toISOString(), now, 'en');
        expect(words).toMatch(/^(now|in \d+ \w+|\d+ \w+ ago)$/);
      }),
    );
  });
});

describe('money', () => {
  it('knows the minor unit of every currency of the contract', () => {
    for (const [currency, digits] of Object.entries(currencies)) {
      expect([currency, currencyDigits(currency)]).toEqual([currency, digits]);
    }
  });

  it.each([
    [{ amountMinor: 123_456, currency: 'USD' }, 'en-US', '$1,234.56'],
    [{ amountMinor: 123_400, currency: 'USD' }, 'en-US', '$1,234'],
    [{ amountMinor: 123_456, currency: 'EUR' }, 'de-DE', '1.234,56 €'],
    [{ amountMinor: 1500, currency: 'JPY' }, 'en-US', '¥1,500'],
    [{ amountMinor: 1_234_567, currency: 'KWD' }, 'en-US', 'KWD 1,234.567'],
    [{ amountMinor: 1_234_050, currency: 'HUF' }, 'en-US', 'HUF 12,340.50'],
    [{ amountMinor: 5, currency: 'USD' }, 'en-US', '$0.05'],
    [{ amountMinor: 999_999_999_999_999, currency: 'USD' }, 'en-US', '$9,999,999,999,999.99'],
  ])('%j in %s is %j', (money, locale, words) => {
    expect(plain(formatMoney(money, locale))).toBe(words);
  });

  it('becomes a decimal number without losing a unit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e15 }),
        fc.constantFrom(...Object.keys(currencies)),
        (amountMinor, currency) => {
          const [whole = '', fraction = ''] = toDecimal({ amountMinor, currency }).split('.');
          expect(fraction).toHaveLength(currencyDigits(currency));
          expect(Number(whole + fraction)).toBe(amountMinor);
        },
      ),
    );
  });
});

describe('names', () => {
  it('calls the customer by the company, else by the person', () => {
    const contact = { firstName: 'Mei', lastName: null };
    expect(customerLabel({ customerName: 'Fabrikam', contact })).toBe('Fabrikam');
    expect(customerLabel({ customerName: null, contact })).toBe('Mei');
    expect(customerLabel({ customerName: null, contact: null })).toBe('Unnamed customer');
    expect(contactName({ firstName: null, lastName: null })).toBeNull();
  });

  it('names countries in the language of the reader', () => {
    expect(formatCountry('DE', 'en')).toBe('Germany');
    expect(formatCountry('DE', 'fr')).toBe('Allemagne');
    expect(formatCountry('not a code', 'en')).toBe('not a code');
  });
});
