import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness, slipCounter } from './close-spelling.ts';

/** As textbooks define it, letter by letter from the end. */
function countAll(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  const [rest, otherRest] = [one.slice(0, -1), other.slice(0, -1)];
  const ways = [
    countAll(rest, otherRest) + (one.at(-1) === other.at(-1) ? 0 : 1),
    countAll(rest, other) + 1,
    countAll(one, otherRest) + 1,
  ];
  const isSwapped = one.length > 1 && one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1);
  if (isSwapped) ways.push(countAll(one.slice(0, -2), other.slice(0, -2)) + 1);
  return Math.min(...ways);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });

describe('wrong letters', () => {
  it.each([
    ['munchen', 'munhcen', 1],
    ['stockholm', 'stokholm', 1],
    ['berlin', 'berlinn', 1],
    ['berlin', 'berlin', 0],
    ['abc', 'xyz', 3],
  ])('between %s and %s are counted: %i', (one, other, slips) => {
    expect(slipCounter(one, 2)(other)).toBe(slips);
  });

  it('are as many as in the whole table, up to the most that are counted', () => {
    fc.assert(
      fc.property(word, fc.array(word), fc.integer({ min: 0, max: 3 }), (wanted, texts, most) => {
        const count = slipCounter(wanted, most);
        for (const text of texts) expect(count(text)).toBe(Math.min(countAll(wanted, text), most + 1));
      }),
    );
  });

  it('are never so few in a key that is left out', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (wanted, text, most) => {
        if (countAll(wanted, text) <= most)
          expect(likeness(wanted, most)(Buffer.from(text), text.length)).toBe(true);
      }),
    );
  });
});
