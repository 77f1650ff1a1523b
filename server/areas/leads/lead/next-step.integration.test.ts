import { describe, expect, it } from 'vitest';
import { home } from '../../../../contract/home/home.ts';
import { dealPage } from '../../../../contract/leads/deals.ts';
import { leadPage } from '../../../../contract/leads/lead-list.ts';
import { lead as leadContract, leadTimeline } from '../../../../contract/leads/leads.ts';
import { actionCenter } from '../../../../contract/messages/action-center.ts';
import { actionBodies, useLeadWorld } from '../../../../test/lead-world.ts';
import { body, type Caller, problemOf, testNow } from '../../../../test/server.ts';

const { server, world } = useLeadWorld({ emptied: ['lead'] });

const dayMs = 86_400_000;
const dayOf = (days: number) => new Date(testNow.getTime() + days * dayMs).toISOString().slice(0, 10);
const call = (days: number, more: object = {}) => ({
  what: 'Call about the offer',
  day: dayOf(days),
  ...more,
});
const put = (
  leadId: string,
  nextStep: object | null,
  as: Caller = world.as.admin,
  more: object = {},
  version?: number,
) =>
  server.request('PUT', `/api/v1/leads/${leadId}/next-step`, {
    as,
    body: { nextStep, ...more },
    headers: version === undefined ? {} : { 'if-match': `"${version}"` },
  });
const get = (path: string, as: Caller = world.as.admin) => server.request('GET', path, { as });
async function plan(leadId: string, nextStep: object, as?: Caller) {
  const answer = await put(leadId, nextStep, as);
  expect(answer.status, answer.text).toBe(200);
}
async function actions(as: Caller) {
  const { actions: page, counts } = body(actionCenter, await get('/api/v1/action-center', as));
  return { counts, steps: page.items.filter(({ kind }) => kind === 'next-step') };
}

describe('WS-16: the next step with a lead', () => {
  it('WS-16 is on the lead, in its list and among the deals; the timeline says for when, not what', async () => {
    const leadId = await world.acceptedLead();
    const nextStep = { ...call(3), at: null };
    const answer = await put(leadId, call(3));
    expect(body(leadContract, answer)).toMatchObject({ nextStep, version: 2 });
    expect(body(leadPage, await get('/api/v1/leads')).items[0]?.nextStep).toEqual(nextStep);
    expect(body(dealPage, await get('/api/v1/deals')).items[0]?.nextStep).toEqual(nextStep);
    const timeline = await get(`/api/v1/leads/${leadId}/timeline`);
    expect(timeline.text).not.toContain('Call about');
    expect(body(leadTimeline, timeline).items.at(-1)).toMatchObject({
      type: 'lead.next-step-set',
      changes: [{ field: 'nextStepDay', before: null, after: dayOf(3) }],
    });
  });

  it('WS-16 the same again changes nothing; done and taken away are different in the timeline', async () => {
    const leadId = await world.lead();
    await plan(leadId, call(1));
    expect(body(leadContract, await put(leadId, call(1))).version).toBe(2);
    const done = body(leadContract, await put(leadId, null, world.as.admin, { done: true }));
    expect(done).toMatchObject({ nextStep: null, version: 3 });
    await plan(leadId, call(2));
    await put(leadId, null);
    const { items } = body(leadTimeline, await get(`/api/v1/leads/${leadId}/timeline`));
    expect(items.slice(-4).map(({ type }) => type)).toEqual([
      'lead.next-step-set',
      'lead.next-step-done',
      'lead.next-step-set',
      'lead.next-step-set',
    ]);
  });

  it('LC-9 of two who plan at once one wins, and the other sees what is planned', async () => {
    const leadId = await world.lead();
    expect((await put(leadId, call(1), world.as.admin, {}, 1)).status).toBe(200);
    const problem = problemOf(await put(leadId, call(5), world.as.admin, {}, 1));
    expect(problem).toMatchObject({
      status: 409,
      code: 'lead-changed',
      current: { nextStep: { day: dayOf(1) }, version: 2 },
      changes: [{ type: 'lead.next-step-set' }],
    });
  });

  it.each([
    [{ what: '', day: '2026-12-01' }, 'body.nextStep.what'],
    [{ what: 'x'.repeat(201), day: '2026-12-01' }, 'body.nextStep.what'],
    [{ what: 'x', day: '2026-02-30' }, 'body.nextStep.day'],
    [{ what: 'x' }, 'body.nextStep.day'],
    [{ what: 'x', day: '2026-12-01', at: '2026-12-03T10:00:00.000Z' }, 'body.nextStep.at'],
    [{ what: 'x', day: '2026-12-01', at: 'noon' }, 'body.nextStep.at'],
  ])('WS-16 what is wrong is refused with its place (%#)', async (nextStep, path) => {
    const problem = problemOf(await put(await world.lead(), nextStep));
    expect(problem).toMatchObject({ status: 400, issues: [{ path }] });
  });

  it.each(['2026-11-30T10:00:00.000Z', '2026-12-02T11:59:00.000Z'])(
    'WS-16 a moment of that day somewhere on earth is one: %s',
    async (at) => {
      await plan(await world.lead(), { what: 'x', day: '2026-12-01', at });
    },
  );

  it('ID-2, ID-4 those who may not see or work the lead plan nothing', async () => {
    const leadId = await world.lead({ location_id: world.munich.id });
    for (const as of [world.as.fabrikamAdmin, world.as.berlinAdmin, world.as.user])
      expect((await put(leadId, call(1), as)).status).toBe(404);
    expect((await put(leadId, call(1), world.as.profileAdmin)).status).toBe(403);
    expect(
      (await server.request('PUT', `/api/v1/leads/${leadId}/next-step`, { body: { nextStep: null } })).status,
    ).toBe(401);
    const token = { token: await server.make.apiToken(world.contoso.id, 'leads:read') };
    expect((await put(leadId, call(1), token)).status).toBe(403);
  });

  it.each(['Won', 'Lost', 'Declined', 'Expired', 'ClosedAsError'] as const)(
    'LC-1 nothing is planned for a lead that is %s',
    async (status) => {
      const leadId = await world.lead({ status, closed_at: testNow });
      expect(problemOf(await put(leadId, call(1))).code).toBe('action-not-possible');
    },
  );

  it('WS-16 what was planned goes when the lead is closed', async () => {
    const bodies = actionBodies(world.people.admin.id);
    const ends: [string, object, boolean][] = [
      ['decline', bodies.decline, false],
      ['outcome', bodies.outcome, true],
      ['outcome', { outcome: 'Lost', reason: 'NoBudget' }, true],
      ['error-closure', bodies['error-closure'], false],
    ];
    for (const [end, how, accepted] of ends) {
      const leadId = accepted ? await world.acceptedLead() : await world.lead();
      await plan(leadId, call(0));
      const answer = await server.request('POST', `/api/v1/leads/${leadId}/${end}`, {
        as: world.as.admin,
        body: how,
      });
      expect(answer.status, answer.text).toBe(200);
      const row = await server.database.ownerDb
        .selectFrom('lead')
        .select(['next_step', 'next_step_day', 'next_step_by'])
        .where('id', '=', leadId)
        .executeTakeFirstOrThrow();
      expect(row).toEqual({ next_step: null, next_step_day: null, next_step_by: null });
    }
    expect((await actions(world.as.admin)).steps).toEqual([]);
  });

  it('LC-4 nor is it shown once the lead is overdue', async () => {
    const leadId = await world.lead({ assigned_to: world.people.admin.id });
    await plan(leadId, call(0));
    await server.database.ownerDb
      .updateTable('lead')
      .set({ expires_at: testNow })
      .where('id', '=', leadId)
      .execute();
    const answer = await get(`/api/v1/leads/${leadId}`);
    expect(body(leadContract, answer).nextStep).toBeNull();
    expect(answer.text).not.toContain('Call about');
    expect((await actions(world.as.admin)).steps).toEqual([]);
  });
});

describe('WS-16: the filter', () => {
  it('WS-3 overdue, today and the next days; relative days in the reader’s zone', async () => {
    const ids: Record<string, string> = {};
    for (const days of [-2, 0, 3, 9]) {
      const leadId = await world.lead();
      await plan(leadId, call(days));
      ids[days] = leadId;
    }
    await world.lead();
    const found = async (query: string) =>
      new Set(body(leadPage, await get(`/api/v1/leads?${query}`)).items.map(({ id }) => id));
    expect(await found('nextStepTo=today-1')).toEqual(new Set([ids[-2]]));
    expect(await found('nextStepFrom=today&nextStepTo=today')).toEqual(new Set([ids[0]]));
    expect(await found('nextStepFrom=today&nextStepTo=today%2B6')).toEqual(new Set([ids[0], ids[3]]));
  });
});

describe('WS-16: who is reminded', () => {
  const reminded = async () => {
    const { admin, munichAdmin, user, munichUser } = world.as;
    const found: string[] = [];
    for (const [name, as] of Object.entries({ admin, munichAdmin, user, munichUser }))
      if ((await actions(as)).steps.length > 0) found.push(name);
    return found;
  };
  const munich = (more: object = {}) => ({ location_id: world.munich.id, ...more });

  it('WS-16 the owner, whoever planned it', async () => {
    const leadId = await world.lead(
      munich({ assigned_to: world.people.munichUser.id, customer_name: 'Alpine' }),
    );
    await plan(leadId, call(0));
    expect(await reminded()).toEqual(['munichUser']);
    const { steps, counts } = await actions(world.as.munichUser);
    expect(steps).toMatchObject([
      { title: 'Next step with Alpine', detail: 'Call about the offer', leadId, urgency: 'now' },
    ]);
    expect(counts.due).toBe(1);
  });

  it('WS-16 without an owner the team; without either who planned it', async () => {
    const shared = await world.lead(munich());
    await server.make.teamMember(world.contoso.id, shared, world.people.user.id);
    await server.make.teamMember(world.contoso.id, shared, world.people.munichUser.id);
    await plan(shared, call(0));
    expect(await reminded()).toEqual(['user', 'munichUser']);
    await server.database.ownerDb.deleteFrom('lead').execute();
    await plan(await world.lead(munich()), call(-5), world.as.munichAdmin);
    expect(await reminded()).toEqual(['munichAdmin']);
  });

  it('WS-16 on that day in their zone, with the last working day before a free one', async () => {
    const { admin } = world.people;
    const leadId = await world.lead({ assigned_to: admin.id });
    await plan(leadId, call(1));
    expect((await actions(world.as.admin)).steps).toEqual([]);
    // It is tomorrow already, on the other side of the world.
    await server.database.ownerDb
      .updateTable('person')
      .set({ time_zone: 'Pacific/Kiritimati' })
      .where('id', '=', admin.id)
      .execute();
    expect((await actions(world.as.admin)).steps).toHaveLength(1);
    await server.database.ownerDb
      .updateTable('person')
      .set({ time_zone: null })
      .where('id', '=', admin.id)
      .execute();
    const hours = { monday: [{ from: '00:00', to: '24:00' }], tuesday: [], wednesday: [], thursday: [] };
    const free = { friday: [{ from: '00:00', to: '24:00' }], saturday: [], sunday: [] };
    const answer = await server.request('PUT', '/api/v1/working-calendar', {
      as: world.as.admin,
      body: { timeZone: 'UTC', hours: { ...hours, ...free }, holidays: [] },
    });
    expect(answer.status).toBe(200);
    // A Friday is now; Saturday is free.
    expect((await actions(world.as.admin)).steps).toHaveLength(1);
    const desk = body(home, await get('/api/v1/home')).desk;
    expect(desk?.nextSteps).toMatchObject({ count: 1, items: [{ id: leadId, overdue: false }] });
    await server.request('DELETE', '/api/v1/working-calendar', { as: world.as.admin });
  });

  it('ID-2 nobody is reminded of a lead that they may no longer see', async () => {
    const leadId = await world.lead(munich({ assigned_to: world.people.munichUser.id }));
    await plan(leadId, call(0));
    await server.database.ownerDb
      .updateTable('lead')
      .set({ location_id: world.berlin.id })
      .where('id', '=', leadId)
      .execute();
    expect(await reminded()).toEqual([]);
  });
});
