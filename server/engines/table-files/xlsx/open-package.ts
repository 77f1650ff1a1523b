import { Readable } from 'node:stream';
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from 'yauzl';
import { unpacking } from '../table/limits.ts';
import type { FileSource } from '../table/table.ts';
import { TableError } from '../table/table-error.ts';

/** The most parts that a workbook may have: a package with more is made to harm. */
const mostParts = 10_000;

/** Gives the library ranges of a file, so that the file need not be in memory or on a disk. */
class SourceReader extends RandomAccessReader {
  constructor(private readonly source: FileSource) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.range(start, end), { objectMode: false });
  }

  private async *range(start: number, end: number): AsyncGenerator<Buffer, void, undefined> {
    let left = end - start;
    if (left <= 0) return;
    for await (const chunk of this.source.read(start)) {
      yield chunk.subarray(0, left);
      left -= chunk.length;
      if (left <= 0) return;
    }
  }
}

/** A zip file with named parts, each of which can be read as a stream. */
export class Package {
  private constructor(
    private readonly zip: ZipFile,
    private readonly parts: ReadonlyMap<string, Entry>,
  ) {}

  /**
   * Reads the list of parts.
   * @throws TableError damaged
   */
  static async open(source: FileSource): Promise<Package> {
    const zip = await openZip(source);
    try {
      return new Package(zip, await listParts(zip));
    } catch {
      throw new TableError('damaged');
    }
  }

  names(): string[] {
    return [...this.parts.keys()];
  }

  has(name: string): boolean {
    return this.parts.has(name);
  }

  /**
   * The text of a part, in pieces; nothing when there is no such part.
   * @throws TableError damaged, bomb
   */
  async *read(name: string): AsyncGenerator<string, void, undefined> {
    const entry = this.parts.get(name);
    if (!entry) return;
    const decoder = new TextDecoder('utf-8');
    const stream = await this.openPart(entry);
    let unpacked = 0;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        unpacked += chunk.length;
        if (isBomb(unpacked, entry.compressedSize)) throw new TableError('bomb');
        yield decoder.decode(chunk, { stream: true });
      }
      yield decoder.decode();
    } catch (error) {
      throw error instanceof TableError ? error : new TableError('damaged');
    } finally {
      stream.destroy();
    }
  }

  private openPart(entry: Entry): Promise<Readable> {
    return new Promise((resolve, reject) => {
      try {
        this.zip.openReadStream(entry, (error, stream) =>
          error ? reject(new TableError('damaged')) : resolve(stream),
        );
      } catch {
        // A part that is encrypted, or packed in a way that the library does not know.
        reject(new TableError('encrypted'));
      }
    });
  }
}

function isBomb(unpacked: number, packed: number): boolean {
  if (unpacked > unpacking.mostBytes) return true;
  return unpacked > unpacking.fromBytes && unpacked > packed * unpacking.mostTimes;
}

function openZip(source: FileSource): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true };
    fromRandomAccessReader(new SourceReader(source), source.sizeBytes, options, (error, zip) =>
      error ? reject(new TableError('damaged')) : resolve(zip),
    );
  });
}

function listParts(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const parts = new Map<string, Entry>();
    zip.on('error', reject);
    zip.on('end', () => resolve(parts));
    zip.on('entry', (entry: Entry) => {
      parts.set(entry.fileName, entry);
      if (parts.size > mostParts) reject(new TableError('damaged'));
      else zip.readEntry();
    });
    zip.readEntry();
  });
}
