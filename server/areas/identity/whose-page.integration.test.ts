import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { me } from '../../../contract/identity/identity.ts';
import { useLeadWorld } from '../../../test/lead-world.ts';
import { useMade } from '../../../test/made.ts';
import { body, type Caller, problemOf } from '../../../test/server.ts';

const { server, world } = useLeadWorld();
/** Works for both partners; signed in for Contoso at the start of each test. */
const robin = useMade(() => server.make.person(world.contoso.id, 'referrals-admin'));
let session: Caller;
let leads: { contoso: string; fabrikam: string };

beforeAll(async () => {
  await server.make.join(robin.id, world.fabrikam.id, 'referrals-admin');
  leads = {
    contoso: await world.lead(),
    fabrikam: await server.make.lead(world.fabrikam.id),
  };
});

beforeEach(async () => {
  session = await server.signIn(robin);
  await moveTo(world.contoso.id);
});

const moveTo = (organizationId: string) =>
  server.request('PUT', '/api/v1/session/organization', { as: session, body: { organizationId } });

const pageOf = (organizationId: string, personId = robin.id) => ({
  'leadlight-person': personId,
  'leadlight-organization': organizationId,
});

const countEntries = async () => {
  const { rows } = await server.database.ownerPool.query<{ n: number }>(
    'select (select count(*) from access_log)::int + (select count(*) from lead_event)::int + (select count(*) from lead_favorite)::int as n',
  );
  return rows[0]?.n;
};

describe('ID-5: a page gets nothing of another session', () => {
  it('goes on as long as the session is whose the page is, and every answer says whose it was', async () => {
    const answer = await server.request('GET', '/api/v1/leads', {
      as: session,
      headers: pageOf(world.contoso.id),
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('leadlight-person')).toBe(robin.id);
    expect(answer.headers.get('leadlight-organization')).toBe(world.contoso.id);
    const missing = await server.request('GET', `/api/v1/leads/${leads.fabrikam}`, { as: session });
    expect(missing.status).toBe(404);
    expect(missing.headers.get('leadlight-organization')).toBe(world.contoso.id);
  });

  it.each<[string, string, unknown]>([
    ['GET', '/api/v1/me', undefined],
    ['GET', '/api/v1/leads', undefined],
    ['GET', '/api/v1/leads/facets', undefined],
    ['GET', '/api/v1/leads/:lead', undefined],
    ['GET', '/api/v1/leads/export?format=csv', undefined],
    ['GET', '/api/v1/live', undefined],
    ['GET', '/api/v1/action-center/live', undefined],
    ['GET', '/api/v1/action-center', undefined],
    ['GET', '/api/v1/nothing-here', undefined],
    ['PUT', '/api/v1/leads/:lead/favorite', undefined],
    ['POST', '/api/v1/leads/:lead/decline', { reason: 'NotAFit' }],
    ['POST', '/api/v1/leads/:lead/decline', { nonsense: true }],
    ['PATCH', '/api/v1/me', { name: 'Mixed up' }],
    ['PUT', '/api/v1/session/organization', { organizationId: 'x' }],
    ['DELETE', '/api/v1/session', undefined],
  ])('%s %s is refused before anything is read or done', async (method, path, sent) => {
    await moveTo(world.fabrikam.id);
    const before = await countEntries();
    const headers = pageOf(world.contoso.id);
    const problem = problemOf(
      await server.request(method, path.replace(':lead', leads.fabrikam), {
        as: session,
        headers,
        body: sent,
      }),
    );
    expect(problem).toMatchObject({
      status: 409,
      code: 'other-session',
      session: {
        person: { id: robin.id, name: robin.name },
        organization: { id: world.fabrikam.id, name: world.fabrikam.name },
      },
    });
    expect(await countEntries()).toBe(before);
    const still = await server.request('GET', '/api/v1/me', { as: session });
    expect(body(me, still)).toMatchObject({
      person: { name: robin.name },
      organization: { id: world.fabrikam.id },
    });
  });

  it.each(['/api/v1/leads/export?format=csv&', '/api/v1/live?', '/api/v1/leads?'])(
    'what the browser fetches by itself says it in the address: %s',
    async (path) => {
      const own = `as=${robin.id}.${world.contoso.id}`;
      const controller = new AbortController();
      const open = (query: string) =>
        fetch(`${server.address}${path}${query}`, {
          headers: 'cookie' in session ? { cookie: session.cookie } : {},
          signal: controller.signal,
        });
      const fine = await open(own);
      expect(fine.status).toBe(200);
      await moveTo(world.fabrikam.id);
      const refused = await open(own);
      expect(refused.status).toBe(409);
      for (const garbage of ['as=', 'as=x', `as=${robin.id}`, `as=.${world.fabrikam.id}`])
        expect((await open(garbage)).status, garbage).toBe(409);
      controller.abort();
    },
  );

  it('somebody else who signed in in another tab is not served the page of the one before', async () => {
    const other = await server.signIn(world.people.admin);
    const answer = await server.request('GET', '/api/v1/leads', {
      as: other,
      headers: pageOf(world.contoso.id),
    });
    expect(problemOf(answer)).toMatchObject({
      code: 'other-session',
      session: { person: { id: world.people.admin.id } },
    });
    const half = await server.request('GET', '/api/v1/leads', {
      as: other,
      headers: { 'leadlight-person': robin.id },
    });
    expect(half.status).toBe(409);
  });

  it('who was taken out of the organization of the page is told where they are, and served nothing of it', async () => {
    const left = await server.make.person(world.contoso.id, 'referrals-admin');
    await server.make.join(left.id, world.fabrikam.id, 'referrals-user');
    const theirs = await server.signIn(left);
    await server.request('PUT', '/api/v1/session/organization', {
      as: theirs,
      body: { organizationId: world.contoso.id },
    });
    await server.database.ownerDb
      .deleteFrom('membership')
      .where('person_id', '=', left.id)
      .where('organization_id', '=', world.contoso.id)
      .execute();
    const headers = pageOf(world.contoso.id, left.id);
    const problem = problemOf(await server.request('GET', '/api/v1/leads', { as: theirs, headers }));
    expect(problem).toMatchObject({
      code: 'other-session',
      session: { organization: { id: world.fabrikam.id } },
    });
  });

  it('a session that ended is over, whatever the page believes', async () => {
    await server.request('DELETE', '/api/v1/session', { as: session });
    const answer = await server.request('GET', '/api/v1/leads', {
      as: session,
      headers: pageOf(world.contoso.id),
    });
    expect(problemOf(answer).code).toBe('not-signed-in');
    expect(answer.headers.get('leadlight-person')).toBeNull();
  });

  it('programs with a token, and clients that do not say whose they are, work as before', async () => {
    const token = await server.make.apiToken(world.fabrikam.id, 'leads:read');
    const headers = pageOf(world.contoso.id);
    const program = await server.request('GET', '/api/v1/leads', { as: { token }, headers });
    expect(program.status).toBe(200);
    expect(program.headers.get('leadlight-person')).toBeNull();
    await moveTo(world.fabrikam.id);
    expect((await server.request('GET', '/api/v1/leads', { as: session })).status).toBe(200);
  });
});
