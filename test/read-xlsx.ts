import { inflateRawSync } from 'node:zlib';

/** A cell as a spreadsheet program reads it: its text or number, and the number of its format. */
export interface ReadCell {
  readonly value: string | number;
  readonly format: number;
}

/** The files of an archive, found by its directory as programs do. @throws Error when the directory is missing */
export function unzip(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('the archive has no directory');
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, size] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 24)];
    const [nameLength, offset] = [archive.readUInt16LE(at + 28), archive.readUInt32LE(at + 42)];
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const begin = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
    const content = inflateRawSync(archive.subarray(begin, begin + packed));
    if (content.length !== size) throw new Error(`${name} has another size`);
    files.set(name, content);
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

/** The rows of a sheet, each cell by the letters of its column. */
export function readSheet(archive: Buffer, sheet = 1): Record<string, ReadCell>[] {
  const xml = unzip(archive).get(`xl/worksheets/sheet${sheet}.xml`)?.toString('utf8') ?? '';
  return [...xml.matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, row = '']) =>
    Object.fromEntries([...row.matchAll(/<c r="([A-Z]+)\d+" s="(\d+)"(.*?)<\/c>/gs)].map(readCell)),
  );
}

/** The rows as records by their headers; the text of each cell, or its number. */
export function readRecords(archive: Buffer, sheet = 1): Record<string, string | number>[] {
  const [head = {}, ...rows] = readSheet(archive, sheet);
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(head).map(([column, { value }]) => [String(value), row[column]?.value ?? '']),
    ),
  );
}

function readCell([, column = '', format, content = '']: RegExpMatchArray): [string, ReadCell] {
  const text = /<t[^>]*>(.*)<\/t>/s.exec(content)?.[1];
  const number = /<v>(.*)<\/v>/.exec(content)?.[1];
  const value = text === undefined ? Number(number) : readText(text);
  return [column, { value, format: Number(format) }];
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#13': '\r' };

/** As XML and then the format ask for it. */
function readText(written: string): string {
  return written
    .replace(/\r\n?/g, '\n')
    .replace(/&(#?\w+);/g, (entity, name: string) => signs[name] ?? entity)
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The moment that a date cell stands for. */
export function momentOf(serial: string | number | undefined): string {
  return new Date(Math.round((Number(serial) - 25_569) * 86_400_000)).toISOString();
}
