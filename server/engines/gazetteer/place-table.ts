import { type GazetteerHead, type GazetteerParts, readGazetteerFile } from './gazetteer-file.ts';
import { NameTable, type Uses } from './name-table.ts';
import type { Place } from './place.ts';

/** Which places are meant: in which country, and in which regions of it. */
export interface Where {
  /** The index of a country; undefined: any. */
  readonly country?: number;
  /** The numbers of regions, of which any will do; undefined: any. */
  readonly regions?: readonly number[];
}

/** A place and how much speaks for it: its people, of whom a name that it only also has counts a fifth. */
export interface Weighed {
  readonly place: number;
  readonly weight: number;
}

const shareOfOtherName = 0.2;

/** All places by number, biggest first, and by their names. */
export class PlaceTable {
  readonly head: GazetteerHead;
  readonly names: NameTable;
  readonly #parts: GazetteerParts;

  constructor(file: Buffer) {
    const { head, parts } = readGazetteerFile(file);
    this.head = head;
    this.#parts = parts;
    this.names = new NameTable(parts);
  }

  get(place: number): Place {
    const { ids, labels, labelStarts, countries, regions, latitudes, longitudes, populations } = this.#parts;
    const label = labels.subarray(labelStarts[place], labelStarts[place + 1]);
    return {
      id: ids[place] ?? 0,
      name: Buffer.from(label).toString('utf8'),
      country: this.head.countries[countries[place] ?? 0] ?? '',
      region: this.head.regions[(regions[place] ?? 0) - 1]?.names[0] ?? null,
      latitude: (latitudes[place] ?? 0) / 1e5,
      longitude: (longitudes[place] ?? 0) / 1e5,
      population: populations[place] ?? 0,
    };
  }

  isIn(place: number, { country, regions }: Where): boolean {
    if (country !== undefined && this.#parts.countries[place] !== country) return false;
    return regions === undefined || regions.includes(this.#parts.regions[place] ?? 0);
  }

  /** The index of a country; -1, where no place is, when there is none. */
  countryOf(code: string): number {
    return this.head.countries.indexOf(code);
  }

  /** The places there, biggest first, that have exactly this key. */
  named(key: string, where: Where): Weighed[] {
    const { from, to } = this.names.exactly(key);
    return [...this.#parts.uses.subarray(from, to)]
      .map((use) => ({ place: use >> 1, weight: this.#weightOf(use) }))
      .filter(({ place }) => this.isIn(place, where));
  }

  /** The places there that weigh most with a name that begins so, heaviest first. */
  beginning(key: string, where: Where, most: number): number[] {
    const { from, to } = this.names.beginningWith(key);
    const { uses } = this.#parts;
    const best: Weighed[] = [];
    let least = 0;
    for (let at = from; at < to; at++) {
      const use = uses[at] ?? 0;
      const weight = this.#weightOf(use);
      if (weight <= least || !this.isIn(use >> 1, where)) continue;
      insert(best, { place: use >> 1, weight }, most);
      if (best.length === most) least = best.at(-1)?.weight ?? 0;
    }
    return best.map(({ place }) => place);
  }

  /** Which of the places there that these uses name weighs most. */
  heaviest({ from, to }: Uses, where: Where): Weighed | undefined {
    const { uses } = this.#parts;
    let best: number | undefined;
    for (let at = from; at < to; at++) {
      const use = uses[at] ?? 0;
      const isHeavier = best === undefined || this.#weightOf(use) > this.#weightOf(best);
      if (isHeavier && this.isIn(use >> 1, where)) best = use;
    }
    return best === undefined ? undefined : { place: best >> 1, weight: this.#weightOf(best) };
  }

  #weightOf(use: number): number {
    return ((this.#parts.populations[use >> 1] ?? 0) + 1) * ((use & 1) === 0 ? 1 : shareOfOtherName);
  }
}

/** Puts the place into the list at its weight; each place is there once, at its best. */
function insert(best: Weighed[], one: Weighed, most: number): void {
  const known = best.findIndex(({ place }) => place === one.place);
  if (known >= 0 && (best[known]?.weight ?? 0) >= one.weight) return;
  if (known >= 0) best.splice(known, 1);
  const at = best.findIndex(({ weight }) => weight < one.weight);
  best.splice(at < 0 ? best.length : at, 0, one);
  if (best.length > most) best.pop();
}
