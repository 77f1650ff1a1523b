import { describe, expect, it } from 'vitest';
import { colleagueList } from '../../../../contract/identity/identity.ts';
import { leadFacets, leadPage } from '../../../../contract/leads/lead-list.ts';
import { lead as leadContract, leadTimeline } from '../../../../contract/leads/leads.ts';
import { actionBodies, useLeadWorld } from '../../../../test/lead-world.ts';
import { body, type Caller, problemOf, testNow } from '../../../../test/server.ts';
import { newId } from '../../../platform/ids.ts';

const { server, world } = useLeadWorld({ emptied: ['lead'] });

function assign(leadId: string, personId: string | null, as: Caller = world.as.admin, ifMatch?: string) {
  const headers: Record<string, string> = ifMatch === undefined ? {} : { 'if-match': ifMatch };
  return server.request('PUT', `/api/v1/leads/${leadId}/assignment`, { as, body: { personId }, headers });
}
const get = (path: string, as: Caller = world.as.admin) => server.request('GET', path, { as });
const idsFor = async (query: string, as: Caller = world.as.admin) =>
  body(leadPage, await get(`/api/v1/leads?${query}`, as)).items.map(({ id }) => id);
const assigned = async (personId: string, columns: Parameters<typeof world.lead>[0] = {}) =>
  world.lead({ ...columns, assigned_to: personId });

describe('ID-1: the owner of a lead', () => {
  it('ID-1 is set before anyone answers it; the list, the page and the timeline say so', async () => {
    const leadId = await world.lead();
    const { user } = world.people;
    const answer = await assign(leadId, user.id);
    const owner = { id: user.id, name: user.name };
    expect(body(leadContract, answer)).toMatchObject({ assignedTo: owner, version: 2, status: 'Received' });
    expect(answer.headers.get('etag')).toBe('"2"');
    const [listed] = body(leadPage, await get('/api/v1/leads')).items;
    expect(listed?.assignedTo).toEqual(owner);
    const { items } = body(leadTimeline, await get(`/api/v1/leads/${leadId}/timeline`));
    expect(items.at(-1)).toMatchObject({
      type: 'lead.assigned',
      changes: [{ field: 'assignedTo', before: null, after: user.id }],
    });
  });

  it('ID-1 set again changes nothing; nobody takes it away', async () => {
    const leadId = await world.lead();
    await assign(leadId, world.people.user.id);
    expect(body(leadContract, await assign(leadId, world.people.user.id)).version).toBe(2);
    expect(body(leadContract, await assign(leadId, null))).toMatchObject({ assignedTo: null, version: 3 });
  });

  it.each([
    ['an accepted deal', () => world.acceptedLead()],
    ['a qualified lead', () => world.lead({ qualification: 'SalesQualified' })],
    [
      'an informational lead while it is shown',
      () =>
        world.lead({
          status: null,
          call_to_action: 'FreeTrial',
          expires_at: null,
          available_until: new Date(testNow.getTime() + 1000),
        }),
    ],
  ])('ID-1 of %s', async (_what, make) => {
    const answer = await assign(await make(), world.people.admin.id);
    expect(body(leadContract, answer).assignedTo?.id).toBe(world.people.admin.id);
  });

  it.each(['Won', 'Lost', 'Declined', 'Expired', 'ClosedAsError'] as const)(
    'LC-1 of a lead that is %s stays as it is: 409',
    async (status) => {
      const leadId = await world.lead({ status, closed_at: testNow });
      expect(problemOf(await assign(leadId, world.people.admin.id))).toMatchObject({
        status: 409,
        code: 'action-not-possible',
      });
    },
  );

  it('LC-4 of an overdue lead stays as it is, whatever is recorded', async () => {
    const leadId = await world.lead({ expires_at: testNow });
    expect((await assign(leadId, world.people.admin.id)).status).toBe(409);
  });

  it('LC-9 of two who assign at once one wins, the other sees who did; without a version the last one wins', async () => {
    const leadId = await world.lead();
    const { admin, user } = world.people;
    expect((await assign(leadId, user.id, world.as.admin, '"1"')).status).toBe(200);
    const problem = problemOf(await assign(leadId, admin.id, world.as.admin, '"1"'));
    expect(problem).toMatchObject({
      status: 409,
      code: 'lead-changed',
      current: { assignedTo: { id: user.id }, version: 2 },
      changes: [{ type: 'lead.assigned' }],
    });
    expect(body(leadContract, await assign(leadId, admin.id)).assignedTo?.id).toBe(admin.id);
  });
});

describe('ID-2: who can own a lead', () => {
  it('ID-2 people who work leads of its location, and no others', async () => {
    const leadId = await world.lead({ location_id: world.munich.id });
    const answer = await get(`/api/v1/leads/${leadId}/assignees`);
    const { admin, munichAdmin, user, munichUser } = world.people;
    const able = [admin, munichAdmin, user, munichUser].map(({ id }) => id);
    expect(
      body(colleagueList, answer)
        .items.map(({ id }) => id)
        .sort(),
    ).toEqual(able.sort());
    for (const personId of able) expect((await assign(leadId, personId)).status, personId).toBe(200);
  });

  it.each(['berlinAdmin', 'accountAdmin', 'profileAdmin'] as const)(
    'ID-2 400 names a colleague who cannot: %s',
    async (who) => {
      const leadId = await world.lead({ location_id: world.munich.id });
      const { id, name } = world.people[who];
      const problem = problemOf(await assign(leadId, id));
      expect(problem).toMatchObject({
        status: 400,
        issues: [{ path: 'body.personId', rule: 'known-person' }],
      });
      expect(problem.detail).toContain(`names ${name}, who doesn’t work on leads of this location`);
    },
  );

  it('ID-3 400 names no stranger, known elsewhere or nowhere', async () => {
    const leadId = await world.lead();
    for (const personId of [world.people.fabrikamAdmin.id, newId()]) {
      const answer = await assign(leadId, personId);
      expect(answer.status).toBe(400);
      expect(answer.text).not.toContain(world.people.fabrikamAdmin.name);
    }
  });

  it('ID-1 someone who left stays the owner until somebody else becomes it, and cannot become it again', async () => {
    const gone = await server.make.person(world.contoso.id, 'referrals-user');
    const leadId = await world.lead();
    await assign(leadId, gone.id);
    await server.database.ownerDb.deleteFrom('membership').where('person_id', '=', gone.id).execute();
    const kept = body(leadContract, await get(`/api/v1/leads/${leadId}`));
    expect(kept.assignedTo).toEqual({ id: gone.id, name: gone.name });
    const { facets } = body(leadFacets, await get('/api/v1/leads/facets?facet=assignedTo'));
    expect(facets.assignedTo).toEqual([{ value: gone.id, label: gone.name, count: 1 }]);
    expect((await assign(leadId, world.people.admin.id)).status).toBe(200);
    expect((await assign(leadId, gone.id)).text).toContain(gone.name);
  });

  it('ID-3 404 for leads of others, 403 for roles that work none, 400 for no answer', async () => {
    const leadId = await world.lead({ location_id: world.munich.id });
    const { id } = world.people.admin;
    expect((await assign(leadId, id, world.as.fabrikamAdmin)).status).toBe(404);
    expect((await assign(leadId, id, world.as.berlinAdmin)).status).toBe(404);
    expect((await assign(leadId, id, world.as.accountAdmin)).status).toBe(403);
    expect((await get(`/api/v1/leads/${leadId}/assignees`, world.as.fabrikamAdmin)).status).toBe(404);
    const reader = { token: await server.make.apiToken(world.contoso.id, 'leads:read') };
    expect((await assign(leadId, id, reader)).status).toBe(403);
    const writer = { token: await server.make.apiToken(world.contoso.id, 'leads:write') };
    expect((await assign(leadId, id, writer)).status).toBe(200);
    const path = `/api/v1/leads/${leadId}/assignment`;
    expect((await server.request('PUT', path, { as: world.as.admin, body: {} })).status).toBe(400);
    expect((await server.request('PUT', path, { body: { personId: id } })).status).toBe(401);
  });
});

describe('ID-1: what an owner sees', () => {
  it('ID-1 a Referrals user sees their leads everywhere: list, page, counts, search, neighbors', async () => {
    const { user } = world.people;
    const mine = await assigned(user.id, { customer_name: 'Alpine Ski House' });
    const team = await world.acceptedLead({ customer_name: 'Alpine Team' });
    await server.make.teamMember(world.contoso.id, team, user.id);
    const foreign = await assigned(world.people.admin.id, { customer_name: 'Alpine Foreign' });
    await world.lead({ customer_name: 'Alpine Nobody' });
    const as = world.as.user;
    expect((await idsFor('', as)).sort()).toEqual([mine, team].sort());
    expect((await idsFor('search=alpine', as)).sort()).toEqual([mine, team].sort());
    expect((await get(`/api/v1/leads/${mine}`, as)).status).toBe(200);
    expect((await get(`/api/v1/leads/${foreign}`, as)).status).toBe(404);
    const { tabs, total } = body(leadFacets, await get('/api/v1/leads/facets', as));
    expect([tabs.marketplace, total]).toEqual([2, 2]);
    const near = await get(`/api/v1/leads/${mine}/neighbors`, as);
    const { previousId, nextId } = near.json as { previousId: string | null; nextId: string | null };
    expect([previousId, nextId].filter((id) => id !== null)).toEqual([team]);
  });

  it('ID-2 with a role for one location, only those of that location', async () => {
    const { munichUser } = world.people;
    const here = await assigned(munichUser.id, { location_id: world.munich.id });
    await assigned(munichUser.id, { location_id: world.berlin.id });
    expect(await idsFor('', world.as.munichUser)).toEqual([here]);
  });

  it('ID-1 someone who sees a lead only as its owner keeps it; a team member may hand it on', async () => {
    const { user, admin } = world.people;
    const leadId = await assigned(user.id);
    for (const personId of [admin.id, null]) {
      const problem = problemOf(await assign(leadId, personId, world.as.user));
      expect(problem).toMatchObject({ status: 400, issues: [{ rule: 'includes-you' }] });
    }
    await server.make.teamMember(world.contoso.id, leadId, user.id);
    expect(body(leadContract, await assign(leadId, admin.id, world.as.user)).assignedTo?.id).toBe(admin.id);
  });

  it('LC-6 an owner need not be in the team to keep seeing the lead', async () => {
    const { user, admin } = world.people;
    const leadId = await world.acceptedLead({ assigned_to: user.id });
    const answer = await server.request('PATCH', `/api/v1/leads/${leadId}`, {
      as: world.as.user,
      headers: { 'if-match': '1' },
      body: { teamMemberIds: [admin.id] },
    });
    expect(answer.status, answer.text).toBe(200);
    expect((await get(`/api/v1/leads/${leadId}`, world.as.user)).status).toBe(200);
  });
});

describe('LC-2: accepting', () => {
  async function accept(leadId: string, as: Caller) {
    const { acceptance } = actionBodies(world.people.admin.id);
    const answer = await server.request('POST', `/api/v1/leads/${leadId}/acceptance`, {
      as,
      body: acceptance,
    });
    return body(leadContract, answer).assignedTo?.id;
  }

  it('LC-2 who accepts a lead that nobody owns becomes its owner, and the timeline says so', async () => {
    const leadId = await world.lead();
    expect(await accept(leadId, world.as.admin)).toBe(world.people.admin.id);
    const { items } = body(leadTimeline, await get(`/api/v1/leads/${leadId}/timeline`));
    expect(items.at(-1)?.changes).toContainEqual({
      field: 'assignedTo',
      before: null,
      after: world.people.admin.id,
    });
  });

  it('LC-2 an owner stays the owner, unless they can no longer be', async () => {
    const { user } = world.people;
    expect(await accept(await assigned(user.id), world.as.admin)).toBe(user.id);
    const gone = await server.make.person(world.contoso.id, 'profile-admin');
    expect(await accept(await assigned(gone.id), world.as.admin)).toBe(world.people.admin.id);
  });

  it('LC-2 a program owns nothing', async () => {
    const token = { token: await server.make.apiToken(world.contoso.id, 'leads:write') };
    expect(await accept(await world.lead(), token)).toBeUndefined();
  });
});

describe('WS-3: the filter by owner', () => {
  it('WS-3 takes ids, me and nobody, each or together, in every question about the list', async () => {
    const { admin, user } = world.people;
    const mine = await assigned(admin.id);
    const theirs = await assigned(user.id);
    const nobodys = await world.lead();
    const found = async (query: string) => (await idsFor(query)).sort();
    expect(await found('assignedTo=me')).toEqual([mine]);
    expect(await found(`assignedTo=${user.id}`)).toEqual([theirs]);
    expect(await found('assignedTo=nobody')).toEqual([nobodys]);
    expect(await found('assignedTo=me&assignedTo=nobody')).toEqual([mine, nobodys].sort());
    expect(await found(`assignedTo=me&assignedTo=${user.id}`)).toEqual([mine, theirs].sort());
    const { total, facets } = body(
      leadFacets,
      await get('/api/v1/leads/facets?assignedTo=me&facet=assignedTo'),
    );
    expect(total).toBe(1);
    expect(facets.assignedTo).toHaveLength(3);
    expect(facets.assignedTo).toContainEqual({ value: 'nobody', label: 'Nobody', count: 1 });
    expect(facets.assignedTo).toContainEqual({ value: admin.id, label: admin.name, count: 1 });
    const file = await get('/api/v1/leads/export?assignedTo=me');
    expect(file.text).toContain(mine);
    expect(file.text).not.toContain(theirs);
    expect(file.text.split('\r\n')[1]).toContain(`"${admin.name}"`);
    expect((await get(`/api/v1/leads/${mine}/neighbors?assignedTo=me`)).json).toEqual({
      previousId: null,
      nextId: null,
    });
  });

  it('WS-3 400: a program is nobody, and a name is no id', async () => {
    const as = { token: await server.make.apiToken(world.contoso.id, 'leads:read') };
    const problem = problemOf(await get('/api/v1/leads?assignedTo=me', as));
    expect(problem).toMatchObject({ status: 400, issues: [{ path: 'query.assignedTo' }] });
    expect(problem.detail).toContain('can’t be “me” with an API token');
    const posted = await server.request('POST', '/api/v1/leads/search', { as, body: { assignedTo: ['me'] } });
    expect(problemOf(posted).issues).toMatchObject([{ path: 'body.assignedTo' }]);
    expect((await get('/api/v1/leads?assignedTo=nobody', as)).status).toBe(200);
    expect((await get('/api/v1/leads?assignedTo=Ada')).status).toBe(400);
  });
});
