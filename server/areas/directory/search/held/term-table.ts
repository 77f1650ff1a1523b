import type { RankingConstants } from '../ranking-constants.ts';
import { shareInCommon } from '../relevance.ts';
import { fieldBits, mayDiffer, trigramsOf, type WantedWord } from '../words.ts';
import { grown, NumberList } from './growing.ts';

/** The words of pages, each with the slots and the fields that it stands in, as `entryOf` writes them. */
export class TermTable {
  readonly #constants: RankingConstants;
  readonly #terms = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #entries: NumberList[] = [];
  readonly #byTrigram = new Map<string, NumberList>();
  /** How many trigrams each word has. */
  #sizes = new Uint8Array(1024);
  /** How many of the wanted trigrams each word has: all 0 between two searches. */
  #common = new Uint8Array(1024);
  /** The fields that the page that is being read has each term in: all 0 between two pages. */
  #noted = new Uint8Array(1024);
  /** The terms that it has. */
  #fresh: number[] = [];

  constructor(constants: RankingConstants) {
    this.#constants = constants;
  }

  /** The number of a word, which it keeps. */
  termOf(word: string): number {
    return this.#terms.get(word) ?? this.#learn(word);
  }

  /** Notes that the page that is being read has the term in these fields. */
  note(term: number, fields: number): void {
    const before = this.#noted[term] ?? 0;
    if (before === 0) this.#fresh.push(term);
    this.#noted[term] = before | fields;
  }

  /** Enters what was noted for the page of a slot. */
  enter(slot: number): void {
    for (const term of this.#fresh) {
      this.#entries[term]?.push(entryOf(slot, this.#noted[term] ?? 0));
      this.#noted[term] = 0;
    }
    this.#fresh = [];
  }

  /** The entries of this very word. */
  whole(word: string): NumberList | undefined {
    const term = this.#terms.get(word);
    return term === undefined ? undefined : this.#entries[term];
  }

  /** The entries of all words that match one of the spellings, with how well they do. */
  matching(spellings: WantedWord): [NumberList, number][] {
    const factors = new Map<number, number>();
    const offer = (term: number, factor: number) => {
      if (factor > (factors.get(term) ?? 0)) factors.set(term, factor);
    };
    for (const spelling of spellings) {
      if (mayDiffer(spelling)) this.#offerAlike(spelling, offer);
      const term = this.#terms.get(spelling);
      if (term !== undefined) offer(term, 1);
    }
    return [...factors].flatMap(([term, factor]) => {
      const entries = this.#entries[term];
      return entries === undefined ? [] : [[entries, factor]];
    });
  }

  /** Forgets the entries of these slots. */
  forget(isGone: (slot: number) => boolean): void {
    for (const entries of this.#entries) entries.filter((entry) => !isGone(slotOf(entry)));
  }

  /** Words that begin so, and words with enough trigrams in common. */
  #offerAlike(spelling: string, offer: (term: number, factor: number) => void): void {
    const { prefixFactor, closeFactor, leastCloseness } = this.#constants;
    const wanted = trigramsOf(spelling);
    for (const term of this.#countCommon(wanted)) {
      const common = this.#common[term] ?? 0;
      this.#common[term] = 0;
      // What begins with the word has all of its trigrams but the one at its end.
      const begins = common >= wanted.size - 1 && this.#words[term]?.startsWith(spelling);
      if (begins) offer(term, prefixFactor);
      else if (shareInCommon(common, wanted.size, this.#sizes[term] ?? 0) >= leastCloseness)
        offer(term, closeFactor);
    }
  }

  /** Counts for each word the trigrams that it has; the words that have any. */
  #countCommon(wanted: ReadonlySet<string>): number[] {
    const common = this.#common;
    const touched: number[] = [];
    for (const trigram of wanted) {
      const terms = this.#byTrigram.get(trigram);
      const items = terms?.items ?? [];
      for (let at = 0; at < (terms?.length ?? 0); at++) {
        const term = items[at] ?? 0;
        const count = common[term] ?? 0;
        if (count === 0) touched.push(term);
        common[term] = count + 1;
      }
    }
    return touched;
  }

  #learn(part: string): number {
    const term = this.#words.length;
    // A copy: a part of a text would keep the whole text in memory.
    const word = Buffer.from(part, 'utf16le').toString('utf16le');
    this.#terms.set(word, term);
    this.#words.push(word);
    this.#entries.push(new NumberList());
    if (term >= this.#sizes.length) {
      this.#sizes = grown(this.#sizes, term * 2);
      this.#common = grown(this.#common, term * 2);
      this.#noted = grown(this.#noted, term * 2);
    }
    const trigrams = trigramsOf(word);
    this.#sizes[term] = trigrams.size;
    for (const trigram of trigrams) {
      const known = this.#byTrigram.get(trigram);
      const list = known ?? new NumberList();
      list.push(term);
      if (known === undefined) this.#byTrigram.set(trigram, list);
    }
    return term;
  }
}

/** Computed once: a power takes longer than everything else that is done with an entry. */
const fieldSets = 2 ** fieldBits;
const allFields = fieldSets - 1;

/** A slot and the fields of its page that a word stands in, as one number. */
export function entryOf(slot: number, fields: number): number {
  return slot * fieldSets + fields;
}

export const slotOf = (entry: number): number => entry >>> fieldBits;
export const fieldsOf = (entry: number): number => entry & allFields;
