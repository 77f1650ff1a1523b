import { describe, expect, it } from 'vitest';
import { bulkActionList, bulkRefusalPage, changedCount } from '../../../../contract/leads/bulk.ts';
import { leadPage } from '../../../../contract/leads/lead-list.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { body, problemOf, testNow } from '../../../../test/server.ts';
import { bulkTools } from './bulk.fixture.ts';

const of = useLeadWorld({ emptied: ['bulk_action', 'lead_favorite', 'spam_report'] });
const { server, world } = of;
const tools = bulkTools(of);
const { order, ordered, look, act, standing, refusals, copies, stored, eventsOf, acceptance } = tools;
const { workOneBatch } = tools;

const make = (count: number, columns?: Parameters<typeof world.lead>[0]) =>
  Promise.all(Array.from({ length: count }, () => world.lead(columns)));

const list = async (search: string) =>
  body(leadPage, await server.request('GET', `/api/v1/leads?${search}`, { as: world.as.admin }));

describe('WS-6: one action on many leads', () => {
  it('WS-6 accepts leads with shared values, each with its own name by the pattern', async () => {
    const ids = await Promise.all(['Adatum', null].map((customer_name) => world.lead({ customer_name })));
    const answer = await order({ ...acceptance(), leadIds: ids });
    expect(answer.status).toBe(201);
    expect(await standing((answer.json as { id: string }).id)).toMatchObject({
      state: 'done',
      total: 2,
      done: 2,
      refused: 0,
      undoableUntil: null,
    });
    expect(await stored(ids)).toMatchObject([
      { status: 'Accepted', version: 2, deal_name: 'Adatum (1)', deal_value_minor: 1_250_000 },
      {
        status: 'Accepted',
        version: 2,
        deal_name: '(2)',
        deal_currency: 'EUR',
        deal_notes: 'Spoke to them.',
      },
    ]);
    for (const id of ids) expect(await eventsOf(id)).toEqual(['lead.accepted']);
    const lead = await server.request('GET', `/api/v1/leads/${ids[0]}`, { as: world.as.admin });
    expect(lead.json).toMatchObject({ team: [{ id: world.people.admin.id }] });
    const jobs = await server.queue.list<{ eventIds?: string[] }>('lead.tell');
    expect(jobs.at(-1)?.payload.eventIds).toHaveLength(2);
  });

  it('WS-6 an acceptance in a bulk leaves the same event and columns as a single one', async () => {
    const same = { customer_name: 'Same Ltd', contact_email: 'same@example.test' };
    const [one, other] = await Promise.all([world.lead(same), world.lead(same)]);
    const { action, ...deal } = acceptance();
    await server.request('POST', `/api/v1/leads/${one}/acceptance`, {
      as: world.as.admin,
      body: { ...deal, dealName: 'Same' },
    });
    await ordered({ ...deal, action, dealName: 'Same', leadIds: [other] });
    const { ownerDb } = server.database;
    const rows = await Promise.all(
      [one, other].map((id) =>
        ownerDb.selectFrom('lead').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
      ),
    );
    const [single, bulk] = rows.map(({ id, ...rest }) => rest);
    expect(bulk).toEqual(single);
    const [singleEvent, bulkEvent] = await Promise.all(
      [one, other].map((id) =>
        ownerDb
          .selectFrom('lead_event')
          .select(['type', 'at', 'actor_kind', 'actor_person_id', 'actor_name', 'changes', 'note', 'version'])
          .where('lead_id', '=', id)
          .where('type', '=', 'lead.accepted')
          .executeTakeFirstOrThrow(),
      ),
    );
    expect(bulkEvent).toEqual(singleEvent);
  });

  it('WS-6 declines and closes as error, with the reason and notes on each', async () => {
    const declined = await make(2);
    await ordered({ action: 'decline', reason: 'NoCapacity', notes: 'Full.', leadIds: declined });
    expect(await stored(declined)).toMatchObject(
      declined.map(() => ({ status: 'Declined', decline_reason: 'NoCapacity', closing_notes: 'Full.' })),
    );
    const closed = [await world.lead(), await world.acceptedLead()];
    await ordered({ action: 'close-as-error', reason: 'Test', leadIds: closed });
    expect(await stored(closed)).toMatchObject(
      closed.map(() => ({ status: 'ClosedAsError', error_reason: 'Test' })),
    );
    expect(await eventsOf(closed[1] ?? '')).toEqual(['lead.closed-as-error']);
  });

  it('WS-6 marks favorites, and undoes only what it really marked', async () => {
    const [before, fresh] = await make(2);
    await ordered({ action: 'favorite', leadIds: [before] });
    const marked = await ordered({ action: 'favorite', leadIds: [before, fresh] });
    expect(marked).toMatchObject({ done: 2, refused: 0, undoneBy: null });
    expect(marked.undoableUntil).toBe('2026-11-21T10:00:00.000Z');
    const undo = await act(marked.id, 'undo');
    expect(undo.status).toBe(201);
    expect(undo.json).toMatchObject({ action: 'unfavorite', undoes: marked.id, total: 1, done: 1 });
    expect((await list('tab=favorites')).items.map(({ id }) => id)).toEqual([before]);
    expect(await standing(marked.id)).toMatchObject({
      undoableUntil: null,
      undoneBy: (undo.json as { id: string }).id,
    });
    expect(problemOf(await act(marked.id, 'undo')).code).toBe('action-not-possible');
  });

  it('WS-6 reports spam with the rules of a single report', async () => {
    const ids = [
      await world.lead({ contact_email: 'spam@bulk-spam.example' }),
      await world.lead({ contact_email: null }),
      await world.lead({ is_test: true }),
    ];
    const reported = await ordered({ action: 'report-spam', leadIds: ids });
    expect(reported).toMatchObject({ done: 1, refused: 2 });
    expect((await refusals(reported.id)).map(({ reason }) => reason)).toEqual([
      'nothing-to-report',
      'nothing-to-report',
    ]);
    expect(await eventsOf(ids[0] ?? '')).toEqual(['lead.reported-as-spam']);
    expect(await ordered({ action: 'report-spam', leadIds: ids.slice(0, 1) })).toMatchObject({ done: 1 });
    expect(await eventsOf(ids[0] ?? '')).toEqual(['lead.reported-as-spam']);
    expect(problemOf(await act(reported.id, 'undo')).detail).toMatch(/Withdraw the report/);
  });

  it('LC-4, WS-6 says for each lead that it left alone why, in the page and in the file', async () => {
    const foreign = await server.make.lead(world.fabrikam.id);
    const overdue = await world.lead({ expires_at: testNow });
    const ids = [
      await world.lead({ customer_name: '=1+1' }),
      await world.acceptedLead({ customer_name: '=2+2' }),
      overdue,
      await world.lead({ status: null }),
      foreign,
    ];
    const done = await ordered({ ...acceptance(), leadIds: ids });
    expect(done).toMatchObject({ state: 'done', total: 5, done: 1, refused: 4 });
    expect(await refusals(done.id)).toMatchObject([
      {
        leadId: ids[1],
        reason: 'not-possible',
        message: expect.stringMatching(/accepted/),
        customerName: '=2+2',
      },
      { leadId: overdue, reason: 'not-possible', message: expect.stringMatching(/expired/) },
      { leadId: ids[3], reason: 'not-possible', message: expect.stringMatching(/information/) },
      { leadId: foreign, reason: 'not-found', customerName: null },
    ]);
    const first = await server.request('GET', `/api/v1/leads/bulk/${done.id}/refusals?limit=3`, {
      as: world.as.admin,
    });
    const { nextCursor } = body(bulkRefusalPage, first);
    const second = await server.request(
      'GET',
      `/api/v1/leads/bulk/${done.id}/refusals?limit=3&cursor=${nextCursor}`,
      { as: world.as.admin },
    );
    expect(body(bulkRefusalPage, second)).toMatchObject({ items: [{ leadId: foreign }], nextCursor: null });
    const report = await server.request('GET', `/api/v1/leads/bulk/${done.id}/report`, {
      as: world.as.admin,
    });
    expect(report.headers.get('content-disposition')).toBe(
      'attachment; filename="leadlight-accept-2026-11-20-report.csv"',
    );
    const lines = report.text.trim().split('\r\n');
    expect(lines).toHaveLength(6);
    expect(lines[1]).toBe(`${ids[0]},'=1+1,Done,`);
    expect(lines[2]).toMatch(/,'=2\+2,Skipped,"The lead was accepted, so this isn’t possible."$/);
    expect((await stored([foreign]))[0]).toMatchObject({ status: 'Received', version: 1 });
  });

  it('WS-6 a lead that someone changed after the order is left as they left it', async () => {
    const [first, ...rest] = await copies(await world.acceptedLead(), 202);
    const closing = await ordered({
      action: 'close-as-error',
      reason: 'Other',
      leadIds: [first, ...rest],
    });
    expect(closing.state).toBe('waiting');
    const edited = await server.request('PATCH', `/api/v1/leads/${first}`, {
      as: world.as.admin,
      body: { dealName: 'Mine' },
      headers: { 'if-match': '"1"' },
    });
    expect(edited.status).toBe(200);
    await server.queue.run('lead.perform-bulk-action');
    expect(await standing(closing.id)).toMatchObject({ state: 'done', done: 201, refused: 1 });
    expect(await refusals(closing.id)).toMatchObject([{ leadId: first, reason: 'changed' }]);
    expect((await stored([first ?? '']))[0]).toMatchObject({ status: 'Accepted', deal_name: 'Mine' });
  });
});

describe('W-15: all leads of a query are those that were seen', () => {
  const query = (name: string) => ({ tab: 'marketplace', customerName: [name] });

  it('W-15 does all leads of the query, oldest first, and leaves what came later alone', async () => {
    const customer_name = 'Seen Ltd';
    const at = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);
    const [second, first] = [
      await world.lead({ customer_name, received_at: at(-5) }),
      await world.lead({ customer_name, received_at: at(-9) }),
    ];
    const seen = await list('customerName=Seen%20Ltd');
    expect(seen).toMatchObject({ total: 2, countedAt: testNow.toISOString() });
    server.clock.set(at(60));
    const later = await world.lead({ customer_name, received_at: at(30) });
    const sent = {
      ...acceptance(),
      dealName: '{number}. {customer}',
      query: query(customer_name),
      expectedCount: seen.total,
    };
    const asked = problemOf(await order(sent));
    expect(asked).toMatchObject({ status: 409, code: 'count-changed' });
    expect(changedCount.parse(asked.current)).toMatchObject({ expectedCount: 2, count: 3, receivedSince: 0 });
    expect(await ordered({ ...sent, seenAt: seen.countedAt })).toMatchObject({ total: 2, done: 2 });
    expect(await stored([first, second, later])).toMatchObject([
      { deal_name: '1. Seen Ltd' },
      { deal_name: '2. Seen Ltd' },
      { status: 'Received', version: 1 },
    ]);
  });

  it('W-15 asks again, with both numbers, when leads have left the query since; nothing is done', async () => {
    const customer_name = 'Shrinking Ltd';
    const received_at = new Date(testNow.getTime() - 60_000);
    const ids = await Promise.all([1, 2, 3].map(() => world.lead({ customer_name, received_at })));
    const seen = await list('customerName=Shrinking%20Ltd&status=Received');
    await ordered({ action: 'decline', reason: 'NoCapacity', leadIds: ids.slice(0, 1) });
    await world.lead({ customer_name, received_at: new Date(testNow.getTime() + 1) });
    server.clock.set(new Date(testNow.getTime() + 1000));
    const sent = {
      action: 'decline',
      reason: 'NoCapacity',
      query: { ...query(customer_name), status: ['Received'] },
      expectedCount: seen.total,
      seenAt: seen.countedAt,
    };
    const asked = problemOf(await order(sent));
    expect(asked.detail).toBe(
      'You saw 3 leads, and there are 2 now. Nothing was done. Check the leads and try again.',
    );
    const { count, receivedSince, countedAt } = changedCount.parse(asked.current);
    expect([count, receivedSince]).toEqual([2, 1]);
    expect((await stored(ids)).map((row) => row?.status)).toEqual(['Declined', 'Received', 'Received']);
    expect(await ordered({ ...sent, expectedCount: count, seenAt: countedAt })).toMatchObject({ done: 2 });
  });

  it('W-15 a search and the person’s own scope hold for a query as in the list', async () => {
    const columns = { customer_name: 'Zyxwords Ltd', received_at: new Date(testNow.getTime() - 1) };
    const munich = await world.lead({ ...columns, location_id: world.munich.id });
    const berlin = await world.lead({ ...columns, location_id: world.berlin.id });
    const sent = {
      ...{ action: 'decline', reason: 'NoCapacity', expectedCount: 1 },
      query: { tab: 'marketplace', search: 'zyxwords' },
    };
    expect(await ordered(sent, world.as.munichAdmin)).toMatchObject({ total: 1, done: 1 });
    expect((await stored([munich, berlin])).map((row) => row?.status)).toEqual(['Declined', 'Received']);
    expect(problemOf(await order(sent, world.as.fabrikamAdmin)).current).toMatchObject({ count: 0 });
  });
});

describe('ID-1 to ID-4: who may', () => {
  it('ID-3 tells apart who may not act, and shows a bulk action to its person alone', async () => {
    const leadIds = await make(1);
    const sent = { action: 'decline', reason: 'NoCapacity', leadIds };
    expect((await server.request('POST', '/api/v1/leads/bulk', { body: sent })).status).toBe(401);
    for (const as of [world.as.accountAdmin, world.as.operatorAdmin])
      expect(problemOf(await order(sent, as))).toMatchObject({ status: 403, code: 'not-allowed' });
    const token = { token: await server.make.apiToken(world.contoso.id, 'leads:write', 'leads:read') };
    expect(problemOf(await order(sent, token)).status).toBe(403);
    const { id } = await ordered(sent);
    for (const as of [world.as.munichAdmin, world.as.fabrikamAdmin]) {
      expect(problemOf(await look(id, as)).status).toBe(404);
      expect(problemOf(await act(id, 'cancel', as)).status).toBe(404);
      expect(problemOf(await act(id, 'undo', as)).status).toBe(404);
      for (const part of ['refusals', 'report'])
        expect((await server.request('GET', `/api/v1/leads/bulk/${id}/${part}`, { as })).status).toBe(404);
      const own = body(bulkActionList, await server.request('GET', '/api/v1/leads/bulk', { as }));
      expect(own.items).toEqual([]);
    }
    const own = body(
      bulkActionList,
      await server.request('GET', '/api/v1/leads/bulk', { as: world.as.admin }),
    );
    expect(own.items.map((one) => one.id)).toEqual([id]);
  });

  it('ID-2 a foreign organization’s leads are not found, and stay as they are', async () => {
    const leadIds = await make(2);
    const done = await ordered({ action: 'decline', reason: 'NoCapacity', leadIds }, world.as.fabrikamAdmin);
    expect(done).toMatchObject({ done: 0, refused: 2 });
    expect((await refusals(done.id, world.as.fabrikamAdmin)).map(({ reason }) => reason)).toEqual([
      'not-found',
      'not-found',
    ]);
    expect((await stored(leadIds)).map((row) => row?.version)).toEqual([1, 1]);
  });

  it('ID-2 another location’s leads are not found', async () => {
    const ids = [
      await world.lead({ location_id: world.munich.id }),
      await world.lead({ location_id: world.berlin.id }),
    ];
    const done = await ordered(
      { action: 'decline', reason: 'NoCapacity', leadIds: ids },
      world.as.munichAdmin,
    );
    expect(done).toMatchObject({ done: 1, refused: 1 });
  });

  it('ID-1 whoever loses the role in the middle has the rest left alone', async () => {
    const person = await server.make.person(world.contoso.id, 'referrals-admin');
    const as = await server.signIn(person);
    const leadIds = await copies(await world.lead(), 250);
    const { id } = await ordered({ action: 'decline', reason: 'NoCapacity', leadIds }, as);
    await workOneBatch(id, person.id);
    await server.database.ownerDb
      .updateTable('membership')
      .set({ role: 'account-admin' })
      .where('person_id', '=', person.id)
      .execute();
    await server.queue.run('lead.perform-bulk-action');
    expect((await look(id, as)).json).toMatchObject({ state: 'done', done: 100, refused: 150 });
    expect((await refusals(id, as))[0]).toMatchObject({ reason: 'not-allowed', customerName: null });
    const states = (await stored(leadIds)).map((lead) => lead?.status);
    expect(states.filter((status) => status === 'Declined')).toHaveLength(100);
  });

  it('WS-6 a team member who left since the order is in no team', async () => {
    const person = await server.make.person(world.contoso.id, 'referrals-user');
    const leadIds = await copies(await world.lead(), 201);
    const sent = { ...acceptance(), teamMemberIds: [person.id, world.people.admin.id], leadIds };
    const { id } = await ordered(sent);
    await server.database.ownerDb.deleteFrom('membership').where('person_id', '=', person.id).execute();
    await server.queue.run('lead.perform-bulk-action');
    expect(await standing(id)).toMatchObject({ done: 0, refused: 201 });
    expect((await refusals(id))[0]).toMatchObject({ reason: 'person-left' });
    expect(problemOf(await order(sent)).issues?.[0]?.path).toBe('body.teamMemberIds[0]');
  });
});
