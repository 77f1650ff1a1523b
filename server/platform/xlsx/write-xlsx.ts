import { type CellKind, cellXml, headerXml, stylesXml } from './xlsx-cells.ts';
import { xmlText } from './xlsx-text.ts';
import { type ZipEntry, zip } from './zip-writer.ts';

/** A column of a sheet. */
export interface SheetColumn {
  readonly header: string;
  readonly kind: CellKind;
  /** In characters. */
  readonly width: number;
}

export type SheetRow = readonly (string | null)[];

/** A table that becomes a file; it continues on further sheets where one cannot hold it. */
export interface Workbook {
  /** The name of the first sheet; the next ones are numbered. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** Cells in the order of the columns; empty ones are null or ''. */
  readonly rows: AsyncIterable<readonly SheetRow[]>;
  /** Rows of a sheet, the first line included. */
  readonly mostRows?: number;
  /** Bytes of a sheet before they are packed. */
  readonly mostBytes?: number;
}

/** What the format allows. */
const mostRows = 1_048_576;
/** A sheet stays well below what an archive can hold of one file. */
const mostBytes = 2_000_000_000;

/**
 * Streams a table as XLSX (ECMA-376), with flat memory: the first line stays in view and filters, text stays text, and
 * moments, days and numbers are such.
 */
export function writeXlsx(workbook: Workbook): AsyncGenerator<Buffer> {
  return zip(entriesOf(workbook));
}

interface Sheet {
  readonly name: string;
  /** The letters of its last column. */
  readonly lastColumn: string;
  /** Known when it is written. */
  lastRow: number;
}

async function* entriesOf(workbook: Workbook): AsyncGenerator<ZipEntry> {
  yield entry('[Content_Types].xml', contentTypes);
  yield entry('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]));
  yield entry('xl/styles.xml', stylesXml);
  const rows = new RowSource(workbook.rows);
  const sheets: Sheet[] = [];
  try {
    do {
      const name = sheets.length === 0 ? workbook.name : `${workbook.name} ${sheets.length + 1}`;
      const sheet: Sheet = { name, lastColumn: columnName(workbook.columns.length - 1), lastRow: 1 };
      sheets.push(sheet);
      yield { name: `xl/worksheets/sheet${sheets.length}.xml`, content: sheetXml(workbook, rows, sheet) };
    } while (await rows.hasMore());
  } finally {
    await rows.end();
  }
  yield entry('xl/workbook.xml', workbookXml(sheets));
  const targets = sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const);
  yield entry('xl/_rels/workbook.xml.rels', relations([...targets, ['styles', 'styles.xml']]));
}

/** Hands out rows in the numbers that sheets have room for. */
class RowSource {
  private readonly batches: AsyncIterator<readonly SheetRow[]>;
  private rest: readonly SheetRow[] = [];

  constructor(rows: AsyncIterable<readonly SheetRow[]>) {
    this.batches = rows[Symbol.asyncIterator]();
  }

  async hasMore(): Promise<boolean> {
    while (this.rest.length === 0) {
      const next = await this.batches.next();
      if (next.done) return false;
      this.rest = next.value;
    }
    return true;
  }

  /** The next rows, at most that many; none at the end. */
  async take(most: number): Promise<readonly SheetRow[]> {
    if (!(await this.hasMore())) return [];
    const taken = this.rest.slice(0, most);
    this.rest = this.rest.slice(most);
    return taken;
  }

  async end(): Promise<void> {
    await this.batches.return?.();
  }
}

async function* sheetXml(workbook: Workbook, rows: RowSource, sheet: Sheet): AsyncGenerator<Buffer> {
  const { columns } = workbook;
  const places = columns.map((_, at) => columnName(at));
  const headers = columns.map(({ header }, at) => headerXml(header, `${places[at]}1`));
  yield Buffer.from(`${sheetStart(columns)}<row r="1">${headers.join('')}</row>`);
  let row = 1;
  let bytes = 0;
  for (;;) {
    const room = bytes < (workbook.mostBytes ?? mostBytes) ? (workbook.mostRows ?? mostRows) - row : 0;
    const batch = room > 0 ? await rows.take(room) : [];
    if (batch.length === 0) break;
    const part = Buffer.from(batch.map((cells) => rowXml(columns, places, cells, ++row)).join(''));
    bytes += part.length;
    yield part;
  }
  sheet.lastRow = row;
  const area = `A1:${sheet.lastColumn}${row}`;
  yield Buffer.from(
    `</sheetData><autoFilter ref="${area}"/>` +
      `<ignoredErrors><ignoredError sqref="${area}" numberStoredAsText="1"/></ignoredErrors></worksheet>`,
  );
}

function rowXml(
  columns: readonly SheetColumn[],
  places: readonly string[],
  cells: SheetRow,
  row: number,
): string {
  let xml = `<row r="${row}">`;
  for (let at = 0; at < columns.length; at++) {
    const value = cells[at];
    const kind = columns[at]?.kind;
    if (value && kind) xml += cellXml(kind, value, `${places[at]}${row}`);
  }
  return `${xml}</row>`;
}

/** `A` to `Z`, then `AA`. */
function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter;
}

const xmlStart = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Every part that is not named is a sheet: how many there will be, nobody knows yet. */
const contentTypes =
  `${xmlStart}<Types xmlns="${packaged}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Default Extension="xml" ContentType="${sheetType}.worksheet+xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/></Types>`;

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${xmlStart}<Relationships xmlns="${packaged}/relationships">${all.join('')}</Relationships>`;
}

function sheetStart(columns: readonly SheetColumn[]): string {
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    `${xmlStart}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>`
  );
}

function workbookXml(sheets: readonly Sheet[]): string {
  const listed = sheets.map(
    ({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const filters = sheets.map(
    ({ name, lastColumn, lastRow }, at) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">` +
      `'${xmlText(name)}'!$A$1:$${lastColumn}$${lastRow}</definedName>`,
  );
  return (
    `${xmlStart}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${listed.join('')}</sheets>` +
    `<definedNames>${filters.join('')}</definedNames></workbook>`
  );
}

function entry(name: string, xml: string): ZipEntry {
  return { name, content: [Buffer.from(xml)] };
}
