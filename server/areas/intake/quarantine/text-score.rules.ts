/** What a customer typed that says what the request is about; without contact details and country. */
export interface FormText {
  readonly message: string | null;
  readonly company: string | null;
  readonly title: string | null;
}

/** How often a word occurred in decided submissions; or, for {@link totalNumber}, how many there were. */
export interface WordCounts {
  readonly spam: number;
  readonly released: number;
}

/** The counts of words by their number. */
export type LearnedWords = ReadonlyMap<number, WordCounts>;

/** A word with its weight for spam (above zero) or against it (below zero). */
export interface Weighed {
  readonly word: string;
  readonly weight: number;
}

export interface TextScore {
  /** Probability of spam, 0 to 1; null: too few decisions of either kind. */
  readonly score: number | null;
  /** The decisive words, the weightiest first. */
  readonly weighed: readonly Weighed[];
}

/** Decisions of each kind that are needed before there is a score (IN-7). */
export const decisionsNeeded = 20;
/** Represents the submissions themselves among the numbers of words. */
export const totalNumber = -1;
const vocabularySize = 65_536;
const mostWords = 200;
const mostWordCharacters = 30;
/** Words of one text are not independent, as the formula assumes: only the most telling ones count. */
const mostTelling = 15;

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const link = /\b(?:https?:\/\/|www\.)[^\s<>"]+/giu;

/** Links in a text: addresses with a scheme, or that begin with `www.` */
export function countLinks(text: string | null): number {
  return (text ?? '').match(link)?.length ?? 0;
}

/**
 * The distinct words of a submission, at most 200, and what else its text shows (links, repetition, no message), each
 * as a word, too. Width, case and form of letters make no difference; scripts without spaces are split into pairs of
 * letters.
 */
export function wordsOf({ message, company, title }: FormText): string[] {
  const text = [message, company, title].filter((part) => part !== null).join('\n');
  const traits = [linkTrait(countLinks(text)), ...repetitionTraits(message)];
  const words = new Set(traits);
  for (const [run] of text
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu)) {
    for (const word of splitRun(run)) words.add(word);
    if (words.size >= mostWords) break;
  }
  return [...words].slice(0, mostWords);
}

function linkTrait(links: number): string {
  if (links === 0) return '(no link)';
  if (links === 1) return '(one link)';
  return links === 2 ? '(two links)' : '(many links)';
}

/** Traits of a message whose lines or words are mostly repeats, or that is missing. */
function repetitionTraits(message: string | null): string[] {
  if (message === null) return ['(no message)'];
  const words = message.toLowerCase().split(/\s+/u);
  const repeated = words.length >= 10 && new Set(words).size <= words.length / 3;
  return repeated ? ['(repeated text)'] : [];
}

function splitRun(run: string): string[] {
  const letters = [...run];
  if (cjk.test(run)) return letters.slice(0, -1).map((letter, index) => `${letter}${letters[index + 1]}`);
  return letters.length < 2 || letters.length > mostWordCharacters ? [] : [run];
}

/** The number of a word, 0 to 65,535 (FNV-1a): words are not stored, and the table of counts is bounded. */
export function numberOf(word: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(word)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return ((hash >>> 16) ^ hash) & (vocabularySize - 1);
}

/** The distinct numbers of words, in ascending order. */
export function numbersOf(words: readonly string[]): number[] {
  return [...new Set(words.map(numberOf))].sort((a, b) => a - b);
}

/**
 * How likely the words are spam, judging by the operator's own decisions: naive Bayes with add-one smoothing over
 * whether a word occurs in a submission, with equal priors. There is no score until 20 submissions of each kind are
 * decided.
 */
export function scoreText(words: readonly string[], learned: LearnedWords): TextScore {
  const totals = learned.get(totalNumber) ?? { spam: 0, released: 0 };
  if (totals.spam < decisionsNeeded || totals.released < decisionsNeeded) return { score: null, weighed: [] };
  const seen = new Set<number>();
  const weighed: Weighed[] = [];
  for (const word of words) {
    const number = numberOf(word);
    const counts = learned.get(number);
    if (!counts || seen.has(number) || counts.spam + counts.released === 0) continue;
    seen.add(number);
    weighed.push({ word, weight: weightOf(counts, totals) });
  }
  weighed.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.word < b.word ? -1 : 1));
  const telling = weighed.slice(0, mostTelling);
  const sum = telling.reduce((total, { weight }) => total + weight, 0);
  return { score: 1 / (1 + Math.exp(-sum)), weighed: telling };
}

function weightOf(counts: WordCounts, totals: WordCounts): number {
  const inSpam = (counts.spam + 1) / (totals.spam + 2);
  const inReleased = (counts.released + 1) / (totals.released + 2);
  return Math.log(inSpam / inReleased);
}
