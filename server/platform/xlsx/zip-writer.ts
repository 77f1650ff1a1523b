import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One file of an archive, with its content in parts. */
export interface ZipEntry {
  readonly name: string;
  readonly content: AsyncIterable<Buffer> | Iterable<Buffer>;
}

interface Written {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
}

/** Above it, an archive needs the fields of ZIP64, which not every spreadsheet program reads from a stream. */
const mostBytes = 0xffff_ffff;
/** Sizes follow the content; names are UTF-8. */
const flags = 0x0808;
const deflated = 8;
const version = 20;
/** 1980-01-01, the first day that the format knows: a file does not say when it was made. */
const day = 0x21;
/** Quick, and a fifth larger than the smallest. */
const level = 3;

/**
 * Streams a ZIP archive (APPNOTE 6.3.3), entry after entry, at the reader's pace and with flat memory. What packs runs
 * in a thread of its own.
 * @throws Error when the archive or one of its files would be larger than 4 GB; the stream breaks off then
 */
export async function* zip(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for await (const entry of entries) {
    const name = Buffer.from(entry.name);
    const begun = offset;
    const head = localHeader(name);
    yield head;
    offset += head.length;
    const sums = { crc: 0, size: 0, packedSize: 0 };
    for await (const part of packed(entry.content, sums)) {
      offset += part.length;
      yield part;
    }
    requireRoom(Math.max(sums.size, offset));
    const tail = descriptor(sums);
    yield tail;
    offset += tail.length;
    written.push({ name, offset: begun, ...sums });
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  requireRoom(offset + directory.length);
  yield directory;
  yield endOfDirectory(written.length, directory.length, offset);
}

type Sums = { crc: number; size: number; packedSize: number };

async function* packed(content: ZipEntry['content'], sums: Sums): AsyncGenerator<Buffer> {
  async function* summed() {
    for await (const part of content) {
      sums.crc = crc32(part, sums.crc);
      sums.size += part.length;
      yield part;
    }
  }
  const deflate = createDeflateRaw({ level });
  // An error of the content destroys what is read below, and so arrives there.
  pipeline(Readable.from(summed(), { objectMode: false }), deflate, () => undefined);
  for await (const part of deflate) {
    const bytes = part as Buffer;
    sums.packedSize += bytes.length;
    yield bytes;
  }
}

function requireRoom(bytes: number): void {
  if (bytes > mostBytes) throw new Error('an archive cannot hold more than 4 GB');
}

function fields(...values: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const buffer = Buffer.alloc(values.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of values) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}

function localHeader(name: Buffer): Buffer {
  const head = fields(
    ...([
      [4, 0x04034b50],
      [2, version],
      [2, flags],
      [2, deflated],
      [2, 0],
      [2, day],
      [4, 0],
      [4, 0],
      [4, 0],
      [2, name.length],
      [2, 0],
    ] as const),
  );
  return Buffer.concat([head, name]);
}

function descriptor({ crc, packedSize, size }: Sums): Buffer {
  return fields([4, 0x08074b50], [4, crc], [4, packedSize], [4, size]);
}

function directoryEntry({ name, offset, crc, size, packedSize }: Written): Buffer {
  const entry = fields(
    ...([
      [4, 0x02014b50],
      [2, version],
      [2, version],
      [2, flags],
      [2, deflated],
      [2, 0],
      [2, day],
      [4, crc],
      [4, packedSize],
      [4, size],
      [2, name.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ] as const),
  );
  return Buffer.concat([entry, name]);
}

function endOfDirectory(entries: number, length: number, offset: number): Buffer {
  return fields(
    ...([
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
      [2, entries],
      [2, entries],
      [4, length],
      [4, offset],
      [2, 0],
    ] as const),
  );
}
