import type { DirectoryPage } from '../directory-page.ts';
import type { RankingConstants } from '../ranking-constants.ts';
import { type FieldScores, rarityOf, scaleScores, scoreFields, scoreMatch } from '../relevance.ts';
import { eachWord, field, textsOf, type WantedWord, wordsOf } from '../words.ts';
import { NumberList, Scratch } from './growing.ts';
import type { PageColumns } from './page-columns.ts';
import { fieldsOf, slotOf, TermTable } from './term-table.ts';

/** Which slots some words match, and how well: T is the sum of a slot as a share of `all`; sums are 0 where they do not. */
export interface WordMatches {
  readonly sums: Float64Array;
  readonly all: number;
}

/** Finds words in pages. Descriptions are apart: they are many words, and seldom asked. */
export class WordSearch {
  readonly #columns: PageColumns;
  readonly #scores: FieldScores;
  readonly #terms: TermTable;
  readonly #descriptions: TermTable;
  readonly #tagTerms = new Map<string, readonly number[]>();
  readonly #sums = [
    new Scratch((length) => new Float64Array(length)),
    new Scratch((length) => new Float64Array(length)),
  ] as const;
  readonly #best = new Scratch((length) => new Float64Array(length));
  readonly #found = new NumberList();

  constructor(columns: PageColumns, constants: RankingConstants) {
    this.#columns = columns;
    this.#scores = scoreFields(constants);
    this.#terms = new TermTable(constants);
    this.#descriptions = new TermTable(constants);
  }

  put(slot: number, page: DirectoryPage): void {
    for (const [bit, texts] of textsOf(page)) for (const text of texts) this.#note(bit, text);
    this.#terms.enter(slot);
    this.#descriptions.enter(slot);
  }

  #note(bit: number, text: string): void {
    const table = bit === field.description ? this.#descriptions : this.#terms;
    if (bit === field.tag) for (const term of this.#termsOfTag(text)) table.note(term, bit);
    else eachWord(text, (word) => table.note(table.termOf(word), bit));
  }

  /** What tags are called is the same on many pages, and read once. */
  #termsOfTag(text: string): readonly number[] {
    const known = this.#tagTerms.get(text);
    if (known !== undefined) return known;
    const terms = [...wordsOf(text)].map((word) => this.#terms.termOf(word));
    this.#tagTerms.set(text, terms);
    return terms;
  }

  /** Forgets the words of slots without a page. */
  forget(isGone: (slot: number) => boolean): void {
    this.#terms.forget(isGone);
    this.#descriptions.forget(isGone);
  }

  /**
   * How well the pages of slots match, until the next search. What it says of slots without a page means nothing.
   */
  find(wanted: readonly WantedWord[], pages: number, slots: number, withDescriptions: boolean): WordMatches {
    const sums = this.#sums[withDescriptions ? 1 : 0].take(slots).fill(0);
    const best = this.#best.take(slots).fill(0);
    const found = this.#found;
    let all = 0;
    for (const spellings of wanted) {
      const rarity = rarityOf(this.#countHaving(spellings, slots), pages);
      all += rarity;
      found.clear();
      this.#offer(this.#terms.matching(spellings), best, found);
      if (withDescriptions) this.#offer(this.#descriptions.matching(spellings), best, found);
      for (let n = 0; n < found.length; n++) {
        const slot = found.items[n] ?? 0;
        sums[slot] = (sums[slot] ?? 0) + rarity * (best[slot] ?? 0);
        best[slot] = 0;
      }
    }
    return { sums, all };
  }

  /** How many pages have the word in one of its spellings, apart from descriptions. */
  #countHaving(spellings: WantedWord, slots: number): number {
    const { states } = this.#columns;
    const lists = spellings.flatMap((spelling) => this.#terms.whole(spelling) ?? []);
    const seen = new Uint8Array(lists.length > 1 ? slots : 0);
    let count = 0;
    for (const { items, length } of lists) {
      for (let n = 0; n < length; n++) {
        const slot = slotOf(items[n] ?? 0);
        if (states[slot] !== 0 || seen[slot] === 1) continue;
        seen[slot] = 1;
        count++;
      }
    }
    return count;
  }

  /** Raises the best match of each slot, and notes the slots that have one. */
  #offer(lists: readonly [NumberList, number][], best: Float64Array, found: NumberList): void {
    const byFactor = new Map<number, FieldScores>();
    for (const [entries, factor] of lists) {
      const scores = byFactor.get(factor) ?? scaleScores(this.#scores, factor);
      byFactor.set(factor, scores);
      this.#offerOne(entries, scores, best, found);
    }
  }

  #offerOne({ items, length }: NumberList, scores: FieldScores, best: Float64Array, found: NumberList): void {
    const { focuses } = this.#columns;
    for (let n = 0; n < length; n++) {
      const entry = items[n] ?? 0;
      const slot = slotOf(entry);
      const score = scoreMatch(scores, fieldsOf(entry), focuses[slot] ?? 0);
      const before = best[slot] ?? 0;
      if (before === 0) found.push(slot);
      if (score > before) best[slot] = score;
    }
  }
}
