import { describe, expect, it } from 'vitest';
import { changedCount } from '../../../../contract/leads/bulk.ts';
import { leadPage } from '../../../../contract/leads/lead-list.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { body, type Caller, problemOf, testNow } from '../../../../test/server.ts';
import { bulkTools } from './bulk.fixture.ts';

const of = useLeadWorld({ emptied: ['bulk_action', 'lead_favorite', 'spam_report', 'access_log'] });
const { server, world } = of;
const { order, ordered, act, standing, refusals, copies, stored, eventsOf, acceptance, workOneBatch } =
  bulkTools(of);

const perform = () => server.queue.run('lead.perform-bulk-action');
const at = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);
const reportOf = (id: string, as: Caller) => server.request('GET', `/api/v1/leads/bulk/${id}/report`, { as });
const decline = { action: 'decline', reason: 'NoCapacity' };

/** While it works, writing a lead of a bulk action fails. */
async function withoutWriting(work: () => Promise<void>): Promise<void> {
  const { ownerPool } = server.database;
  await ownerPool.query(
    `create function refuse_lead() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
     create trigger refuse_lead before insert on bulk_action_lead for each row execute function refuse_lead()`,
  );
  try {
    await work();
  } finally {
    await ownerPool.query('drop trigger refuse_lead on bulk_action_lead; drop function refuse_lead');
  }
}

/** As if that many leads had been ordered before. */
async function orderedBefore(total: number, createdAt: Date): Promise<void> {
  await server.database.ownerDb
    .insertInto('bulk_action')
    .values({
      organization_id: world.contoso.id,
      id: crypto.randomUUID(),
      person_id: world.people.admin.id,
      action: 'favorite',
      details: JSON.stringify({ action: 'favorite' }),
      state: 'cancelled',
      total,
      created_at: createdAt,
      ended_at: createdAt,
    })
    .execute();
}

describe('WS-6: how much may be ordered', () => {
  it('WS-6 what is refused writes no lead: a wrong number, and a sixth large one', async () => {
    const leadIds = await copies(await world.lead(), 201);
    for (let count = 0; count < 5; count++)
      expect((await order({ action: 'favorite', leadIds })).status).toBe(202);
    await withoutWriting(async () => {
      const query = { tab: 'marketplace', customerName: ['Copy 7'] };
      const changed = problemOf(await order({ ...decline, query, expectedCount: 3 }));
      expect(changed.code).toBe('count-changed');
      expect(changedCount.parse(changed.current)).toMatchObject({ expectedCount: 3, count: 1 });
      expect(problemOf(await order({ action: 'favorite', leadIds })).code).toBe('limit-reached');
    });
  });

  it('WS-6 an organization orders at most a million leads within a day; what it undoes is not counted', async () => {
    const leadIds = [await world.lead(), await world.lead()];
    await orderedBefore(500_000, at(-60));
    await orderedBefore(499_997, at(-3600));
    await orderedBefore(999_999, at(-86_401));
    const marked = await ordered({ action: 'favorite', leadIds });
    expect(problemOf(await order({ action: 'favorite', leadIds }))).toMatchObject({
      status: 409,
      code: 'limit-reached',
      detail: expect.stringMatching(/1,000,000 leads within a day/),
    });
    expect((await act(marked.id, 'undo')).status).toBe(201);
    expect(await ordered({ action: 'favorite', leadIds: leadIds.slice(0, 1) })).toMatchObject({ done: 1 });
  });

  it('WS-6 accepting counts leads times people', async () => {
    const people = await Promise.all(
      Array.from({ length: 50 }, () => server.make.person(world.contoso.id, 'referrals-user')),
    );
    const leadIds = await copies(await world.lead(), 4001);
    const teamMemberIds = people.map(({ id }) => id);
    const sent = { ...acceptance(), teamMemberIds, leadIds };
    expect(problemOf(await order(sent))).toMatchObject({
      status: 409,
      code: 'limit-reached',
      detail: expect.stringMatching(/4,001 leads with 50 people .* at most 200,000/),
    });
    expect((await order({ ...sent, leadIds: leadIds.slice(1) })).status).toBe(202);
  });

  it('WS-6 leads that a canceled one never reached are forgotten after a day; what was done stays', async () => {
    const leadIds = await copies(await world.lead(), 250);
    const { id } = await ordered({ ...decline, leadIds });
    await workOneBatch(id, world.people.admin.id);
    await act(id, 'cancel');
    const open = await ordered({ action: 'favorite', leadIds });
    const count = async (bulkActionId: string) => {
      const { ownerDb } = server.database;
      const leads = ownerDb.selectFrom('bulk_action_lead').select('place');
      return (await leads.where('bulk_action_id', '=', bulkActionId).execute()).length;
    };
    const forgetAt = async (seconds: number) => {
      server.clock.set(at(seconds));
      await server.queue.add('lead.forget-bulk-actions');
      await server.queue.run('lead.forget-bulk-actions');
    };
    await forgetAt(86_399);
    expect([await count(id), await count(open.id)]).toEqual([250, 250]);
    await forgetAt(86_401);
    await forgetAt(86_402);
    expect([await count(id), await count(open.id)]).toEqual([100, 250]);
    expect(await standing(id)).toMatchObject({ state: 'cancelled', total: 250, done: 100 });
  });
});

describe('W-15: only what was seen', () => {
  it('W-15 a lead that came into the query after it was seen is left alone, though the number is the same', async () => {
    const columns = { customer_name: 'Swapped Ltd', received_at: at(-600), updated_at: at(-600) };
    const [left, stayed] = [await world.lead(columns), await world.lead(columns)];
    const joined = await world.lead({ ...columns, customer_name: 'Elsewhere Ltd' });
    const search = 'customerName=Swapped%20Ltd&status=Received';
    const seen = body(
      leadPage,
      await server.request('GET', `/api/v1/leads?${search}`, { as: world.as.admin }),
    );
    expect(seen.total).toBe(2);
    server.clock.set(at(30));
    await ordered({ ...decline, leadIds: [left] });
    // A sender corrects the name, which makes it a lead of the query.
    await server.database.ownerDb
      .updateTable('lead')
      .set({ customer_name: 'Swapped Ltd', updated_at: at(31), version: 2 })
      .where('id', '=', joined)
      .execute();
    server.clock.set(at(60));
    const query = { tab: 'marketplace', customerName: ['Swapped Ltd'], status: ['Received'] };
    const sent = { query, expectedCount: seen.total, seenAt: seen.countedAt };
    const marked = await ordered({ ...sent, action: 'favorite' });
    expect(await refusals(marked.id)).toMatchObject([{ leadId: joined, reason: 'changed' }]);
    const declined = await ordered({ ...sent, ...decline });
    expect(declined).toMatchObject({ total: 2, done: 1, refused: 1 });
    expect(await refusals(declined.id)).toMatchObject([{ leadId: joined, reason: 'changed' }]);
    expect((await stored([stayed, joined])).map((row) => row?.status)).toEqual(['Declined', 'Received']);
  });

  it.each(['favorite', 'report-spam'])(
    'ID-2 %s leaves alone what the person could not see when they ordered it',
    async (action) => {
      const hidden = await world.lead({ location_id: world.berlin.id, contact_email: 'a@hidden.example' });
      const { id } = await ordered({ action, leadIds: [hidden] }, world.as.munichAdmin);
      const { ownerDb } = server.database;
      // As if the process had been killed before the lead, and somebody had moved it meanwhile.
      await ownerDb
        .updateTable('bulk_action')
        .set({ state: 'waiting', done: 0, refused: 0, started_at: null, ended_at: null })
        .where('id', '=', id)
        .execute();
      await ownerDb
        .updateTable('lead')
        .set({ location_id: world.munich.id })
        .where('id', '=', hidden)
        .execute();
      await perform();
      expect(await refusals(id, world.as.munichAdmin)).toMatchObject([
        { leadId: hidden, reason: 'not-found' },
      ]);
      expect(await eventsOf(hidden)).toEqual([]);
    },
  );
});

describe('ID-7: reports are read as leads are', () => {
  const logged = (bulkActionId: string) =>
    server.database.ownerDb
      .selectFrom('access_log')
      .select(['action', 'actor_person_id', 'lead_ids', 'facts'])
      .where('action', 'in', ['lead.export', 'lead.list'])
      .orderBy('id')
      .execute()
      .then((rows) =>
        rows.filter(
          ({ facts }) => (facts as { bulkActionId?: string } | null)?.bulkActionId === bulkActionId,
        ),
      );

  it('ID-7, EX-1 who reads a report or its refusals is recorded; names are for those who may export', async () => {
    const { admin, user } = world.people;
    const leadIds = [await world.lead({ customer_name: 'Named Ltd' })];
    const byAdmin = await ordered({ action: 'favorite', leadIds });
    expect((await reportOf(byAdmin.id, world.as.admin)).text).toContain(`${leadIds[0]},Named Ltd,Done,`);
    expect(await logged(byAdmin.id)).toEqual([
      {
        action: 'lead.export',
        actor_person_id: admin.id,
        lead_ids: [],
        facts: { bulkActionId: byAdmin.id, rows: 1, named: true },
      },
    ]);
    const mine = [await world.acceptedLead({ customer_name: 'Named Ltd', assigned_to: user.id })];
    const byUser = await ordered({ ...decline, leadIds: mine }, world.as.user);
    expect((await reportOf(byUser.id, world.as.user)).text).toContain(`${mine[0]},,Skipped,`);
    expect(await refusals(byUser.id, world.as.user)).toMatchObject([{ customerName: 'Named Ltd' }]);
    expect(await logged(byUser.id)).toEqual([
      {
        action: 'lead.export',
        actor_person_id: user.id,
        lead_ids: [],
        facts: { bulkActionId: byUser.id, rows: 1, named: false },
      },
      {
        action: 'lead.list',
        actor_person_id: user.id,
        lead_ids: mine,
        facts: { bulkActionId: byUser.id, rows: 1 },
      },
    ]);
  });
});
