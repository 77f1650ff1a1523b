import { describe, expect, it } from 'vitest';
import { colleagueList, me, sessionList } from '../../../contract/identity/identity.ts';
import { password } from '../../../test/factories.ts';
import { openSession } from '../../../test/lead-world.ts';
import { useMade } from '../../../test/made.ts';
import {
  body,
  type Caller,
  problemOf,
  startServerForTest,
  testNow,
  useTestServer,
} from '../../../test/server.ts';
import { newId } from '../../platform/ids.ts';

const server = useTestServer();
const contoso = useMade(() => server.make.partner('Contoso'));
const fabrikam = useMade(() => server.make.partner('Fabrikam'));
const ada = useMade(() => server.make.person(contoso.id, 'referrals-admin'));
const eve = useMade(() => server.make.person(contoso.id, 'account-admin'));

const days = (n: number) => server.clock.set(new Date(testNow.getTime() + n * 86_400_000));
const whoAmI = (as: Caller) => server.request('GET', '/api/v1/me', { as });
const list = async (as: Caller) =>
  body(sessionList, await server.request('GET', '/api/v1/sessions', { as })).items;
const end = (as: Caller, id: string) => server.request('DELETE', `/api/v1/sessions/${id}`, { as });

describe('ID-5: sessions', () => {
  it('ID-5 signing out ends the session at once and clears the cookie', async () => {
    const as = await server.signIn(ada);
    const answer = await server.request('DELETE', '/api/v1/session', { as });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('set-cookie')).toMatch(/^leadlight_session=; .*Expires=Thu, 01 Jan 1970/);
    expect(problemOf(await whoAmI(as)).code).toBe('not-signed-in');
    expect((await server.request('DELETE', '/api/v1/session', { as })).status).toBe(401);
  });

  it('ID-5 are listed to their owner, with the one that asks marked', async () => {
    const someone = await server.make.person(contoso.id, 'referrals-admin');
    const [first, second] = [await server.signIn(someone), await server.signIn(someone)];
    const items = await list(second);
    expect(items.length).toBe(2);
    expect(items.filter((item) => item.current).length).toBe(1);
    expect(items.every((item) => item.address === '127.0.0.1' && item.userAgent !== null)).toBe(true);
    expect(JSON.stringify(items)).not.toContain('cookie' in second ? second.cookie.split('=')[1] : '');
    const other = items.find((item) => !item.current)?.id ?? '';
    expect((await end(second, other)).status).toBe(204);
    expect((await whoAmI(first)).status).toBe(401);
    expect((await whoAmI(second)).status).toBe(200);
    expect((await list(second)).length).toBe(1);
    expect((await end(second, other)).status).toBe(404);
  });

  it('ID-3 other people’s sessions are as if there were none', async () => {
    const [mine, theirs] = [await server.signIn(ada), await server.signIn(eve)];
    const [session] = await list(theirs);
    const foreign = problemOf(await end(mine, session?.id ?? ''));
    const none = problemOf(await end(mine, newId()));
    expect({ ...foreign, requestId: '' }).toEqual({ ...none, requestId: '' });
    expect(foreign.status).toBe(404);
    expect((await whoAmI(theirs)).status).toBe(200);
    expect((await list(mine)).some((item) => item.id === session?.id)).toBe(false);
    expect(problemOf(await end(mine, 'x')).issues?.[0]?.path).toBe('params.id');
  });

  it('ID-5 a session ends 14 days after it was last used, and lives on while it is used', async () => {
    const [used, unused] = [await server.signIn(ada), await server.signIn(ada)];
    days(13);
    const answer = await whoAmI(used);
    expect(answer.status).toBe(200);
    // The browser must keep the cookie as long as the session lasts.
    expect(answer.headers.get('set-cookie')).toMatch(/^leadlight_session=lls_.*Max-Age=1209600/);
    days(14);
    expect((await whoAmI(unused)).status).toBe(401);
    days(26);
    expect((await whoAmI(used)).status).toBe(200);
    expect((await list(used)).length).toBe(1);
    days(41);
    expect((await whoAmI(used)).status).toBe(401);
  });

  it('ID-5 a disabled person is out at once, everywhere', async () => {
    const someone = await server.make.person(contoso.id, 'referrals-admin');
    const as = await server.signIn(someone);
    expect((await whoAmI(as)).status).toBe(200);
    await server.database.ownerDb
      .updateTable('person')
      .set({ disabled_at: testNow })
      .where('id', '=', someone.id)
      .execute();
    expect((await whoAmI(as)).status).toBe(401);
    expect((await server.request('GET', '/api/v1/leads', { as })).status).toBe(401);
  });

  it.each(['leadlight_session=', 'leadlight_session=lls_made-up', 'leadlight_session=%00', 'other=1'])(
    'ID-5 the cookie %j is nobody',
    async (cookie) => {
      expect((await whoAmI({ cookie })).status).toBe(401);
    },
  );
});

describe('ID-1: organizations', () => {
  it('ID-1 one person works in several, one at a time, with the roles of each', async () => {
    const someone = await server.make.person(contoso.id, 'referrals-admin');
    await server.make.join(someone.id, fabrikam.id, 'account-admin');
    const as = await server.signIn(someone);
    const first = body(me, await whoAmI(as));
    expect(first.organizations.map((one) => one.name)).toEqual(['Contoso', 'Fabrikam']);
    expect(first).toMatchObject({ organization: { id: contoso.id }, permissions: { readLeads: true } });
    const moved = await server.request('PUT', '/api/v1/session/organization', {
      as,
      body: { organizationId: fabrikam.id },
    });
    const expected = {
      organization: { id: fabrikam.id },
      grants: [{ role: 'account-admin', locationId: null }],
      permissions: { readLeads: false, manageAccess: true },
    };
    expect(body(me, moved)).toMatchObject(expected);
    expect(body(me, await whoAmI(as))).toMatchObject(expected);
    expect((await server.request('GET', '/api/v1/leads', { as })).status).toBe(403);
  });

  it('ID-1 the switch is of one session, not of the person', async () => {
    const someone = await server.make.person(contoso.id, 'referrals-admin');
    await server.make.join(someone.id, fabrikam.id, 'referrals-admin');
    const here = await openSession(server, someone.id, contoso.id);
    const there = await openSession(server, someone.id, fabrikam.id);
    expect(body(me, await whoAmI(here)).organization.id).toBe(contoso.id);
    expect(body(me, await whoAmI(there)).organization.id).toBe(fabrikam.id);
  });

  it('ID-3 an organization that is not mine is as if there were none', async () => {
    const as = await server.signIn(ada);
    const ask = (organizationId: string) =>
      server.request('PUT', '/api/v1/session/organization', { as, body: { organizationId } });
    const [foreign, none] = [problemOf(await ask(fabrikam.id)), problemOf(await ask(newId()))];
    expect(foreign.status).toBe(404);
    expect({ ...foreign, requestId: '' }).toEqual({ ...none, requestId: '' });
    expect(problemOf(await ask('x')).issues?.[0]?.path).toBe('body.organizationId');
    expect(body(me, await whoAmI(as)).organization.id).toBe(contoso.id);
  });

  it('ID-1 who leaves the organization they work in works in one of the others, or is out', async () => {
    const someone = await server.make.person(contoso.id, 'referrals-admin');
    await server.make.join(someone.id, fabrikam.id, 'referrals-user');
    const as = await server.signIn(someone);
    const leave = (organizationId: string) =>
      server.database.ownerDb
        .deleteFrom('membership')
        .where('person_id', '=', someone.id)
        .where('organization_id', '=', organizationId)
        .execute();
    await leave(contoso.id);
    expect(body(me, await whoAmI(as)).organization.id).toBe(fabrikam.id);
    await leave(fabrikam.id);
    expect((await whoAmI(as)).status).toBe(401);
  });

  it('ID-1 colleagues are those of the organization who work leads', async () => {
    const as = await server.signIn(ada);
    const { items } = body(colleagueList, await server.request('GET', '/api/v1/people', { as }));
    const ids = items.map((item) => item.id);
    expect(ids).toContain(ada.id);
    expect(ids).not.toContain(eve.id);
    const outsider = await server.make.person(fabrikam.id, 'referrals-admin');
    expect(ids).not.toContain(outsider.id);
    const forEve = await server.request('GET', '/api/v1/people', { as: await server.signIn(eve) });
    expect(problemOf(forEve)).toMatchObject({ status: 403 });
  });
});

describe('WS-10: me', () => {
  it('WS-10 changes only what is sent, and refuses zones and languages that there are not', async () => {
    const as = await server.signIn(ada);
    const change = (sent: unknown) => server.request('PATCH', '/api/v1/me', { as, body: sent });
    const zone = body(me, await change({ timeZone: 'Asia/Kolkata', locale: 'de-CH' }));
    expect(zone.person).toMatchObject({ name: ada.name, timeZone: 'Asia/Kolkata', locale: 'de-CH' });
    expect(body(me, await change({ timeZone: null })).person).toMatchObject({
      timeZone: null,
      locale: 'de-CH',
    });
    expect(body(me, await change({})).person.locale).toBe('de-CH');
    const wrong = problemOf(
      await change({ name: ' ', timeZone: 'Mars/Base', locale: 'no language', email: 'x@y.z' }),
    );
    expect(wrong.issues?.map((issue) => issue.path).toSorted()).toEqual([
      'body.email',
      'body.locale',
      'body.name',
      'body.timeZone',
    ]);
  });
});

describe('ID-5: changes from other sites', () => {
  const refused: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'not a url' },
  ];
  it.each(refused)('ID-5 a change with the cookie is refused: %j', async (headers) => {
    const as = await server.signIn(ada);
    for (const method of ['PATCH', 'PUT', 'POST', 'DELETE']) {
      const answer = await server.request(method, '/api/v1/me', { as, headers, body: {} });
      expect(problemOf(answer), method).toMatchObject({ status: 403, code: 'cross-site-request' });
    }
    expect((await server.request('GET', '/api/v1/me', { as, headers })).status).toBe(200);
  });

  it('ID-5 our own pages and programs without a page may', async () => {
    const as = await server.signIn(ada);
    const own: Record<string, string>[] = [
      {},
      { 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
      { origin: server.address },
    ];
    for (const headers of own)
      expect((await server.request('PATCH', '/api/v1/me', { as, headers, body: {} })).status).toBe(200);
  });

  it('ID-5 a token carries no cookie: where it is used from does not matter', async () => {
    const token = await server.make.apiToken(contoso.id, 'leads:write');
    const id = await server.make.lead(contoso.id);
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://crm.example' };
    const answer = await server.request('POST', `/api/v1/leads/${id}/decline`, {
      as: { token },
      headers,
      body: { reason: 'NoCapacity' },
    });
    expect(answer.status).toBe(200);
  });
});

describe('ID-5: the cookie behind https', () => {
  it('ID-5 is for this very host, and a cookie of the plain name opens nothing', async () => {
    const secure = await startServerForTest({ env: { LEADLIGHT_PUBLIC_URL: 'https://leads.example.test' } });
    const contoso = await secure.make.partner();
    const person = await secure.make.person(contoso.id, 'referrals-admin');
    const answer = await secure.request('POST', '/api/v1/session', {
      body: { email: person.email, password },
    });
    const set = answer.headers.get('set-cookie') ?? '';
    expect(set).toMatch(/^__Host-leadlight_session=lls_[\w-]+; /);
    for (const part of ['Path=/', 'Secure', 'HttpOnly', 'SameSite=Lax']) expect(set).toContain(part);
    expect(set).not.toContain('Domain');
    const token = /=(lls_[\w-]+)/.exec(set)?.[1];
    const me = (name: string) => secure.request('GET', '/api/v1/me', { as: { cookie: `${name}=${token}` } });
    expect((await me('__Host-leadlight_session')).status).toBe(200);
    expect((await me('leadlight_session')).status).toBe(401);
  });
});
