import { describe, expect, it } from 'vitest';
import { EncodingWatch } from './csv/encoding.ts';
import { inspectTable, readTable, type ShapeWishes } from './read-table.ts';
import { mostColumns } from './table/limits.ts';
import type { TableRow } from './table/table.ts';
import { faultOf, sourceOf } from './table/workbook.fixture.ts';

const known = new Set(['email', 'company', 'phone']);
const score = (cells: readonly string[]) => cells.filter((cell) => known.has(cell.toLowerCase())).length;

async function inspect(bytes: Buffer | string, wishes: ShapeWishes = {}) {
  const source = sourceOf(bytes);
  const watch = new EncodingWatch();
  for await (const chunk of source.read(0)) watch.see(chunk);
  return inspectTable(source, { encoding: watch.result(), score, wishes });
}

async function readRows(bytes: Buffer | string, wishes: ShapeWishes = {}) {
  const { shape, header } = await inspect(bytes, wishes);
  const rows: TableRow[] = [];
  for await (const row of readTable(sourceOf(bytes), shape)) rows.push(row);
  return { shape, header, rows, cells: rows.map(({ cells }) => cells) };
}

const wide = (text: string, bigEndian = false) => {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};
const lines = 'Email,Company,Phone\r\nana@fabrikam.example,Müller €,+49 30\r\n';
const row = ['ana@fabrikam.example', 'Müller €', '+49 30'];

describe('EX-2: the encoding of a text file is found', () => {
  it.each<[string, string, Buffer]>([
    ['UTF-8', 'utf-8', Buffer.from(lines)],
    ['UTF-8 with its mark', 'utf-8', Buffer.from(`\ufeff${lines}`)],
    ['UTF-16 LE with its mark', 'utf-16le', wide(`\ufeff${lines}`)],
    ['UTF-16 BE with its mark', 'utf-16be', wide(`\ufeff${lines}`, true)],
    ['UTF-16 LE without one', 'utf-16le', wide(lines)],
    ['UTF-16 BE without one', 'utf-16be', wide(lines, true)],
    ['Windows-1252', 'windows-1252', Buffer.from(lines.replace('€', '\u0080'), 'latin1')],
  ])('EX-2 %s', async (_, encoding, bytes) => {
    const { shape, header, cells } = await readRows(bytes);
    expect(shape).toMatchObject({ format: 'csv', encoding, separator: ',', headerRow: 1 });
    expect(header).toEqual(['Email', 'Company', 'Phone']);
    expect(cells).toEqual([row]);
  });

  it('EX-2 by all of the file, not by its beginning', async () => {
    const text = `Email,Company\r\n${'a@b.example,Plain\r\n'.repeat(5000)}c@d.example,Café\r\n`;
    const { shape, cells } = await readRows(Buffer.from(text, 'latin1'));
    expect(shape).toMatchObject({ encoding: 'windows-1252' });
    expect(cells.at(-1)).toEqual(['c@d.example', 'Café']);
  });

  it('EX-2 a person may say otherwise', async () => {
    const { cells } = await readRows(Buffer.from('Email,Company\na@b.example,MÃ¼ller'), {
      encoding: 'windows-1252',
    });
    expect(cells[0]?.[1]).toContain('Ã');
  });

  it('EX-2 marks in the middle, where files were put together, are left out', async () => {
    const { cells } = await readRows(
      '\ufeffEmail,Company\na@b.example,One\n\ufeffEmail,Company\nc@d.example,Two\n',
    );
    expect(cells).toEqual([
      ['a@b.example', 'One'],
      ['Email', 'Company'],
      ['c@d.example', 'Two'],
    ]);
  });
});

describe('EX-2: separator, header and rows are found', () => {
  it.each<[string, string, string]>([
    ['a comma', ',', 'Email,Company\na@b.example,"x; y; z"\n'],
    ['a semicolon beside decimal commas', ';', 'Email;Value;Company\na@b.example;1,5;x\nb@b.example;2,5;y\n'],
    ['a tab', '\t', 'Email\tCompany\na@b.example\tOne, Two\n'],
    ['a bar', '|', 'Email|Company\na@b.example|One\n'],
    ['a line that names it', ';', 'sep=;\nEmail;Company\n1,2;3,4\n'],
    ['a quoted line that names it', ';', '"sep=;"\r\nEmail;Company\r\n1,2;3,4\r\n'],
    ['none, for a single column', ',', 'Email\na@b.example\n'],
  ])('EX-2 %s', async (_, separator, text) => {
    expect((await readRows(text)).shape).toMatchObject({ separator });
  });

  it('EX-2 below titles and empty lines, with the numbers that a spreadsheet shows', async () => {
    const { shape, header, rows } = await readRows(
      'Leads of 2025\n\nsome;title\nEmail;Company;Phone\n\na@b.example;"two\nlines";1\n',
    );
    expect(shape.headerRow).toBe(4);
    expect(header).toEqual(['Email', 'Company', 'Phone']);
    expect(rows).toEqual([{ number: 6, cells: ['a@b.example', 'two\nlines', '1'] }]);
  });

  it('EX-2 with sep= the header is in row 2', async () => {
    expect((await readRows('sep=;\nEmail;Company\na;b\n')).rows).toEqual([{ number: 3, cells: ['a', 'b'] }]);
  });

  it('EX-2 without a name that is known, the header is the first row with most values', async () => {
    const { shape } = await readRows('Title\nAlpha,Beta,Gamma\n1,2,3\n');
    expect(shape.headerRow).toBe(2);
  });

  it('EX-2 mixed line ends, quotation marks inside cells and short rows are taken', async () => {
    const { cells } = await readRows('Email,Company,Phone\r\na,12" screen,1\nb,"say ""hi""",2\rc\r\n');
    expect(cells).toEqual([['a', '12" screen', '1'], ['b', 'say "hi"', '2'], ['c']]);
  });
});

describe('EX-2: what is no table is refused, with the place', () => {
  it.each<[string, Buffer | string, [string, number?, number?]]>([
    ['an empty file', '', ['empty']],
    ['only blanks', '\n \n;;\n', ['empty']],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0, 0, 1, 8, 2]), ['no-table']],
    ['a PDF', '%PDF-1.7 some text', ['no-table']],
    ['an old or encrypted workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), ['encrypted']],
    ['a quotation mark that never closes', 'Email,Company\na,b\nc,"d\ne,f\n', ['open-quote', 3, 2]],
    [
      'one that never closes in a large file',
      `Email,Company\na,b\nc,"${'d,e\n'.repeat(400_000)}`,
      ['open-quote', 3, 2],
    ],
    ['10,000 columns', `${'Email,'.repeat(10_000)}\na,b\n`, ['too-many-columns', 1, mostColumns + 1]],
    [
      '10,000 columns in a row',
      `Email,Company\na,b\n${'x,'.repeat(10_000)}\n`,
      ['too-many-columns', 3, mostColumns + 1],
    ],
    ['a cell of two megabytes', `Email,Company\na,${'x'.repeat(2_000_000)}\n`, ['row-too-long', 2, 2]],
  ])('EX-2 %s', async (_, bytes, fault) => {
    expect(await faultOf(readRows(bytes))).toEqual(fault);
  });
});
