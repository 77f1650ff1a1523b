import { foldedSpellings, hasWideSigns } from '../../../../contract/search-folding.ts';
import type { DirectoryPage } from './directory-page.ts';

/** Punctuation that some people write and others leave out: back-up, Dr.Müller. */
const softBreaks = /[-.\u2010-\u2012\u2212\u05be]/gu;
/** Longer runs of letters are no words. */
const mostLetters = 40;
/** Words of a search beyond these are not looked for. */
export const mostWords = 8;
/** Shorter words are found whole only: a letter begins too much. */
const fewestToBegin = 3;

/** The fields that words are found in, as bits. */
export const field = { tag: 1, name: 2, offer: 4, badge: 8, freeTag: 16, description: 32 } as const;
/** How many bits these are. */
export const fieldBits = 6;

/**
 * Says each word of a text as search compares it, with punctuation inside words taken both ways. A word that is there
 * several times may be said several times.
 */
export function eachWord(text: string, say: (word: string) => void): void {
  const apart = text.replace(softBreaks, ' ');
  for (const form of apart === text ? [text] : [text, apart])
    for (const spelling of foldedSpellings(form)) for (const word of split(spelling)) say(word);
}

/** The words of a text, each once. */
export function wordsOf(text: string): Set<string> {
  const found = new Set<string>();
  eachWord(text, (word) => found.add(word));
  return found;
}

/** What a search looks for: each word in its spellings, of which any will do. */
export type WantedWord = readonly string[];

/** The words of a search, as wanted; a word that is written twice is wanted once. */
export function wantedWords(text: string): WantedWord[] {
  const wanted = new Map<string, WantedWord>();
  for (const part of text.normalize('NFKC').replace(softBreaks, ' ').split(/\s+/u)) {
    const [plain = [], ...others] = foldedSpellings(part).map(split);
    for (const [n, word] of plain.entries()) {
      const spellings = [...new Set([word, ...others.map((other) => other[n] ?? word)])];
      wanted.set(spellings.join(' '), spellings);
    }
  }
  return [...wanted.values()].slice(0, mostWords);
}

function split(folded: string): string[] {
  // Folding leaves line breaks.
  const words = folded.replaceAll('\n', ' ').split(' ');
  const isWide = hasWideSigns(folded);
  return words.flatMap((word) => {
    if (word === '') return [];
    return isWide && hasWideSigns(word) ? pairsOf(word) : word.slice(0, mostLetters);
  });
}

/** In scripts without spaces, two characters make a word: each character with the next one. */
function pairsOf(word: string): string[] {
  const signs = [...word.slice(0, 10 * mostLetters)];
  if (signs.length < 2) return signs;
  return signs.slice(1).map((sign, n) => (signs[n] ?? '') + sign);
}

/** True when the wanted word may also be the beginning of one, or spelled almost like it. */
export function mayDiffer(word: string): boolean {
  return word.length >= fewestToBegin && !hasWideSigns(word);
}

/** The groups of three signs of a word, each once, with its beginning and its end (pg_trgm counts alike). */
export function trigramsOf(word: string): Set<string> {
  const padded = `  ${word} `;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3));
  return found;
}

/** The texts of a page by the field that they are, as bits of `field`. */
export function textsOf(page: DirectoryPage): (readonly [number, readonly string[]])[] {
  return [
    [field.tag, page.tagWords],
    [field.name, [page.name]],
    [field.offer, page.offerNames],
    [field.badge, page.badges],
    [field.freeTag, page.freeTags],
    [field.description, [page.description]],
  ];
}

/** Which words of a page stand in which fields. */
export function fieldsOfWords(page: DirectoryPage): Map<string, number> {
  const found = new Map<string, number>();
  for (const [bit, texts] of textsOf(page))
    for (const text of texts) eachWord(text, (word) => found.set(word, (found.get(word) ?? 0) | bit));
  return found;
}

/** The number of tags that share the weight of tags (RK-15). */
export function countTags(page: DirectoryPage): number {
  const { industries, products, services, solutions, freeTags } = page;
  return industries.length + products.length + services.length + solutions.length + freeTags.length;
}
