import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedSpellings, foldForSearch } from '../../../contract/search-folding.ts';
import { marksOf } from './find-marks.ts';

/** The text with its marks in brackets. */
function marked(text: string, search: string): string {
  const marks = marksOf(search)(text);
  return marks.reduceRight(
    (so, { from, to }) => `${so.slice(0, from)}[${so.slice(from, to)}]${so.slice(to)}`,
    text,
  );
}

describe('what a search marks in a text', () => {
  it.each([
    ['Alpine Ski House', 'ski alp', '[Alp]ine [Ski] House'],
    ['ALPINE', 'alpine', '[ALPINE]'],
    ['Jörg Müller', 'joerg muller', '[Jörg] [Müller]'],
    ['Joerg Mueller', 'jörg', '[Joerg] Mueller'],
    ['Ame\u0301lie', 'amelie', '[Ame\u0301lie]'],
    ['Große Straße 5', 'strasse', 'Große [Straße] 5'],
    ['Große', 'sse', 'Gro[ße]'],
    ['ＦＡＢＲＩＫＡＭ', 'fabrikam', '[ＦＡＢＲＩＫＡＭ]'],
    ['Meyer-Schmidt', 'meyerschmidt', '[Meyer-Schmidt]'],
    ['Meyer Schmidt', 'meyer-schmidt', '[Meyer] [Schmidt]'],
    ['O’Brien', "o'brien", '[O’Brien]'],
    ['kim@alpine.example', 'kim@alpine.ex', '[kim@alpine.ex]ample'],
    ['+49 89 1234567', '089 123 45', '+49 [89 12345]67'],
    ['+49 (89) 123-4567', '+49891234567', '+[49 (89) 123-4567]'],
    ['089 1234567', '+49 89 1234567', '0[89 1234567]'],
    ['山田 太郎', '田太', '山[田 太]郎'],
    ['A & B Systems', 'a&b systems', '[A & B] [Systems]'],
    ['Li Wu, Lima', 'li wu', '[Li] [Wu], [Li]ma'],
    ['Walid', 'li', 'Walid'],
    ['👨‍👩‍👧 Family', 'fam', '👨‍👩‍👧 [Fam]ily'],
    ['Alpine', '', 'Alpine'],
    ['Alpine', ' ,- ', 'Alpine'],
  ])('%s, looked for with %s', (text, search, expected) => {
    expect(marked(text, search)).toBe(expected);
  });

  const letters = fc.constantFrom(
    ...['a', 'b', 'S', 'ß', 'ö', 'Ö', 'é', 'e\u0301', 'æ', 'ø', 'Ｋ', 'ا', 'ם', '山', 'カ', '가', '１', '7'],
    ...['👩🏽‍💻', '\u200d', '\u00ad', '.', '-', ' ', '’', '&', '́', 'ﬁ', 'Σ', 'ς', 'İ'],
  );
  const texts = fc.string({ unit: letters, minLength: 1, maxLength: 24 });

  it('never cuts what readers see as one character, and marks in order without overlaps', () => {
    const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    fc.assert(
      fc.property(texts, texts, (text, search) => {
        const edges = new Set([...segments.segment(text)].map(({ index }) => index).concat(text.length));
        let last = -1;
        for (const { from, to } of marksOf(search)(text)) {
          expect(edges.has(from) && edges.has(to)).toBe(true);
          expect(from).toBeGreaterThan(last);
          expect(to).toBeGreaterThan(from);
          last = to;
        }
      }),
    );
  });

  const words = fc.string({
    unit: fc.constantFrom('a', 'S', 'ß', 'ö', 'é', 'ø', 'Ｋ', 'b', 'æ'),
    minLength: 3,
    maxLength: 8,
  });

  it('marks a word that is there, whatever its spelling, and nothing that does not fold to it', () => {
    fc.assert(
      fc.property(words, words, words, (before, word, after) => {
        const text = `${before} ${word}${after}`;
        for (const spelling of [word.toUpperCase(), word.toLowerCase(), ...foldedSpellings(word)]) {
          const marks = marksOf(spelling)(text);
          const at = before.length + 1;
          expect(marks.some(({ from, to }) => from <= at && to >= at + word.length)).toBe(true);
          const wanted = new Set(foldedSpellings(spelling));
          for (const { from, to } of marks) {
            const part = text.slice(from, to);
            const reads = [...foldedSpellings(part), foldForSearch(part)];
            expect(reads.some((reading) => [...wanted].some((one) => reading.includes(one)))).toBe(true);
          }
        }
      }),
    );
  });
});
