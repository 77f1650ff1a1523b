import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { leadPage } from '../../../../contract/leads/lead-list.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { body, testNow } from '../../../../test/server.ts';
import { newId } from '../../../platform/ids.ts';
import { insertManyLeads } from './many-leads.fixture.ts';

const { server, world } = useLeadWorld();

beforeAll(async () => {
  const { make } = server;
  const nasty = { message: 'He said "=1+1",\r\nthen left; 日本語', customer_name: '=cmd|calc' };
  await make.acceptedLead(world.contoso.id, {
    ...nasty,
    country: 'JP',
    location_id: world.munich.id,
    offer_title: '@Offer',
    contact_first_name: '-Ada',
    contact_phone: '+49 30 901820',
    phone_e164: '+4930901820',
    deal_value_minor: 1_250_050,
    final_value_minor: 5,
    final_value_currency: 'JPY',
    status: 'Won',
    accepted_at: new Date('2026-11-19T08:00:00.500Z'),
    closed_at: testNow,
    received_at: new Date('2026-11-01T23:30:00.125Z'),
  });
  await make.lead(world.contoso.id, { country: 'JP', status: null, is_test: true, contact_phone: null });
  await make.lead(world.contoso.id, { country: 'JP', qualification: 'SalesQualified' });
  await insertManyLeads(server, world.fabrikam.id);
});

const exported = (query: string, as = world.as.admin) =>
  server.request('GET', `/api/v1/leads/export?${query}`, { as });
const read = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true });

describe('EX-1: export', () => {
  it('EX-1 is a CSV download whose name proves its rows', async () => {
    const answer = await exported('country=JP');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="leadlight-marketplace-leads-2026-11-20-2-rows.csv"',
    );
    expect(answer.headers.get('x-total-rows')).toBe('2');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(read(answer.text).length).toBe(2);
  });

  it('EX-1 begins with the mark of UTF-8, and every line ends with CR LF', async () => {
    const response = await fetch(`${server.address}/api/v1/leads/export?country=JP`, {
      headers: 'cookie' in world.as.admin ? { cookie: world.as.admin.cookie } : {},
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(lines.join('').includes('\n')).toBe(false);
  });

  it('EX-1 holds every column of a lead, exactly', async () => {
    const [row] = read((await exported('customerName=%3Dcmd%7Ccalc')).text);
    expect(row).toMatchObject({
      LeadCreationDateTime: '2026-11-01T23:30:00.125Z',
      Status: 'Archived',
      Outcome: 'Won',
      LeadType: 'Offer',
      Qualification: 'Direct',
      CallToAction: 'ContactMe',
      LeadSource: 'AppSource',
      CustomerName: "'=cmd|calc",
      Country: 'JP',
      ContactFirstName: "'-Ada",
      Phone: '+49 30 901820',
      PhoneE164: '+4930901820',
      EmailValidity: 'Unknown',
      PhoneValidity: 'Unknown',
      ContactWithheld: '',
      Message: 'He said "=1+1",\r\nthen left; 日本語',
      OfferTitle: "'@Offer",
      Location: 'Munich',
      DealName: 'Deal',
      EstimatedValue: '12500.50',
      EstimatedValueCurrency: 'EUR',
      EstimatedPurchaseDate: '2027-03-01',
      FinalValue: '5',
      FinalValueCurrency: 'JPY',
      AcceptedDateTime: '2026-11-19T08:00:00.500Z',
      ClosedDateTime: testNow.toISOString(),
      Test: 'false',
    });
  });

  it('EX-1 new columns stand at the end', async () => {
    const header = (await exported('country=JP')).text.split('\r\n')[0]?.split(',') ?? [];
    expect(header.slice(0, 3)).toEqual(['LeadId', 'LeadCreationDateTime', 'Status']);
    expect(header.slice(-5)).toEqual([
      'AssignedTo',
      'Stage',
      'ReferralProgram',
      'ExpirationDateTime',
      'NextStepDate',
    ]);
  });

  it('EX-1 marks tests, and leaves empty what is not there', async () => {
    const row = read((await exported('country=JP')).text).find((one) => one.Test === 'true');
    expect(row).toMatchObject({ Status: '', Outcome: '', Phone: '', PhoneValidity: '', EstimatedValue: '' });
  });

  it.each([
    'sort=-createdAt',
    'sort=customerName&customerName=Customer%207&customerName=Customer%208',
    'sort=createdAt&customerName=Customer%2011&customerName=Customer%2012',
    'search=customer%209',
    'status=Won',
    'tab=qualified',
    'tab=favorites',
  ])('EX-1 is exactly the filtered list, in its order: %s', async (query) => {
    const listed: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const path: string = `/api/v1/leads?${query}&limit=200${cursor && `&cursor=${cursor}`}`;
      const page = body(leadPage, await server.request('GET', path, { as: world.as.fabrikamAdmin }));
      listed.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    }
    const answer = await exported(query, world.as.fabrikamAdmin);
    expect(read(answer.text).map((row) => row.LeadId)).toEqual(listed);
    expect(answer.headers.get('content-disposition')).toContain(`-${listed.length}-rows.csv`);
  });

  it('EX-1 holds only the leads that are named, and only those that one may see', async () => {
    const [named, other] = [await world.lead({ country: 'NL' }), await world.lead({ country: 'NL' })];
    const ask = (as: typeof world.as.admin) =>
      server.request('POST', '/api/v1/leads/export', {
        as,
        body: { country: ['NL'], leadIds: [named, newId()] },
      });
    expect(read((await ask(world.as.admin)).text).map((row) => row.LeadId)).toEqual([named]);
    expect(read((await ask(world.as.fabrikamAdmin)).text)).toEqual([]);
    await server.database.ownerPool.query('delete from lead where id = any($1)', [[named, other]]);
  });

  it('EX-1 an empty list is a file with a header', async () => {
    const answer = await exported('country=IS');
    expect(answer.text.startsWith('LeadId,LeadCreationDateTime,')).toBe(true);
    expect(read(answer.text)).toEqual([]);
    expect(answer.headers.get('content-disposition')).toContain('-0-rows.csv');
  });

  it('ID-7 is in the access log with its size', async () => {
    await exported('country=JP&tab=qualified');
    const entry = await server.database.ownerDb
      .selectFrom('access_log')
      .select(['action', 'detail', 'actor_name'])
      .where('action', '=', 'lead.export')
      .orderBy('id', 'desc')
      .executeTakeFirst();
    expect(entry).toMatchObject({
      detail: '1 lead of the tab qualified, CSV',
      actor_name: world.people.admin.name,
    });
  });
});
