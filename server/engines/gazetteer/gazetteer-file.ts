/** The parts of the file, each an array of numbers of one size. Places come biggest first. */
const partSizes = {
  /** GeoNames ids. */
  ids: 4,
  /** Hundred-thousandths of a degree. */
  latitudes: 4,
  longitudes: 4,
  populations: 4,
  /** Places in the lists of the head; regions count from 1, 0 is none. */
  countries: 1,
  regions: 2,
  /** Where the name of each place begins; one more than there are places. */
  labelStarts: 4,
  /** The names as people write them, in UTF-8, without anything between them. */
  labels: 1,
  /** Where each block of sixteen keys begins: in `keys`, and in `uses`. */
  blockKeys: 4,
  blockUses: 4,
  /** The keys of all names in the order of their bytes, each without what it shares with the one before. */
  keys: 1,
  /** For each key its places, biggest first: twice the place, and one more if it is not the place's own name. */
  uses: 4,
} as const;

type PartName = keyof typeof partSizes;
const partNames = Object.keys(partSizes) as PartName[];

/** The parts of a gazetteer as arrays of numbers. */
export type GazetteerParts = {
  readonly [name in PartName]: (typeof partSizes)[name] extends 1
    ? Uint8Array
    : (typeof partSizes)[name] extends 2
      ? Uint16Array
      : Int32Array;
};

/** A region of a country: the name to show comes first, then what else people write. */
export interface GazetteerRegion {
  readonly country: string;
  readonly code: string;
  readonly names: readonly string[];
}

/** What stands at the beginning of the file. */
export interface GazetteerHead {
  /** Of what the file was made from; another stamp means that it has to be made again. */
  readonly stamp: string;
  readonly countries: readonly string[];
  readonly regions: readonly GazetteerRegion[];
}

interface StoredHead extends GazetteerHead {
  readonly lengths: Readonly<Record<string, number>>;
}

const alignment = 8;
const align = (length: number) => Math.ceil(length / alignment) * alignment;

/** The file: the length of the head, the head as JSON, and the parts in the byte order of this machine's kind. */
export function writeGazetteerFile(head: GazetteerHead, parts: GazetteerParts): Buffer {
  const lengths = Object.fromEntries(partNames.map((name) => [name, parts[name].byteLength]));
  const json = Buffer.from(JSON.stringify({ ...head, lengths } satisfies StoredHead));
  const size = partNames.reduce((sum, name) => sum + align(parts[name].byteLength), align(4 + json.length));
  const file = Buffer.alloc(size);
  file.writeUInt32LE(json.length, 0);
  json.copy(file, 4);
  let at = align(4 + json.length);
  for (const name of partNames) {
    const part = parts[name];
    file.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += align(part.byteLength);
  }
  return file;
}

/** Reads the file in place: the parts are views of its bytes, nothing is copied. @throws when it is not whole */
export function readGazetteerFile(file: Buffer): { head: GazetteerHead; parts: GazetteerParts } {
  const jsonLength = file.length > 4 ? file.readUInt32LE(0) : 0;
  const head = JSON.parse(file.toString('utf8', 4, 4 + jsonLength)) as StoredHead;
  let at = align(4 + jsonLength);
  const parts = partNames.map((name) => {
    const length = head.lengths[name] ?? 0;
    const from = file.byteOffset + at;
    at += align(length);
    return [name, viewOf(partSizes[name], file.buffer, from, length)] as const;
  });
  if (at !== file.length) throw new Error('The gazetteer file is not whole.');
  return { head, parts: Object.fromEntries(parts) as unknown as GazetteerParts };
}

function viewOf(size: number, buffer: ArrayBufferLike, from: number, length: number) {
  if (size === 1) return new Uint8Array(buffer, from, length);
  if (size === 2) return new Uint16Array(buffer, from, length / 2);
  return new Int32Array(buffer, from, length / 4);
}
