import { foldForSearch } from '../../../../../contract/search-folding.ts';
import type { DirectoryPage } from '../directory-page.ts';
import type { RankingConstants } from '../ranking-constants.ts';
import { focusOf } from '../relevance.ts';
import { weeklyKey } from '../weekly-key.ts';
import { countTags } from '../words.ts';
import { grown } from './growing.ts';

/** Of a slot without a page; no filter has this bit. */
export const emptySlot = 0x8000;

const first = 1024;

/** What ranking needs of each page, in columns by slot. A number that a page lacks is NaN. */
export class PageColumns {
  readonly ids: string[] = [];
  readonly organizations: string[] = [];
  /** Names as they are ordered: see `nameKey`. */
  readonly names: string[] = [];
  /** 0 for slots with a page. */
  states: Uint16Array = new Uint16Array(first).fill(emptySlot);
  latitudes: Float64Array = new Float64Array(first);
  longitudes: Float64Array = new Float64Array(first);
  budgets: Float64Array = new Float64Array(first);
  focuses: Float64Array = new Float64Array(first);
  multipliers: Float64Array = new Float64Array(first);
  publishedAt: Float64Array = new Float64Array(first);
  trialEndedAt: Float64Array = new Float64Array(first);
  countedRequests: Float64Array = new Float64Array(first);
  trialImpressions: Float64Array = new Float64Array(first);
  /** Keys of even and of odd weeks, so that those of the next week can be made before it begins. */
  readonly #keys = [new Float64Array(first), new Float64Array(first)];
  /** For which week each of them is; 0: none, as that week is over. */
  readonly #weeks = [new Int32Array(first), new Int32Array(first)];

  put(slot: number, page: DirectoryPage, constants: RankingConstants): void {
    if (slot >= this.states.length) this.#grow(slot * 2);
    this.ids[slot] = page.id;
    this.organizations[slot] = page.organizationId;
    this.names[slot] = nameKey(page.name);
    this.states[slot] = 0;
    this.latitudes[slot] = page.point?.latitude ?? Number.NaN;
    this.longitudes[slot] = page.point?.longitude ?? Number.NaN;
    this.budgets[slot] = page.budgetFrom ?? Number.NaN;
    this.focuses[slot] = focusOf(countTags(page), constants);
    this.multipliers[slot] = page.multiplier;
    this.publishedAt[slot] = page.publishedAt;
    this.trialEndedAt[slot] = page.trialEndedAt ?? Number.NaN;
    this.countedRequests[slot] = page.countedRequests;
    this.trialImpressions[slot] = page.trialImpressions;
    for (const weeks of this.#weeks) weeks[slot] = 0;
  }

  remove(slot: number): void {
    this.states[slot] = emptySlot;
  }

  /** What decides between equal pages in that week. */
  keyOf(slot: number, week: number): number {
    const side = week & 1;
    const keys = this.#keys[side];
    const weeks = this.#weeks[side];
    if (keys === undefined || weeks === undefined) return 0;
    if (weeks[slot] !== week) {
      keys[slot] = weeklyKey(week, this.ids[slot] ?? '');
      weeks[slot] = week;
    }
    return keys[slot] ?? 0;
  }

  /** True when the key of that week is known. */
  hasKey(slot: number, week: number): boolean {
    return this.#weeks[week & 1]?.[slot] === week;
  }

  #grow(length: number): void {
    const states = grown(this.states, length);
    this.states = states.fill(emptySlot, this.ids.length);
    this.latitudes = grown(this.latitudes, length);
    this.longitudes = grown(this.longitudes, length);
    this.budgets = grown(this.budgets, length);
    this.focuses = grown(this.focuses, length);
    this.multipliers = grown(this.multipliers, length);
    this.publishedAt = grown(this.publishedAt, length);
    this.trialEndedAt = grown(this.trialEndedAt, length);
    this.countedRequests = grown(this.countedRequests, length);
    this.trialImpressions = grown(this.trialImpressions, length);
    for (const side of [0, 1]) {
      this.#keys[side] = grown(this.#keys[side] ?? new Float64Array(), length);
      this.#weeks[side] = grown(this.#weeks[side] ?? new Int32Array(), length);
    }
  }
}

/** The name so that comparing it is what `compareNames` does: each character is a byte of UTF-8. */
function nameKey(name: string): string {
  return Buffer.from(`${foldForSearch(name)}\u0000${name}`, 'utf8').toString('latin1');
}
