import { describe, expect, it } from 'vitest';
import { type Lead, leadEvent, lead as leadShape, leadTimeline } from '../../../../contract/leads/leads.ts';
import { actionBodies, useLeadWorld } from '../../../../test/lead-world.ts';
import { body, type Caller, problemOf, testNow } from '../../../../test/server.ts';

const { server, world } = useLeadWorld();

const columns = () => ({ location_id: world.munich.id, deal_notes: 'Before', crm_id: 'CRM-1' });
const received = () => world.lead({ location_id: world.munich.id });
const accepted = () => world.acceptedLead(columns());

function patch(id: string, sent: unknown, ifMatch?: string, as: Caller = world.as.admin) {
  const headers: Record<string, string> = ifMatch === undefined ? {} : { 'if-match': ifMatch };
  return server.request('PATCH', `/api/v1/leads/${id}`, { as, body: sent, headers });
}

function act(id: string, action: string, sent: unknown, as: Caller = world.as.admin, ifMatch?: string) {
  const headers: Record<string, string> = ifMatch === undefined ? {} : { 'if-match': ifMatch };
  return server.request('POST', `/api/v1/leads/${id}/${action}`, { as, body: sent, headers });
}

async function get(id: string): Promise<Lead> {
  return body(leadShape, await server.request('GET', `/api/v1/leads/${id}`, { as: world.as.admin }));
}

async function timeline(id: string) {
  const answer = await server.request('GET', `/api/v1/leads/${id}/timeline`, { as: world.as.admin });
  return body(leadTimeline, answer).items;
}

describe('LC-9: two people at once', () => {
  it('LC-9 of two who accept, one wins; the other gets 409 with the lead and what changed', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await received();
      const [admin, munichAdmin] = [world.people.admin, world.people.munichAdmin];
      const answers = await Promise.all([
        act(id, 'acceptance', { ...actionBodies(admin.id).acceptance, dealName: 'First' }),
        act(
          id,
          'acceptance',
          { ...actionBodies(munichAdmin.id).acceptance, dealName: 'Second' },
          world.as.munichAdmin,
        ),
      ]);
      expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
      const [won] = answers
        .filter((answer) => answer.status === 200)
        .map((answer) => body(leadShape, answer));
      const [lost] = answers.filter((answer) => answer.status === 409).map(problemOf);
      expect(lost?.code).toBe('action-not-possible');
      expect(leadShape.parse(lost?.current)).toMatchObject({ version: 2, dealName: won?.dealName });
      expect(lost?.changes?.map((change) => leadEvent.parse(change).type)).toEqual(['lead.accepted']);
      expect((await timeline(id)).map((event) => event.type)).toEqual(['lead.received', 'lead.accepted']);
      expect((await get(id)).team.map((one) => one.id)).toEqual(won?.team.map((one) => one.id));
    }
  });

  it('LC-9 any two different actions at once: one is done, the timeline has one', async () => {
    const bodies = actionBodies(world.people.admin.id);
    const pairs = [
      ['acceptance', 'decline', received],
      ['decline', 'error-closure', received],
      ['outcome', 'error-closure', accepted],
    ] as const;
    for (const [one, other, make] of pairs) {
      const id = await make();
      const answers = await Promise.all([
        act(id, one, bodies[one], world.as.admin, '"1"'),
        act(id, other, bodies[other], world.as.munichAdmin, '"1"'),
      ]);
      expect(answers.map((answer) => answer.status).toSorted(), `${one}, ${other}`).toEqual([200, 409]);
      expect((await timeline(id)).length).toBe(2);
      expect((await get(id)).version).toBe(2);
    }
  });

  it('LC-9 ten edits of one version at once: one is written', async () => {
    const id = await accepted();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => patch(id, { dealName: `Name ${n}` }, '"1"')),
    );
    const won = answers.filter((answer) => answer.status === 200);
    expect(won.length).toBe(1);
    expect(answers.filter((answer) => answer.status === 409).length).toBe(9);
    expect(await get(id)).toEqual(won[0]?.json);
  });
});

describe('LC-6, LC-9: PATCH', () => {
  it('LC-9 without If-Match is 428', async () => {
    const id = await accepted();
    expect(problemOf(await patch(id, { dealName: 'x' }))).toMatchObject({
      status: 428,
      code: 'precondition-required',
    });
    expect((await get(id)).version).toBe(1);
  });

  it.each(['one', '"x"', '"1" "2"', '1, 2', '1.5', '-1', '""', '"99999999999"'])(
    'LC-9 If-Match %s is no version',
    async (header) => {
      const problem = problemOf(await patch(await accepted(), { dealName: 'x' }, header));
      expect(problem.issues?.map((issue) => issue.path)).toEqual(['headers.if-match']);
    },
  );

  it.each(['"1"', '1', 'W/"1"', ' "1" '])('LC-9 If-Match %s is the first version', async (header) => {
    expect((await patch(await accepted(), { dealName: 'x' }, header)).status).toBe(200);
  });

  it('LC-9 a stale version is 409 with the lead and everything that changed since', async () => {
    const id = await accepted();
    expect((await patch(id, { dealName: 'Two' }, '"1"', world.as.munichAdmin)).status).toBe(200);
    expect((await patch(id, { notes: 'Three' }, '"2"', world.as.munichAdmin)).status).toBe(200);
    const problem = problemOf(await patch(id, { dealName: 'Mine' }, '"1"'));
    expect(problem).toMatchObject({ status: 409, code: 'lead-changed' });
    expect(leadShape.parse(problem.current)).toMatchObject({ version: 3, dealName: 'Two' });
    const changes = problem.changes?.map((change) => leadEvent.parse(change));
    expect(changes?.map((event) => event.changes)).toEqual([
      [{ field: 'dealName', before: 'Deal', after: 'Two' }],
      [{ field: 'notes', before: 'Before', after: 'Three' }],
    ]);
    expect(changes?.[0]?.actor.name).toBe(world.people.munichAdmin.name);
    const since2 = problemOf(await patch(id, { dealName: 'Mine' }, '"2"'));
    expect(since2.changes?.length).toBe(1);
    expect((await get(id)).dealName).toBe('Two');
  });

  it('LC-9 an action may name its version too', async () => {
    const id = await accepted();
    await patch(id, { dealName: 'Two' }, '"1"');
    const { outcome } = actionBodies(world.people.admin.id);
    expect(problemOf(await act(id, 'outcome', outcome, world.as.admin, '"1"')).code).toBe('lead-changed');
    expect((await act(id, 'outcome', outcome, world.as.admin, '"2"')).status).toBe(200);
  });

  const edits: [object, object][] = [
    [{ dealName: 'New' }, { dealName: 'New', deal: { name: 'New' } }],
    [
      { estimatedValue: { amountMinor: 5, currency: 'JPY' } },
      { dealValue: { amountMinor: 5, currency: 'JPY' } },
    ],
    [{ estimatedPurchaseDate: '2030-12-31' }, { estimatedPurchaseDate: '2030-12-31' }],
    [{ notes: 'After' }, { deal: { notes: 'After' } }],
    [{ notes: '  ' }, { deal: { notes: null } }],
    [{ crmId: null }, { deal: { crmId: null } }],
    [{ campaignId: 'C' }, { deal: { campaignId: 'C' } }],
    [
      { employees: [{ name: 'Joan', email: 'j@p.test' }] },
      { employees: [{ name: 'Joan', email: 'j@p.test', phone: null }] },
    ],
    [{ subStages: { proposed: true } }, { deal: { subStages: { proposed: testNow.toISOString() } } }],
  ];

  /** Everything in a lead that an edit might touch, flattened. */
  function flat(lead: Lead): Map<string, string> {
    const { version, updatedAt, deal, ...rest } = lead;
    const entries = Object.entries({ ...rest, ...deal, ...deal?.subStages, subStages: null });
    return new Map(entries.map(([key, value]) => [key, JSON.stringify(value)]));
  }

  it.each(edits)('LC-6 only the field that is sent changes: %j', async (sent, expected) => {
    const id = await accepted();
    const before = await get(id);
    const answer = await patch(id, sent, '"1"');
    expect(answer.status, answer.text).toBe(200);
    const after = body(leadShape, answer);
    expect(after).toMatchObject({ ...expected, version: 2 });
    const [old, now] = [flat(before), flat(after)];
    const changed = [...now.keys()].filter((key) => now.get(key) !== old.get(key));
    // The name, the value, the notes and the stage of the deal are in both the summary and the deal.
    const field = Object.keys(sent)[0];
    expect(changed.length, `${field}: ${changed}`).toBeLessThanOrEqual(
      ['dealName', 'estimatedValue', 'notes', 'subStages'].includes(field ?? '') ? 2 : 1,
    );
    expect((await timeline(id)).at(-1)?.changes.length).toBe(1);
  });

  it('LC-6 what is so already writes nothing: no version, no event', async () => {
    const id = await accepted();
    const answer = await patch(id, { dealName: ' Deal ', notes: 'Before', crmId: 'CRM-1' }, '"1"');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('"1"');
    expect((await timeline(id)).length).toBe(1);
  });

  it('LC-6 the team changes whole; who leaves it loses sight', async () => {
    const id = await accepted();
    const { admin, user } = world.people;
    await patch(id, { teamMemberIds: [user.id, admin.id] }, '"1"');
    const see = () => server.request('GET', `/api/v1/leads/${id}`, { as: world.as.user });
    expect((await see()).status).toBe(200);
    const selfless = await patch(id, { teamMemberIds: [admin.id] }, '"2"', world.as.user);
    expect(problemOf(selfless).issues?.[0]?.path).toBe('body.teamMemberIds');
    expect((await patch(id, { teamMemberIds: [admin.id] }, '"2"')).status).toBe(200);
    expect((await see()).status).toBe(404);
    expect((await timeline(id)).at(-1)?.changes[0]?.field).toBe('teamMemberIds');
  });

  it.each([
    [{}, ['body']],
    [{ status: 'Won' }, ['body', 'body.status']],
    [{ version: 7, organizationId: 'x' }, ['body', 'body.organizationId', 'body.version']],
    [
      { dealName: '', estimatedValue: { amountMinor: 1, currency: 'XXX' }, subStages: { done: true } },
      ['body.dealName', 'body.estimatedValue.currency', 'body.subStages.done'],
    ],
    [{ teamMemberIds: [] }, ['body.teamMemberIds']],
    [{ dealName: null }, ['body.dealName']],
  ])('LC-6 400 names everything that is wrong: %j', async (sent, paths) => {
    const problem = problemOf(await patch(await accepted(), sent, '"1"'));
    expect(problem.status).toBe(400);
    expect(problem.issues?.map((issue) => issue.path).toSorted()).toEqual(paths);
  });

  it('LC-1 archived is final: an edit is refused in every outcome', async () => {
    for (const status of ['Won', 'Lost', 'Declined', 'Expired', 'ClosedAsError'] as const) {
      const id = await world.acceptedLead({
        ...columns(),
        status,
        closed_at: testNow,
      });
      expect(problemOf(await patch(id, { dealName: 'x' }, '"1"')).code).toBe('action-not-possible');
    }
  });
});

describe('LC-9: If-Match as RFC 9110 has it', () => {
  it.each(['"1", "2"', 'W/"2"', '"7","2" , "9"', '*', '"another", "2"'])(
    'LC-9 %s fits a lead of version 2',
    async (ifMatch) => {
      const id = await accepted();
      const { version } = await get(id);
      const fitting = ifMatch.replace('2', String(version));
      const answer = await patch(id, { notes: 'After' }, fitting);
      expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('After')]);
    },
  );

  it.each(['"998", "999"', 'W/"999"'])('LC-9 %s fits none', async (ifMatch) => {
    const id = await accepted();
    expect(problemOf(await patch(id, { notes: 'After' }, ifMatch))).toMatchObject({
      status: 409,
      code: 'lead-changed',
    });
  });
});

describe('API-1: merge patches', () => {
  const send = (
    type: string,
    method: string,
    path: string,
    sent: unknown,
    headers: Record<string, string> = {},
  ) =>
    server.request(method, path, {
      as: world.as.admin,
      body: JSON.stringify(sent),
      headers: { 'content-type': type, ...headers },
    });

  it.each([
    'application/merge-patch+json',
    'application/merge-patch+json; charset=utf-8',
    'Application/Merge-Patch+JSON',
  ])('API-1 a PATCH may say that it is one: %s', async (type) => {
    const id = await accepted();
    const { version } = await get(id);
    const answer = await send(
      type,
      'PATCH',
      `/api/v1/leads/${id}`,
      { notes: null },
      { 'if-match': `"${version}"` },
    );
    expect(answer.status, answer.text).toBe(200);
    expect((await get(id)).deal?.notes).toBeNull();
  });

  it('API-1 nothing else may, and a PATCH of another type hears what is taken', async () => {
    const id = await received();
    const posted = await send('application/merge-patch+json', 'POST', `/api/v1/leads/${id}/decline`, {
      reason: 'NoCapacity',
    });
    expect(problemOf(posted)).toMatchObject({ status: 415, code: 'unsupported-media-type' });
    const patched = await send('application/json-patch+json', 'PATCH', `/api/v1/leads/${id}`, []);
    expect(patched.status).toBe(415);
    expect(patched.headers.get('accept-patch')).toBe('application/merge-patch+json, application/json');
  });
});
