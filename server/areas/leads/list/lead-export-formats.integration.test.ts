import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportHeaders } from '../../../../contract/leads/export-columns.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { momentOf, readRecords, readSheet } from '../../../../test/read-xlsx.ts';
import { problemOf, testNow } from '../../../../test/server.ts';

const { server, world } = useLeadWorld();

beforeAll(async () => {
  await world.acceptedLead({
    ...{ country: 'JP', customer_name: '007', offer_title: '=cmd|calc', crm_id: '12345678901234567890' },
    ...{ contact_first_name: '-Ada', contact_phone: '+49 30 901820', phone_e164: '+4930901820' },
    message: 'He said "a;b, c\td",\r\nthen left; 日本語 \\N \u000b_x0041_',
    received_at: new Date('2026-11-01T23:30:00.125Z'),
    ...{ deal_value_minor: 1_250_050, final_value_minor: 5, final_value_currency: 'JPY', status: 'Won' },
    closed_at: testNow,
  });
  await world.lead({ country: 'JP', customer_name: 'Expired', expires_at: new Date(testNow.getTime() - 1) });
});

const ask = (query: string, as = world.as.admin) =>
  server.request('GET', `/api/v1/leads/export?country=JP&sort=customerName&${query}`, { as });

async function bytesOf(query: string): Promise<Buffer> {
  const cookie = 'cookie' in world.as.admin ? world.as.admin.cookie : '';
  const answer = await fetch(`${server.address}/api/v1/leads/export?country=JP&sort=customerName&${query}`, {
    headers: { cookie },
  });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

type Row = Record<string, string>;
const read = (text: string, delimiter: string): Row[] => parse(text, { bom: true, columns: true, delimiter });

/** What is in front of a formula, taken away. */
const asWritten = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value.replace(/^'/, '')]));

const dates = ['LeadCreationDateTime', 'AcceptedDateTime', 'ClosedDateTime', 'ExpirationDateTime'];

/** A row of the sheet, as CSV writes it. */
function asInCsv(row: Record<string, string | number>): Row {
  const written = (name: string, value: string | number) => {
    if (value === '') return '';
    if (dates.includes(name)) return momentOf(value);
    if (name === 'EstimatedPurchaseDate') return momentOf(value).slice(0, 10);
    return name === 'EstimatedValue' ? Number(value).toFixed(2) : String(value);
  };
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, written(name, value)]));
}

describe('EX-1: formats of an export', () => {
  it.each([
    ['format=csv&separator=semicolon', ';', 'text/csv; charset=utf-8', 'csv'],
    ['format=tsv', '\t', 'text/tab-separated-values; charset=utf-8', 'tsv'],
  ])('EX-1 holds the same in each: %s', async (query, separator, contentType, extension) => {
    const answer = await ask(query);
    expect(answer.headers.get('content-type')).toBe(contentType);
    expect(answer.headers.get('content-disposition')).toContain(`-2-rows.${extension}"`);
    const [commas, others] = [read((await ask('')).text, ','), read(answer.text, separator)];
    expect(others.map(asWritten)).toEqual(commas.map(asWritten));
    expect(Object.keys(others[0] ?? {})).toEqual(exportHeaders);
  });

  it('EX-1 makes a formula harmless wherever a program might split a cell', async () => {
    await world.lead({ country: 'KR', customer_name: 'a,=1+1' });
    const name = 'country=KR&columns=CustomerName';
    const exported = async (query: string) =>
      (await server.request('GET', `/api/v1/leads/export?${query}`, { as: world.as.admin })).text;
    expect(await exported(`${name}&separator=semicolon`)).toContain(`"a,'=1+1"`);
    expect(await exported(name)).toContain('"a,=1+1"');
    expect((await ask('columns=OfferTitle&format=tsv')).text).toContain(`"'=cmd|calc"`);
  });

  it('EX-1 an XLSX file holds exactly what the CSV file does: text as text, dates and amounts as such', async () => {
    const rows = readRecords(await bytesOf('format=xlsx'));
    const plain = rows.map(asInCsv);
    expect(plain).toEqual(read((await ask('')).text, ',').map(asWritten));
    expect(rows[0]).toMatchObject({
      ...{ CustomerName: '007', CrmId: '12345678901234567890', OfferTitle: '=cmd|calc' },
      ...{ Phone: '+49 30 901820', PhoneE164: '+4930901820', EstimatedValue: 12_500.5, FinalValue: 5 },
    });
    expect(rows[1]).toMatchObject({ CustomerName: 'Expired', Outcome: 'Expired', ContactFirstName: '' });
  });

  it('EX-1 an XLSX file is sent as one, and its name proves its rows', async () => {
    const answer = await ask('format=xlsx');
    expect(answer.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="leadlight-marketplace-leads-2026-11-20-2-rows.xlsx"',
    );
    expect(answer.headers.get('x-total-rows')).toBe('2');
  });

  it.each(['csv', 'xlsx'])('EX-1 has the columns that are asked for, in their order: %s', async (format) => {
    const columns = [
      'Phone',
      'PhoneE164',
      'CustomerName',
      'EstimatedValue',
      'Outcome',
      'LeadCreationDateTime',
    ];
    const query = `format=${format}&${columns.map((one) => `columns=${one}`).join('&')}`;
    const rows =
      format === 'csv'
        ? parse((await ask(query)).text, { bom: true })
        : readSheet(await bytesOf(query)).map((row) => Object.values(row).map(({ value }) => String(value)));
    expect(rows[0]).toEqual(columns);
    expect(rows[1]?.slice(0, 3)).toEqual(['+49 30 901820', '+4930901820', '007']);
    expect(Number(rows[1]?.[3])).toBe(12_500.5);
    expect(rows[1]?.[4]).toBe('Won');
  });

  it('LC-4 one withheld column alone is empty, and the line is there', async () => {
    const answer = await ask('columns=ContactFirstName&separator=semicolon');
    expect(answer.text).toBe('ContactFirstName\r\n"\'-Ada"\r\n\r\n');
  });

  it.each(['format=ods', 'separator=tab', 'columns=Password', 'columns=customerName', 'column=Phone'])(
    'EX-1 refuses what it does not know: %s',
    async (query) => {
      expect(problemOf(await ask(query)).code).toBe('invalid-request');
    },
  );

  it('EX-1 in German, headers, words and the file’s name are German, in text and in a workbook', async () => {
    await world.lead({ country: 'NO', is_test: true, email_validity: 'Spam', contact_email: 'a@b.example' });
    const columns = ['LeadCreationDateTime', 'Status', 'CallToAction', 'EmailValidity', 'Country', 'Test'];
    const query = `country=NO&language=de&${columns.map((one) => `columns=${one}`).join('&')}`;
    const asked = (more: string, as = world.as.admin) =>
      server.request('GET', `/api/v1/leads/export?${query}${more}`, { as });
    const answer = await asked('');
    const expected = [
      ['Erstellt am', 'Status', 'Anliegen', 'E-Mail-Prüfung', 'Land', 'Test'],
      ['Eingegangen', 'Kontakt gewünscht', 'Spam', 'NO', 'ja'],
    ];
    const rows: string[][] = parse(answer.text, { bom: true });
    expect([rows[0], rows[1]?.slice(1)]).toEqual(expected);
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="leadlight-Marketplace-Leads-2026-11-20-1-Zeilen.csv"',
    );
    const cookie = 'cookie' in world.as.admin ? world.as.admin.cookie : '';
    const sheet = await fetch(`${server.address}/api/v1/leads/export?${query}&format=xlsx`, {
      headers: { cookie },
    });
    const cells = readSheet(Buffer.from(await sheet.arrayBuffer())).map((row) =>
      Object.values(row).map(({ value }) => String(value)),
    );
    expect([cells[0], cells[1]?.slice(1)]).toEqual(expected);
  });

  it('EX-1 a reader of German gets the words of the API unless they ask for others', async () => {
    const answer = await server.request('GET', '/api/v1/leads/export?country=JP', {
      as: world.as.admin,
      headers: { 'accept-language': 'de' },
    });
    expect(Object.keys(read(answer.text, ',')[0] ?? {})).toEqual(exportHeaders);
    expect(problemOf(await ask('language=tlh')).code).toBe('invalid-request');
  });

  it('ID-7 the access log has format and columns', async () => {
    await ask('format=xlsx&columns=Phone&columns=CustomerName');
    const entry = await server.database.ownerDb
      .selectFrom('access_log')
      .select(['detail', 'facts'])
      .where('action', '=', 'lead.export')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(entry.detail).toBe('2 leads of the tab marketplace, XLSX');
    expect(entry.facts).toMatchObject({ format: 'xlsx', columns: ['Phone', 'CustomerName'], rows: 2 });
  });

  it.each(['user', 'accountAdmin'] as const)(
    'ID-1 is refused to a person without the role: %s',
    async (who) => {
      expect((await ask('format=xlsx', world.as[who])).status).toBe(403);
    },
  );

  it('ID-2 holds nothing of another organization', async () => {
    const answer = await ask('format=csv', world.as.fabrikamAdmin);
    expect(read(answer.text, ',')).toEqual([]);
  });
});
