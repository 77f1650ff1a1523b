import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyNameOf, companySimilarity } from './company-names.rules.ts';

const words = (name: string | null) => companyNameOf(name).words.join(' ');

describe('LQ-4: a company is told by its name, not by its legal form', () => {
  it.each([
    ['Contoso GmbH', 'contoso'],
    ['CONTOSO, Inc.', 'contoso'],
    ['Contoso Pty. Ltd.', 'contoso'],
    ['Contoso S.A.', 'contoso'],
    ['Contoso S. A. R. L.', 'contoso'],
    ['Contoso A/S', 'contoso'],
    ['Contoso GmbH & Co. KG', 'contoso'],
    ['Contoso und Co. KG', 'contoso'],
    ['Contoso Sp. z o.o.', 'contoso'],
    ['Contoso s.r.o.', 'contoso'],
    ['PT Contoso Tbk', 'contoso'],
    ['ООО Ромашка', 'ромашка'],
    ['株式会社コントソ', 'コントソ'],
    ['コントソ（株）', 'コントソ'],
    ['Müller Maschinenbau AG', 'muller maschinenbau'],
    ['Mueller Maschinenbau', 'muller maschinenbau'],
    ['Straßenbau Weiß', 'strasenbau weis'],
    ['AT&T', 'at t'],
    ['J. P. Morgan', 'jp morgan'],
    ['The AG Company', 'the'],
    ['AG', 'ag'],
    ['SAP SE', 'sap'],
    ['Studio Z', 'studio z'],
    ['Café de la Paix SAS', 'cafe de la paix'],
  ])('LQ-4: %s is %s', (name, expected) => {
    expect(words(name)).toBe(expected);
  });

  it.each([null, '', '  ', '-', 'n/a', 'N.A.', 'Private', 'privat', 'Self-employed', 'none', 'Test', 'x'])(
    'LQ-4: %j is no company',
    (name) => {
      expect(companyNameOf(name)).toEqual({ words: [], searchText: null });
    },
  );

  it('LQ-4: what is looked for keeps the letters as they were written', () => {
    expect(companyNameOf('Bäckerei Weiß & Söhne GmbH').searchText).toBe('bäckerei weiß söhne');
  });
});

describe('LQ-4: how alike two company names are', () => {
  const alike = (left: string, right: string) =>
    Math.round(companySimilarity(companyNameOf(left).words, companyNameOf(right).words) * 100);

  it.each([
    ['Contoso GmbH', 'contoso ltd', 100],
    ['Weißbrot Bäckerei', 'Weissbrot Baeckerei', 100],
    ['North Wind Traders', 'Northwind Traders', 100],
    ['Müller Bau', 'Bau Müller', 100],
    ['Northwind Traders', 'Northwind', 71],
    ['Contoso', 'Contosol', 82],
    ['IBM', 'IBN', 50],
    ['Contoso', 'Fabrikam', 0],
  ])('LQ-4: %s and %s: %i of 100', (left, right, expected) => {
    expect(alike(left, right)).toBe(expected);
  });

  it('LQ-4: is the same either way, between 0 and 1, and 1 with itself, whatever the names', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (left, right) => {
        const [one, other] = [companyNameOf(left).words, companyNameOf(right).words];
        const similarity = companySimilarity(one, other);
        expect(companySimilarity(other, one)).toBe(similarity);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
        if (one.length > 0) expect(companySimilarity(one, one)).toBe(1);
      }),
    );
  });
});
