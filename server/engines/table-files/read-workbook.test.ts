import { describe, expect, it } from 'vitest';
import { inspectTable, readTable } from './read-table.ts';
import { faultOf, sourceOf, textRows, workbookParts, zipOf } from './table/workbook.fixture.ts';
import { isDateFormat, readDateNumber, writeNumber } from './xlsx/numbers.ts';

const open = (bytes: Buffer, sheet?: string) =>
  inspectTable(sourceOf(bytes, 4096), { encoding: undefined, score: () => 0, wishes: { sheet } });

async function readCells(sheetRows: string, more: Record<string, string> = {}) {
  const bytes = zipOf(workbookParts(sheetRows, more));
  const { shape, remarks, sheets } = await open(bytes);
  const cells: (readonly string[])[] = [];
  for await (const row of readTable(sourceOf(bytes, 4096), { ...shape, headerRow: 0 })) cells.push(row.cells);
  return { cells, remarks, sheets };
}

const sharedTexts = (...texts: string[]) => ({
  'xl/sharedStrings.xml': `<sst>${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
});
const styles = {
  'xl/styles.xml':
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="4"/></cellXfs></styleSheet>',
};

describe('EX-2: a workbook is read', () => {
  it('EX-2 with shared, rich and inline texts as they are, digits and plus signs too', async () => {
    const { cells } = await readCells(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>00049151123456789012</t></is></c></row><row r="3"><c r="B3" t="s"><v>2</v></c></row>',
      sharedTexts(
        '<t>+49 30 1</t>',
        '<r><t>Ri</t></r><r><t>ch</t></r><rPh><t>no</t></rPh>',
        '<t>a_x000D_\nb &amp; c</t>',
      ),
    );
    expect(cells).toEqual([
      ['+49 30 1', 'Rich', '', '00049151123456789012'],
      ['', 'a\r\nb & c'],
    ]);
  });

  it('EX-2 with numbers as people write them, and dates where they are shown as dates', async () => {
    const { cells } = await readCells(
      '<row r="1"><c><v>1.2E+15</v></c><c><v>0.1</v></c><c s="1"><v>45991</v></c><c s="2"><v>45991.385416666664</v></c><c s="3"><v>1234.5</v></c><c t="b"><v>1</v></c><c t="d"><v>2025-12-01</v></c></row>',
      styles,
    );
    expect(cells).toEqual([
      ['1200000000000000', '0.1', '2025-11-30', '2025-11-30T09:15:00', '1234.5', 'true', '2025-12-01'],
    ]);
  });

  it('EX-2 with dates that count from 1904', async () => {
    const { cells } = await readCells('<row r="1"><c s="1"><v>44529</v></c><c><v>1</v></c></row>', {
      ...styles,
      'xl/workbook.xml':
        '<workbook><workbookPr date1904="1"/><sheets><sheet name="Leads" r:id="rId1"/></sheets></workbook>',
    });
    expect(cells).toEqual([['2025-11-30', '1']]);
  });

  it('EX-2 formulas count with the value that they had, and other files are not opened', async () => {
    const { cells, remarks } = await readCells(
      '<row r="1"><c><f>HYPERLINK("https://evil.example")</f><v>5</v></c><c t="str"><f>A1&amp;"x"</f><v>5x</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
      { 'xl/externalLinks/externalLink1.xml': '<externalLink/>' },
    );
    expect(cells).toEqual([['5', '5x', '#DIV/0!']]);
    expect(remarks).toMatchObject({ formulas: 3, externalLinks: true });
  });

  it('EX-2 hidden sheets are left out, and a person may choose among the others', async () => {
    const rows = (text: string) =>
      `<worksheet><sheetData>${textRows([
        [text, 'B'],
        ['1', '2'],
      ])}</sheetData></worksheet>`;
    const bytes = zipOf(
      workbookParts('', {
        'xl/workbook.xml':
          '<workbook><sheets><sheet name="Secret" state="hidden" r:id="rId1"/><sheet name="First" r:id="rId2"/><sheet name="Second" r:id="rId3"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Target="worksheets/sheet3.xml"/></Relationships>',
        'xl/worksheets/sheet2.xml': rows('one'),
        'xl/worksheets/sheet3.xml': rows('two'),
      }),
    );
    expect(await open(bytes)).toMatchObject({ sheets: ['First', 'Second'], header: ['one', 'B'] });
    expect(await open(bytes, 'Second')).toMatchObject({ header: ['two', 'B'], shape: { sheet: 'Second' } });
    expect(await faultOf(open(bytes, 'Secret'))).toEqual(['no-sheet']);
  });
});

describe('EX-2: a workbook that harms is refused', () => {
  const refusal = (bytes: Buffer) => faultOf(open(bytes));

  it.each<[string, Buffer, [string, number?, number?]]>([
    ['with macros', zipOf(workbookParts(textRows([['a', 'b']]), { 'xl/vbaProject.bin': 'x' })), ['macros']],
    ['another package', zipOf({ 'word/document.xml': '<a/>' }), ['no-table']],
    ['cut off', zipOf(workbookParts(textRows([['a', 'b']]))).subarray(0, 300), ['damaged']],
    ['with broken XML', zipOf(workbookParts('<row r="1"><c></row>')), ['damaged']],
    [
      'with entities',
      zipOf(workbookParts('', { 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>' })),
      ['damaged'],
    ],
    ['that is empty', zipOf(workbookParts('')), ['empty']],
    [
      'with 10,000 columns',
      zipOf(workbookParts('<row r="1"><c r="A1"><v>1</v></c><c r="NTP1"><v>1</v></c></row>')),
      ['too-many-columns', 1, 501],
    ],
    [
      'with one cell of gigabytes',
      zipOf(workbookParts(`<row r="1"><c t="inlineStr"><is><t>${'a'.repeat(3_000_000)}</t></is></c></row>`)),
      ['row-too-long'],
    ],
  ])('EX-2 %s', async (_, bytes, fault) => {
    expect(await refusal(bytes)).toEqual(fault);
  });

  it('EX-2 that unpacks to a multiple of its size, in little memory', async () => {
    const bomb = zipOf(
      workbookParts('', { 'xl/worksheets/sheet1.xml': `<worksheet>${'<a/>'.repeat(9_000_000)}` }),
    );
    expect(bomb.length).toBeLessThan(400_000);
    const before = process.memoryUsage().rss;
    expect(await refusal(bomb)).toEqual(['bomb']);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });
});

describe('EX-2: numbers and dates of workbooks', () => {
  it.each<[number, 1900 | 1904, string | undefined]>([
    [1, 1900, '1900-01-01'],
    [59, 1900, '1900-02-28'],
    [60, 1900, undefined],
    [61, 1900, '1900-03-01'],
    [45991, 1900, '2025-11-30'],
    [0, 1904, '1904-01-01'],
    [44529, 1904, '2025-11-30'],
    [2958465, 1900, '9999-12-31'],
    [-1, 1900, undefined],
    [1e9, 1900, undefined],
  ])('EX-2 %d since %d is %s', (serial, system, date) => {
    expect(readDateNumber(serial, system)).toBe(date);
  });

  it.each([
    ['1.2E+15', '1200000000000000'],
    ['4915112345678', '4915112345678'],
    ['0.30000000000000004', '0.3'],
    ['1E-7', '0.0000001'],
    ['1e21', '1000000000000000000000'],
    ['-5', '-5'],
    ['abc', 'abc'],
    ['', ''],
  ])('EX-2 %s is written %s', (raw, written) => {
    expect(writeNumber(raw)).toBe(written);
  });

  it.each<[number, string | undefined, boolean]>([
    [14, undefined, true],
    [4, undefined, false],
    [164, 'yyyy-mm-dd', true],
    [165, '#,##0.00 "days"', false],
    [166, '[Red]0.00', false],
    [167, '[h]:mm', true],
    [168, 'General', false],
  ])('EX-2 format %d %s shows a date: %s', (id, code, isDate) => {
    expect(isDateFormat(id, code)).toBe(isDate);
  });
});
