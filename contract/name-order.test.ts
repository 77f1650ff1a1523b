import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, sortByName } from './name-order.ts';

const inOrder = [
  'Äbelmann',
  'apfel & Co.',
  'Apfelmann',
  'Emann',
  'emann',
  'Émann',
  'Østergaard',
  'Straße',
  'Strasser',
  'Zebramann',
  'Ελλάδα',
  'Жук',
  '株式会社',
];

describe('WS-4: names in the order in which people read them', () => {
  it('accents, case and width aside', () => {
    expect(sortByName(inOrder.toReversed(), (name) => name)).toEqual(inOrder);
    expect(inOrder.toReversed().sort(compareNames)).toEqual(inOrder);
  });

  it('one name in two notations stands side by side', () => {
    const [composed, apart] = ['Émann', 'Émann'.normalize('NFD')];
    const names = ['Fmann', composed, 'Emann', apart, 'Dmann'];
    expect(names.sort(compareNames)).toEqual(['Dmann', 'Emann', apart, composed, 'Fmann']);
  });

  it('any names have one order', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 12 });
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(Math.sign(compareNames(a, b))).toBe(-Math.sign(compareNames(b, a)) + 0);
        expect(compareNames(a, b) === 0).toBe(a === b);
        if (compareNames(a, b) < 0 && compareNames(b, c) < 0) expect(compareNames(a, c)).toBeLessThan(0);
      }),
    );
  });
});
