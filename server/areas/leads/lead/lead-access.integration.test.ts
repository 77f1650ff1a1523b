import { beforeAll, describe, expect, it } from 'vitest';
import { leadPage } from '../../../../contract/leads/lead-list.ts';
import { lead } from '../../../../contract/leads/leads.ts';
import { actionBodies, type LeadWorld, useLeadWorld } from '../../../../test/lead-world.ts';
import { body, type Caller, problemOf } from '../../../../test/server.ts';
import { composeApp } from '../../../main.ts';
import { readConfig } from '../../../platform/config.ts';
import { shareOnePool } from '../../../platform/database/pools.ts';
import { newId } from '../../../platform/ids.ts';
import { createLogger } from '../../../platform/log.ts';

const { server, world } = useLeadWorld();

const leads = {
  munich: '',
  munichTeam: '',
  berlin: '',
  berlinTeam: '',
  nowhere: '',
  fabrikam: '',
  othersTeam: '',
  operator: '',
};

beforeAll(async () => {
  const { make } = server;
  const { contoso, munich, berlin, people } = world;
  leads.munich = await make.lead(contoso.id, { location_id: munich.id });
  leads.munichTeam = await make.lead(contoso.id, { location_id: munich.id });
  leads.berlin = await make.lead(contoso.id, { location_id: berlin.id });
  leads.berlinTeam = await make.lead(contoso.id, { location_id: berlin.id });
  leads.othersTeam = await make.lead(contoso.id, { location_id: berlin.id });
  await make.teamMember(contoso.id, leads.othersTeam, people.berlinAdmin.id);
  leads.nowhere = await make.lead(contoso.id);
  leads.fabrikam = await make.lead(world.fabrikam.id);
  leads.operator = await make.lead(world.operator.id);
  for (const id of [leads.munichTeam, leads.berlinTeam]) {
    await make.teamMember(contoso.id, id, people.user.id);
    await make.teamMember(contoso.id, id, people.munichUser.id);
  }
});

const bodies = actionBodies(newId());
type Endpoint = { method: string; tail: string; body?: unknown; headers?: Record<string, string> };
const readings: Endpoint[] = [
  { method: 'GET', tail: '' },
  { method: 'GET', tail: '/timeline' },
  { method: 'GET', tail: '/neighbors' },
  { method: 'PUT', tail: '/favorite' },
  { method: 'DELETE', tail: '/favorite' },
];
const works: Endpoint[] = [
  { method: 'PATCH', tail: '', body: { dealName: 'New' }, headers: { 'if-match': '"1"' } },
  ...Object.entries(bodies).map(([name, body]) => ({ method: 'POST', tail: `/${name}`, body })),
];
const ofOneLead = [...readings, ...works];
const ofMany = ['/api/v1/leads', '/api/v1/leads/facets', '/api/v1/leads/export', '/api/v1/live'];

const call = ({ method, tail, body: sent, headers }: Endpoint, leadId: string, as?: Caller) =>
  server.request(method, `/api/v1/leads/${leadId}${tail}`, { as, body: sent, headers });

/** What an answer says, without what differs from request to request. */
function said(answer: Awaited<ReturnType<typeof call>>) {
  const { requestId: _requestId, ...rest } = problemOf(answer);
  return rest;
}

describe('401: who is not signed in learns nothing', () => {
  it.each(ofMany)('ID-5 GET %s', async (path) => {
    expect(problemOf(await server.request('GET', path)).code).toBe('not-signed-in');
  });

  it.each(ofOneLead)('ID-5 $method /leads/{id}$tail', async (endpoint) => {
    const real = await call(endpoint, leads.munich);
    expect(real.status).toBe(401);
    expect(said(await call(endpoint, newId()))).toEqual(said(real));
  });

  it('ID-5 POST routing, GET sent-leads', async () => {
    const routing = { method: 'POST', tail: '/routing', body: { organizationId: newId() } };
    expect((await call(routing, leads.operator)).status).toBe(401);
    expect((await server.request('GET', '/api/v1/sent-leads')).status).toBe(401);
  });
});

describe('403: who has no role for leads is told which role has (ID-3)', () => {
  it.each(['accountAdmin', 'profileAdmin', 'seller', 'marketer'] as const)('ID-1 %s', async (name) => {
    // A role of the reader's own organization, or that it has none for this.
    const who = ['seller', 'marketer'].includes(name)
      ? /Operator admin|people of partners/
      : /Referrals admin/;
    for (const path of ofMany) {
      const problem = problemOf(await server.request('GET', path, { as: world.as[name] }));
      expect(problem).toMatchObject({ status: 403, code: 'not-allowed' });
      expect(problem.detail).toMatch(who);
    }
    for (const endpoint of ofOneLead) {
      const problem = problemOf(await call(endpoint, leads.munich, world.as[name]));
      expect(problem, endpoint.tail).toMatchObject({ status: 403, code: 'not-allowed' });
      expect(problem.detail).toMatch(who);
    }
  });

  it('ID-3 a Referrals user may not export, and is told who may', async () => {
    const problem = problemOf(await server.request('GET', '/api/v1/leads/export', { as: world.as.user }));
    expect(problem).toMatchObject({ status: 403, code: 'not-allowed' });
    expect(problem.detail).toContain('Referrals admin');
    expect(problem.detail).not.toContain('Referrals user');
  });

  // What is no lead the operator may throw out; deals are the partners'.
  const deals = works.filter(({ tail }) => tail !== '/error-closure');
  it.each(deals)('ID-3 an operator admin sees but does not work: $method $tail', async (endpoint) => {
    expect((await call({ method: 'GET', tail: '' }, leads.operator, world.as.operatorAdmin)).status).toBe(
      200,
    );
    const problem = problemOf(await call(endpoint, leads.operator, world.as.operatorAdmin));
    expect(problem).toMatchObject({ status: 403, code: 'not-allowed' });
    expect(problem.detail).toContain('people of partners');
  });

  it('ID-5 tokens are held to their scopes, and have no favorites and no live view', async () => {
    const { make } = server;
    const reader = { token: await make.apiToken(world.contoso.id, 'leads:read') };
    const creator = { token: await make.apiToken(world.contoso.id, 'leads:create') };
    expect((await call({ method: 'GET', tail: '' }, leads.berlin, reader)).status).toBe(200);
    for (const endpoint of [...works, { method: 'PUT', tail: '/favorite' }]) {
      expect((await call(endpoint, leads.berlin, reader)).status, endpoint.tail).toBe(403);
    }
    for (const path of ofMany) expect((await server.request('GET', path, { as: creator })).status).toBe(403);
    expect((await server.request('GET', '/api/v1/live', { as: reader })).status).toBe(403);
    for (const endpoint of ofOneLead) expect((await call(endpoint, leads.berlin, creator)).status).toBe(403);
  });
});

describe('404: what may not be seen answers exactly like what does not exist (ID-3)', () => {
  const outOfSight: [keyof LeadWorld['as'], keyof typeof leads][] = [
    ['fabrikamAdmin', 'munich'],
    ['admin', 'fabrikam'],
    ['admin', 'operator'],
    ['operatorAdmin', 'munich'],
    ['munichAdmin', 'berlin'],
    ['munichAdmin', 'nowhere'],
    ['berlinAdmin', 'munichTeam'],
    ['user', 'munich'],
    ['user', 'nowhere'],
    ['user', 'othersTeam'],
    ['munichUser', 'munich'],
    ['munichUser', 'berlinTeam'],
  ];

  it.each(outOfSight)('ID-2, ID-3 %s cannot tell the lead %s from none', async (name, which) => {
    for (const endpoint of ofOneLead) {
      const hidden = await call(endpoint, leads[which], world.as[name]);
      const missing = await call(endpoint, newId(), world.as[name]);
      expect(hidden.status, `${endpoint.method} ${endpoint.tail}`).toBe(404);
      expect(said(hidden)).toEqual(said(missing));
    }
  });

  it('ID-2 a token of another organization sees nothing either', async () => {
    const foreign = { token: await server.make.apiToken(world.fabrikam.id, 'leads:read', 'leads:write') };
    for (const endpoint of ofOneLead.filter(({ tail }) => tail !== '/favorite'))
      expect((await call(endpoint, leads.munich, foreign)).status).toBe(404);
  });

  it('ID-2 nothing of it was changed by asking', async () => {
    const rows = await server.database.ownerDb.selectFrom('lead').select(['version', 'status']).execute();
    expect(rows.every((row) => row.version === 1 && row.status === 'Received')).toBe(true);
    const favorites = await server.database.ownerDb.selectFrom('lead_favorite').selectAll().execute();
    expect(favorites).toEqual([]);
  });
});

describe('200: each sees what their roles let them see (ID-1, ID-2)', () => {
  const sight: [keyof LeadWorld['as'], (keyof typeof leads)[]][] = [
    ['admin', ['munich', 'munichTeam', 'berlin', 'berlinTeam', 'othersTeam', 'nowhere']],
    ['munichAdmin', ['munich', 'munichTeam']],
    ['berlinAdmin', ['berlin', 'berlinTeam', 'othersTeam']],
    ['user', ['munichTeam', 'berlinTeam']],
    ['munichUser', ['munichTeam']],
    ['fabrikamAdmin', ['fabrikam']],
    ['operatorAdmin', ['operator']],
  ];

  it.each(sight)('ID-2 list, counts and details agree for %s', async (name, expected) => {
    const as = world.as[name];
    const page = body(leadPage, await server.request('GET', '/api/v1/leads', { as }));
    expect(page.items.map((item) => item.id).toSorted()).toEqual(
      expected.map((key) => leads[key]).toSorted(),
    );
    expect(page.total).toBe(expected.length);
    const facets = await server.request('GET', '/api/v1/leads/facets', { as });
    expect(facets.json).toMatchObject({
      tabs: { marketplace: expected.length, qualified: 0, favorites: 0 },
      facets: { status: [{ value: 'Received', count: expected.length }] },
    });
    for (const key of expected) {
      const answer = await call({ method: 'GET', tail: '' }, leads[key], as);
      expect(body(lead, answer).id).toBe(leads[key]);
      expect(answer.headers.get('etag')).toBe('"1"');
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });

  it.each(sight.filter(([name]) => !name.endsWith('ser')))(
    'ID-2 the export too for %s',
    async (name, expected) => {
      const answer = await server.request('GET', '/api/v1/leads/export', { as: world.as[name] });
      const ids = answer.text.match(/^[0-9a-f-]{36}(?=,)/gm) ?? [];
      expect(ids.toSorted()).toEqual(expected.map((key) => leads[key]).toSorted());
    },
  );

  it('ID-2 neighbors and favorites stay within sight', async () => {
    const as = world.as.munichAdmin;
    const neighbors = await call({ method: 'GET', tail: '/neighbors' }, leads.munichTeam, as);
    expect(neighbors.json).toEqual({ previousId: null, nextId: leads.munich });
    await server.database.ownerDb
      .insertInto('lead_favorite')
      .values([leads.munich, leads.berlin].map((leadId) => favorite(leadId)))
      .execute();
    const page = body(leadPage, await server.request('GET', '/api/v1/leads?tab=favorites', { as }));
    expect(page.items.map((item) => item.id)).toEqual([leads.munich]);
    await server.database.ownerDb.deleteFrom('lead_favorite').execute();
  });

  function favorite(leadId: string) {
    const person_id = world.people.munichAdmin.id;
    return { organization_id: world.contoso.id, person_id, lead_id: leadId, created_at: server.clock.now() };
  }

  it('ID-1 roles at two locations add up; losing one takes effect at once', async () => {
    const { make } = server;
    const { contoso, munich, berlin } = world;
    const both = await make.person(
      contoso.id,
      { role: 'referrals-admin', locationId: munich.id },
      { role: 'referrals-admin', locationId: berlin.id },
    );
    const as = await server.signIn(both);
    const total = async () => body(leadPage, await server.request('GET', '/api/v1/leads', { as })).total;
    expect(await total()).toBe(5);
    await server.database.ownerDb
      .deleteFrom('membership')
      .where('person_id', '=', both.id)
      .where('location_id', '=', berlin.id)
      .execute();
    expect(await total()).toBe(2);
    expect((await call({ method: 'GET', tail: '' }, leads.berlin, as)).status).toBe(404);
  });
});

describe('the first wall of tenancy stands alone', () => {
  it('ID-2 without row-level security the one predicate hides as much', async () => {
    // The application as the owner of the tables: nothing but its own predicate is in the way.
    const { ownerPool: pool, ownerDb: db } = server.database;
    const log = createLogger('silent');
    const app = await composeApp({
      config: readConfig({ PORT: '0' }),
      log,
      clock: server.clock,
      pools: shareOnePool({ pool, db }),
      isDemo: false,
    });
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    const { cookie } = world.as.fabrikamAdmin as { cookie: string };
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(address + path, { ...init, headers: { cookie, 'content-type': 'application/json' } });
    const page = leadPage.parse(await (await ask('/api/v1/leads')).json());
    const facets = await (await ask('/api/v1/leads/facets')).json();
    const file = await (await ask('/api/v1/leads/export')).text();
    const seen = [];
    for (const { method, tail, body: sent } of ofOneLead) {
      const init = { method, body: method === 'GET' ? undefined : JSON.stringify(sent ?? {}) };
      const headers = { cookie, 'if-match': '"1"', 'content-type': 'application/json' };
      seen.push((await fetch(`${address}/api/v1/leads/${leads.munich}${tail}`, { ...init, headers })).status);
    }
    await app.close();
    expect(page.items.map((item) => item.id)).toEqual([leads.fabrikam]);
    expect(facets).toMatchObject({ tabs: { marketplace: 1, qualified: 0, favorites: 0 } });
    expect(file.match(/^[0-9a-f-]{36}(?=,)/gm)).toEqual([leads.fabrikam]);
    expect(new Set(seen)).toEqual(new Set([404]));
  });
});
