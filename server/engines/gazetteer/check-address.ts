import { toCountryCode } from '../../../contract/countries.ts';
import { clearlyMeant } from './clearly-meant.ts';
import { allowedSlips, likeness, slipCounter } from './close-spelling.ts';
import type { Place } from './place.ts';
import { placeKey, textOfKey } from './place-key.ts';
import type { PlaceTable, Weighed, Where } from './place-table.ts';
import { lookAtPostalCode } from './postal-code.ts';
import type { WrittenPlaces } from './written-place.ts';

/** An address as far as the gazetteer knows about it. */
export interface CheckedAddress {
  readonly city: string;
  readonly state?: string;
  readonly postalCode?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** Why an address does not match: the place is spelled otherwise, one of several, in another state, or unknown. */
export type AddressDoubt =
  | 'spelling'
  | 'several-places'
  | 'other-state'
  | 'odd-postal-code'
  | 'no-postal-code'
  | 'unknown-city';

/** What the gazetteer says about an address (BP-12). */
export interface AddressCheck {
  /** `match`: the place is known. `near`: the place is probably this one, to be confirmed. `none`: no place is known. */
  readonly kind: 'match' | 'near' | 'none';
  readonly place: Place | null;
  /** Empty for a match. */
  readonly reasons: readonly AddressDoubt[];
}

/** Longer names of cities are none. */
const maxCityCharacters = 200;
/** What begins the name of a longer one: `Frankfurt am`. */
const fewestKeyBytesToBegin = 4;

interface FoundCity {
  readonly place: number;
  readonly doubts: readonly AddressDoubt[];
}

/** Compares an address with the places of its country. Takes a millisecond, and some tens of them when the
 * city is spelled wrongly, whatever is in it. */
export function checkAddress(
  address: CheckedAddress,
  table: PlaceTable,
  written: WrittenPlaces,
): AddressCheck {
  const country = toCountryCode(address.country);
  const where = { country: table.countryOf(country) };
  const city = address.city.trim();
  const found =
    city.length > maxCityCharacters || where.country < 0
      ? undefined
      : (findByName(city, address.state, where, table, written) ?? findClose(city, where, table));
  if (found === undefined) return { kind: 'none', place: null, reasons: ['unknown-city'] };
  const reasons = [...found.doubts, ...doubtsOfPostalCode(address.postalCode, country)];
  return { kind: reasons.length === 0 ? 'match' : 'near', place: table.get(found.place), reasons };
}

function doubtsOfPostalCode(code: string | undefined, country: string): AddressDoubt[] {
  const look = lookAtPostalCode(code, country);
  if (look === 'odd') return ['odd-postal-code'];
  return look === 'missing' ? ['no-postal-code'] : [];
}

function findByName(
  city: string,
  state: string | undefined,
  where: Where & { country: number },
  table: PlaceTable,
  written: WrittenPlaces,
): FoundCity | undefined {
  const all = table.named(placeKey(city), where);
  if (all.length === 0) return;
  // A state that is in no list, such as one in another language, says nothing against a place.
  const regions =
    state === undefined ? [] : written.regionsOf(state.slice(0, maxCityCharacters), where.country);
  const there =
    regions.length === 0 ? all : all.filter(({ place }) => table.isIn(place, { ...where, regions }));
  if (there.length > 0) return chooseFrom(there, []);
  return chooseFrom(all, ['other-state']);
}

function chooseFrom(named: readonly Weighed[], doubts: AddressDoubt[]): FoundCity {
  const meant = clearlyMeant(named);
  if (meant !== undefined) return { place: meant, doubts };
  return { place: named[0]?.place ?? 0, doubts: [...doubts, 'several-places'] };
}

/** A place whose name begins so, whose name begins what was written (`Berlin-Mitte`), or is spelled almost so. */
function findClose(city: string, where: Where, table: PlaceTable): FoundCity | undefined {
  const key = placeKey(city);
  const [begun] = key.length < fewestKeyBytesToBegin ? [] : table.beginning(key, where, 1);
  const [before = ''] = city.split(/[-,/(\u2010-\u2015]/);
  const [part] = table.named(placeKey(before), where);
  const misspelled =
    part === undefined || begun !== undefined ? findMisspelled(key, where, table) : undefined;
  // “Berlinn” begins Berlin-Neukölln, and means Berlin.
  const isBigger =
    begun !== undefined &&
    misspelled !== undefined &&
    table.get(misspelled).population > table.get(begun).population;
  const place = isBigger ? misspelled : (begun ?? part?.place ?? misspelled);
  return place === undefined ? undefined : { place, doubts: ['spelling'] };
}

/** A wrong letter weighs as much as so many times the people: a city comes before a village that is spelled closer. */
const weightOfSlip = 1000;

/** The place there that is meant most likely, by the wrong letters and by its weight. */
function findMisspelled(key: string, where: Where, table: PlaceTable): number | undefined {
  const wanted = textOfKey(key);
  const most = allowedSlips(wanted.length);
  if (most === 0) return;
  const count = slipCounter(wanted, most);
  const mayBe = likeness(key, most * Math.ceil(key.length / wanted.length));
  let best: Weighed | undefined;
  table.names.each((bytes, length, uses) => {
    const heaviest = mayBe(bytes, length) ? table.heaviest(uses, where) : undefined;
    if (heaviest === undefined || heaviest.weight <= (best?.weight ?? 0)) return;
    const slips = count(Buffer.from(bytes.subarray(0, length)).toString('utf8'));
    const weight = slips > most ? 0 : heaviest.weight / weightOfSlip ** slips;
    if (weight > (best?.weight ?? 0)) best = { place: heaviest.place, weight };
  });
  return best?.place;
}
