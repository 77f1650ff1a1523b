import { describe, expect, it } from 'vitest';
import { leadImport } from '../../../contract/imports/imports.ts';
import { useLeadWorld } from '../../../test/lead-world.ts';
import { body, testNow } from '../../../test/server.ts';
import { workbookParts, zipOf } from '../../engines/table-files/table/workbook.fixture.ts';
import { importTools } from './imports.fixture.ts';

const { server, world } = useLeadWorld({
  emptied: ['lead_import_row', 'lead_import', 'lead_import_mapping', 'stored_file', 'lead'],
});
const tools = importTools({ server, world });

const file = (...lines: string[]) => `${lines.join('\r\n')}\r\n`;
const salesforce = file(
  'Lead ID,First Name,Last Name,Title,Company / Account,Email,Phone,Country,Lead Status,Lead Source,Lead Owner,Create Date,Email Opt Out',
  '00Q1,Ana,Beispiel,CTO,Fabrikam AG,ana@fabrikam.example,+49 30 1,Germany,Open - Not Contacted,Web,Nobody Here,03/30/2025,0',
  '00Q2,Bo,Muster,,Tailspin,bo@tailspin.example,0151 2345,US,Working - Contacted,Web,,04/01/2025,1',
  '00Q3,Cy,Test,,Wingtip,not an address,,France,Closed - Converted,Web,,04/02/2025,0',
  '00Q4,Di,Probe,,Adatum,di@adatum.example,,Atlantis,Closed - Not Converted,Web,,13/32/2025,0',
  '00Q5,Ed,Zwei,,Litware,ed@litware.example,,FR,Closed - Converted,Web,,04/02/2025,0',
);

describe('EX-2: a file of another program', () => {
  it('EX-2 is recognized, looked through, and writes nothing before somebody says so', async () => {
    const one = await tools.checked(salesforce);
    expect(one).toMatchObject({
      state: 'ready',
      fileName: 'leads.csv',
      reading: {
        format: 'csv',
        encoding: 'utf-8',
        separator: ',',
        headerRow: 1,
        source: 'salesforce',
        dateOrder: 'mdy',
      },
      settings: { matchBy: 'externalId', startState: 'Accepted', notify: false },
      checkedRows: 5,
      summary: { create: 3, update: 0, unchanged: 0, skip: 0, reject: 2 },
      written: { created: 0, updated: 0, left: 0 },
      undoableUntil: null,
    });
    expect(one.columns.map(({ field }) => field)).toEqual([
      'CrmId',
      'ContactFirstName',
      'ContactLastName',
      'ContactTitle',
      'CustomerName',
      'Email',
      'Phone',
      'Country',
      'Status',
      'LeadSource',
      'AssignedTo',
      'LeadCreationDateTime',
      'DoNotContact',
    ]);
    expect(await tools.leads()).toEqual([]);
    const rows = await tools.rows(one.id);
    expect(rows.map(({ row, outcome }) => [row, outcome])).toEqual([
      [2, 'create'],
      [3, 'create'],
      [4, 'reject'],
      [5, 'reject'],
      [6, 'create'],
    ]);
    expect(rows[2]?.reasons).toEqual([
      { column: 'Email', message: 'Is not an email address. A cell holds one address.' },
    ]);
    expect(rows[3]?.reasons.map(({ column }) => column)).toEqual(['Country', 'Create Date']);
    expect(rows[0]?.reasons[0]?.column).toBe('Lead Owner');
  });

  it('EX-2 becomes leads in the states that it says, and tells nobody', async () => {
    const one = await tools.checked(salesforce);
    const done = await tools.done(one.id);
    expect(done).toMatchObject({ state: 'done', written: { created: 3, updated: 0, left: 0 } });
    const leads = await tools.leads();
    expect(leads.map((lead) => [lead.customer_name, lead.status, lead.contact_allowed])).toEqual([
      ['Fabrikam AG', 'Received', true],
      ['Litware', 'Won', true],
      ['Tailspin', 'Accepted', false],
    ]);
    expect(leads[0]).toMatchObject({
      crm_id: '00Q1',
      contact_first_name: 'Ana',
      contact_title: 'CTO',
      country: 'DE',
      contact_phone: '+49 30 1',
      location_id: world.contoso.location.id,
      received_at: new Date('2025-03-30T00:00:00.000Z'),
      expires_at: new Date(testNow.getTime() + 336 * 3_600_000),
    });
    expect(leads[1]).toMatchObject({ lost_reason: null, closed_at: new Date('2025-04-02T00:00:00.000Z') });
    expect((await server.queue.list()).map(({ name }) => name)).toEqual(['lead.check-contact']);
    const timeline = await server.request('GET', `/api/v1/leads/${leads[0]?.id}/timeline`, {
      as: world.as.admin,
    });
    expect(timeline.text).toContain('Imported from “leads.csv”');
    expect((await tools.look(one.id)).undoableUntil).toBe(
      new Date(testNow.getTime() + 7 * 86_400_000).toISOString(),
    );
  });

  it('EX-2 brought again, it finds every lead unchanged, by id and by email and customer', async () => {
    await tools.done((await tools.checked(salesforce)).id);
    const again = await tools.checked(salesforce);
    expect(again.summary).toEqual({ create: 0, update: 0, unchanged: 3, skip: 0, reject: 2 });
    await tools.change(again.id, { matchBy: 'emailAndCustomer' });
    await tools.work();
    expect((await tools.look(again.id)).summary).toEqual({
      create: 0,
      update: 0,
      unchanged: 3,
      skip: 0,
      reject: 2,
    });
    expect((await tools.act(again.id, 'run')).status).toBe(409);
  });

  it('EX-2 rejected rows come as a file of the same shape, which can be corrected and brought again', async () => {
    const one = await tools.checked(salesforce);
    await tools.done(one.id);
    const text = await tools.rejected(one.id);
    const lines = text.replace('\ufeff', '').trim().split('\r\n');
    expect(lines[0]).toBe(`${salesforce.split('\r\n')[0]},Column,Reason`);
    expect(lines[1]).toContain(',Email,');
    const corrected = text
      .replace('not an address', 'cy@wingtip.example')
      .replace('Atlantis', 'Italy')
      .replace('13/32/2025', '12/31/2024');
    const again = await tools.checked(corrected);
    expect(again.summary).toEqual({ create: 2, update: 0, unchanged: 0, skip: 0, reject: 0 });
    await tools.done(again.id);
    expect((await tools.leads()).length).toBe(5);
  });

  it('EX-2 columns can be chosen otherwise, and are remembered for files with the same header', async () => {
    const text = file(
      'Kunde;Mail;Summe;Zuletzt',
      'Fabrikam;a@fabrikam.example;1.200,50;x',
      'Adatum;b@adatum.example;99;y',
    );
    const one = await tools.checked(text);
    expect(one.columns.map(({ field }) => field)).toEqual(['CustomerName', 'Email', null, null]);
    const columns = [
      { column: 3, field: 'EstimatedValue' },
      { column: 4, field: 'Notes' },
    ];
    const changed = await tools.change(one.id, { columns, decimalSign: ',', currency: 'CHF' });
    expect(changed.status).toBe(200);
    await tools.work();
    await tools.done(one.id);
    expect(
      (await tools.leads()).map((lead) => [lead.deal_value_minor, lead.deal_currency, lead.deal_notes]),
    ).toEqual([
      [9900, 'CHF', 'y'],
      [120_050, 'CHF', 'x'],
    ]);
    const again = await tools.checked(text);
    expect(again.columns.map(({ field }) => field)).toEqual([
      'CustomerName',
      'Email',
      'EstimatedValue',
      'Notes',
    ]);
    const twice = await tools.change(again.id, { columns: [{ column: 4, field: 'Email' }] });
    expect(twice.status).toBe(400);
    expect((await tools.change(again.id, { columns: [{ column: 9, field: null }] })).status).toBe(400);
  });
});

describe('EX-2: rows and the leads that are here', () => {
  it('EX-2 change deals and imported contacts, and leave the rest as it is', async () => {
    const accepted = await world.acceptedLead({
      customer_name: 'Fabrikam',
      contact_email: 'a@fabrikam.example',
      crm_id: 'A1',
    });
    const text = file(
      'CRM ID,Company,Email,Deal name,Status',
      'A1,Fabrikam,new@fabrikam.example,New deal,Won',
    );
    const one = await tools.checked(text);
    expect(one.summary).toMatchObject({ update: 1 });
    const [row] = await tools.rows(one.id);
    expect(row?.reasons.map(({ column }) => column)).toEqual(['Email', 'Status']);
    await tools.done(one.id);
    const lead = await server.database.ownerDb
      .selectFrom('lead')
      .selectAll()
      .where('id', '=', accepted)
      .executeTakeFirstOrThrow();
    expect(lead).toMatchObject({
      deal_name: 'New deal',
      contact_email: 'a@fabrikam.example',
      status: 'Accepted',
    });
    const undone = await tools.done(one.id, 'undo');
    expect(undone).toMatchObject({ state: 'undone', undone: { removed: 0, restored: 1, kept: 0 } });
  });

  it('EX-2 the same lead twice in a file is written once', async () => {
    const text = file(
      'Company,Email',
      'Fabrikam,a@fabrikam.example',
      'FABRIKAM ,A@fabrikam.example',
      'Fabrikam,other@fabrikam.example',
    );
    const one = await tools.checked(text);
    expect(one.summary).toEqual({ create: 2, update: 0, unchanged: 0, skip: 1, reject: 0 });
    expect((await tools.rows(one.id, '&outcome=skip'))[0]?.reasons[0]?.message).toBe(
      'Is the same lead as row 2.',
    );
  });

  it('EX-2 two imports of the same file at once write each lead once', async () => {
    const text = file('Company,Email', 'Fabrikam,a@fabrikam.example', 'Adatum,b@adatum.example');
    const [one, two] = [await tools.checked(text), await tools.checked(text)];
    await tools.act(one.id, 'run');
    await tools.act(two.id, 'run');
    await tools.work();
    expect((await tools.leads()).length).toBe(2);
    const written = [await tools.look(one.id), await tools.look(two.id)].map((each) => each.written);
    expect(written).toContainEqual({ created: 2, updated: 0, left: 0 });
    expect(written).toContainEqual({ created: 0, updated: 0, left: 2 });
  });

  it('EX-2 an update of a lead that somebody changed after the dry run is left alone', async () => {
    await world.acceptedLead({ customer_name: 'Fabrikam', crm_id: 'A1', deal_name: 'Old' });
    const one = await tools.checked(file('CRM ID,Deal name', 'A1,New'));
    await server.database.ownerPool.query(`update lead set version = version + 1, deal_name = 'Theirs'`);
    expect(await tools.done(one.id)).toMatchObject({ written: { created: 0, updated: 0, left: 1 } });
    expect((await tools.rows(one.id, '&result=left'))[0]?.reasons[0]?.message).toContain('after the dry run');
  });
});

describe('EX-2: an import is taken back', () => {
  it('EX-2 as far as nobody worked on its leads since, and says which ones stay', async () => {
    const one = await tools.checked(salesforce);
    await tools.done(one.id);
    await server.database.ownerPool.query(`update lead set version = 2 where customer_name = 'Tailspin'`);
    const undone = await tools.done(one.id, 'undo');
    expect(undone).toMatchObject({
      state: 'undone',
      undoableUntil: null,
      undone: { removed: 2, restored: 0, kept: 1 },
    });
    expect((await tools.leads()).map((lead) => lead.customer_name)).toEqual(['Tailspin']);
    const kept = await tools.rows(one.id, '&result=kept');
    expect(kept.map(({ row, reasons }) => [row, reasons[0]?.message])).toEqual([
      [3, 'Someone worked on this lead after the import.'],
    ]);
    expect((await tools.act(one.id, 'undo')).status).toBe(409);
  });

  it('EX-2 for seven days', async () => {
    const one = await tools.checked(salesforce);
    await tools.done(one.id);
    server.clock.set(new Date(testNow.getTime() + 7 * 86_400_000));
    expect((await tools.look(one.id)).undoableUntil).toBeNull();
    const late = await tools.act(one.id, 'undo');
    expect(late.status).toBe(409);
    expect(late.text).toContain('That time is over');
  });
});

describe('EX-2: a workbook', () => {
  it('EX-2 is read as it is shown: dates, leading zeros, formulas with their last value', async () => {
    const rows =
      '<row r="1"><c t="inlineStr"><is><t>Company</t></is></c><c t="inlineStr"><is><t>Phone</t></is></c><c t="inlineStr"><is><t>Created on</t></is></c><c t="inlineStr"><is><t>Value</t></is></c></row>' +
      '<row r="2"><c t="inlineStr"><is><t>Adatum</t></is></c><c t="inlineStr"><is><t>0049151123456789</t></is></c><c s="1"><v>45991</v></c><c><f>1+1</f><v>12.5</v></c></row>';
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const workbook = zipOf(workbookParts(rows, { 'xl/styles.xml': styles }));
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const { id } = body(leadImport, await tools.send(workbook, world.as.admin, type));
    await tools.work();
    const one = await tools.look(id);
    expect(one).toMatchObject({
      state: 'ready',
      reading: { format: 'xlsx', sheet: 'Leads', formulas: true },
      summary: { create: 1 },
    });
    await tools.done(id);
    expect((await tools.leads())[0]).toMatchObject({
      contact_phone: '0049151123456789',
      received_at: new Date('2025-11-30T00:00:00.000Z'),
      deal_value_minor: 1250,
    });
  });
});
