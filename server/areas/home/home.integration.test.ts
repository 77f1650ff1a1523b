import { beforeEach, describe, expect, it } from 'vitest';
import { type Home, home } from '../../../contract/home/home.ts';
import { accessLogPage } from '../../../contract/identity/identity.ts';
import { dealPage } from '../../../contract/leads/deals.ts';
import { useLeadWorld } from '../../../test/lead-world.ts';
import { body, type Caller, problemOf, testNow } from '../../../test/server.ts';
import { newId } from '../../platform/ids.ts';

const { server, world } = useLeadWorld({ emptied: ['lead', 'lead_event'] });

const hourMs = 3_600_000;
const at = (hours: number) => new Date(new Date(testNow).getTime() + hours * hourMs);

async function read(as: Caller): Promise<Home> {
  return body(home, await server.request('GET', '/api/v1/home', { as }));
}

async function deskOf(as: Caller) {
  const { desk } = await read(as);
  if (!desk) throw new Error('no desk');
  return desk;
}

beforeEach(async () => {
  await server.database.ownerPool.query(
    'delete from access_log; delete from working_calendar; delete from intake_endpoint; delete from api_token',
  );
});

describe('GET /api/v1/home', () => {
  it('WS-12 each role gets the parts that concern it, and no others', async () => {
    const parts = async (as: Caller) =>
      Object.entries(await read(as))
        .filter(([, part]) => part !== null)
        .map(([name]) => name);
    expect(await parts(world.as.admin)).toEqual(['desk', 'outbox']);
    expect(await parts(world.as.munichUser)).toEqual(['desk']);
    expect(await parts(world.as.accountAdmin)).toEqual(['setUp', 'outbox']);
    expect(await parts(world.as.profileAdmin)).toEqual([]);
    expect(await parts(world.as.operatorAdmin)).toEqual(['operator', 'outbox']);
    expect(await parts(world.as.seller)).toEqual(['sent']);
  });

  it('WS-12 is for people: strangers and programs are refused', async () => {
    expect(problemOf(await server.request('GET', '/api/v1/home')).status).toBe(401);
    const token = await server.make.apiToken(world.contoso.id, 'leads:read');
    const answer = await server.request('GET', '/api/v1/home', { as: { token } });
    expect(problemOf(answer).status).toBe(403);
  });
});

describe('leads to answer', () => {
  it('WS-12, NT-5 what is due within a day comes first, then the next two; tests and unawaited leads do not', async () => {
    const today = await world.lead({ customer_name: 'Today', expires_at: at(20) });
    const soon = await world.lead({ customer_name: 'Soon', expires_at: at(50) });
    await world.lead({ expires_at: at(200) });
    await world.lead({ expires_at: at(10), is_test: true });
    await world.lead({ expires_at: at(10), contact_allowed: false });
    await world.lead({ expires_at: at(-1) });
    const { toAnswer } = await deskOf(world.as.admin);
    expect(toAnswer).toMatchObject({ now: 1, soon: 1, waiting: 5, nextDueAt: at(20).toISOString() });
    expect(toAnswer.items.map(({ id, urgency }) => [id, urgency])).toEqual([
      [today, 'now'],
      [soon, 'soon'],
    ]);
  });

  it('WS-12 hot and new leads are counted, and the newest shown', async () => {
    const ids: string[] = [];
    for (let hours = 1; hours <= 6; hours++)
      ids.push(await world.lead({ received_at: at(-hours), hot_until: at(72 - hours) }));
    await world.lead({ received_at: at(-25), hot_until: at(-1) });
    await world.lead({ received_at: at(-2), hot_until: at(70), is_test: true });
    await world.acceptedLead({ received_at: at(-30), hot_until: at(42) });
    const { hot, fresh } = await deskOf(world.as.admin);
    expect(hot.count).toBe(6);
    expect(hot.items.map(({ id }) => id)).toEqual(ids.slice(0, 5));
    expect(fresh).toMatchObject({ hours: 24, count: 6 });
    expect(fresh.items.map(({ id }) => id)).toEqual(ids.slice(0, 5));
  });

  it('ID-2 another organization and another location see nothing of it', async () => {
    await world.lead({ location_id: world.munich.id, expires_at: at(5), hot_until: at(5) });
    await world.acceptedLead({ location_id: world.munich.id });
    expect(await deskOf(world.as.munichAdmin)).toMatchObject({
      toAnswer: { now: 1 },
      hot: { count: 1 },
      deals: { visible: 1 },
    });
    for (const as of [world.as.berlinAdmin, world.as.fabrikamAdmin, world.as.user]) {
      expect(await deskOf(as)).toMatchObject({
        toAnswer: { now: 0, waiting: 0, items: [] },
        hot: { count: 0, items: [] },
        fresh: { count: 0, items: [] },
        deals: { visible: 0 },
        standing: { answered: 0, expired: 0 },
      });
    }
  });

  it('IN-6, ID-7 a contact stands in for the company where it may be shown, and that is logged', async () => {
    const named = await world.lead({ customer_name: null, hot_until: at(70) });
    await world.lead({ customer_name: null, hot_until: at(70), contact_allowed: false });
    const { hot } = await deskOf(world.as.admin);
    expect(new Set(hot.items.map(({ customer }) => customer))).toEqual(new Set(['Ada Lovelace', null]));
    const log = await server.request('GET', '/api/v1/access-log', { as: world.as.accountAdmin });
    expect(body(accessLogPage, log).items.map(({ action, leadIds }) => ({ action, leadIds }))).toEqual([
      { action: 'lead.list', leadIds: [named] },
    ]);
  });
});

describe('deals and standing', () => {
  it('WS-12 one’s own deals by estimated purchase date, with what they are worth by currency', async () => {
    const mine = async (columns: Parameters<typeof world.acceptedLead>[0]) => {
      const id = await world.acceptedLead(columns);
      await server.make.teamMember(world.contoso.id, id, world.people.admin.id);
      return id;
    };
    const dateless = await mine({ estimated_purchase_date: null, deal_value_minor: 5_000 });
    const overdue = await mine({ estimated_purchase_date: '2026-01-31', deal_value_minor: 20_000 });
    const dollars = await mine({ estimated_purchase_date: '2027-05-01', deal_currency: 'USD' });
    const unknown = await mine({
      estimated_purchase_date: '2027-06-01',
      deal_value_minor: null,
      deal_currency: null,
    });
    await world.acceptedLead({ assigned_to: world.people.munichAdmin.id });
    const { deals } = await deskOf(world.as.admin);
    expect(deals).toMatchObject({ count: 4, overdue: 1, visible: 5 });
    expect(deals.sums).toEqual([
      { currency: 'EUR', amountMinor: 25_000, deals: 2 },
      { currency: 'USD', amountMinor: 100_000, deals: 1 },
    ]);
    expect(deals.items.map(({ id }) => id)).toEqual([overdue, dollars, unknown, dateless]);
    expect(deals.items.map((deal) => deal.overdue)).toEqual([true, false, false, false]);
  });

  it('WS-12, ID-1 one’s own deals are those that the list calls “mine”: as owner or in the team, each once', async () => {
    const { admin } = world.people;
    const owned = await world.acceptedLead({ assigned_to: admin.id, deal_value_minor: 7_000 });
    const shared = await world.acceptedLead({
      assigned_to: world.people.munichAdmin.id,
      deal_value_minor: 500,
    });
    const both = await world.acceptedLead({ assigned_to: admin.id, deal_value_minor: 30 });
    for (const id of [shared, both]) await server.make.teamMember(world.contoso.id, id, admin.id);
    await world.acceptedLead({ assigned_to: world.people.munichAdmin.id });
    await world.lead({ assigned_to: admin.id });
    await world.acceptedLead({ assigned_to: admin.id, is_test: true });
    const { deals } = await deskOf(world.as.admin);
    expect(deals).toMatchObject({ count: 3, sums: [{ currency: 'EUR', amountMinor: 7_530, deals: 3 }] });
    expect(new Set(deals.items.map(({ id }) => id))).toEqual(new Set([owned, shared, both]));
    const mine = await server.request('GET', '/api/v1/deals?mine=true', { as: world.as.admin });
    expect(new Set(body(dealPage, mine).items.map(({ id }) => id))).toEqual(new Set([owned, shared, both]));
  });

  it('WS-12 deals that are worth more than a number can say do not take the page away', async () => {
    for (let deal = 0; deal < 10; deal++) {
      const id = await world.acceptedLead({ deal_value_minor: 1e15 });
      await server.make.teamMember(world.contoso.id, id, world.people.admin.id);
    }
    expect((await deskOf(world.as.admin)).deals.sums).toEqual([
      { currency: 'EUR', amountMinor: Number.MAX_SAFE_INTEGER, deals: 10 },
    ]);
  });

  it('WS-12 how many leads of the last 30 days were answered in time, and how soon', async () => {
    const received = at(-100);
    await world.acceptedLead({ received_at: received, accepted_at: at(-98) });
    await world.lead({ status: 'Declined', received_at: received, closed_at: at(-94) });
    await world.acceptedLead({
      received_at: received,
      accepted_at: at(-90),
      status: 'Won',
      closed_at: at(-1),
    });
    await world.lead({ status: 'Expired', received_at: received, closed_at: at(-2) });
    await world.lead({ received_at: received, expires_at: at(-1) });
    await world.lead({ received_at: received });
    await world.acceptedLead({ received_at: at(-24 * 31), accepted_at: at(-1) });
    expect((await deskOf(world.as.admin)).standing).toEqual({
      days: 30,
      answered: 3,
      expired: 2,
      medianMinutes: 360,
    });
  });
});

describe('the other roles', () => {
  it('WS-12 an Account admin sees what is set up, as it really is', async () => {
    const before = await read(world.as.accountAdmin);
    expect(before.setUp).toEqual({
      people: 7,
      invitations: 0,
      workingCalendar: false,
      intake: false,
      addressConfirmed: null,
      testLead: false,
    });
    await server.make.marketplaceKey(world.contoso.id);
    await server.make.lead(world.fabrikam.id, { is_test: true });
    await world.lead({ is_test: true });
    await server.database.ownerPool.query(
      `insert into working_calendar (organization_id, time_zone, hours, holidays, updated_at, updated_by)
       values ($1, 'Europe/Berlin', '{}', '{}', now(), 'Ada')`,
      [world.contoso.id],
    );
    expect((await read(world.as.accountAdmin)).setUp).toMatchObject({
      workingCalendar: true,
      intake: true,
      testLead: true,
    });
    await server.database.ownerPool.query('update intake_endpoint set revoked_at = now()');
    expect((await read(world.as.accountAdmin)).setUp).toMatchObject({ intake: false });
  });

  it('WS-12, RT-4 an Operator admin sees how much waits, at home and at partners', async () => {
    const unrouted = await server.make.lead(world.operator.id, { customer_name: 'Lost Ltd' });
    await server.make.lead(world.operator.id, { is_test: true });
    await world.lead({ hot_until: at(10) });
    await server.make.lead(world.fabrikam.id);
    await world.lead({ expires_at: at(-1) });
    await world.acceptedLead();
    expect((await read(world.as.operatorAdmin)).operator).toMatchObject({
      unrouted: { count: 1, items: [{ id: unrouted, customer: 'Lost Ltd' }] },
      suspected: 0,
      partners: { waiting: 2, hot: 1 },
    });
  });

  it('WS-12, LC-4 a seller sees what was sent by the state it is in now', async () => {
    const sent = {
      sender_organization_id: world.operator.id,
      sender_name: 'Sam',
      qualification: 'SalesQualified',
    };
    await world.lead({ ...sent, id: newId(), received_at: at(-2) } as Parameters<typeof world.lead>[0]);
    await world.lead({ ...sent, expires_at: at(-1), received_at: at(-3) } as Parameters<
      typeof world.lead
    >[0]);
    await world.lead();
    const { sent: part } = await read(world.as.seller);
    expect(part?.days).toBe(90);
    expect(part?.states.toSorted((a, b) => a.state.localeCompare(b.state))).toEqual([
      { state: 'Expired', count: 1 },
      { state: 'Received', count: 1 },
    ]);
    expect(part?.items.map(({ status, outcome }) => outcome ?? status)).toEqual(['Received', 'Expired']);
  });
});
