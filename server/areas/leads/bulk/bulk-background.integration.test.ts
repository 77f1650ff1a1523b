import { describe, expect, it } from 'vitest';
import { bulkAction } from '../../../../contract/leads/bulk.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { body, problemOf, testNow } from '../../../../test/server.ts';
import { metrics } from '../../../platform/http/metrics.ts';
import { bulkTools } from './bulk.fixture.ts';

const of = useLeadWorld({ emptied: ['bulk_action', 'lead_favorite', 'request_receipt'] });
const { server, world } = of;
const { order, ordered, act, standing, refusals, copies, stored, acceptance, workOneBatch } = bulkTools(of);

const perform = () => server.queue.run('lead.perform-bulk-action');
const decline = (leadIds: readonly string[]) => ({ action: 'decline', reason: 'NoCapacity', leadIds });

/** How many events of each lead say that it was answered. */
async function answersOf(leadIds: readonly string[]): Promise<number[]> {
  const rows = await server.database.ownerDb
    .selectFrom('lead_event')
    .select(['lead_id', ({ fn }) => fn.countAll<number>().as('count')])
    .where('lead_id', 'in', [...leadIds])
    .where('type', 'in', ['lead.accepted', 'lead.declined'])
    .groupBy('lead_id')
    .execute();
  return rows.map(({ count }) => count);
}

describe('WS-6: many leads, in the background', () => {
  it('WS-6 answers at once for 5,000 leads, and does each of them exactly once in the background', {
    timeout: 600_000,
  }, async () => {
    const leadIds = await copies(await world.lead(), 5000);
    const answer = await order({ ...acceptance(), leadIds });
    expect(answer.status).toBe(202);
    const { id } = body(bulkAction, answer);
    expect(await standing(id)).toMatchObject({ state: 'waiting', total: 5000, done: 0, startedAt: null });
    await workOneBatch(id, world.people.admin.id);
    expect(await standing(id)).toMatchObject({ state: 'running', done: 100, endedAt: null });
    await perform();
    expect(await standing(id)).toMatchObject({ state: 'done', done: 5000, refused: 0 });
    expect(await answersOf(leadIds)).toEqual(Array.from({ length: 5000 }, () => 1));
    expect((await stored(leadIds.slice(-1)))[0]?.deal_name).toMatch(/\(5000\)$/);
    const text = await metrics.metrics();
    expect(text).toMatch(/leadlight_bulk_leads_total\{action="accept",outcome="done"\} \d{4,}/);
  });

  it('WS-6 a job that runs twice, or that a killed worker began, does nothing twice', async () => {
    const leadIds = await copies(await world.lead(), 350);
    const { id } = await ordered(decline(leadIds));
    const place = { organizationId: world.contoso.id, personId: world.people.admin.id, bulkActionId: id };
    await Promise.all([workOneBatch(id, world.people.admin.id), workOneBatch(id, world.people.admin.id)]);
    expect(await standing(id)).toMatchObject({ state: 'running', done: 200 });
    await perform();
    await server.queue.add('lead.perform-bulk-action', place);
    await perform();
    expect(await standing(id)).toMatchObject({ done: 350, refused: 0 });
    expect(await answersOf(leadIds)).toEqual(leadIds.map(() => 1));
  });

  it('WS-6 a small one that its request could not finish is finished by a job', async () => {
    const leadIds = [await world.lead()];
    const { id } = await ordered({ action: 'favorite', leadIds });
    // As if the process had been killed before the first batch.
    await server.database.ownerDb
      .updateTable('bulk_action')
      .set({ state: 'waiting', done: 0, started_at: null, ended_at: null })
      .where('id', '=', id)
      .execute();
    await perform();
    expect(await standing(id)).toMatchObject({ state: 'done', done: 1 });
  });

  it('WS-6 two bulk actions on the same leads: each lead once, the other is told', async () => {
    const leadIds = await copies(await world.lead(), 300);
    const one = await ordered(decline(leadIds));
    const other = await ordered({ ...acceptance(), leadIds: leadIds.toReversed() });
    const admin = world.people.admin.id;
    for (let count = 0; count < 3; count++)
      await Promise.all([workOneBatch(one.id, admin), workOneBatch(other.id, admin)]);
    const [a, b] = [await standing(one.id), await standing(other.id)];
    expect([a.state, b.state]).toEqual(['done', 'done']);
    expect(a.done + b.done).toBe(300);
    expect(a.refused + b.refused).toBe(300);
    expect(await answersOf(leadIds)).toEqual(leadIds.map(() => 1));
    expect(new Set((await refusals(other.id)).map(({ reason }) => reason))).toEqual(
      new Set(['not-possible']),
    );
  });

  it('WS-6 small ones on the same leads at the same moment: each lead once', async () => {
    const leadIds = await copies(await world.lead(), 60);
    const answers = await Promise.all([
      ordered(decline(leadIds)),
      ordered(decline(leadIds.toReversed()), world.as.munichAdmin),
      ordered({ ...acceptance(), leadIds }),
    ]);
    expect(answers.reduce((sum, { done }) => sum + done, 0)).toBe(60);
    expect(await answersOf(leadIds)).toEqual(leadIds.map(() => 1));
  });

  it('WS-6 canceling leaves the rest alone; what is done stays done', async () => {
    const leadIds = await copies(await world.lead(), 250);
    const { id } = await ordered(decline(leadIds));
    await workOneBatch(id, world.people.admin.id);
    expect((await act(id, 'cancel')).json).toMatchObject({ state: 'cancelled', done: 100 });
    await perform();
    expect(await standing(id)).toMatchObject({ state: 'cancelled', done: 100, refused: 0 });
    const states = (await stored(leadIds)).map((lead) => lead?.status);
    expect(states.filter((state) => state === 'Received')).toHaveLength(150);
    expect((await act(id, 'cancel')).status).toBe(200);
    const report = await server.request('GET', `/api/v1/leads/bulk/${id}/report`, { as: world.as.admin });
    expect(report.text.match(/,Not processed,/g)).toHaveLength(150);
    const done = await ordered({ action: 'favorite', leadIds: leadIds.slice(0, 1) });
    expect(problemOf(await act(done.id, 'cancel')).code).toBe('action-not-possible');
  });

  it('WS-6 undoes 300 favorites in the background, for a day; what people were told of is never undone', async () => {
    const leadIds = await copies(await world.lead(), 300);
    const marked = await ordered({ action: 'favorite', leadIds });
    expect(problemOf(await act(marked.id, 'undo')).detail).toMatch(/hasn’t ended/);
    await perform();
    const undo = await act(marked.id, 'undo');
    expect(undo.status).toBe(202);
    await perform();
    const { id } = body(bulkAction, undo);
    expect(await standing(id)).toMatchObject({
      total: 300,
      done: 300,
      undoes: marked.id,
      undoableUntil: null,
    });
    const again = await ordered({ action: 'favorite', leadIds: leadIds.slice(0, 1) });
    server.clock.set(new Date(testNow.getTime() + 24 * 3_600_000));
    expect(problemOf(await act(again.id, 'undo')).detail).toMatch(/24 hours/);
    const answered = await ordered(decline(leadIds.slice(0, 1)));
    expect(problemOf(await act(answered.id, 'undo')).detail).toMatch(/customers, senders and colleagues/);
  });

  it('WS-6 a bulk action that cannot be written says so after five attempts, and nothing is half done', async () => {
    const leadIds = await copies(await world.lead(), 201);
    const { id } = await ordered(decline(leadIds));
    const { ownerPool } = server.database;
    await ownerPool.query(
      `create function refuse_all() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
       create trigger refuse_all before insert on lead_event for each row execute function refuse_all()`,
    );
    try {
      for (let attempt = 1; attempt < 5; attempt++)
        await expect(workOneBatch(id, world.people.admin.id)).rejects.toThrow();
      await workOneBatch(id, world.people.admin.id);
    } finally {
      await ownerPool.query('drop trigger refuse_all on lead_event; drop function refuse_all');
    }
    expect(await standing(id)).toMatchObject({ state: 'failed', done: 0, refused: 0 });
    expect((await stored(leadIds)).every((lead) => lead?.status === 'Received')).toBe(true);
  });
});

describe('W-7: assigning many leads', () => {
  const ownersOf = async (leadIds: readonly string[]) => {
    const { ownerDb } = server.database;
    const columns = ['id', 'assigned_to', 'version'] as const;
    const rows = await ownerDb
      .selectFrom('lead')
      .select(columns)
      .where('id', 'in', [...leadIds])
      .execute();
    return leadIds.map((id) => rows.find((row) => row.id === id)?.assigned_to ?? null);
  };
  const numberOf = (owners: readonly (string | null)[], person: { id: string }) =>
    owners.filter((owner) => owner === person.id).length;

  it('W-7 shares 300 equal leads among four people, 75 each, and counts what they have already', async () => {
    const people = await Promise.all(
      [1, 2, 3, 4].map(() => server.make.person(world.contoso.id, 'referrals-user')),
    );
    const personIds = people.map(({ id }) => id);
    const leadIds = await copies(await world.lead(), 300);
    const { id } = await ordered({ action: 'assign', personIds, leadIds });
    await perform();
    expect(await standing(id)).toMatchObject({ state: 'done', done: 300, refused: 0 });
    const owners = await ownersOf(leadIds);
    expect(people.map((person) => numberOf(owners, person))).toEqual([75, 75, 75, 75]);
    const [newcomer] = [await server.make.person(world.contoso.id, 'referrals-user')];
    const more = await copies(await world.lead(), 100);
    await ordered({ action: 'assign', personIds: [...personIds, newcomer?.id], leadIds: more });
    const later = await ownersOf(more);
    expect([...people, newcomer].map((one) => (one ? numberOf(later, one) : -1))).toEqual([5, 5, 5, 5, 80]);
  });

  it('W-7 gives leads only to people who work at their location, and says where nobody does', async () => {
    const leadIds = [
      await world.lead({ location_id: world.munich.id }),
      await world.lead({ location_id: world.berlin.id }),
    ];
    const personIds = [world.people.munichUser.id];
    const assigned = await ordered({ action: 'assign', personIds, leadIds });
    expect(assigned).toMatchObject({ done: 1, refused: 1 });
    expect((await refusals(assigned.id))[0]).toMatchObject({ leadId: leadIds[1], reason: 'no-owner' });
    expect(await ownersOf(leadIds)).toEqual([world.people.munichUser.id, null]);
    const stranger = await order({ action: 'assign', personIds: [world.people.fabrikamAdmin.id], leadIds });
    expect(problemOf(stranger).issues?.[0]?.path).toBe('body.personIds[0]');
  });

  it('WS-6 undoing gives each lead back to whom it had, except those that someone changed since', async () => {
    const { user, munichAdmin, admin } = world.people;
    const [taken, free, changed] = await Promise.all([
      world.lead({ assigned_to: munichAdmin.id, location_id: world.munich.id }),
      world.lead(),
      world.lead(),
    ]);
    const leadIds = [taken, free, changed];
    const assigned = await ordered({ action: 'assign', personIds: [user.id], leadIds });
    expect(assigned.undoableUntil).not.toBeNull();
    expect(await ownersOf(leadIds)).toEqual([user.id, user.id, user.id]);
    await ordered({ action: 'assign', personIds: [admin.id], leadIds: [changed] });
    const undo = body(bulkAction, await act(assigned.id, 'undo'));
    expect(undo).toMatchObject({ action: 'assign', total: 3, done: 2, refused: 1 });
    expect(await refusals(undo.id)).toMatchObject([{ leadId: changed, reason: 'changed' }]);
    expect(await ownersOf(leadIds)).toEqual([munichAdmin.id, null, admin.id]);
    await ordered({ action: 'assign', personIds: null, leadIds: [changed] });
    expect(await ownersOf([changed])).toEqual([null]);
  });

  it('ID-1 whoever sees a lead only as its owner keeps it', async () => {
    const { user, admin } = world.people;
    const own = await world.lead({ assigned_to: user.id });
    const given = await ordered({ action: 'assign', personIds: [admin.id], leadIds: [own] }, world.as.user);
    expect((await refusals(given.id, world.as.user))[0]).toMatchObject({ reason: 'out-of-sight' });
    expect(await ownersOf([own])).toEqual([user.id]);
  });
});

describe('NT-2: telling people about many leads at once', () => {
  it('NT-2 a colleague gets as many emails as in a day, the rest in the Action center; the person who did it, none', async () => {
    const mate = await server.make.person(world.contoso.id, 'referrals-admin');
    const leadIds = await copies(await world.lead(), 30);
    await ordered({ ...acceptance(), teamMemberIds: [world.people.admin.id, mate.id], leadIds });
    await server.queue.run('lead.tell');
    const { ownerDb } = server.database;
    const told = await ownerDb
      .selectFrom('lead_notice')
      .select(['recipient', 'way', 'reason', ({ fn }) => fn.countAll<number>().as('count')])
      .where('lead_id', 'in', leadIds)
      .groupBy(['recipient', 'way', 'reason'])
      .orderBy('way')
      .execute();
    expect(told).toEqual([
      { recipient: mate.id, way: 'individual', reason: 'team-added', count: 10 },
      { recipient: mate.id, way: 'unmailed', reason: 'daily-limit', count: 20 },
    ]);
    const notified = await ownerDb
      .selectFrom('notification')
      .select('lead_id')
      .where('person_id', '=', mate.id)
      .execute();
    expect(notified).toHaveLength(30);
  });
});

describe('orders', () => {
  it('IN-3 the same request twice is one bulk action; another one with its key is refused', async () => {
    const leadIds = [await world.lead()];
    const headers = { 'idempotency-key': 'once' };
    const [one, two] = [
      await order(decline(leadIds), world.as.admin, headers),
      await order(decline(leadIds), world.as.admin, headers),
    ];
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(two.json).toEqual(one.json);
    const other = await order({ ...decline(leadIds), notes: 'x' }, world.as.admin, headers);
    expect(problemOf(other).code).toBe('idempotency-key-reused');
  });

  it('five large ones of an organization wait at the same time, and no sixth; small ones are done meanwhile', async () => {
    const leadIds = await copies(await world.lead(), 201);
    const large = { action: 'favorite', leadIds };
    for (let count = 0; count < 5; count++) expect((await order(large)).status).toBe(202);
    expect(problemOf(await order(large))).toMatchObject({ status: 409, code: 'limit-reached' });
    expect((await order({ ...large, leadIds: leadIds.slice(0, 200) })).status).toBe(201);
    await perform();
    expect((await order(large)).status).toBe(202);
  });

  it('names what is wrong with an order', async () => {
    const leadIds = [await world.lead()];
    const wrong: [object, string][] = [
      [{ action: 'favorite' }, 'body.leadIds'],
      [{ action: 'favorite', leadIds, query: {}, expectedCount: 1 }, 'body.leadIds'],
      [{ action: 'favorite', query: {} }, 'body.expectedCount'],
      [{ action: 'favorite', leadIds: [...leadIds, ...leadIds] }, 'body.leadIds'],
      [{ action: 'favorite', leadIds: [] }, 'body.leadIds'],
      [{ action: 'favorite', leadIds, reason: 'x' }, 'body'],
      [{ action: 'erase', leadIds }, 'body.action'],
      [{ ...decline(leadIds), reason: 'Other' }, 'body.notes'],
      [{ ...acceptance(), leadIds, dealName: '{customer} {phone}' }, 'body.dealName'],
      [{ ...acceptance(), leadIds, teamMemberIds: [world.people.fabrikamAdmin.id] }, 'body.teamMemberIds[0]'],
    ];
    for (const [sent, path] of wrong) {
      const found = problemOf(await order(sent));
      expect(found.status, JSON.stringify(sent)).toBe(400);
      expect(found.issues?.[0]?.path, JSON.stringify(sent)).toMatch(path);
    }
    const refused = await server.request('GET', `/api/v1/leads/bulk/${leadIds[0]}/refusals?cursor=x`, {
      as: world.as.admin,
    });
    expect(problemOf(refused).code).toBe('invalid-cursor');
  });

  it('ID-7 the access log has the order with its filter and number, not what was searched for', async () => {
    await world.lead({ customer_name: 'Logged Ltd', received_at: new Date(testNow.getTime() - 1000) });
    const query = { tab: 'marketplace', customerName: ['Logged Ltd'], search: 'logged' };
    const { id } = await ordered({ action: 'favorite', query, expectedCount: 1 });
    const rows = await server.database.ownerDb
      .selectFrom('access_log')
      .select(['detail', 'facts'])
      .where('detail', '=', 'bulk favorite: 1 lead')
      .execute();
    expect(rows.at(-1)?.facts).toEqual({
      bulkActionId: id,
      leads: 1,
      filter: { tab: 'marketplace', customerName: ['Logged Ltd'] },
      searched: true,
    });
  });

  it('DP-1 what ended is deleted with its leads after 30 days, and nothing before', async () => {
    const { id } = await ordered(decline([await world.lead()]));
    const forget = async (days: number) => {
      server.clock.set(new Date(testNow.getTime() + days * 86_400_000));
      await server.queue.add('lead.forget-bulk-actions');
      await server.queue.run('lead.forget-bulk-actions');
    };
    const count = async () => {
      const { ownerDb } = server.database;
      const actions = await ownerDb.selectFrom('bulk_action').select('id').where('id', '=', id).execute();
      const leads = ownerDb.selectFrom('bulk_action_lead').select('place').where('bulk_action_id', '=', id);
      return [actions.length, (await leads.execute()).length];
    };
    await forget(29);
    expect(await count()).toEqual([1, 1]);
    await forget(31);
    expect(await count()).toEqual([0, 0]);
  });
});
