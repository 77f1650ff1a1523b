import { type DirectoryPage, type FacetName, facetNames } from '../directory-page.ts';
import { everySize, facetValues } from '../filters.ts';
import { grown, NumberList } from './growing.ts';

/** What is known of each slot: the facets, and the sizes that its page lists whether or not it leaves others out. */
const columns = [...facetNames, 'listedSize'] as const;
type Column = (typeof columns)[number];

const listOf = (column: Column, page: DirectoryPage): readonly string[] =>
  column === 'listedSize' ? page.sizes : facetValues[column](page);

/** A value of a facet, and how many pages have it. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** The values that pages have in each facet: by slot to count them, and by value to filter. */
export class FacetTable {
  readonly #ids = new Map<Column, Map<string, number>>(columns.map((column) => [column, new Map()]));
  /** Bits of the slots that have a value. */
  readonly #slots: Uint8Array[] = [];
  /** How many pages have a value. */
  #totals = new Int32Array(64);
  #count = 0;
  /** The values of each slot, column after column; `#ends` says where each column ends. */
  #values = new NumberList();
  #starts = new Int32Array(64);
  #ends = new Int32Array(64 * columns.length);
  /** How many values no slot has any more. */
  #unused = 0;

  put(slot: number, page: DirectoryPage): void {
    if (slot >= this.#starts.length) {
      this.#starts = grown(this.#starts, slot * 2);
      this.#ends = grown(this.#ends, slot * 2 * columns.length);
    }
    this.#starts[slot] = this.#values.length;
    for (const [n, column] of columns.entries()) {
      for (const value of new Set(listOf(column, page))) this.#add(slot, this.#idOf(column, value));
      this.#ends[slot * columns.length + n] = this.#values.length;
    }
  }

  remove(slot: number): void {
    const end = this.#endOf(slot, columns.length - 1);
    for (let at = this.#starts[slot] ?? 0; at < end; at++) {
      const id = this.#values.items[at] ?? 0;
      this.#totals[id] = (this.#totals[id] ?? 0) - 1;
      const slots = this.#slots[id];
      if (slots !== undefined) slots[slot >> 3] = (slots[slot >> 3] ?? 0) & ~(1 << (slot & 7));
    }
    this.#unused += end - (this.#starts[slot] ?? 0);
    this.#ends.fill(this.#starts[slot] ?? 0, slot * columns.length, (slot + 1) * columns.length);
  }

  /** Gives back the room of values that no slot has any more, once they are as many as the others. */
  tidy(slots: number): void {
    if (this.#unused * 2 < this.#values.length) return;
    const old = this.#values;
    this.#values = new NumberList();
    for (let slot = 0; slot < slots; slot++) {
      let at = this.#starts[slot] ?? 0;
      this.#starts[slot] = this.#values.length;
      for (let n = 0; n < columns.length; n++) {
        const end = this.#endOf(slot, n);
        for (; at < end; at++) this.#values.push(old.items[at] ?? 0);
        this.#ends[slot * columns.length + n] = this.#values.length;
      }
    }
    this.#unused = 0;
  }

  /** True when a page has, or lists, the value. */
  isKnown(facet: FacetName, value: string): boolean {
    const id = this.#ids.get(facet === 'size' ? 'listedSize' : facet)?.get(value);
    return id !== undefined && (this.#totals[id] ?? 0) > 0;
  }

  has(slot: number, facet: FacetName, value: string): boolean {
    const id = this.#ids.get(facet)?.get(value);
    const slots = id === undefined ? undefined : this.#slots[id];
    return slots !== undefined && ((slots[slot >> 3] ?? 0) & (1 << (slot & 7))) !== 0;
  }

  /** Sets the bit of all slots that have none of the values. */
  markUnfit(facet: FacetName, values: readonly string[], missing: Uint16Array, bit: number): void {
    const fitting = this.#having(facet, [...values, everySize], missing.length);
    for (let slot = 0; slot < missing.length; slot++)
      if (((fitting[slot >> 3] ?? 0) & (1 << (slot & 7))) === 0) missing[slot] = (missing[slot] ?? 0) | bit;
  }

  /** Bits of the slots that have one of the values. */
  #having(facet: FacetName, values: readonly string[], slots: number): Uint8Array {
    const all = new Uint8Array((slots + 7) >> 3);
    for (const value of values) {
      const having = this.#slots[this.#ids.get(facet)?.get(value) ?? -1] ?? new Uint8Array();
      const end = Math.min(all.length, having.length);
      for (let at = 0; at < end; at++) all[at] = (all[at] ?? 0) | (having[at] ?? 0);
    }
    return all;
  }

  /**
   * How many of some slots have each value, of one facet or of all. `slots` are these, or, when those are fewer, all
   * others.
   */
  count(facet: FacetName | 'all', slots: NumberList, areOthers: boolean): Int32Array {
    const counts = areOthers ? this.#totals.slice() : new Int32Array(this.#totals.length);
    const step = areOthers ? -1 : 1;
    const values = this.#values.items;
    const { items, length } = slots;
    const first = facet === 'all' ? 0 : columns.indexOf(facet);
    const last = facet === 'all' ? facetNames.length - 1 : first;
    for (let n = 0; n < length; n++) {
      const slot = items[n] ?? 0;
      const end = this.#endOf(slot, last);
      for (let at = this.#startOf(slot, first); at < end; at++) {
        const id = values[at] ?? 0;
        counts[id] = (counts[id] ?? 0) + step;
      }
    }
    return counts;
  }

  /** The counts of a facet by value, most first; those of chosen values also when nothing has them. */
  listCounts(facet: FacetName, counts: Int32Array, chosen: readonly string[]): FacetCount[] {
    const ids = this.#ids.get(facet);
    const ofEvery = counts[ids?.get(everySize) ?? -1] ?? 0;
    const known = facet === 'size' ? this.#ids.get('listedSize') : ids;
    const values = new Set([...(known?.keys() ?? [])].filter((value) => this.isKnown(facet, value)));
    for (const value of chosen) values.add(value);
    return [...values]
      .map((value) => ({ value, count: (counts[ids?.get(value) ?? -1] ?? 0) + ofEvery }))
      .filter(({ value, count }) => count > 0 || chosen.includes(value))
      .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
  }

  #startOf(slot: number, column: number): number {
    return column === 0 ? (this.#starts[slot] ?? 0) : this.#endOf(slot, column - 1);
  }

  #endOf(slot: number, column: number): number {
    return this.#ends[slot * columns.length + column] ?? 0;
  }

  #idOf(column: Column, value: string): number {
    const ids = this.#ids.get(column) ?? new Map<string, number>();
    const known = ids.get(value);
    if (known !== undefined) return known;
    const id = this.#count++;
    ids.set(value, id);
    if (id >= this.#totals.length) this.#totals = grown(this.#totals, id * 2);
    this.#slots.push(new Uint8Array(8));
    return id;
  }

  #add(slot: number, id: number): void {
    this.#values.push(id);
    this.#totals[id] = (this.#totals[id] ?? 0) + 1;
    let slots = this.#slots[id] ?? new Uint8Array(8);
    if (slot >> 3 >= slots.length) {
      slots = grown(slots, Math.max((slot >> 3) + 1, slots.length * 2));
      this.#slots[id] = slots;
    }
    slots[slot >> 3] = (slots[slot >> 3] ?? 0) | (1 << (slot & 7));
  }
}
