import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipText, cutText } from './cut.ts';

const boldA = '\u{1D5D4}';
const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}';
const flag = '\u{1F1E9}\u{1F1EA}';
const accented = 'e\u0301';
const hindi = '\u0915\u094D\u0937\u093F';
const keycap = '1\uFE0F\u20E3';

describe('a text is cut between characters', () => {
  it.each([
    ['a letter outside the first plane', boldA],
    ['a family of three', family],
    ['a flag', flag],
    ['a letter with a combining accent', accented],
    ['a syllable of Devanagari', hindi],
    ['a keycap', keycap],
    ['a skin tone', '\u{1F44D}\u{1F3FE}'],
    ['Hangul of three letters', '\u1112\u1161\u11AB'],
  ])('%s is there whole, or not at all', (_, character) => {
    const text = character.repeat(40);
    for (let most = 2; most < 60; most++) {
      const cut = cutText(text, most);
      if (cut === text) continue;
      expect(cut.endsWith('…')).toBe(true);
      const left = cut.slice(0, -1);
      if (left !== '' && most > [...character].length)
        expect(left).toBe(character.repeat(left.length / character.length));
      expect([...cut].length).toBeLessThanOrEqual(most);
      expect(cut.isWellFormed()).toBe(true);
    }
  });

  it('what fits stays as it is, counted in characters and not in code units', () => {
    expect(cutText('Contoso', 7)).toBe('Contoso');
    expect(cutText(boldA.repeat(150), 150)).toBe(boldA.repeat(150));
    expect(cutText('Contoso', 0)).toBe('…');
    expect(clipText('Contoso', 3)).toBe('Con');
    expect(clipText('Con toso', 4)).toBe('Con');
    expect(clipText('Con ', 4)).toBe('Con ');
  });

  it('a base with a thousand marks does not take all the room, nor all the time', () => {
    const cut = cutText(`x${'\u0301'.repeat(100_000)}`, 20);
    expect([...cut]).toHaveLength(20);
  });

  it('plain writing is cut where Intl.Segmenter would cut it', () => {
    const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
    const writing = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'aZ é,ßœΩЖщ「カな東京서울~'),
        fc.integer({ min: 0x20, max: 0xd7a3 }).map((unit) => String.fromCharCode(unit)),
        fc.integer({ min: 0x20, max: 0x52f }).map((unit) => String.fromCharCode(unit)),
      ),
      minLength: 12,
      maxLength: 40,
    });
    fc.assert(
      fc.property(writing, fc.integer({ min: 2, max: 11 }), (text, most) => {
        let expected = '';
        for (const { segment } of graphemes.segment(text)) {
          if ([...(expected + segment)].length > most) break;
          expected += segment;
        }
        if (expected !== '' && [...text].length > most) expect(cutText(text, most, '')).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  });

  it('half a pair never comes out', () => {
    expect(cutText(`ab\uD835`, 10)).toBe('ab\uFFFD');
  });

  it('any text is well formed, short enough, and its beginning', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 1, max: 200 }),
        (text, most) => {
          const cut = cutText(text, most);
          expect([...cut].length).toBeLessThanOrEqual(Math.max(most, 1));
          if (cut !== text.toWellFormed()) expect(text.startsWith(cut.slice(0, -1))).toBe(true);
        },
      ),
    );
  });
});
