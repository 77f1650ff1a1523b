import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, problemOf, startTestServer, type TestServer } from '../../../test/server.ts';

let server: TestServer;
let contosoId: string;
let counter = 0;

const limit = 5;

beforeAll(async () => {
  server = await startTestServer({ LEADLIGHT_INTAKE_PER_MINUTE: String(limit) });
  await server.make.organization('operator');
  contosoId = (await server.make.partner('Contoso')).id;
});

afterAll(() => server.stop());

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
