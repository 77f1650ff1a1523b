import { describe, expect, it } from 'vitest';
import { accessLogPage } from '../../../../contract/identity/identity.ts';
import { type DealPage, dealPage, dealSums } from '../../../../contract/leads/deals.ts';
import { leadFacets, leadPage } from '../../../../contract/leads/lead-list.ts';
import { lead as leadSchema } from '../../../../contract/leads/leads.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { body, type Caller, problemOf, testNow } from '../../../../test/server.ts';

const { server, world } = useLeadWorld({ emptied: ['lead', 'lead_event', 'lead_team_member', 'access_log'] });

const days = (n: number) => new Date(testNow.getTime() + n * 86_400_000);
const usd = (dollars: number) => ({ deal_value_minor: dollars * 100, deal_currency: 'USD' });

async function list(query = '', as: Caller = world.as.admin): Promise<DealPage> {
  return body(dealPage, await server.request('GET', `/api/v1/deals?${query}`, { as }));
}
const idsOf = async (query = '', as?: Caller) => (await list(query, as)).items.map(({ id }) => id);

async function sums(query = '', as: Caller = world.as.admin) {
  const { columns } = body(dealSums, await server.request('GET', `/api/v1/deals/sums?${query}`, { as }));
  return new Map(columns.map(({ column, ...rest }) => [column, rest]));
}
const closed = (status: 'Won' | 'Lost', ago: number) => ({ status, closed_at: days(-ago) });

describe('GET /api/v1/deals', () => {
  it('LC-6 a deal stands at the furthest stage that is ticked, whatever is ticked before it', async () => {
    const fresh = await world.acceptedLead();
    const proposed = await world.acceptedLead({ proposed_at: days(-1) });
    const negotiated = await world.acceptedLead({ qualified_at: days(-2), negotiated_at: days(-1) });
    expect(await idsOf('column=accepted')).toEqual([fresh]);
    expect(await idsOf('column=proposed')).toEqual([proposed]);
    expect((await list('column=negotiated')).items).toMatchObject([
      { id: negotiated, column: 'negotiated', ticked: ['qualified', 'negotiated'] },
    ]);
    expect(await idsOf('column=qualified')).toEqual([]);
  });

  it('LC-6 holds both tabs and what was closed in 30 days; no tests, nothing unanswered or declined', async () => {
    const qualified = await world.acceptedLead({ qualification: 'SalesQualified' });
    const won = await world.acceptedLead(closed('Won', 29));
    const lost = await world.acceptedLead(closed('Lost', 1));
    await world.acceptedLead(closed('Won', 31));
    await world.acceptedLead({ is_test: true });
    await world.lead();
    await world.lead({ status: 'Declined', closed_at: days(-1) });
    expect(new Set(await idsOf())).toEqual(new Set([qualified, won, lost]));
    expect(await idsOf('column=won')).toEqual([won]);
    expect(await idsOf('column=lost')).toEqual([lost]);
  });

  it.each([
    ['estimatedPurchaseDate', ['Soon', 'Late', 'Never']],
    ['-estimatedPurchaseDate', ['Late', 'Soon', 'Never']],
    ['value', ['Soon', 'Never', 'Late']],
    ['-value', ['Late', 'Never', 'Soon']],
    ['stage', ['Never', 'Late', 'Soon']],
    ['-updatedAt', ['Never', 'Soon', 'Late']],
    ['name', ['Late', 'Never', 'Soon']],
    ['-name', ['Soon', 'Never', 'Late']],
  ])('WS-4 sorts by %s, page by page without a gap', async (sort, expected) => {
    const make = (deal_name: string, more: Parameters<typeof world.acceptedLead>[0]) =>
      world.acceptedLead({ deal_name, ...more });
    await make('Soon', {
      estimated_purchase_date: '2026-07-01',
      ...usd(10),
      negotiated_at: days(-1),
      updated_at: days(-2),
    });
    await make('Late', {
      estimated_purchase_date: '2027-07-01',
      ...usd(900),
      developed_at: days(-1),
      updated_at: days(-3),
    });
    await make('Never', { estimated_purchase_date: null, ...usd(50), updated_at: days(-1) });
    const names: (string | null)[] = [];
    let cursor = '';
    do {
      const page = await list(`sort=${sort}&limit=1${cursor && `&cursor=${cursor}`}`);
      names.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor ?? '';
    } while (cursor);
    expect(names).toEqual(expected);
  });

  it.each([
    ['name', ['ábc', 'Abd', 'ÄBE', 'abf', null]],
    ['-name', ['abf', 'ÄBE', 'Abd', 'ábc', null]],
  ])('WS-4 names sort as people read them by %s, deals without one come last', async (sort, expected) => {
    for (const deal_name of ['abf', null, 'ÄBE', 'ábc', 'Abd']) await world.acceptedLead({ deal_name });
    const first = await list(`sort=${sort}&limit=3`);
    const rest = await list(`sort=${sort}&cursor=${first.nextCursor}`);
    expect([...first.items, ...rest.items].map(({ name }) => name)).toEqual(expected);
  });

  it('WS-4 sorts by owner, deals that nobody owns last, and goes on after the longest name', async () => {
    const owners = ['Zoë', 'ada', 'İ'.repeat(200)];
    for (const name of owners) {
      const { id } = await server.make.person(world.contoso.id, 'referrals-admin');
      await server.database.ownerDb.updateTable('person').set({ name }).where('id', '=', id).execute();
      await world.acceptedLead({ assigned_to: id });
    }
    await world.acceptedLead();
    for (const [sort, expected] of [
      ['owner', ['ada', owners[2], 'Zoë', undefined]],
      ['-owner', ['Zoë', owners[2], 'ada', undefined]],
    ] as const) {
      const names: (string | undefined)[] = [];
      let cursor = '';
      do {
        const page = await list(`sort=${sort}&limit=1${cursor && `&cursor=${cursor}`}`);
        names.push(...page.items.map(({ owner }) => owner?.name));
        cursor = page.nextCursor ?? '';
      } while (cursor);
      expect(names).toEqual(expected);
    }
  });

  it('WS-4 a cursor of another order is refused, and so is a column that is none', async () => {
    for (let n = 0; n < 2; n++) await world.acceptedLead();
    const { nextCursor } = await list('limit=1&sort=value');
    const get = (query: string) => server.request('GET', `/api/v1/deals?${query}`, { as: world.as.admin });
    expect(problemOf(await get(`sort=-value&cursor=${nextCursor}`)).code).toBe('invalid-cursor');
    expect(problemOf(await get('cursor=abc')).code).toBe('invalid-cursor');
    expect(problemOf(await get('column=declined')).status).toBe(400);
  });

  it('ID-2 another organization, another location and people without leads see nothing of it', async () => {
    const id = await world.acceptedLead({ location_id: world.munich.id, ...usd(100) });
    expect(await idsOf('', world.as.munichAdmin)).toEqual([id]);
    for (const as of [world.as.berlinAdmin, world.as.fabrikamAdmin, world.as.user]) {
      expect(await idsOf('', as)).toEqual([]);
      expect([...(await sums('', as)).values()].every(({ count }) => count === 0)).toBe(true);
    }
    for (const path of ['/api/v1/deals', '/api/v1/deals/sums']) {
      expect(problemOf(await server.request('GET', path, { as: world.as.profileAdmin })).status).toBe(403);
      expect(problemOf(await server.request('GET', path)).status).toBe(401);
    }
  });

  it('ID-1 mine are those that I own or have in my team; a program has none', async () => {
    const owned = await world.acceptedLead({ assigned_to: world.people.admin.id });
    const shared = await world.acceptedLead();
    await server.database.ownerDb
      .insertInto('lead_team_member')
      .values({
        organization_id: world.contoso.id,
        lead_id: shared,
        person_id: world.people.admin.id,
        added_at: testNow,
      })
      .execute();
    await world.acceptedLead({ assigned_to: world.people.munichAdmin.id });
    expect(new Set(await idsOf('mine=true'))).toEqual(new Set([owned, shared]));
    expect((await sums('mine=true')).get('accepted')?.count).toBe(2);
    expect((await sums()).get('accepted')?.count).toBe(3);
    const token = await server.make.apiToken(world.contoso.id, 'leads:read');
    for (const path of ['/api/v1/deals', '/api/v1/deals/sums']) {
      expect(problemOf(await server.request('GET', `${path}?mine=true`, { as: { token } })).status).toBe(400);
      expect((await server.request('GET', path, { as: { token } })).status).toBe(200);
    }
  });

  it('IN-6, ID-7 a contact stands in for the company where it may be shown, and that is logged', async () => {
    const named = await world.acceptedLead({ customer_name: null });
    await world.acceptedLead({ customer_name: null, contact_allowed: false });
    const { items } = await list();
    expect(new Set(items.map(({ customer }) => customer))).toEqual(new Set(['Ada Lovelace', null]));
    const log = await server.request('GET', '/api/v1/access-log', { as: world.as.accountAdmin });
    expect(body(accessLogPage, log).items.map(({ leadIds }) => leadIds)).toEqual([[named]]);
  });
});

describe('GET /api/v1/deals/sums', () => {
  it('LC-6 sums each column by currency and, approximately, in dollars; won deals by their final value', async () => {
    await world.acceptedLead(usd(100));
    await world.acceptedLead(usd(50));
    await world.acceptedLead({ deal_value_minor: 5_000_000, deal_currency: 'JPY' });
    await world.acceptedLead({ deal_value_minor: null, deal_currency: null });
    await world.acceptedLead({
      ...closed('Won', 2),
      ...usd(1),
      final_value_minor: 77_00,
      final_value_currency: 'USD',
    });
    const all = await sums();
    const accepted = all.get('accepted');
    expect(accepted?.count).toBe(4);
    expect(accepted?.sums).toEqual([
      { currency: 'USD', amountMinor: 150_00, deals: 2 },
      { currency: 'JPY', amountMinor: 5_000_000, deals: 1 },
    ]);
    // 5 million yen are some ten thousands of dollars, at any rate of these years.
    expect(accepted?.approximateUsd).toBeGreaterThan(2_000_000);
    expect(accepted?.approximateUsd).toBeLessThan(10_000_000);
    expect(all.get('won')).toEqual({
      count: 1,
      sums: [{ currency: 'USD', amountMinor: 77_00, deals: 1 }],
      approximateUsd: 77_00,
    });
    expect(all.get('lost')).toEqual({ count: 0, sums: [], approximateUsd: 0 });
  });
});

describe('the stage of a lead', () => {
  it('LC-6, WS-3 follows what is ticked, and the list filters by it and counts it', async () => {
    const id = await world.acceptedLead();
    await world.lead();
    const tick = async (version: number, subStages: Record<string, boolean>) => {
      const answer = await server.request('PATCH', `/api/v1/leads/${id}`, {
        as: world.as.admin,
        body: { subStages },
        headers: { 'if-match': `"${version}"` },
      });
      return body(leadSchema, answer);
    };
    const before = body(
      leadSchema,
      await server.request('GET', `/api/v1/leads/${id}`, { as: world.as.admin }),
    );
    expect(before.stage).toBe('accepted');
    const on = await tick(before.version, { qualified: true, developed: true, proposed: true });
    expect(on.stage).toBe('proposed');
    const back = await tick(on.version, { developed: false, proposed: false });
    expect(back.stage).toBe('qualified');
    const get = (path: string) => server.request('GET', `/api/v1/leads${path}`, { as: world.as.admin });
    expect(body(leadPage, await get('?stage=qualified')).items.map((one) => [one.id, one.stage])).toEqual([
      [id, 'qualified'],
    ]);
    expect(body(leadPage, await get('?stage=proposed')).total).toBe(0);
    const { facets } = body(leadFacets, await get('/facets?facet=stage'));
    expect(facets.stage).toEqual([{ value: 'qualified', label: 'Qualified', count: 1 }]);
  });
});
