import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markableAddress } from '../../../areas/leads/contact-checks/marked-address.ts';
import { addressKey, addressKeyBesideTyped, readAddress } from './read-address.ts';

describe('CV-6: one form of an address', () => {
  it.each([
    ['bea@müstermann.de', 'bea@xn--mstermann-q9a.de'],
    ['Ben Muster <ben@firmi-muster.de>', 'BEN@firmi-muster.de'],
    ['mailto:ben@firmi-muster.de', '\u200bben@FIRMI-muster.de '],
  ])('%j and %j are one', (one, other) => {
    expect(addressKey(one)).toBe(addressKey(other));
    expect(markableAddress(one)).toEqual(markableAddress(other));
    expect(addressKey(one)).not.toBeNull();
  });

  it('what is no address has none', () => {
    expect(addressKey(null)).toBeNull();
    expect(addressKey('ABC test@gmail.com')).toBeNull();
  });

  it.each([
    ['Ben@Firmi-Muster.de', null],
    ['ben@@firmi', null],
    ['Ben <ben@firmi-muster.de>', 'ben@firmi-muster.de'],
    ['bea@müstermann.de', 'bea@xn--mstermann-q9a.de'],
    // The database may lowercase only ASCII.
    ['MÜLLER@firmi-muster.de', 'müller@firmi-muster.de'],
    ['müller@firmi-muster.de', 'müller@firmi-muster.de'],
  ])('IN-3: beside %j is kept %j', (typed, kept) => {
    expect(addressKeyBesideTyped(typed)).toBe(kept);
  });
});

describe('CV-1: the form in which addresses are compared', () => {
  const parts = [
    'ana',
    'Ana',
    'mail',
    'mailto',
    'x1',
    '.',
    '-',
    '+',
    '_',
    '@',
    'fabrikam',
    'com',
    'test',
    'co.uk',
  ];
  const more = ['xn', '--', '0x1', '127', 'www', 'http', 'localhost', 'email', 'example'];
  const side = fc.array(fc.constantFrom(...parts, ...more), { minLength: 1, maxLength: 5 });
  const joined = fc.tuple(side, fc.constantFrom('', '.')).map(([list, sign]) => list.join(sign));

  it('CV-1 is that of the address that is read, whatever short cut found it', () => {
    fc.assert(
      fc.property(joined, fc.constantFrom('@', ''), joined, (left, at, right) => {
        const { address } = readAddress(`${left}${at}${right}`);
        const expected = address.ok ? address.address.toLowerCase() : null;
        expect(addressKey(`${left}${at}${right}`)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});
