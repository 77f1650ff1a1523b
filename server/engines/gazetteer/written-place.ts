import { countryCodes } from '../../../contract/countries.ts';
import { placeKey } from './place-key.ts';
import type { PlaceTable, Where } from './place-table.ts';

/** One way to read what somebody wrote: a name, and where the place is. */
export interface Reading {
  readonly name: string;
  readonly where: Where;
  /** False when something was written besides that nobody understood. */
  readonly isWhole: boolean;
}

/** Languages in which people write the names of countries, besides each other country's own. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl'];
/** What the names of the runtime lack. */
const furtherCountries: Readonly<Record<string, string>> = { USA: 'US', UK: 'GB', UAE: 'AE', England: 'GB' };
/** A region or country has at most as many words. */
const mostWordsAfter = 3;

/** Reads `Paris, Texas`, `Paris, US`, `Paris Texas`, `Springfield, Illinois, USA`, `80331 München` and plain names. */
export class WrittenPlaces {
  readonly #table: PlaceTable;
  readonly #countries: ReadonlyMap<string, number>;
  readonly #regions: ReadonlyMap<string, readonly number[]>;

  constructor(table: PlaceTable) {
    this.#table = table;
    this.#countries = nameCountries(table);
    this.#regions = nameRegions(table);
  }

  /** The ways to read it, the likeliest first; each within the given place. */
  read(written: string, within: Where): Reading[] {
    const whole = { name: written, where: within, isWhole: true };
    const [name = '', ...after] = written.split(',').map((part) => part.trim());
    if (after.length > 0) return [whole, ...this.#withWheres(name, after, within)];
    const all = written.trim().split(/\s+/);
    // A postal code before the name, or after it.
    const words = all.filter((word) => !/\d/.test(word));
    const cuts = [3, 2, 1].filter((count) => count <= mostWordsAfter && count < words.length);
    return [
      whole,
      ...(words.length < all.length ? [{ ...whole, name: words.join(' ') }] : []),
      ...cuts.flatMap((count) =>
        this.#wheresOf(words.slice(-count).join(' '), within).map((where) => ({
          name: words.slice(0, -count).join(' '),
          where,
          isWhole: true,
        })),
      ),
    ];
  }

  /** The numbers of the regions of a country that are called so. */
  regionsOf(name: string, country: number): number[] {
    const code = this.#table.head.countries[country];
    const found = this.#regions.get(placeKey(name)) ?? [];
    return found.filter((region) => this.#table.head.regions[region - 1]?.country === code);
  }

  #withWheres(name: string, after: readonly string[], within: Where): Reading[] {
    let readings: Reading[] = [{ name, where: within, isWhole: true }];
    for (const part of after.filter((one) => one !== '').slice(0, mostWordsAfter)) {
      const next = readings.flatMap(({ where, isWhole }) =>
        this.#wheresOf(part, where).map((narrower) => ({ name, where: narrower, isWhole })),
      );
      readings = next.length > 0 ? next : readings.map((reading) => ({ ...reading, isWhole: false }));
    }
    return readings;
  }

  /** What the words narrow the place to: DE is Delaware and Germany. */
  #wheresOf(words: string, within: Where): Where[] {
    const key = placeKey(words);
    const country = this.#countries.get(key);
    const isOther = within.country !== undefined && within.country !== country;
    const countries = country === undefined || isOther ? [] : [{ ...within, country }];
    const regions = (this.#regions.get(key) ?? []).filter((region) => this.#fits(region, within));
    return [...(regions.length > 0 ? [{ ...within, regions }] : []), ...countries];
  }

  #fits(region: number, { country, regions }: Where): boolean {
    const { head } = this.#table;
    const isThere = country === undefined || head.regions[region - 1]?.country === head.countries[country];
    return isThere && (regions === undefined || regions.includes(region));
  }
}

function nameCountries({ head }: PlaceTable): Map<string, number> {
  const found = new Map<string, number>();
  const add = (name: string | undefined, code: string) => {
    const country = head.countries.indexOf(code);
    if (name !== undefined && country >= 0) found.set(placeKey(name), country);
  };
  for (const language of languages) {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of countryCodes) add(names.of(code), code);
  }
  for (const [name, code] of Object.entries(furtherCountries)) add(name, code);
  for (const code of head.countries) add(code, code);
  return found;
}

function nameRegions({ head }: PlaceTable): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [n, { code, names }] of head.regions.entries()) {
    // Numbers are codes of GeoNames alone; letters are what people write.
    const codes = /^[A-Z]{2,3}$/.test(code) ? [code] : [];
    for (const key of new Set([...names, ...codes].map(placeKey))) {
      const known = found.get(key);
      if (known === undefined) found.set(key, [n + 1]);
      else known.push(n + 1);
    }
  }
  return found;
}
