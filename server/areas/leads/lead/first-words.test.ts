import { describe, expect, it } from 'vitest';
import { firstWords } from './first-words.ts';

describe('WS-2: the first words of a text', () => {
  it('are on one line', () => {
    expect(firstWords('  Dear team,\r\n\n\tplease call me.  ')).toBe('Dear team, please call me.');
  });

  it('are nothing where there are none', () => {
    expect(firstWords(null)).toBeNull();
    expect(firstWords(' \n ')).toBeNull();
  });

  it('end with a whole word and an ellipsis', () => {
    const words = firstWords('twelve letters '.repeat(20)) ?? '';
    expect(words.endsWith(' letters…')).toBe(true);
    expect(words.length).toBeLessThanOrEqual(141);
  });

  it('never cut a sign in two, in scripts without spaces either', () => {
    expect(firstWords('𠮷'.repeat(200))).toBe(`${'𠮷'.repeat(140)}…`);
    const family = '👨‍👩‍👧';
    expect(firstWords(`x${family.repeat(60)}`)).toBe(`x${family.repeat(27)}…`);
  });
});
