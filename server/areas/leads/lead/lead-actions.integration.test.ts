import { describe, expect, it } from 'vitest';
import type { Lead } from '../../../../contract/leads/leads.ts';
import { lead as leadShape, leadTimeline } from '../../../../contract/leads/leads.ts';
import { actionBodies, useLeadWorld } from '../../../../test/lead-world.ts';
import { useMade } from '../../../../test/made.ts';
import { body, type Caller, problemOf, type RequestOptions, testNow } from '../../../../test/server.ts';
import { newId } from '../../../platform/ids.ts';

const { server, world } = useLeadWorld();
const bodies = useMade(() => actionBodies(world.people.admin.id));

const received = () => world.lead({ location_id: world.munich.id });
const accepted = () => world.acceptedLead({ location_id: world.munich.id });

function act(id: string, action: string, sent: unknown, options: RequestOptions = {}) {
  return server.request('POST', `/api/v1/leads/${id}/${action}`, {
    as: world.as.admin,
    body: sent,
    ...options,
  });
}

async function get(id: string, as: Caller = world.as.admin): Promise<Lead> {
  return body(leadShape, await server.request('GET', `/api/v1/leads/${id}`, { as }));
}

async function lastEvent(id: string) {
  const answer = await server.request('GET', `/api/v1/leads/${id}/timeline`, { as: world.as.admin });
  return body(leadTimeline, answer).items.at(-1);
}

describe('LC-2: accept', () => {
  it('LC-2 keeps the whole form, tells the timeline, and offers what is next', async () => {
    const id = await received();
    const { admin, user } = world.people;
    const employees = [{ name: 'Joan', email: 'joan@partner.test', phone: null }];
    const form = {
      ...bodies.acceptance,
      teamMemberIds: [admin.id, user.id],
      campaignId: 'SPRING',
      crmId: 'CRM-1',
      employees,
    };
    const answer = await act(id, 'acceptance', form);
    expect(answer.status, answer.text).toBe(200);
    expect(answer.headers.get('etag')).toBe('"2"');
    const lead = body(leadShape, answer);
    expect(lead).toMatchObject({
      version: 2,
      status: 'Accepted',
      outcome: null,
      dealName: 'Deal',
      dealValue: { amountMinor: 1_250_000, currency: 'EUR' },
      estimatedPurchaseDate: '2027-04-01',
      expiresAt: null,
      acceptedAt: testNow.toISOString(),
      deal: { notes: 'Spoke to them.', crmId: 'CRM-1', campaignId: 'SPRING' },
      employees,
    });
    expect(lead.team.map((one) => one.id).toSorted()).toEqual([admin.id, user.id].toSorted());
    expect(lead.allowedActions.toSorted()).toEqual([
      'assign',
      'close-as-error',
      'close-outcome',
      'edit',
      'favorite',
    ]);
    expect(await get(id)).toEqual(lead);
    expect(await lastEvent(id)).toMatchObject({
      type: 'lead.accepted',
      actor: { kind: 'person', name: admin.name },
      note: 'Spoke to them.',
      changes: [
        { field: 'status', before: 'Received', after: 'Accepted' },
        { field: 'dealName', before: null, after: 'Deal' },
        { field: 'estimatedValue', before: null, after: { amountMinor: 1_250_000, currency: 'EUR' } },
        { field: 'estimatedPurchaseDate', before: null, after: '2027-04-01' },
        { field: 'teamMemberIds', before: [], after: [admin.id, user.id] },
        { field: 'crmId', before: null, after: 'CRM-1' },
        { field: 'campaignId', before: null, after: 'SPRING' },
        { field: 'employees', before: [], after: employees },
        { field: 'assignedTo', before: null, after: admin.id },
      ],
    });
    expect((await get(id, world.as.user)).id).toBe(id);
  });

  it('LC-2 400 names every field that is missing or wrong', async () => {
    const id = await received();
    const issues = async (sent: unknown) =>
      problemOf(await act(id, 'acceptance', sent))
        .issues?.map((issue) => issue.path)
        .toSorted();
    expect(await issues({})).toEqual(
      ['body.dealName', 'body.estimatedPurchaseDate', 'body.estimatedValue', 'body.teamMemberIds'].toSorted(),
    );
    expect(
      await issues({
        dealName: '  ',
        estimatedValue: { amountMinor: -1.5, currency: 'eur', extra: 1 },
        teamMemberIds: ['x', newId()],
        estimatedPurchaseDate: '2026-02-30',
        employees: [{ name: '' }, { name: 'ok', phone: 'x'.repeat(201) }],
        surprise: true,
      }),
    ).toEqual(
      [
        'body.dealName',
        'body.estimatedValue.amountMinor',
        'body.estimatedValue.currency',
        'body.estimatedValue.extra',
        'body.teamMemberIds[0]',
        'body.estimatedPurchaseDate',
        'body.employees[0].name',
        'body.employees[1].phone',
        'body.surprise',
      ].toSorted(),
    );
    expect((await get(id)).version).toBe(1);
  });

  it.each([
    ['a string', '"text"'],
    ['null', 'null'],
    ['a list', '[]'],
    ['half of an object', '{"dealName":'],
    ['nothing', ''],
  ])('LC-2 %s for a body is a 400', async (_what, text) => {
    const id = await received();
    const answer = await act(id, 'acceptance', text, { headers: { 'content-type': 'application/json' } });
    expect(problemOf(answer).status).toBe(400);
  });

  it('LC-2 days, names and notes at their limits', async () => {
    const many = await server.make.person(world.contoso.id, 'referrals-user');
    const tries: [object, number][] = [
      [{ estimatedPurchaseDate: '2028-02-29' }, 200],
      [{ estimatedPurchaseDate: '2027-02-29' }, 400],
      [{ estimatedPurchaseDate: '0000-01-01' }, 400],
      [{ estimatedPurchaseDate: '9999-12-31' }, 200],
      [{ dealName: '💶'.repeat(200) }, 200],
      [{ dealName: '💶'.repeat(201) }, 400],
      [{ dealName: 'x'.repeat(100_000) }, 400],
      [{ notes: 'n'.repeat(5000) }, 200],
      [{ notes: 'n'.repeat(5001) }, 400],
      [{ notes: 'a\u0000b' }, 400],
      [{ notes: 'half \ud800' }, 400],
      [{ estimatedValue: { amountMinor: 1e15, currency: 'JPY' } }, 200],
      [{ estimatedValue: { amountMinor: 1e15 + 1, currency: 'JPY' } }, 400],
      [{ teamMemberIds: [many.id, many.id] }, 400],
      [{ teamMemberIds: [] }, 400],
    ];
    for (const [part, status] of tries) {
      const id = await received();
      const answer = await act(id, 'acceptance', { ...bodies.acceptance, ...part });
      expect(answer.status, `${JSON.stringify(part).slice(0, 80)} ${answer.text}`).toBe(status);
      expect((await get(id)).status).toBe(status === 200 ? 'Accepted' : 'Received');
    }
  });

  it('LC-2, ID-2 a team is made of people of the organization who work leads', async () => {
    const id = await received();
    const { admin, accountAdmin, fabrikamAdmin } = world.people;
    for (const stranger of [fabrikamAdmin.id, accountAdmin.id, newId()]) {
      const answer = await act(id, 'acceptance', {
        ...bodies.acceptance,
        teamMemberIds: [admin.id, stranger],
      });
      expect(problemOf(answer).issues?.map((issue) => issue.path)).toEqual(['body.teamMemberIds[1]']);
    }
    expect((await get(id)).team).toEqual([]);
  });

  it('ID-1 a Referrals user stays in the team of what they accept', async () => {
    const id = await received();
    const { user, admin } = world.people;
    await server.make.teamMember(world.contoso.id, id, user.id);
    const as = world.as.user;
    const without = { ...bodies.acceptance, teamMemberIds: [admin.id] };
    expect(problemOf(await act(id, 'acceptance', without, { as })).issues?.[0]?.path).toBe(
      'body.teamMemberIds',
    );
    const withMe = { ...bodies.acceptance, teamMemberIds: [admin.id, user.id] };
    expect((await act(id, 'acceptance', withMe, { as })).status).toBe(200);
  });

  it('ID-5 a token with leads:write accepts too, and the timeline says so', async () => {
    const token = await server.make.apiToken(world.contoso.id, 'leads:write');
    const id = await received();
    const answer = await act(id, 'acceptance', bodies.acceptance, { as: { token } });
    expect(body(leadShape, answer).allowedActions).not.toContain('favorite');
    expect(await lastEvent(id)).toMatchObject({ actor: { kind: 'token', name: 'API token “Test”' } });
  });
});

describe('LC-3, LC-6, LC-7: closing', () => {
  it('LC-3 decline archives with its reason', async () => {
    const id = await received();
    const lead = body(leadShape, await act(id, 'decline', bodies.decline));
    expect(lead).toMatchObject({
      status: 'Archived',
      outcome: 'Declined',
      closing: { declineReason: 'NoCapacity', notes: 'Sorry.' },
      closedAt: testNow.toISOString(),
      allowedActions: ['favorite'],
    });
    expect(await lastEvent(id)).toMatchObject({ type: 'lead.declined', note: 'Sorry.' });
  });

  it('VO-3 each reason has the number that other programs use', async () => {
    const closedAs = async (id: string, action: string, sent: object) =>
      body(leadShape, await act(id, action, sent)).closing?.reasonNumber;
    expect(await closedAs(await received(), 'decline', { reason: 'NotGenuineCustomer' })).toBe(5);
    const lost = { outcome: 'Lost', reason: 'TimelineTooShort' };
    expect(await closedAs(await accepted(), 'outcome', lost)).toBe(6);
    expect(await closedAs(await received(), 'error-closure', { reason: 'Test' })).toBe(7);
    expect(await closedAs(await accepted(), 'outcome', bodies.outcome)).toBeNull();
  });

  it.each([
    ['decline', { reason: 'Other' }, ['body.notes']],
    ['decline', { reason: 'Because' }, ['body.reason']],
    ['decline', {}, ['body.reason']],
    ['outcome', {}, ['body.outcome']],
    ['outcome', { outcome: 'Won' }, ['body.finalValue']],
    ['outcome', { outcome: 'Lost' }, ['body.reason']],
    ['outcome', { outcome: 'Lost', reason: 'NoBudget', finalValue: {} }, ['body.finalValue']],
    ['outcome', { outcome: 'Declined' }, ['body.outcome']],
    ['error-closure', { reason: 'x', duplicateOfLeadId: 1 }, ['body.duplicateOfLeadId', 'body.reason']],
  ])('LC-3, LC-6, LC-7 400 for %s %j', async (action, sent, paths) => {
    const id = await (action === 'decline' ? received() : accepted());
    const problem = problemOf(await act(id, action, sent));
    expect(problem.issues?.map((issue) => issue.path).toSorted()).toEqual(paths);
    expect((await get(id)).version).toBe(1);
  });

  it('LC-6 won with its final value, lost with its reason', async () => {
    const won = await accepted();
    expect(body(leadShape, await act(won, 'outcome', bodies.outcome))).toMatchObject({
      status: 'Archived',
      outcome: 'Won',
      closing: { finalValue: { amountMinor: 1_100_000, currency: 'EUR' }, lostReason: null },
      dealValue: { amountMinor: 100_000, currency: 'EUR' },
    });
    expect(await lastEvent(won)).toMatchObject({
      type: 'lead.won',
      changes: expect.arrayContaining([
        {
          field: 'finalValue',
          before: { amountMinor: 100_000, currency: 'EUR' },
          after: bodies.outcome.finalValue,
        },
      ]),
    });
    const lost = await accepted();
    const answer = await act(lost, 'outcome', { outcome: 'Lost', reason: 'NoBudget', notes: 'Next year' });
    expect(body(leadShape, answer)).toMatchObject({
      outcome: 'Lost',
      closing: { lostReason: 'NoBudget', notes: 'Next year', finalValue: null },
    });
  });

  it('LC-7 closed as error from Received and from Accepted, a duplicate naming the other', async () => {
    for (const id of [await received(), await accepted()]) {
      const other = await received();
      const sent = { reason: 'Duplicate', duplicateOfLeadId: other };
      expect(body(leadShape, await act(id, 'error-closure', sent))).toMatchObject({
        outcome: 'ClosedAsError',
        closing: { errorReason: 'Duplicate', duplicateOfLeadId: other },
      });
    }
  });

  it('LC-7, IN-7 the operator throws out what is no lead', async () => {
    const id = await server.make.lead(world.operator.id);
    const answer = await act(id, 'error-closure', { reason: 'Other' }, { as: world.as.operatorAdmin });
    expect(body(leadShape, answer)).toMatchObject({ outcome: 'ClosedAsError', allowedActions: ['favorite'] });
  });

  it('LC-7, ID-3 the other lead must be one that I may see, and not this one', async () => {
    const id = await received();
    const foreign = await server.make.lead(world.fabrikam.id);
    const elsewhere = await world.lead({ location_id: world.berlin.id });
    const messages = [];
    for (const duplicateOfLeadId of [foreign, elsewhere, newId()]) {
      const sent = { reason: 'Duplicate', duplicateOfLeadId };
      const problem = problemOf(await act(id, 'error-closure', sent, { as: world.as.munichAdmin }));
      messages.push(problem.issues);
    }
    expect(messages[0]).toEqual(messages[2]);
    expect(messages[1]).toEqual(messages[2]);
    expect(messages[0]?.[0]?.path).toBe('body.duplicateOfLeadId');
    const itself = await act(id, 'error-closure', { reason: 'Duplicate', duplicateOfLeadId: id });
    expect(itself.status).toBe(400);
  });
});

describe('LC-1, LC-9: what the state does not allow', () => {
  const states = [
    'Received',
    'Accepted',
    'Won',
    'Lost',
    'Declined',
    'Expired',
    'ClosedAsError',
    null,
  ] as const;
  const possible: Record<string, readonly (string | null)[]> = {
    acceptance: ['Received'],
    decline: ['Received'],
    outcome: ['Accepted'],
    'error-closure': ['Received', 'Accepted'],
    edit: ['Accepted'],
  };

  it.each(states)(
    'LC-1, LC-9 %s: only the table’s transitions, everything else is a 409 with the lead',
    async (status) => {
      for (const action of Object.keys(possible)) {
        const columns = status === 'Accepted' ? { accepted_at: testNow } : {};
        const id = await world.lead({ ...columns, status });
        const answer =
          action === 'edit'
            ? await server.request('PATCH', `/api/v1/leads/${id}`, {
                as: world.as.admin,
                body: { dealName: 'x' },
                headers: { 'if-match': '"1"' },
              })
            : await act(id, action, bodies[action as keyof typeof bodies]);
        if (possible[action]?.includes(status)) {
          expect(answer.status, action).toBe(200);
          continue;
        }
        const problem = problemOf(answer);
        expect(problem, action).toMatchObject({ status: 409, code: 'action-not-possible' });
        expect(leadShape.parse(problem.current)).toMatchObject({ id, version: 1 });
        expect((await get(id)).version).toBe(1);
      }
    },
  );

  it('LC-4 at 14 days to the minute nothing can be done any more', async () => {
    const id = await received();
    const deadline = testNow.getTime() + 336 * 3_600_000;
    server.clock.set(new Date(deadline));
    const late = problemOf(await act(id, 'acceptance', bodies.acceptance));
    expect(late).toMatchObject({
      code: 'action-not-possible',
      current: { outcome: 'Expired', allowedActions: ['favorite'] },
    });
    expect(late.detail).toContain('expired');
    server.clock.set(new Date(deadline - 1));
    const inTime = await act(id, 'acceptance', bodies.acceptance);
    server.clock.set(testNow);
    expect(inTime.status).toBe(200);
  });
});

describe('WS-1: favorites', () => {
  it('WS-1 are per person, and saying it twice changes nothing', async () => {
    const id = await accepted();
    const mark = (method: string, as: Caller) =>
      server.request(method, `/api/v1/leads/${id}/favorite`, { as });
    for (let n = 0; n < 2; n++) expect((await mark('PUT', world.as.admin)).status).toBe(204);
    expect((await get(id)).favorite).toBe(true);
    expect((await get(id, world.as.munichAdmin)).favorite).toBe(false);
    expect((await get(id)).version).toBe(1);
    for (let n = 0; n < 2; n++) expect((await mark('DELETE', world.as.admin)).status).toBe(204);
    expect((await get(id)).favorite).toBe(false);
    const both = await Promise.all([mark('PUT', world.as.admin), mark('PUT', world.as.admin)]);
    expect(both.map((answer) => answer.status)).toEqual([204, 204]);
  });
});
