import { describe, expect, it } from 'vitest';
import { countWords, expectedEnd } from './imports.rules.ts';

describe('EX-2: words that are not understood', () => {
  it('EX-2 are added up by field, also those that an object has by itself', () => {
    const once = countWords({}, [
      { field: 'Status', word: 'constructor' },
      { field: 'Country', word: 'Atlantis' },
      { field: 'Status', word: 'constructor' },
    ]);
    expect(once).toEqual({ Status: { constructor: 2 }, Country: { Atlantis: 1 } });
    expect(countWords(once, [{ field: 'Country', word: 'Atlantis' }])).toEqual({
      Status: { constructor: 2 },
      Country: { Atlantis: 2 },
    });
  });

  it('EX-2 are at most 200 of a field, and the known ones go on counting', () => {
    const many = Array.from({ length: 300 }, (_, n) => ({ field: 'Status' as const, word: `w${n}` }));
    const counted = countWords(countWords({}, many), many);
    expect(Object.keys(counted.Status ?? {})).toHaveLength(200);
    expect(counted.Status?.w7).toBe(2);
  });
});

describe('EX-2: checks of imported leads', () => {
  const now = new Date('2026-11-30T10:01:00Z');
  const one = {
    started_at: new Date('2026-11-30T10:00:00Z'),
    ...{ create_count: 900, update_count: 100, created: 350, updated: 50, left_alone: 0 },
  };

  it('EX-2 begin when the rows are probably written', () => {
    expect(expectedEnd(one, 100, now)).toEqual(new Date('2026-11-30T10:03:00Z'));
  });

  it('EX-2 begin at once with the last rows, and wait no longer than a quarter of an hour', () => {
    expect(expectedEnd(one, 600, now)).toBeUndefined();
    expect(expectedEnd({ ...one, create_count: 1_000_000 }, 100, now)).toEqual(
      new Date('2026-11-30T10:16:00Z'),
    );
  });
});
