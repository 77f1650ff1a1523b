import { foldForSearch } from '../../../contract/search-folding.ts';
import { type PhraseGroup, phraseGroups } from './spam-phrases.rules.ts';

interface Phrase {
  readonly group: PhraseGroup;
  /** As in the lexicon. */
  readonly text: string;
  readonly words: readonly { readonly letters: string; readonly anyEnding: boolean }[];
}

interface Lexicon {
  /** Phrases by their first word, the longest first. */
  readonly byWord: ReadonlyMap<string, readonly Phrase[]>;
  /** Phrases whose first word has any ending, by its first letters. */
  readonly byBeginning: ReadonlyMap<string, readonly Phrase[]>;
  /** Scripts without blanks are searched letter by letter. */
  readonly signs: readonly { readonly group: PhraseGroup; readonly text: string }[];
}

/** The letters by which beginnings are indexed; shorter ones would match anything. */
const beginningLetters = 3;
const withoutBlanks =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

let lexicon: Lexicon | undefined;

function readLexicon(): Lexicon {
  const byWord = new Map<string, Phrase[]>();
  const byBeginning = new Map<string, Phrase[]>();
  const signs: { group: PhraseGroup; text: string }[] = [];
  for (const [group, list] of Object.entries(phraseGroups) as [PhraseGroup, string][]) {
    for (const text of phrasesIn(list)) {
      if (withoutBlanks.test(text)) {
        signs.push({ group, text: foldForSearch(text) });
        continue;
      }
      const words = text.split(/\s+/u).map(readWord);
      const [first = { letters: '', anyEnding: false }] = words;
      const [index, key] = first.anyEnding
        ? [byBeginning, first.letters.slice(0, beginningLetters)]
        : [byWord, first.letters];
      index.set(key, [...(index.get(key) ?? []), { group, text, words }]);
    }
  }
  return { byWord: longestFirst(byWord), byBeginning: longestFirst(byBeginning), signs };
}

function phrasesIn(list: string): Set<string> {
  return new Set(
    list
      .split(',')
      .map((phrase) => phrase.trim().replace(/\s+/gu, ' '))
      .filter((phrase) => phrase !== ''),
  );
}

function readWord(word: string): Phrase['words'][number] {
  return { letters: foldForSearch(word.replace('*', '')), anyEnding: word.endsWith('*') };
}

function longestFirst(index: Map<string, Phrase[]>): Map<string, Phrase[]> {
  return new Map(
    [...index].map(([key, phrases]) => [key, phrases.toSorted((a, b) => b.words.length - a.words.length)]),
  );
}

/** What was found of each group: the phrases, each once, as in the lexicon. */
export type FoundPhrases = ReadonlyMap<PhraseGroup, ReadonlySet<string>>;

/** Finds the phrases of the lexicon in a text; of those that begin at one word only the longest of each group counts. */
export function findPhrases(text: string): FoundPhrases {
  lexicon ??= readLexicon();
  const folded = foldForSearch(text);
  const found = new Map<PhraseGroup, Set<string>>();
  const words = folded.split(/\s/u);
  for (let at = 0; at < words.length; at++) {
    const first = words[at] ?? '';
    const begun: PhraseGroup[] = [];
    noteBest(found, begun, lexicon.byWord.get(first), words, at);
    noteBest(found, begun, lexicon.byBeginning.get(first.slice(0, beginningLetters)), words, at);
  }
  if (withoutBlanks.test(folded)) {
    for (const { group, text: sign } of lexicon.signs) if (folded.includes(sign)) note(found, group, sign);
  }
  return found;
}

function noteBest(
  found: Map<PhraseGroup, Set<string>>,
  begun: PhraseGroup[],
  candidates: readonly Phrase[] | undefined,
  words: readonly string[],
  at: number,
): void {
  for (const phrase of candidates ?? []) {
    if (begun.includes(phrase.group) || !stands(phrase, words, at)) continue;
    begun.push(phrase.group);
    note(found, phrase.group, phrase.text);
  }
}

function note(found: Map<PhraseGroup, Set<string>>, group: PhraseGroup, phrase: string): void {
  const noted = found.get(group);
  if (noted) noted.add(phrase);
  else found.set(group, new Set([phrase]));
}

function stands({ words: wanted }: Phrase, words: readonly string[], at: number): boolean {
  for (let index = 0; index < wanted.length; index++) {
    const word = words[at + index];
    const { letters = '', anyEnding = false } = wanted[index] ?? {};
    if (word === undefined || (anyEnding ? !word.startsWith(letters) : word !== letters)) return false;
  }
  return true;
}
