import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { possibleDuplicates } from '../../../../contract/leads/duplicates.ts';
import { body, testNow } from '../../../../test/server.ts';
import { inOrganization } from '../../../platform/database/database.ts';
import { codesOf, type LeadColumns, stranger, useDuplicateWorld } from './duplicates.fixture.ts';

const { server, world, make, ask, list, idsOf, decide } = useDuplicateWorld();
const day = 86_400_000;

describe('LQ-4: possible duplicates are found, with the reasons', () => {
  it.each<[string, LeadColumns, LeadColumns, string[]]>([
    [
      'the same mailbox',
      { customer_name: null },
      { customer_name: null, contact_email: 'Anna.Schmidt+x@Contoso.com' },
      ['same-email'],
    ],
    [
      'one Gmail mailbox in two spellings',
      { contact_email: 'anna.schmidt@gmail.com' },
      { contact_email: 'AnnaSchmidt+a@googlemail.com' },
      ['same-email'],
    ],
    [
      'the same number',
      { contact_email: null, phone_e164: '+4915112345678' },
      { contact_email: null, phone_e164: '+4915112345678' },
      ['same-phone'],
    ],
    [
      'company domain and surname',
      {},
      { contact_email: 'a.schmidt@eu.contoso.com', customer_name: null },
      ['same-domain-and-surname'],
    ],
    [
      'a surname in two spellings',
      { contact_last_name: 'Müller' },
      { contact_last_name: 'Mueller', contact_email: 'am@contoso.com', customer_name: null },
      ['same-domain-and-surname'],
    ],
    [
      'similar company and name',
      {},
      { contact_email: 'annas@gmail.com', customer_name: 'Contosol Ltd' },
      ['similar-company', 'same-name'],
    ],
    [
      'a part of the company name, and name',
      { customer_name: 'Northwind', contact_email: null },
      { customer_name: 'Northwind Traders Ltd', contact_email: null },
      ['similar-company', 'same-name'],
    ],
    [
      'similar company, name with a slip',
      { customer_name: 'Müller Maschinenbau AG' },
      { customer_name: 'Mueller Maschinenbau', contact_last_name: 'Schmitt', contact_email: null },
      ['same-company', 'similar-name'],
    ],
  ])('LQ-4: %s, from either side', async (_what, left, right, codes) => {
    const one = await make(left);
    const other = await make(right);
    await make(stranger);
    const { items } = await list(one);
    expect(items.map(({ lead }) => lead.id)).toEqual([other]);
    expect(codesOf(items[0])).toEqual(expect.arrayContaining(codes));
    const { items: back } = await list(other);
    expect(back).toMatchObject([{ lead: { id: one }, score: items[0]?.score, reasons: items[0]?.reasons }]);
  });

  it('LQ-4: an item says who, when, where it stands and why', async () => {
    const one = await make();
    const other = await make({ status: 'Won', accepted_at: testNow, closed_at: testNow });
    expect((await list(one)).items).toEqual([
      {
        lead: {
          id: other,
          customerName: 'Contoso GmbH',
          contactName: 'Anna Schmidt',
          createdAt: testNow.toISOString(),
          status: 'Archived',
          outcome: 'Won',
        },
        score: 18,
        level: 'likely',
        linked: false,
        dismissed: false,
        reasons: [
          { code: 'same-email', words: 'Same email address', weight: 10 },
          { code: 'same-domain-and-surname', words: 'Same company domain and surname', weight: 5 },
          { code: 'same-name', words: 'Same first name', weight: 2 },
          { code: 'same-company', words: 'Same company name', weight: 1 },
        ],
      },
    ]);
  });

  it('LQ-4: freemail domains, role addresses and switchboards are no identity', async () => {
    const lead = await make({ contact_email: 'anna.schmidt@web.de', customer_name: null });
    await make({ contact_email: 'a.schmidt@web.de', customer_name: null });
    expect(await idsOf(lead)).toEqual([]);

    const people = ['Weber', 'Okafor', 'Ito', 'Silva'];
    const office = { customer_name: null, contact_email: 'info@fabrikam.com', phone_e164: '+4930901820' };
    const made = [];
    for (const contact_last_name of people)
      made.push(await make({ ...office, contact_first_name: null, contact_last_name }));
    for (const id of made) expect(await idsOf(id)).toEqual([]);
  });

  it('LQ-4: a number that two people share is told apart by the names, one of three by nothing', async () => {
    const line = {
      contact_email: null,
      contact_first_name: null,
      contact_last_name: null,
      customer_name: null,
      phone_e164: '+4930901820',
    };
    const [one, other] = [await make(line), await make(line)];
    expect(await idsOf(one)).toEqual([other]);
    for (const contact_last_name of ['Weber', 'Ito', 'Silva']) await make({ ...line, contact_last_name });
    expect(await idsOf(one)).toEqual([]);
  });

  it('LQ-4: a test lead is a duplicate of test leads only (IN-8)', async () => {
    const [real, test, otherTest] = [
      await make(),
      await make({ is_test: true }),
      await make({ is_test: true }),
    ];
    expect(await idsOf(real)).toEqual([]);
    expect(await idsOf(test)).toEqual([otherTest]);
  });

  it('LQ-4: at most twenty are shown, the most alike first', async () => {
    const lead = await make();
    for (let i = 0; i < 22; i++) await make({ contact_email: null });
    const twin = await make();
    const { items } = await list(lead);
    expect(items.length).toBe(20);
    expect(items[0]?.lead.id).toBe(twin);
  });

  it.each(["O'Neill; --", '%_\\', '\u{1F600}', '\u200b', 'a'.repeat(200), '« »', '& Co.'])(
    'LQ-4: a company called %j is compared like any other',
    async (customer_name) => {
      const lead = await make({ customer_name, contact_email: '@', contact_last_name: '%' });
      const other = await make({ customer_name, contact_email: 'x@y@z', contact_last_name: "'" });
      expect((await ask(lead)).status).toBe(200);
      expect((await ask(other)).status).toBe(200);
    },
  );
});

describe('LC-4, IN-6: by a contact that is withheld nothing is found', () => {
  const received_at = new Date(testNow.getTime() - 20 * day);
  it.each<[string, LeadColumns]>([
    ['LC-4: expired', { status: 'Expired', received_at, closed_at: testNow }],
    ['LC-4: overdue, not yet written down', { received_at }],
    ['IN-6: without consent', { contact_allowed: false }],
  ])(
    '%s: neither as the lead looked at nor as the one found, by address, number or name',
    async (_what, hidden) => {
      const contact = { phone_e164: '+4915112345678', customer_name: null };
      const shown = await make(contact);
      const withheld = await make({ ...contact, ...hidden });
      expect(await idsOf(shown)).toEqual([]);
      expect(await idsOf(withheld)).toEqual([]);
      // Not even the candidates that the rules would turn down.
      const tenant = { organizationId: world.contoso.id };
      await inOrganization(server.database.db, tenant, async (tx) => {
        for (const lead of [shown, withheld]) {
          const { rows } = await sql<{ lead_ids: string[] }>`
            select * from find_duplicate_candidates(${lead}, ${testNow}, null, 'contoso.com', 200)`.execute(
            tx,
          );
          expect(rows).toMatchObject([{ lead_ids: [] }]);
        }
      });
    },
  );

  it('IN-6: one found by its company shows no name, and no name is compared', async () => {
    const offer_name = 'publisher.offer';
    const shown = await make({ offer_name });
    const withheld = await make({ offer_name, contact_allowed: false });
    const { items } = await list(shown);
    expect(items).toMatchObject([{ lead: { id: withheld, contactName: null }, level: 'possible' }]);
    expect(codesOf(items[0])).toEqual(['same-company', 'same-offer']);
    const answer = await ask(withheld);
    expect(body(possibleDuplicates, answer).items).toMatchObject([
      { lead: { id: shown, contactName: 'Anna Schmidt' } },
    ]);
  });

  it('LC-4: a linked lead that expires stays linked and loses its name', async () => {
    const [one, other] = [await make(), await make()];
    await decide('PUT', one, other);
    server.clock.set(new Date(testNow.getTime() + 14 * day));
    const { items } = await list(one);
    server.clock.set(testNow);
    expect(items).toMatchObject([{ lead: { id: other, contactName: null }, linked: true, level: null }]);
  });

  it('LC-8: an informational lead whose time is over is not found', async () => {
    const lead = await make();
    await make({ status: null, available_until: testNow });
    expect(await idsOf(lead)).toEqual([]);
  });
});
