import { describe, expect, it } from 'vitest';
import { lookAtPostalCode } from './postal-code.ts';

describe('BP-12: postal codes', () => {
  it.each([
    ['80331', 'DE', 'right'],
    ['8033', 'DE', 'odd'],
    ['1000001', 'JP', 'right'],
    ['00001', 'PL', 'right'],
    ['SE-111 20', 'SE', 'right'],
    ['k1a0b1', 'CA', 'right'],
    ['D02X285', 'IE', 'right'],
    ['', 'DE', 'missing'],
    [undefined, 'DE', 'missing'],
    [' \u00a0', 'DE', 'missing'],
    [undefined, 'AE', 'unneeded'],
    ['whatever', 'HK', 'unneeded'],
    ['80331\n', 'ZZ', 'unneeded'],
  ] as const)('%o of %s is %s', (code, country, look) => {
    expect(lookAtPostalCode(code, country)).toBe(look);
  });
});
