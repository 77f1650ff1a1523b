import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SentLead, sentLeadDetails, sentLeadPage } from '../../../../contract/organizations/partners.ts';
import { useMade } from '../../../../test/made.ts';
import { body, problemOf, type TestServer, testNow, useTestServer } from '../../../../test/server.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import type { TimePlace } from '../../../platform/time-cursor.ts';
import { countSentLeads, listSentLeads } from './sent-leads.repo.ts';

const server = useTestServer();
const operator = useMade(() => server.make.organization('operator', 'Vendor'));
const contoso = useMade(() => server.make.partner('Contoso'));
const seller = useMade(() => server.signInAs(operator.id, 'seller'));

const minutesAgo = (count: number) => new Date(testNow.getTime() - count * 60_000);

beforeAll(async () => {
  for (let at = 0; at < 5; at++)
    await makeSent({ received_at: minutesAgo(Math.floor(at / 2)), customer_name: `C${at}` });
  await server.make.lead(contoso.id, { customer_name: 'not sent by anybody' });
});

type Columns = Parameters<TestServer['make']['lead']>[1];

function makeSent(columns: Columns) {
  return server.make.lead(contoso.id, {
    qualification: 'SalesQualified',
    lead_type: 'Profile',
    call_to_action: null,
    sender_organization_id: operator.id,
    sender_name: 'Sam Seller',
    sender_organization_name: 'Vendor',
    ...columns,
  });
}

const list = async (query = '', as = seller) =>
  body(sentLeadPage, await server.request('GET', `/api/v1/sent-leads${query}`, { as }));

describe('what was sent', () => {
  it('is listed newest first, page by page, each once, also when received at the same moment', async () => {
    const found: SentLead[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: SentLead[]; nextCursor: string | null } = await list(
        `?limit=2${cursor && `&cursor=${cursor}`}`,
      );
      expect(page.items.length).toBeLessThanOrEqual(2);
      found.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(found.map((one) => one.customerName)).toHaveLength(5);
    expect(new Set(found.map((one) => one.id)).size).toBe(5);
    expect(found.map((one) => one.createdAt)).toEqual(
      found
        .map((one) => one.createdAt)
        .sort()
        .reverse(),
    );
    expect(found.every((one) => one.partner.name === 'Contoso' && one.senderName === 'Sam Seller')).toBe(
      true,
    );
  });

  it('tells how it went, and nothing of the partner’s deal', async () => {
    await makeSent({
      customer_name: 'won',
      status: 'Won',
      deal_name: 'Secret deal',
      received_at: minutesAgo(-1),
    });
    await makeSent({ customer_name: 'overdue', received_at: minutesAgo(337 * 60) });
    const answer = await server.request('GET', '/api/v1/sent-leads', { as: seller });
    const byName = new Map(body(sentLeadPage, answer).items.map((one) => [one.customerName, one]));
    expect(byName.get('won')).toMatchObject({ status: 'Archived', outcome: 'Won', expiresAt: null });
    expect(byName.get('overdue')).toMatchObject({ status: 'Archived', outcome: 'Expired' });
    for (const secret of ['Secret deal', 'example.test', 'Lovelace'])
      expect(answer.text).not.toContain(secret);
  });

  it('ID-2 is seen by its senders only', async () => {
    const partner = { token: await server.make.apiToken(contoso.id, 'leads:create') };
    expect((await list('', partner)).items).toEqual([]);
    for (const role of ['referrals-admin', 'account-admin'] as const) {
      const as = await server.signInAs(contoso.id, role);
      expect(problemOf(await server.request('GET', '/api/v1/sent-leads', { as }))).toMatchObject({
        status: 403,
        detail: expect.stringContaining('people of the operator'),
      });
    }
    expect((await server.request('GET', '/api/v1/sent-leads')).status).toBe(401);
  });

  it.each(['limit=0', 'limit=201', 'limit=x', 'page=2', 'cursor=x'])('IN-4 refuses %s', async (query) => {
    expect((await server.request('GET', `/api/v1/sent-leads?${query}`, { as: seller })).status).toBe(400);
  });
});

describe('what was sent is searched', () => {
  const search = async (term: string, more = {}) =>
    body(
      sentLeadPage,
      await server.request('POST', '/api/v1/sent-leads/search', {
        as: seller,
        body: { search: term, ...more },
      }),
    );

  it('WS-5 by words of customer and partner, in any order, without accents', async () => {
    await makeSent({ customer_name: 'Ärzte am Ölberg' });
    for (const term of ['arzte olberg', 'ÖLBERG contoso', 'Ärzte'])
      expect((await search(term)).items.map((one) => one.customerName)).toEqual(['Ärzte am Ölberg']);
    expect((await search('olberg fabrikam')).items).toEqual([]);
    expect((await list('?search=olberg')).items).toHaveLength(1);
  });

  it('goes on page by page', async () => {
    const first = await search('contoso', { limit: 2 });
    expect(first.nextCursor).not.toBeNull();
    const second = await search('contoso', { limit: 2, cursor: first.nextCursor });
    expect(new Set([...first.items, ...second.items].map((one) => one.id)).size).toBe(4);
  });
});

describe('one sent lead', () => {
  const get = (id: string, as = seller) => server.request('GET', `/api/v1/sent-leads/${id}`, { as });

  it('NT-3 tells what happened as its sender was told, and nothing of the partner’s deal', async () => {
    const lead = await makeSent({ customer_name: 'Told', status: 'Won', deal_name: 'Secret deal' });
    const { id: personId } = await server.make.person(operator.id, 'seller');
    const facts = { kind: 'sent-lead', customerName: 'Told', offerTitle: null, partnerName: 'Contoso' };
    for (const [minutes, news] of [
      [2, 'won'],
      [9, 'accepted'],
    ] as const) {
      await server.database.ownerDb
        .insertInto('notification')
        .values({
          organization_id: operator.id,
          id: crypto.randomUUID(),
          person_id: personId,
          category: 'transactional',
          kind: 'sent-lead',
          lead_id: lead,
          occasion: news,
          facts: JSON.stringify({ ...facts, news }),
          created_at: minutesAgo(minutes),
        })
        .execute();
    }
    const answer = await get(lead);
    expect(body(sentLeadDetails, answer)).toMatchObject({
      status: 'Archived',
      outcome: 'Won',
      partner: { name: 'Contoso' },
      history: [
        { news: 'accepted', at: minutesAgo(9).toISOString() },
        { news: 'won', at: minutesAgo(2).toISOString() },
      ],
    });
    for (const secret of ['Secret deal', 'example.test', 'Lovelace'])
      expect(answer.text).not.toContain(secret);
  });

  it('ID-2 is seen by its senders only', async () => {
    const sent = await makeSent({ customer_name: 'Ours' });
    const notSent = await server.make.lead(contoso.id, { customer_name: 'Theirs' });
    expect((await get(notSent)).status).toBe(404);
    expect((await get(crypto.randomUUID())).status).toBe(404);
    expect((await get('x')).status).toBe(400);
    const partner = await server.signInAs(contoso.id, 'referrals-admin');
    expect((await get(sent, partner)).status).toBe(403);
    const program = { token: await server.make.apiToken(contoso.id, 'leads:create') };
    expect((await get(sent, program)).status).toBe(404);
    expect((await server.request('GET', `/api/v1/sent-leads/${sent}`)).status).toBe(401);
  });
});

describe('WS-12: how many were sent', () => {
  it('WS-12 reads only those since the moment asked for, and of a later page only that page, however many were ever sent', async () => {
    const { ownerPool, ownerDb } = server.database;
    const old = await makeSent({ received_at: minutesAgo(200 * 24 * 60), customer_name: 'long ago' });
    const { rows: columns } = await ownerPool.query<{ name: string }>(
      `select quote_ident(column_name) as name from information_schema.columns
       where table_name = 'lead' and table_schema = 'public' and is_generated = 'NEVER' and column_name <> 'id'`,
    );
    const names = columns.map(({ name }) => name).join(', ');
    await ownerPool.query(
      `insert into lead (id, ${names}) select gen_random_uuid(), ${names} from lead, generate_series(1, 3000)
       where id = $1`,
      [old],
    );
    await ownerPool.query('analyze lead');
    /** Rows of leads that the work reads; where it says so, only those after some point. */
    const rowsReadBy = (
      work: (tx: Transaction, rowsRead: () => Promise<number>) => Promise<number | undefined>,
    ) =>
      ownerDb.transaction().execute(async (tx) => {
        await sql`select set_config('leadlight.organization_id', ${operator.id}, true)`.execute(tx);
        const rowsRead = async () => {
          const { rows } = await sql<{ count: number }>`
            select seq_tup_read + idx_tup_fetch as count from pg_stat_xact_user_tables where relname = 'lead'`.execute(
            tx,
          );
          return Number(rows[0]?.count ?? 0);
        };
        const before = await rowsRead();
        const from = (await work(tx, rowsRead)) ?? before;
        return (await rowsRead()) - from;
      });
    const counting = await rowsReadBy(async (tx) => {
      const counts = await countSentLeads(tx, minutesAgo(90 * 24 * 60), testNow);
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(5);
      return undefined;
    });
    expect(counting).toBeLessThan(100);
    const after: TimePlace = [
      minutesAgo(200 * 24 * 60).toISOString(),
      '80000000-0000-4000-8000-000000000000',
    ];
    // After five searches in a session, which read everything, PostgreSQL would prefer one plan for any values: it reads a
    // later page from the newest lead on.
    const paging = await rowsReadBy(async (tx, rowsRead) => {
      for (let search = 0; search < 6; search++)
        await listSentLeads(tx, { after: undefined, words: ['nothing'], limit: 20 });
      const searched = await rowsRead();
      for (let page = 0; page < 7; page++)
        expect(await listSentLeads(tx, { after, words: [], limit: 20 })).toHaveLength(20);
      return searched;
    });
    expect(paging).toBeLessThan(7 * 100);
  });
});
