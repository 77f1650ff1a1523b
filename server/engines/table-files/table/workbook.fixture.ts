import { crc32, deflateRawSync } from 'node:zlib';
import type { FileSource } from './table.ts';
import { TableError, type TableFault } from './table-error.ts';

/** A file in memory, read in pieces of a size that splits characters and tags. */
export function sourceOf(bytes: Buffer | string, pieceBytes = 7): FileSource {
  const all = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes);
  return {
    sizeBytes: all.length,
    async *read(fromByte) {
      for (let at = fromByte; at < all.length; at += pieceBytes) yield all.subarray(at, at + pieceBytes);
    },
  };
}

/** Where and why a table cannot be read. */
export async function faultOf(work: Promise<unknown>): Promise<[TableFault, number?, number?]> {
  try {
    await work;
  } catch (error) {
    if (error instanceof TableError) {
      const { fault, row, column } = error;
      return column !== undefined ? [fault, row, column] : row !== undefined ? [fault, row] : [fault];
    }
    throw error;
  }
  throw new Error('it can be read');
}

/** A zip file with these parts. */
export function zipOf(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x0800, 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), facts, place, Buffer.from(name)]),
    );
    files.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, list, Buffer.from('PK\u0005\u0006'), end]);
}

/** The parts of a workbook with one sheet, whose rows are given as XML. */
export function workbookParts(
  sheetRows: string,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  return {
    '[Content_Types].xml': `${head}<Types/>`,
    'xl/workbook.xml': `${head}<workbook xmlns:r="r"><sheets><sheet name="Leads" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet><sheetData>${sheetRows}</sheetData></worksheet>`,
    ...more,
  };
}

/** The rows of a table of texts, as XML. */
export function textRows(rows: readonly (readonly string[])[]): string {
  return rows
    .map(
      (cells, at) =>
        `<row r="${at + 1}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
    )
    .join('');
}
