import type { DirectoryPage } from '../directory-page.ts';
import type { RankingConstants } from '../ranking-constants.ts';
import { factorOf } from '../relevance.ts';
import { type WantedWord, wordsOf } from '../words.ts';
import { grown, NumberList } from './growing.ts';

/** What the tags of each page are called, each label kept once for all pages. */
export class LabelTable {
  readonly #constants: RankingConstants;
  readonly #ids = new Map<string, number>();
  readonly #labels: string[] = [];
  #values = new NumberList();
  #starts = new Int32Array(64);
  #ends = new Int32Array(64);
  #unused = 0;

  constructor(constants: RankingConstants) {
    this.#constants = constants;
  }

  put(slot: number, { tagWords, freeTags }: DirectoryPage): void {
    if (slot >= this.#starts.length) {
      this.#starts = grown(this.#starts, slot * 2);
      this.#ends = grown(this.#ends, slot * 2);
    }
    this.#starts[slot] = this.#values.length;
    for (const label of new Set([...tagWords, ...freeTags])) this.#values.push(this.#idOf(label));
    this.#ends[slot] = this.#values.length;
  }

  remove(slot: number): void {
    this.#unused += (this.#ends[slot] ?? 0) - (this.#starts[slot] ?? 0);
    this.#ends[slot] = this.#starts[slot] ?? 0;
  }

  /** Gives back the room of labels that no slot has any more, once they are as many as the others. */
  tidy(slots: number): void {
    if (this.#unused * 2 < this.#values.length) return;
    const old = this.#values;
    this.#values = new NumberList();
    for (let slot = 0; slot < slots; slot++) {
      const [from, to] = [this.#starts[slot] ?? 0, this.#ends[slot] ?? 0];
      this.#starts[slot] = this.#values.length;
      for (let at = from; at < to; at++) this.#values.push(old.items[at] ?? 0);
      this.#ends[slot] = this.#values.length;
    }
    this.#unused = 0;
  }

  /** The labels of the page that one of the words matches. */
  matching(slot: number, wanted: readonly WantedWord[]): string[] {
    if (wanted.length === 0) return [];
    const found: string[] = [];
    for (let at = this.#starts[slot] ?? 0; at < (this.#ends[slot] ?? 0); at++) {
      const id = this.#values.items[at] ?? 0;
      const label = this.#labels[id] ?? '';
      const words = [...wordsOf(label)];
      const matches = wanted
        .flat()
        .some((one) => words.some((word) => factorOf(one, word, this.#constants) > 0));
      if (matches) found.push(label);
    }
    return found;
  }

  #idOf(label: string): number {
    const known = this.#ids.get(label);
    if (known !== undefined) return known;
    const id = this.#labels.length;
    this.#ids.set(label, id);
    this.#labels.push(label);
    return id;
  }
}
