import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDeeperThan } from './json-body.ts';

const deeperThan = (limit: number, text: string) => isDeeperThan(Buffer.from(text), limit);

/** How deeply a value is nested; 0 for a plain value. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('nesting of a body', () => {
  it.each([
    ['7', 0],
    ['[]', 1],
    ['{"a":{"b":[1]}}', 3],
    ['[[],[],[[]]]', 3],
    ['"[[[["', 0],
    ['{"a":"\\"[[[{","b":"\\\\"}', 1],
  ])('%s is %i levels deep', (text, depth) => {
    expect(depth > 0 && deeperThan(depth - 1, text)).toBe(depth > 0);
    expect(deeperThan(depth, text)).toBe(false);
  });

  it('is what a parser would find, whatever the texts in it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6, stringUnit: 'grapheme' }), (value) => {
        const text = JSON.stringify(value);
        const depth = depthOf(value);
        return !deeperThan(depth, text) && (depth === 0 || deeperThan(depth - 1, text));
      }),
    );
  });

  it.each(['[', '"', '"\\', ']', '}{', ''])('takes %j, which is no JSON, without harm', (text) => {
    expect(deeperThan(64, text)).toBe(false);
  });

  it('costs one walk over the longest body', () => {
    expect(deeperThan(64, '['.repeat(250_000))).toBe(true);
    expect(deeperThan(64, '[]'.repeat(125_000))).toBe(false);
  });
});
