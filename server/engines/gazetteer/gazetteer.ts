import { readFile } from 'node:fs/promises';
import { toCountryCode } from '../../../contract/countries.ts';
import { paths } from '../../platform/paths.ts';
import { type AddressCheck, type CheckedAddress, checkAddress } from './check-address.ts';
import { clearlyMeant } from './clearly-meant.ts';
import type { Place } from './place.ts';
import { placeKey } from './place-key.ts';
import { PlaceTable, type Where } from './place-table.ts';
import { WrittenPlaces } from './written-place.ts';

/** Where somebody means: one place without a doubt, or those that it could be, biggest first; none when unknown. */
export type NearPlace = { readonly place: Place } | { readonly candidates: readonly Place[] };

/** Longer texts name no place. */
const maxCharacters = 200;
const mostCandidates = 10;

/** The places of the world, by the names that people know them by. */
export class Gazetteer {
  readonly #table: PlaceTable;
  #written: WrittenPlaces | undefined;

  constructor(file: Buffer) {
    this.#table = new PlaceTable(file);
  }

  /**
   * Places one of whose names begins so, in any script, biggest first; those that are only also called so count a fifth
   * of their people. What stands after a comma (`Paris, Texas`) is a region or a country. Takes some milliseconds.
   */
  suggestPlaces(words: string, wishes: { readonly country?: string; readonly most: number }): Place[] {
    const readings = this.#read(words, wishes.country);
    // The name ends at the comma, even if what comes after it is not written to its end.
    for (const { name, where } of words.includes(',') ? readings.slice(1) : readings) {
      const found = this.#table.beginning(placeKey(name), where, wishes.most);
      if (found.length > 0) return found.map((place) => this.#table.get(place));
    }
    return [];
  }

  /** The place that the words name, where one is far bigger than all others of that name; otherwise the candidates. */
  findNear(words: string, { country }: { readonly country?: string } = {}): NearPlace {
    for (const { name, where, isWhole } of this.#read(words, country)) {
      const named = this.#table.named(placeKey(name), where);
      const meant = isWhole ? clearlyMeant(named) : undefined;
      if (meant !== undefined) return { place: this.#table.get(meant) };
      if (named.length > 0)
        return { candidates: named.slice(0, mostCandidates).map(({ place }) => this.#table.get(place)) };
    }
    return { candidates: this.suggestPlaces(words, { country, most: mostCandidates }) };
  }

  /** Whether the city is known in its country, and the postal code looks like one of that country (BP-12). */
  checkAddress(address: CheckedAddress): AddressCheck {
    return checkAddress(address, this.#table, this.#knownWheres());
  }

  #read(words: string, country: string | undefined) {
    if (words.length > maxCharacters) return [];
    const within: Where =
      country === undefined ? {} : { country: this.#table.countryOf(toCountryCode(country)) };
    return this.#knownWheres().read(words, within);
  }

  /** The names of countries and regions, once they are needed. */
  #knownWheres(): WrittenPlaces {
    this.#written ??= new WrittenPlaces(this.#table);
    return this.#written;
  }
}

let opened: Promise<Gazetteer> | undefined;

/** The gazetteer of this process, read from its file when it is first asked for. @throws when the file is missing */
export function openGazetteer(): Promise<Gazetteer> {
  opened ??= readFile(paths.gazetteer).then(
    (file) => new Gazetteer(file),
    (error: unknown) => {
      // The next one who asks may find it.
      opened = undefined;
      throw new Error(
        `The places of the world could not be read from ${paths.gazetteer}: run “npm run build”.`,
        {
          cause: error,
        },
      );
    },
  );
  return opened;
}
