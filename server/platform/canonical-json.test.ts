import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashJson } from './canonical-json.ts';

const same = (a: unknown, b: unknown) => hashJson(a).equals(hashJson(b));

/** The same value with the keys of every object in reverse order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  );
}

describe('hash of a JSON value', () => {
  it('IN-3 does not depend on the order of keys, at any depth', () => {
    expect(
      same({ a: 1, b: { c: [{ d: 1, e: 2 }], f: null } }, { b: { f: null, c: [{ e: 2, d: 1 }] }, a: 1 }),
    ).toBe(true);
    fc.assert(fc.property(fc.jsonValue(), (value) => same(value, turned(value))));
  });

  it('IN-3 is the same for equal values and differs for all others', () => {
    const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.jsonValue(),
        (a, b) => same(a, b) === isDeepStrictEqual(plain(a), plain(b)),
      ),
    );
  });

  it.each([
    [{ a: 1 }, { a: '1' }],
    [{ a: null }, {}],
    [
      [1, 2],
      [2, 1],
    ],
    [{ a: [] }, { a: {} }],
    [{ a: 'x' }, { a: 'x ' }],
    [{ a: { b: 1 } }, { 'a.b': 1 }],
    ['', null],
  ])('IN-3 %j and %j are different requests', (a, b) => {
    expect(same(a, b)).toBe(false);
  });

  it('is SHA-256 and takes keys that are numbers or have a meaning of their own', () => {
    expect(hashJson({})).toHaveLength(32);
    expect(same(JSON.parse('{"__proto__":1,"2":1,"10":1}'), JSON.parse('{"10":1,"2":1,"__proto__":1}'))).toBe(
      true,
    );
    expect(same(JSON.parse('{"__proto__":{"a":1}}'), {})).toBe(false);
  });
});
