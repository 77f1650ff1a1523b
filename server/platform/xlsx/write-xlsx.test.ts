import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentOf, readSheet, unzip } from '../../../test/read-xlsx.ts';
import { type SheetColumn, type SheetRow, type Workbook, writeXlsx } from './write-xlsx.ts';
import { mostCellText } from './xlsx-text.ts';
import { zip } from './zip-writer.ts';

async function join(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

async function* batches(...all: SheetRow[][]) {
  yield* all;
}

const columnsOf = (kinds: readonly SheetColumn['kind'][]) =>
  kinds.map((kind, at): SheetColumn => ({ header: `Column ${at + 1}`, kind, width: 12 }));

/** The file with one column of that kind. */
const oneColumn = (kind: SheetColumn['kind'], values: readonly (string | null)[]) =>
  join(writeXlsx({ name: 'Leads', columns: columnsOf([kind]), rows: batches(values.map((one) => [one])) }));

const cellsOf = async (kind: SheetColumn['kind'], values: readonly string[]) =>
  readSheet(await oneColumn(kind, values))
    .slice(1)
    .map(({ A }) => A?.value ?? '');

describe('EX-1: XLSX', () => {
  it('EX-1 text stays as it is: zeros in front, long digits, telephone numbers, formulas', async () => {
    const values = ['007', '+49 30 901820', '12345678901234567890', '=1+1', '-2', '@SUM(A1)', '1E5', 'TRUE'];
    const rows = readSheet(await oneColumn('text', values));
    expect(rows.slice(1).map(({ A }) => A)).toEqual(values.map((value) => ({ value, format: 1 })));
  });

  it.each([
    ['markup', '<b>&amp; "x" \'y\' ]]> &#13;'],
    ['spaces at both ends', '  a  '],
    ['lines of every kind', 'a\r\nb\nc\rd'],
    ['a tab', 'a\tb'],
    ['control characters', '\u0000\u0001\u000b\u001f'],
    ['noncharacters', '\ufffe\uffff'],
    ['a lone surrogate', 'a\ud800b'],
    ['what looks like the escape for one', '_x0041_ _x000D_ _xZZZZ_ _x00_'],
    ['escapes that overlap', '_x0041_x0042_'],
    ['emoji, flags and letters beyond', '👩‍👩‍👧 🇩🇪 𝔘𝔫𝔦 日本 שלום'],
  ])('EX-1 a cell with %s is read back as it was', async (_, value) => {
    expect(await cellsOf('text', [value])).toEqual([value]);
  });

  it('EX-1 any text is read back as it was', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('_', 'x', '0', 'D', '<', '&', ';', ']', '>', '\r', '\n', ' ', '#') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(hostile.filter(Boolean), { maxLength: 20 }), async (values) => {
        expect(await cellsOf('text', values)).toEqual(values);
      }),
      { numRuns: 60 },
    );
  });

  it('EX-1 cuts only what no cell can hold, never within a character, and shows that it did', async () => {
    const long = `${'a'.repeat(mostCellText - 2)}😀😀`;
    const [cut, whole] = await cellsOf('text', [long, 'b'.repeat(mostCellText)]);
    expect(cut).toBe(`${'a'.repeat(mostCellText - 2)}…`);
    expect(whole).toBe('b'.repeat(mostCellText));
  });

  it.each([
    '2026-11-01T23:30:00.125Z',
    '1900-03-01T00:00:00.000Z',
    '2000-02-29T23:59:59.999Z',
    '9999-12-31T23:59:59.999Z',
  ])('EX-1 the moment %s is a date, exact to the millisecond', async (moment) => {
    const [serial] = await cellsOf('moment', [moment]);
    expect(typeof serial).toBe('number');
    expect(momentOf(serial)).toBe(moment);
  });

  it('EX-1 a day is a whole date', async () => {
    expect(await cellsOf('day', ['2027-03-01', '1900-03-01'])).toEqual([46_447, 61]);
  });

  it.each([
    ['moment', '1899-12-31T00:00:00.000Z'],
    ['day', '0001-01-01'],
    ['day', '1900-02-28'],
    ['day', 'soon'],
    ['number', '1234567890123456'],
    ['number', '12345678901234.56'],
    ['number', '1e5'],
    ['number', '0x10'],
  ] as const)('EX-1 what no %s cell can hold exactly stays text: %s', async (kind, value) => {
    expect(await cellsOf(kind, [value])).toEqual([value]);
  });

  it('EX-1 amounts are numbers with the digits of their currency', async () => {
    const rows = readSheet(await oneColumn('number', ['12500.50', '5', '-0.05', '1.234', '999999999999999']));
    expect(rows.slice(1).map(({ A }) => [A?.value, A?.format])).toEqual([
      [12_500.5, 5],
      [5, 4],
      [-0.05, 5],
      [1.234, 6],
      [999_999_999_999_999, 4],
    ]);
  });

  it('EX-1 the header stays in view and filters, and columns have their width', async () => {
    const columns = columnsOf(Array.from({ length: 30 }, () => 'text' as const));
    const row = columns.map(({ header }) => `of ${header}`);
    const file = unzip(await join(writeXlsx({ name: 'Leads', columns, rows: batches([row]) })));
    const sheet = file.get('xl/worksheets/sheet1.xml')?.toString() ?? '';
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('<autoFilter ref="A1:AD2"/>');
    expect(sheet).toContain('<col min="30" max="30" width="12" customWidth="1"/>');
    expect(sheet).toContain('<c r="AD2"');
    expect(file.get('xl/workbook.xml')?.toString()).toContain("'Leads'!$A$1:$AD$2</definedName>");
  });

  it('EX-1 without rows, there is the header', async () => {
    expect(readSheet(await oneColumn('text', []))).toEqual([{ A: { value: 'Column 1', format: 7 } }]);
  });

  it.each([{ mostRows: 4 }, { mostBytes: 1 }])(
    'EX-1 goes on on the next sheet where one is full: %j',
    async (limits) => {
      const rows = Array.from({ length: 7 }, (_, at) => [`row ${at}`]);
      const book: Workbook = {
        ...{ name: 'Leads', columns: columnsOf(['text']), ...limits },
        rows: batches(rows.slice(0, 2), [], rows.slice(2, 3), rows.slice(3)),
      };
      const archive = await join(writeXlsx(book));
      const sheets = [...unzip(archive).keys()].filter((name) => name.startsWith('xl/worksheets/'));
      expect(sheets.length).toBeGreaterThan(1);
      const read = sheets.flatMap((_, at) => readSheet(archive, at + 1).slice(1));
      expect(read.map(({ A }) => A?.value)).toEqual(rows.flat());
      expect(unzip(archive).get('xl/workbook.xml')?.toString()).toContain(
        '<sheet name="Leads 2" sheetId="2"',
      );
    },
  );

  it('EX-1 rows that break off leave nothing that can be opened', async () => {
    async function* breaking() {
      yield [['a']];
      throw new Error('the connection broke');
    }
    const parts: Buffer[] = [];
    const reading = async () => {
      for await (const part of writeXlsx({ name: 'Leads', columns: columnsOf(['text']), rows: breaking() }))
        parts.push(part);
    };
    await expect(reading()).rejects.toThrow('the connection broke');
    expect(() => unzip(Buffer.concat(parts))).toThrow('no directory');
  });

  it('EX-1 a reader who leaves ends the reading of rows', async () => {
    let ended = false;
    async function* endless() {
      try {
        for (let row = 0; ; row++) yield Array.from({ length: 1000 }, () => [`row ${row}`]);
      } finally {
        ended = true;
      }
    }
    let count = 0;
    for await (const _ of writeXlsx({ name: 'Leads', columns: columnsOf(['text']), rows: endless() }))
      if (++count > 20) break;
    expect(ended).toBe(true);
  });

  it('EX-1 an archive never claims more than its format can hold', async () => {
    const gigabyte = Buffer.alloc(2 ** 20);
    function* large() {
      for (let at = 0; at <= 4096; at++) yield gigabyte;
    }
    await expect(join(zip([{ name: 'large', content: large() }]))).rejects.toThrow('more than 4 GB');
  }, 120_000);
});
