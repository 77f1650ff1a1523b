import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { testNow } from '../../../../test/server.ts';

const { server, world } = useLeadWorld();

const exported = async (query: string) =>
  (await server.request('GET', `/api/v1/leads/export?${query}`, { as: world.as.admin })).text;
const read = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true });

describe('EX-1: cells of an export', () => {
  it('EX-1 hold what people wrote, whatever signs are in it', async () => {
    const written = [
      ...[
        'a\\b',
        '\\',
        '"',
        '""',
        'x,(y)',
        ' lead and trail ',
        'ta\tb',
        'new\nline',
        'semi;colon',
        '\u001e',
        '{}',
      ],
      ...['', '😀 ß', 'mid - dash', 'a@b'],
    ];
    for (const text of written) {
      await world.acceptedLead({
        country: 'NZ',
        customer_name: `n${text}`,
        contact_first_name: `f${text}`,
        deal_notes: text,
        crm_id: null,
      });
    }
    const file = await exported('country=NZ');
    // In quotes: some spreadsheets also split lines at semicolons.
    expect(file).toContain(',"semi;colon",');
    const cells = read(file).map((row) => [row.CustomerName, row.ContactFirstName, row.Notes, row.CrmId]);
    expect(cells.toSorted()).toEqual(written.map((text) => [`n${text}`, `f${text}`, text, '']).toSorted());
  });

  it('EX-1 are those of the leads asked for, whatever signs the filter has', async () => {
    const names = [`O'Brien`, 'back\\slash', `\\' or true --`, '$1 {$2}', 'a,"b"', 'é 日本 ;'];
    for (const customer_name of names) await world.lead({ country: 'FJ', customer_name });
    for (const name of names) {
      const rows = read(await exported(`country=FJ&customerName=${encodeURIComponent(name)}`));
      expect(rows.map((row) => row.CustomerName)).toEqual([name]);
    }
    const both = names.slice(0, 2).map((name) => `&customerName=${encodeURIComponent(name)}`);
    expect(read(await exported(`country=FJ${both.join('')}`)).length).toBe(2);
  });

  it.each([
    ['2026-11-01T23:30:00.125Z'],
    ['2026-11-01T23:30:00.120Z'],
    ['2026-11-01T23:30:00.500Z'],
    ['2026-11-01T23:30:00.000Z'],
    ['2026-02-28T00:00:00.001Z'],
  ])('EX-1 write moments to the millisecond, in UTC: %s', async (moment) => {
    await world.lead({ country: 'IS', received_at: new Date(moment) });
    const rows = read(await exported('country=IS'));
    expect(rows.map((row) => row.LeadCreationDateTime)).toEqual([moment]);
    expect(rows[0]?.AcceptedDateTime).toBe('');
    await server.database.ownerPool.query("delete from lead where country = 'IS'");
  });

  it.each([
    [-1, 'Received'],
    [0, 'Archived'],
    [1, 'Archived'],
    [499, 'Archived'],
    [-500, 'Received'],
  ])('LC-4 a lead is judged at the moment of the export, %d ms after its end', async (late, status) => {
    const expires_at = new Date(testNow.getTime() - late);
    for (const country of ['IS', 'FO']) await world.lead({ country, expires_at, contact_first_name: 'Ada' });
    const [row] = read(await exported('country=IS'));
    expect(row).toMatchObject({ Status: status, ContactFirstName: status === 'Received' ? 'Ada' : '' });
    await server.database.ownerPool.query("delete from lead where country in ('IS', 'FO')");
  });
});
