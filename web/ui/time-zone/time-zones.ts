import { rawTimeZones, timeZonesNames } from '@vvo/tzdb';
import { formerZoneNames, wordZone } from '../index.ts';
import { furtherCities } from './zone-cities.ts';

/** A time zone to choose from. */
export interface ZoneChoice {
  readonly value: string;
  readonly label: string;
  /** Cities and country, for people who don't know the name of their zone. */
  readonly places: string;
  /** Everything that the zone can be found by, folded. */
  readonly search: string;
}

/** All current zones of the time zone database that this browser supports, sorted by name; UTC comes first. */
export function listTimeZones(): ZoneChoice[] {
  const zones = new Map(rawTimeZones.map((zone) => [zone.name, zone]));
  const names = ['UTC', ...timeZonesNames.filter(isKnown).sort()];
  return names.map((name) => {
    const zone = zones.get(name);
    const places = zone ? [zone.mainCities.join(', '), zone.countryName].filter(Boolean).join(' · ') : '';
    const found = [
      name,
      places,
      zone?.alternativeName ?? '',
      furtherCities[name] ?? '',
      ...(zone?.group ?? []),
      ...formerZoneNames(name),
    ];
    return { value: name, label: wordZone(name), places, search: foldZone(found.join(' ')) };
  });
}

/** The zones whose name, city, country or former name contains all the words. */
export function findZones<Choice extends { readonly value: string }>(
  choices: readonly Choice[],
  zones: ReadonlyMap<string, ZoneChoice>,
  typed: string,
): Choice[] {
  const words = foldZone(typed).split(' ').filter(Boolean);
  return choices.filter(({ value }) => {
    const search = zones.get(value)?.search ?? foldZone(value);
    return words.every((word) => search.includes(word));
  });
}

/** Removes accents, case and word separators. */
function foldZone(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim();
}

function isKnown(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
