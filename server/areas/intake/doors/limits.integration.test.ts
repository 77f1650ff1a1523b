import { beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '../../../../test/lead-world.ts';
import { type Answer, problemOf, startServerForTest, useTestServer } from '../../../../test/server.ts';

const limit = 5;

const server = useTestServer({ env: { LEADLIGHT_INTAKE_PER_MINUTE: String(limit) } });
let contosoId: string;
let counter = 0;

beforeAll(async () => {
  await server.make.organization('operator');
  contosoId = (await server.make.partner('Contoso')).id;
});

const post = (key: string) =>
  server.request('POST', `/intake/marketplace/${key}`, {
    body: { UserDetails: { Email: `x${++counter}@example.test` } },
  });

const statuses = (answers: Answer[]) => answers.map((answer) => answer.status);

describe('limits of the machine doors', () => {
  it('a key that sends more than it may hears when to go on; other keys are not held up', async () => {
    const [eager, other] = [
      await server.make.marketplaceKey(contosoId),
      await server.make.marketplaceKey(contosoId),
    ];
    const within = await Promise.all(Array.from({ length: limit }, () => post(eager)));
    expect(statuses(within)).toEqual(Array(limit).fill(201));

    const beyond = await post(eager);
    const seconds = Number(beyond.headers.get('retry-after'));
    expect(problemOf(beyond)).toMatchObject({
      status: 429,
      code: 'too-many-requests',
      retryAfterSeconds: seconds,
      detail: expect.stringContaining(String(limit)),
    });
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect((await post(other)).status).toBe(201);
    const { rows } = await server.database.ownerPool.query('select count(*)::int as n from lead');
    expect(rows).toEqual([{ n: limit + 1 }]);
  });

  it('worthless keys do not use up the limit of a good one', async () => {
    const key = await server.make.marketplaceKey(contosoId);
    expect(
      statuses(await Promise.all(Array.from({ length: limit * 3 }, (_, at) => post(`lmk_${at}`)))),
    ).toEqual(Array(limit * 3).fill(404));
    expect((await post(key)).status).toBe(201);
  });

  it('IN-5: what comes with a key that no endpoint has is refused before it is read', async () => {
    const bodies = ['no JSON', '{"a":'.repeat(20_000), `{"Description":"${'x'.repeat(300_000)}"}`];
    for (const body of bodies) {
      const answer = await server.request('POST', '/intake/marketplace/lmk_nobody', { body });
      expect(answer.status, body.slice(0, 10)).toBe(404);
    }
  });

  it('IN-5: a key that was revoked is unknown from then on', async () => {
    const { make } = server;
    const partner = await make.partner();
    const key = await make.marketplaceKey(partner.id);
    const send = (body: unknown) => server.request('POST', `/intake/marketplace/${key}`, { body });
    expect((await send({ UserDetails: { Email: 'ada@customer.test' } })).status).toBe(201);
    await server.database.ownerPool.query(
      'update intake_endpoint set revoked_at = now() where organization_id = $1',
      [partner.id],
    );
    expect((await send({ UserDetails: { Email: 'ada@customer.test' } })).status).toBe(404);
    expect((await send('no JSON')).status).toBe(404);
  });

  it('a token has one limit, however its header is written', async () => {
    const token = await server.make.apiToken(contosoId, 'leads:create');
    const words = ['Bearer', 'bearer', 'BEARER', 'bEARER', 'BeArEr', 'beareR', 'BEARer', 'bearER'];
    const answers = [];
    for (const word of words) {
      const headers = { authorization: `${word} ${token}` };
      const body = { contact: { email: `x${++counter}@example.test` } };
      answers.push(await server.request('POST', '/api/v1/leads', { headers, body }));
    }
    expect(statuses(answers)).toEqual([...Array(limit).fill(201), 429, 429, 429]);
  });

  it('a person has one limit in all their sessions', async () => {
    const person = await server.make.person(contosoId, 'referrals-admin');
    const answers = [];
    for (let n = 0; n < limit + 1; n++) {
      const as = await openSession(server, person.id, contosoId);
      answers.push(await server.request('POST', '/api/v1/leads', { as, body: {} }));
    }
    expect(answers.at(-2)?.status).not.toBe(429);
    expect(answers.at(-1)?.status).toBe(429);
  });

  it('each token has a limit of its own', async () => {
    const [eager, other] = await Promise.all(
      [1, 2].map(() => server.make.apiToken(contosoId, 'leads:create')),
    );
    const send = (token = '') =>
      server.request('POST', '/api/v1/leads', {
        as: { token },
        body: { contact: { email: `x${++counter}@example.test` } },
      });
    const answers = await Promise.all(Array.from({ length: limit + 2 }, () => send(eager)));
    expect(statuses(answers).sort()).toEqual([...Array(limit).fill(201), 429, 429]);
    expect((await send(other)).status).toBe(201);
  });

  it('reading is not limited', async () => {
    const answers = await Promise.all(
      Array.from({ length: limit * 3 }, () => server.request('GET', '/health/live')),
    );
    expect(statuses(answers)).toEqual(Array(limit * 3).fill(200));
  });
});

describe('limits of doors that need no sign-in', () => {
  const doors = [
    ['GET', '/api/v1/me'],
    ['POST', '/api/v1/session'],
    ['GET', `/api/v1/password-reset/${'x'.repeat(64)}`],
    ['GET', '/o/none.none'],
    ['GET', '/request/nothing'],
    ['GET', '/calendar/nothing.ics'],
  ] as const;
  const strict = useTestServer({ env: { LEADLIGHT_STRANGERS_PER_MINUTE: String(doors.length) } });

  const knock = () =>
    Promise.all(
      doors.map(([method, path]) => strict.request(method, path, method === 'POST' ? { body: {} } : {})),
    );

  it('hold for one network at all of them together', async () => {
    expect(statuses(await knock())).toEqual([401, 400, 404, 404, 404, 404]);
    const beyond = await knock();
    expect(statuses(beyond)).toEqual(Array(doors.length).fill(429));
    for (const answer of beyond) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('hold for nobody who is signed in, for no marketplace, and for no monitor', async () => {
    await knock();
    const contoso = await strict.make.partner('Contoso');
    const person = await strict.make.person(contoso.id, 'referrals-admin');
    const as = await openSession(strict, person.id, contoso.id);
    const key = await strict.make.marketplaceKey(contoso.id);
    const body = { UserDetails: { Email: 'ada@customer.test' } };
    const answers = [
      await strict.request('POST', `/intake/marketplace/${key}`, { body }),
      await strict.request('GET', '/health/live'),
      await strict.request('GET', '/metrics'),
      await strict.request('GET', '/api/v1/me', { as }),
    ];
    expect(statuses(answers)).toEqual([201, 200, 200, 200]);
  });

  it.each([
    ['tokens', (n: number) => ({ authorization: `Bearer llt_${String(n).padStart(40, 'x')}` })],
    ['sessions', (n: number) => ({ cookie: `leadlight_session=lls_${String(n).padStart(40, 'x')}` })],
  ])(
    'hold for made-up %s at addresses that do not exist too, and look up no more of them',
    async (_, made) => {
      const fresh = await startServerForTest({ env: { LEADLIGHT_STRANGERS_PER_MINUTE: '5' } });
      const contoso = await fresh.make.partner('Contoso');
      const person = await fresh.make.person(contoso.id, 'referrals-admin');
      const as = await openSession(fresh, person.id, contoso.id);
      expect((await fresh.request('GET', '/api/v1/me', { as })).status).toBe(200);
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_each, n) =>
          fresh.request('GET', '/api/v1/nothing', { headers: made(n) }),
        ),
      );
      expect(statuses(answers).sort()).toEqual([...Array(5).fill(404), ...Array(7).fill(429)]);
      expect((await fresh.request('GET', '/api/v1/me', { as })).status).toBe(200);
    },
  );
});
