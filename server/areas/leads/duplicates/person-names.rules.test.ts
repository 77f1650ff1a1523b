import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slipsBetween } from '../../../platform/text/slips.ts';
import { countPeople, matchNames, personNameOf } from './person-names.rules.ts';

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
    [['Jan', 'van der Berg'], ['Jan', 'Vanderberg'], 'same'],
    [['Jan', 'v.d. Berg'], ['Jan', 'van der Berg'], 'close'],
    [['Ludwig', 'von Beethovn'], ['Ludwig van', 'Beethovn'], 'close'],
    [['José', 'De la Cruz'], ['Jose', 'Delacruz'], 'same'],
    [['Paul', 'Mc Donald'], ['Paul', 'McDonald'], 'same'],
    [['Hanspeter', 'Müller'], ['Hans-Peter', 'Müller'], 'same'],
    [['H.-P.', 'Müller'], ['Hans-Peter', 'Müller'], 'close'],
    [['Dr. Anna', 'Muster'], ['Anna', 'Muster, PhD'], 'same'],
    [['Herr', 'Muster'], ['Anna', 'Muster'], 'close'],
    [['Mr. John', 'Smith Jr.'], ['John', 'Smith'], 'same'],
    [['Anna Muster', 'Anna Muster'], ['Anna', 'Muster'], 'same'],
    [['Anna', 'Anna Muster'], ['Anna', 'Muster'], 'same'],
    [[null, '青木沢健一'], ['健一', '青木沢'], 'same'],
    [['健一　青木沢', null], ['健一', '青木沢'], 'same'],
    [[null, '김민준'], ['민준', '김'], 'same'],
    [['Иван', 'Петровкин'], ['Ivan', 'Petrovkin'], 'same'],
    [['Сергей', 'Петровкин'], ['Sergey', 'Petrovkin'], 'close'],
    [['Γιώργος', 'Παπαδάκης'], ['Giorgos', 'Papadakis'], 'same'],
    [['Сергей', 'Щукин'], ['Bob', 'Smith'], 'unknown'],
    [['健一', '青木沢'], ['Kenichi', 'Aokizawa'], 'unknown'],
    [['タナカ', 'ハナコ'], ['田中', '花子'], 'unknown'],
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
    expect(slipsBetween(left, right, 1) <= 1).toBe(expected);
    expect(slipsBetween(right, left, 1) <= 1).toBe(expected);
  });
});

describe('LQ-4: how many people share something', () => {
  const people = (...names: [string | null, string | null][]) =>
    countPeople(
      names.map(([first, last]) => personNameOf(first, last)),
      3,
    );

  it.each([
    [
      1,
      [
        ['Anna', 'Schmidt'],
        ['Anna', 'Schmitd'],
        ['Ana', 'Schmdit'],
        ['Anna', 'Schmit'],
      ],
    ],
    [
      1,
      [
        ['Anna', 'Schmidt'],
        ['Schmidt', 'Anna'],
        ['Schmitd', 'Anna'],
        ['Anna', null],
      ],
    ],
    [
      1,
      [
        ['Anna', 'Schmidt'],
        ['Ben', 'Schmidt'],
      ],
    ],
    [
      1,
      [
        ['Ромашка', 'Петровкин'],
        ['Ромашка', 'Петровкн'],
      ],
    ],
    [
      2,
      [
        ['Anna', 'Schmidt'],
        ['Ben', 'Okafor'],
        ['Ben', 'Okafr'],
      ],
    ],
    [
      3,
      [
        ['Anna', 'Schmidt'],
        ['Ben', 'Okafor'],
        ['Chen', 'Wei'],
        ['Dora', 'Lang'],
      ],
    ],
    [
      0,
      [
        [null, null],
        ['', ' '],
      ],
    ],
  ] as [number, [string | null, string | null][]][])('LQ-4: %i of %j', (count, names) => {
    expect(people(...names)).toBe(count);
  });

  it.each([
    ['Anna', 'Schmidt', 'Schmitd', 'Anna', 'slip'],
    ['Anna', 'Hartmann', 'Anna', 'Hatrmnan', 'slip'],
    ['Anna', null, 'Anna', 'Schmidt', 'close'],
    ['Annna', null, 'Anna', 'Schmidt', 'close'],
    ['健一', '青木沢', '健一', '青木沢', 'same'],
    ['Иван', 'Петровкин', 'ИВАН', 'ПЕТРОВКИН', 'same'],
    ['민준', '김', '민준', '김', 'same'],
    ['Wei', 'Li', 'Mei', 'Lu', 'different'],
  ] as const)('LQ-4: %s %s and %s %s: %s', (first, last, otherFirst, otherLast, match) => {
    expect(matchNames(personNameOf(first, last), personNameOf(otherFirst, otherLast))).toBe(match);
  });
});

describe('LQ-4: a title that is a given name too stays where no other given name is left', () => {
  it.each<[Name, Name, ReturnType<typeof matchNames>]>([
    [['Sig', 'Hansen'], ['Anna', 'Hansen'], 'surname'],
    [[null, 'Sig Hansen'], ['Anna', 'Hansen'], 'surname'],
    [['Sig Hansen', null], ['Anna', 'Hansen'], 'surname'],
    [['Sig Hansen', 'Sig Hansen'], ['Anna', 'Hansen'], 'surname'],
    [['Dr. Sig Hansen', null], ['Anna', 'Hansen'], 'surname'],
    [['Mag', 'Byrne'], ['Anna', 'Byrne'], 'surname'],
    [['Ing', 'Berg'], ['Anna', 'Berg'], 'surname'],
    [['Sig', 'Hansen'], [null, 'Sig Hansen'], 'same'],
    [['Sig', 'Sig Hansen'], ['Sig', 'Hansen'], 'same'],
    [['Mag. Anna', 'Hansen'], ['Anna', 'Hansen'], 'same'],
    [['Anna', 'Mag. Hansen'], ['Anna', 'Hansen'], 'same'],
    [['Ing. Anna Hansen', null], ['Anna', 'Hansen'], 'same'],
    [['Mag. Dr. Anna', 'Hansen'], ['Anna', 'Hansen'], 'same'],
    [['Dr.', 'Hansen'], ['Anna', 'Hansen'], 'close'],
    [[null, 'Herr Hansen'], ['Anna', 'Hansen'], 'close'],
  ])('LQ-4: %j and %j: %s', (left, right, match) => {
    expect(matchNames(personNameOf(...left), personNameOf(...right))).toBe(match);
  });
});
