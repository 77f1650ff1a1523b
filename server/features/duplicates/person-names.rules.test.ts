import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOneSlipApart } from './name-folding.rules.ts';
import { matchNames, personNameOf } from './person-names.rules.ts';

type Name = [string | null, string | null];

describe('LQ-4: how the names of two people compare', () => {
  it.each<[Name, Name, ReturnType<typeof matchNames>]>([
    [['Anna', 'Schmidt'], ['ANNA', 'schmidt'], 'same'],
    [['Anna', 'Müller'], ['Anna', 'Mueller'], 'same'],
    [['Anna', 'Weiß'], ['Anna', 'Weiss'], 'same'],
    [['Nguyễn', 'Thị'], ['Thi', 'Nguyen'], 'same'],
    [['Anna Schmidt', null], ['Anna', 'Schmidt'], 'same'],
    [['Schmidt', 'Anna'], ['Anna', 'Schmidt'], 'same'],
    [['A.', 'Schmidt'], ['Anna', 'Schmidt'], 'close'],
    [['Anna Maria', 'Schmidt'], ['Anna', 'Schmidt'], 'close'],
    [['Johann', 'Schmidt'], ['Johan', 'Schmidt'], 'close'],
    [[null, 'Schmidt'], ['Anna', 'Schmidt'], 'close'],
    [['Anna', null], ['Anna', 'Schmidt'], 'close'],
    [['Anna', 'Schmidt-Huber'], ['Anna', 'Huber'], 'close'],
    [['Anna', 'Schmidt'], ['Anna', 'Schmitt'], 'slip'],
    [['Ana', 'Schmidt'], ['Ben', 'Schmidt'], 'surname'],
    [['Anna', 'Maier'], ['Anna', 'Bauer'], 'different'],
    [['Li', 'Wu'], ['Li', 'Xu'], 'different'],
    [[null, null], ['Anna', 'Schmidt'], 'unknown'],
    [['', '  '], ['', ''], 'unknown'],
  ])('LQ-4: %j and %j: %s', (left, right, expected) => {
    const [one, other] = [personNameOf(...left), personNameOf(...right)];
    expect(matchNames(one, other)).toBe(expected);
    expect(matchNames(other, one)).toBe(expected);
  });

  it('LQ-4: the order of the two makes no difference, whatever the names', () => {
    const part = fc.option(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        fc
          .array(fc.constantFrom('anna', 'ann', 'schmidt', 'schmitt', 'de', 'la'), { maxLength: 4 })
          .map((all) => all.join(' ')),
      ),
    );
    fc.assert(
      fc.property(part, part, part, part, (first, last, otherFirst, otherLast) => {
        const [one, other] = [personNameOf(first, last), personNameOf(otherFirst, otherLast)];
        expect(matchNames(one, other)).toBe(matchNames(other, one));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['schmidt', 'schmidt', true],
    ['schmidt', 'schmitt', true],
    ['schmidt', 'schmid', true],
    ['schmidt', 'xschmidt', true],
    ['schmidt', 'shcmidt', true],
    ['schmidt', 'shcmitt', false],
    ['schmidt', 'schmidtxx', false],
    ['ab', 'cd', false],
  ])('LQ-4: %s and %s are one slip apart: %s', (left, right, expected) => {
    expect(isOneSlipApart(left, right)).toBe(expected);
    expect(isOneSlipApart(right, left)).toBe(expected);
  });
});
