import { describe, expect, it } from 'vitest';
import {
  apiTokenCreated,
  apiTokenInfo,
  apiTokenList,
  intakeEndpointCreated,
  intakeEndpointInfo,
  intakeEndpointList,
} from '../../../../contract/identity/identity.ts';
import { type LeadWorld, openSession, useLeadWorld } from '../../../../test/lead-world.ts';
import { useMade } from '../../../../test/made.ts';
import { body, problemOf, testNow } from '../../../../test/server.ts';
import { hashSecret, newId } from '../../../platform/ids.ts';

const { server, world } = useLeadWorld();
const admin = useMade(() => world.as.accountAdmin);

const tokens = '/api/v1/api-tokens';
const endpoints = '/api/v1/intake-endpoints';
const post = (path: string, sent: unknown, as = admin) => server.request('POST', path, { as, body: sent });
const leads = (token: string) => server.request('GET', '/api/v1/leads', { as: { token } });

async function makeToken(...scopes: string[]) {
  return body(apiTokenCreated, await post(tokens, { name: 'CRM', scopes }));
}

async function listed(id: string) {
  const { items } = body(apiTokenList, await server.request('GET', tokens, { as: admin }));
  return items.find((item) => item.id === id);
}

describe('ID-5: a request whose answer got lost', () => {
  const repeat = (path: string, sent: unknown, key: string, as = admin) =>
    server.request('POST', path, { as, body: sent, headers: { 'idempotency-key': key } });
  const sent = { name: 'Once', scopes: ['leads:read'] };
  const namedOnce = async () => {
    const { items } = body(apiTokenList, await server.request('GET', `${tokens}?limit=200`, { as: admin }));
    return items.filter(({ name }) => name === 'Once').length;
  };

  it('makes one token, and shows it to nobody a second time', async () => {
    const made = body(apiTokenCreated, await repeat(tokens, sent, 'token-1'));
    const again = await repeat(tokens, { scopes: sent.scopes, name: sent.name }, 'token-1');
    expect(again.status).toBe(200);
    expect(body(apiTokenInfo.strict(), again)).toMatchObject({ id: made.id, name: 'Once', hint: made.hint });
    expect(again.text).not.toContain(made.token);
    expect((await leads(made.token)).status).toBe(200);
    expect(await namedOnce()).toBe(1);
    const { rows } = await server.database.ownerPool.query(
      `select count(*)::int as n from access_log where action = 'token.create' and facts ->> 'tokenId' = $1`,
      [made.id],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('of many at once, one makes it', async () => {
    const before = await namedOnce();
    const answers = await Promise.all(Array.from({ length: 6 }, () => repeat(tokens, sent, 'token-2')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ json }) => (json as { id: string }).id)).size).toBe(1);
    expect(await namedOnce()).toBe(before + 1);
  });

  it('is another request with another body, from somebody else or without a key', async () => {
    const other = await repeat(tokens, { ...sent, scopes: ['leads:write'] }, 'token-1');
    expect(problemOf(other)).toMatchObject({ status: 409, code: 'idempotency-key-reused' });
    const colleague = await server.signInAs(world.contoso.id, 'account-admin');
    expect((await repeat(tokens, sent, 'token-1', colleague)).status).toBe(201);
    expect((await post(tokens, sent)).status).toBe(201);
    expect(problemOf(await repeat(tokens, sent, 'not visible'))).toMatchObject({ status: 400 });
  });

  it('ID-5 is recognized for 30 days, and its receipt is deleted after that', async () => {
    const keep = await repeat(tokens, { ...sent, name: 'Kept' }, 'kept');
    const { id } = body(apiTokenCreated, keep);
    const forgetAfter = async (days: number) => {
      server.clock.set(new Date(testNow.getTime() + days * 86_400_000));
      await server.queue.add('request.forget-receipts');
      await server.queue.run('request.forget-receipts');
      const { rows } = await server.database.ownerPool.query(
        'select 1 from request_receipt where made_id = $1',
        [id],
      );
      return rows.length;
    };
    expect(await forgetAfter(29.9)).toBe(1);
    expect(await forgetAfter(30.1)).toBe(0);
    expect(await forgetAfter(30.1)).toBe(0);
  });

  it('says it when the token was revoked since', async () => {
    const made = body(apiTokenCreated, await repeat(tokens, sent, 'token-3'));
    await server.request('DELETE', `${tokens}/${made.id}`, { as: admin });
    expect(problemOf(await repeat(tokens, sent, 'token-3'))).toMatchObject({
      status: 404,
      detail: expect.stringContaining('has since been revoked'),
    });
  });

  it('is not remembered when it was refused', async () => {
    expect((await repeat(tokens, { ...sent, scopes: ['mails:bounces'] }, 'token-4')).status).toBe(400);
    expect((await repeat(tokens, sent, 'token-4')).status).toBe(201);
  });

  it('makes one marketplace endpoint', async () => {
    const key = 'endpoint-1';
    const made = body(intakeEndpointCreated, await repeat(endpoints, { name: 'Once' }, key));
    const again = await repeat(endpoints, { name: 'Once' }, key);
    expect(again.status).toBe(200);
    expect(body(intakeEndpointInfo.strict(), again).id).toBe(made.id);
    expect(again.text).not.toContain(made.url.split('/').at(-1));
  });
});

describe('ID-5: API tokens', () => {
  it('ID-5 are shown once, kept hashed, and known afterwards by their last characters', async () => {
    const answer = await post(tokens, { name: ' CRM sync ', scopes: ['leads:read', 'leads:read'] });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const made = body(apiTokenCreated, answer);
    expect(made).toMatchObject({
      name: 'CRM sync',
      scopes: ['leads:read'],
      hint: made.token.slice(-4),
      createdAt: testNow.toISOString(),
      createdBy: world.people.accountAdmin.name,
      lastUsedAt: null,
    });
    expect(made.token).toMatch(/^llt_[\w-]{43}$/);
    const list = await server.request('GET', tokens, { as: admin });
    expect(list.text).toContain(made.id);
    expect(list.text).not.toContain(made.token);
    const rows = await server.database.ownerDb.selectFrom('api_token').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(made.token);
    expect(rows.some((row) => row.token_hash.equals(hashSecret(made.token)))).toBe(true);
  });

  it('ID-5 do what their scopes say and nothing else', async () => {
    const lead = () => world.lead();
    const tries = {
      'leads:read': async (token: string) => (await leads(token)).status,
      'leads:write': async (token: string) => {
        const path = `/api/v1/leads/${await lead()}/decline`;
        return (await post(path, { reason: 'NoCapacity' }, { token })).status;
      },
      'leads:create': async (token: string) =>
        (await post('/api/v1/leads', { contact: { email: 'a@b.test' } }, { token })).status,
    };
    for (const scope of Object.keys(tries)) {
      const { token } = await makeToken(scope);
      for (const [needed, ask] of Object.entries(tries)) {
        const status = await ask(token);
        if (needed === scope) expect(status, `${needed} with ${scope}`).toBeLessThan(300);
        else expect(status, `${needed} with ${scope}`).toBe(403);
      }
    }
  });

  it('ID-5 know when they were last used, written at most every five minutes', async () => {
    const made = await makeToken('leads:read');
    await leads(made.token);
    expect((await listed(made.id))?.lastUsedAt).toBe(testNow.toISOString());
    server.clock.set(new Date(testNow.getTime() + 4 * 60_000));
    await leads(made.token);
    expect((await listed(made.id))?.lastUsedAt).toBe(testNow.toISOString());
    server.clock.set(new Date(testNow.getTime() + 6 * 60_000));
    await leads(made.token);
    expect((await listed(made.id))?.lastUsedAt).toBe(server.clock.now().toISOString());
    server.clock.set(testNow);
  });

  it('ID-5 are over the moment they are revoked', async () => {
    const made = await makeToken('leads:read');
    expect((await leads(made.token)).status).toBe(200);
    const revoke = () => server.request('DELETE', `${tokens}/${made.id}`, { as: admin });
    expect((await revoke()).status).toBe(204);
    expect(problemOf(await leads(made.token)).code).toBe('not-signed-in');
    expect(await listed(made.id)).toBeUndefined();
    expect((await revoke()).status).toBe(404);
  });

  it.each(['llt_made-up-token-of-some-length', 'x', '', "llt_' or 1=1 --aaaaaaaaaaaaaaa"])(
    'ID-5 %j is nobody',
    async (token) => {
      expect((await leads(token)).status).toBe(401);
    },
  );

  it('ID-5 a token is no person: it makes no tokens and has no sessions', async () => {
    const { token } = await makeToken('leads:read', 'leads:write', 'leads:create');
    for (const [method, path] of [
      ['GET', tokens],
      ['POST', tokens],
      ['DELETE', `${tokens}/${newId()}`],
      ['GET', endpoints],
      ['GET', '/api/v1/access-log'],
      ['GET', '/api/v1/me'],
      ['GET', '/api/v1/sessions'],
    ] as const) {
      const sent = method === 'POST' ? { name: 'x', scopes: ['leads:read'] } : undefined;
      const answer = await server.request(method, path, { as: { token }, body: sent });
      expect(problemOf(answer), `${method} ${path}`).toMatchObject({ status: 403, code: 'not-allowed' });
    }
  });

  it.each([
    [{}, ['body.name', 'body.scopes']],
    [{ name: ' ', scopes: [] }, ['body.name', 'body.scopes']],
    [{ name: 'x', scopes: ['leads:read', 'admin'], all: true }, ['body.all', 'body.scopes[1]']],
  ])('ID-5 400 names everything that is wrong: %j', async (sent, paths) => {
    const problem = problemOf(await post(tokens, sent));
    expect(problem.issues?.map((issue) => issue.path).toSorted()).toEqual(paths);
  });
});

describe('IN-1: marketplace endpoints', () => {
  it('IN-1 are shown once, work at once, and are over when revoked', async () => {
    const made = body(intakeEndpointCreated, await post(endpoints, { name: 'AppSource' }));
    const key = made.url.split('/').at(-1) ?? '';
    expect(made).toMatchObject({ hint: key.slice(-4), createdBy: world.people.accountAdmin.name });
    const list = await server.request('GET', endpoints, { as: admin });
    expect(body(intakeEndpointList, list).items.map((item) => item.id)).toContain(made.id);
    expect(list.text).not.toContain(key);
    const rows = await server.database.ownerDb.selectFrom('intake_endpoint').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(key);
    const send = (company: string) =>
      server.request('POST', `/intake/marketplace/${key}`, { body: { UserDetails: { Company: company } } });
    expect((await send('One')).status).toBe(201);
    expect((await server.request('DELETE', `${endpoints}/${made.id}`, { as: admin })).status).toBe(204);
    expect((await send('Two')).status).toBe(404);
  });
});

describe('ID-1, ID-3: who manages machine access', () => {
  const holds = { name: 'x', scopes: ['leads:read'] };
  const rights: [keyof LeadWorld['as'], number, number][] = [
    ['accountAdmin', 201, 201],
    ['operatorAdmin', 201, 201],
    ['admin', 403, 201],
    ['munichAdmin', 403, 403],
    ['user', 403, 403],
    ['profileAdmin', 403, 403],
    ['seller', 403, 403],
    ['marketer', 403, 403],
  ];

  it.each(rights)('ID-1 %s: tokens %i, endpoints %i', async (name, token, endpoint) => {
    const as = world.as[name];
    for (const [path, sent, status] of [
      [tokens, holds, token],
      [endpoints, { name: 'x' }, endpoint],
    ] as const) {
      const made = await post(path, sent, as);
      expect(made.status).toBe(status);
      expect((await server.request('GET', path, { as })).status).toBe(status === 201 ? 200 : 403);
      if (status === 201) continue;
      const own = ['seller', 'marketer'].includes(name) ? 'Operator admin' : 'Account admin';
      expect(problemOf(made).detail).toContain(own);
      expect((await server.request('DELETE', `${path}/${newId()}`, { as })).status).toBe(403);
    }
  });

  it('ID-1 an Account admin of one location manages nothing of the whole organization', async () => {
    const { contoso, munich } = world;
    const local = await server.make.person(contoso.id, { role: 'account-admin', locationId: munich.id });
    const as = await openSession(server, local.id, contoso.id);
    for (const path of [tokens, endpoints, '/api/v1/access-log'])
      expect((await server.request('GET', path, { as })).status, path).toBe(403);
  });

  it('ID-2, ID-3 another organization’s tokens and endpoints are as if there were none', async () => {
    const foreigner = await server.make.person(world.fabrikam.id, 'account-admin');
    const as = await openSession(server, foreigner.id, world.fabrikam.id);
    const token = await makeToken('leads:read');
    const endpoint = body(intakeEndpointCreated, await post(endpoints, { name: 'x' }));
    for (const [path, id] of [
      [tokens, token.id],
      [endpoints, endpoint.id],
    ] as const) {
      expect((await server.request('GET', path, { as })).json).toEqual({ items: [], nextCursor: null });
      const foreign = problemOf(await server.request('DELETE', `${path}/${id}`, { as }));
      const none = problemOf(await server.request('DELETE', `${path}/${newId()}`, { as }));
      expect(foreign.status).toBe(404);
      expect({ ...foreign, requestId: '' }).toEqual({ ...none, requestId: '' });
    }
    expect((await leads(token.token)).status).toBe(200);
  });

  it('ID-5 401 without a session', async () => {
    for (const path of [tokens, endpoints, '/api/v1/access-log'])
      expect((await server.request('GET', path)).status, path).toBe(401);
  });
});
