import { describe, expect, it } from 'vitest';
import { bulkAction, bulkRefusalPage } from '../../../../contract/leads/bulk.ts';
import { heldLeads } from '../../../../contract/leads/sharing.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { body, type Caller, problemOf, testNow } from '../../../../test/server.ts';

const { server, world } = useLeadWorld({ emptied: ['lead', 'bulk_action'] });

const path = '/api/v1/leads/bulk';
const held = async (personId: string, as: Caller = world.as.admin) =>
  body(heldLeads, await server.request('GET', `/api/v1/people/${personId}/held-leads`, { as }));
const handOver = (
  heldBy: string,
  personIds: readonly string[],
  expectedCount: number,
  as: Caller = world.as.admin,
) => server.request('POST', path, { as, body: { action: 'assign', heldBy, personIds, expectedCount } });

async function ownersOf(ids: readonly string[]): Promise<(string | null)[]> {
  const { rows } = await server.database.ownerPool.query<{ id: string; assigned_to: string | null }>(
    'select id, assigned_to from lead',
  );
  return ids.map((id) => rows.find((row) => row.id === id)?.assigned_to ?? null);
}
async function joinTeam(leadId: string, personId: string) {
  await server.database.ownerDb
    .insertInto('lead_team_member')
    .values({ organization_id: world.contoso.id, lead_id: leadId, person_id: personId, added_at: testNow })
    .execute();
}

/** What Contoso's user holds: one of each, and what is over or somebody else's. */
async function makeHeld() {
  const { user, admin } = world.people;
  const own = { assigned_to: user.id };
  const toAnswer = await world.lead(own);
  const qualified = await world.lead({ ...own, qualification: 'SalesQualified' });
  const deal = await world.acceptedLead(own);
  const informational = await world.lead({
    ...own,
    status: null,
    expires_at: null,
    call_to_action: 'FreeTrial',
  });
  const teamDeal = await world.acceptedLead();
  await joinTeam(teamDeal, user.id);
  const others = [
    await world.lead({ ...own, expires_at: new Date(testNow.getTime() - 1) }),
    await world.acceptedLead({ ...own, status: 'Won', closed_at: testNow }),
    await world.lead({ assigned_to: admin.id }),
  ];
  const colleagues = await world.acceptedLead({ assigned_to: admin.id });
  await joinTeam(colleagues, user.id);
  return { theirs: [toAnswer, qualified, deal, informational, teamDeal], others: [...others, colleagues] };
}

describe('WT-2: handing over what somebody holds', () => {
  it('gives all that needs somebody to one person, in both tabs, and nothing else; it can be undone', async () => {
    const { user, admin } = world.people;
    const { theirs, others } = await makeHeld();
    const before = await ownersOf([...theirs, ...others]);
    const countedAt = testNow.toISOString();
    expect(await held(user.id)).toEqual({ toAnswer: 2, deals: 2, informational: 1, total: 5, countedAt });
    const done = body(bulkAction, await handOver(user.id, [admin.id], 5));
    expect(done).toMatchObject({ state: 'done', total: 5, done: 5, refused: 0 });
    expect(await ownersOf(theirs)).toEqual(theirs.map(() => admin.id));
    expect(await ownersOf(others)).toEqual(before.slice(theirs.length));
    expect((await held(user.id)).total).toBe(0);
    await server.request('POST', `${path}/${done.id}/undo`, { as: world.as.admin });
    expect(await ownersOf([...theirs, ...others])).toEqual(before);
  });

  it('W-7: shares them among several, against what each has', async () => {
    const { user, admin } = world.people;
    for (let n = 0; n < 6; n++) await world.lead({ assigned_to: user.id });
    for (let n = 0; n < 2; n++) await world.lead({ assigned_to: admin.id });
    const fourth = await server.make.person(world.contoso.id, 'referrals-user');
    body(bulkAction, await handOver(user.id, [admin.id, fourth.id], 6));
    expect((await held(admin.id)).total).toBe(4);
    expect((await held(fourth.id)).total).toBe(4);
  });

  it('also what somebody holds who has left', async () => {
    const gone = await server.make.person(world.contoso.id, 'referrals-user');
    await world.lead({ assigned_to: gone.id });
    await server.database.ownerPool.query('delete from membership where person_id = $1', [gone.id]);
    expect((await held(gone.id)).total).toBe(1);
    expect(body(bulkAction, await handOver(gone.id, [world.people.admin.id], 1)).done).toBe(1);
  });

  it('W-15: a number that is wrong by now is said, and nothing is handed over', async () => {
    const { user, admin } = world.people;
    const id = await world.lead({ assigned_to: user.id });
    const answer = problemOf(await handOver(user.id, [admin.id], 7));
    expect(answer).toMatchObject({
      status: 409,
      code: 'count-changed',
      current: { expectedCount: 7, count: 1 },
    });
    expect(await ownersOf([id])).toEqual([user.id]);
  });

  it('ID-2: an admin of a location counts and hands over the leads of that location only', async () => {
    const { user, munichAdmin } = world.people;
    const ids = [
      await world.lead({ assigned_to: user.id, location_id: world.munich.id }),
      await world.lead({ assigned_to: user.id, location_id: world.berlin.id }),
    ];
    expect((await held(user.id, world.as.munichAdmin)).total).toBe(1);
    body(bulkAction, await handOver(user.id, [munichAdmin.id], 1, world.as.munichAdmin));
    expect(await ownersOf(ids)).toEqual([munichAdmin.id, user.id]);
    expect((await held(user.id, world.as.fabrikamAdmin)).total).toBe(0);
  });

  it('ID-2: what the new owner cannot own stays, with the reason', async () => {
    const { user, munichUser } = world.people;
    const id = await world.lead({ assigned_to: user.id, location_id: world.berlin.id });
    const done = body(bulkAction, await handOver(user.id, [munichUser.id], 1));
    expect(done).toMatchObject({ done: 0, refused: 1 });
    const refusals = await server.request('GET', `${path}/${done.id}/refusals`, { as: world.as.admin });
    expect(body(bulkRefusalPage, refusals).items).toMatchObject([{ leadId: id, reason: 'no-owner' }]);
  });

  it('ID-1: people who work no leads neither count nor hand over; an order says which leads in one way', async () => {
    const { user, admin } = world.people;
    expect(
      problemOf(
        await server.request('GET', `/api/v1/people/${user.id}/held-leads`, { as: world.as.accountAdmin }),
      ).code,
    ).toBe('not-allowed');
    expect(problemOf(await handOver(user.id, [admin.id], 0, world.as.accountAdmin)).code).toBe('not-allowed');
    const order = { action: 'assign', heldBy: user.id, personIds: [admin.id] };
    for (const wrong of [order, { ...order, expectedCount: 0, query: { tab: 'marketplace' } }])
      expect(problemOf(await server.request('POST', path, { as: world.as.admin, body: wrong })).status).toBe(
        400,
      );
  });
});
