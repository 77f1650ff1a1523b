import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { brokenBodies, brokenValues, countRows, idValues, queryValues } from '../../../test/hostile.ts';
import { rightBodiesFor } from '../../../test/right-bodies.ts';
import {
  type Answer,
  type Caller,
  problemOf,
  startTestServer,
  type TestServer,
} from '../../../test/server.ts';
import { newId } from '../ids.ts';

// Hundreds of requests each: quick on an idle machine, not on a busy one.
vi.setConfig({ testTimeout: 120_000 });

interface Operation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly hasBody: boolean;
  readonly query: readonly string[];
}

let server: TestServer;
let operations: Operation[];
let partnerAdmin: Caller;
let operatorAdmin: Caller;
let bounces: Caller;
/** A right body for each route that takes one, by method and path. */
let rightBodies: Record<string, Record<string, unknown>>;
let key: string;
let leadId: string;
let unroutedId: string;
let otherLeadId: string;

beforeAll(async () => {
  server = await startTestServer();
  const { make } = server;
  const operator = await make.organization('operator', 'Vendor');
  const contoso = await make.partner('Contoso');
  key = await make.marketplaceKey(contoso.id);
  const person = await make.person(contoso.id, 'account-admin', 'referrals-admin');
  partnerAdmin = await server.signIn(person);
  operatorAdmin = await server.signIn(await make.person(operator.id, 'operator-admin', 'seller'));
  bounces = { token: await make.apiToken(operator.id, 'mails:bounces') };
  leadId = await make.acceptedLead(contoso.id);
  unroutedId = await make.lead(operator.id);
  otherLeadId = await make.lead(contoso.id);
  operations = await listOperations();
  rightBodies = rightBodiesFor({
    partner: contoso,
    personId: person.id,
    leadId,
    offerName: (await make.offer(contoso)).name,
  });
});

afterAll(() => server.stop());

interface OpenApi {
  paths: Record<
    string,
    Record<string, { requestBody?: unknown; parameters?: { in: string; name: string }[] }>
  >;
}

async function listOperations(): Promise<Operation[]> {
  const { paths } = (await server.request('GET', '/api/openapi.json')).json as OpenApi;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { requestBody, parameters = [] }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      hasBody: requestBody !== undefined,
      query: parameters.filter((one) => one.in === 'query').map((one) => one.name),
    })),
  );
}

/** Somebody who may do it. */
function actorFor({ name }: Operation): Caller {
  if (name.endsWith('/mail/bounces')) return bounces;
  return /routing|partners|sent-leads|contact-marks|quarantine|operator|announcements|POST \/api\/v1\/leads$/.test(
    name,
  )
    ? operatorAdmin
    : partnerAdmin;
}

function addressOf({ name, path }: Operation): string {
  return path
    .replace('{key}', key)
    .replace('{token}', 'x'.repeat(64))
    .replace('{kind}', 'digest')
    .replace('{otherId}', otherLeadId)
    .replace('{id}', name.includes('routing') ? unroutedId : leadId);
}

function send(operation: Operation, body?: unknown, address = addressOf(operation)): Promise<Answer> {
  const headers = {
    'if-match': '"1"',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  return server.request(operation.method, address, { as: actorFor(operation), body, headers });
}

/** What is wrong is said in a problem with a request id; and it is never ours. */
function expectExplained(answer: Answer, context: string): void {
  expect(answer.status, `${context}: ${answer.text}`).toBeLessThan(500);
  if (answer.status < 400) return;
  const problem = problemOf(answer);
  expect(problem.requestId, context).toBe(answer.headers.get('x-request-id'));
  expect(problem.detail.length, context).toBeGreaterThan(10);
}

function expectRefused(answer: Answer, context: string): void {
  expectExplained(answer, context);
  expect(answer.status, `${context}: ${answer.text}`).toBeGreaterThanOrEqual(400);
}

/** Runs attempts that must leave no trace. */
async function withoutTrace(attempts: () => Promise<void>): Promise<void> {
  const before = await countRows(server);
  await attempts();
  expect(await countRows(server)).toEqual(before);
}

/** The marketplace may add what it likes to the user: that is no wrong object. */
function valuesFor({ path }: Operation, field: string) {
  const lenient = path.includes('{key}') && field === 'UserDetails';
  return brokenValues.filter(([what]) => !(lenient && what === 'a wrong object'));
}

async function refusesValue(
  operation: Operation,
  field: string,
  [what, value]: (typeof brokenValues)[number],
) {
  const context = `${operation.name} with ${what} as ${field}`;
  const answer = await send(operation, { ...rightBodies[operation.name], [field]: value });
  expectRefused(answer, context);
  expect(answer.status, context).toBe(400);
  const paths = problemOf(answer).issues?.map((issue) => issue.path) ?? [];
  expect(
    paths.some((path) => path.startsWith(`body.${field}`)),
    `${context}: ${answer.text}`,
  ).toBe(true);
}

async function explainsQuery(operation: Operation, query: string) {
  const address = `${addressOf(operation)}?${query}`;
  expectExplained(await send(operation, undefined, address), address);
}

/** Signing in and out, and streams that do not end, are no place for a long list of attempts. */
const skipped = /DELETE \/api\/v1\/session$|GET \/api\/v1\/(action-center\/)?live|POST \/api\/v1\/session$/;

describe('API-1: every route', () => {
  it('that takes a body has a right one here', () => {
    const withBody = operations.filter((one) => one.hasBody).map((one) => one.name);
    expect(withBody.length).toBeGreaterThan(10);
    expect(withBody.sort()).toEqual(Object.keys(rightBodies).sort());
  });

  it.each(brokenBodies)('IN-4 refuses %s as its body and stores nothing', async (what, broken) => {
    await withoutTrace(async () => {
      for (const operation of operations.filter((one) => one.hasBody)) {
        expectRefused(await send(operation, broken), `${operation.name} with ${what}`);
      }
    });
  });

  it('IN-4 refuses any field that holds what no field takes, naming the field, and stores nothing', async () => {
    const fields = operations
      .filter((one) => one.hasBody && !skipped.test(one.name))
      .flatMap((one) => Object.keys(rightBodies[one.name] ?? {}).map((field) => [one, field] as const));
    await withoutTrace(async () => {
      for (const [operation, field] of fields) {
        await Promise.all(valuesFor(operation, field).map((value) => refusesValue(operation, field, value)));
      }
    });
  });

  it('IN-4 refuses fields that it does not know, save the marketplace’s own', async () => {
    await withoutTrace(async () => {
      for (const operation of operations.filter((one) => one.hasBody && !one.path.includes('{key}'))) {
        const answer = await send(operation, { ...rightBodies[operation.name], surprise: 1 });
        expect(answer.status, operation.name).toBe(400);
        expect(problemOf(answer).issues, operation.name).toContainEqual({
          path: 'body.surprise',
          message: 'is not a field that is known here',
          rule: 'unknown-field',
        });
      }
    });
  });

  it('IN-4 refuses bodies of types that it does not take', async () => {
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/xml',
      'x',
      'application/json,text/plain',
    ];
    await withoutTrace(async () => {
      for (const operation of operations.filter((one) => one.hasBody)) {
        for (const type of types) {
          const answer = await server.request(operation.method, addressOf(operation), {
            as: actorFor(operation),
            body: JSON.stringify(rightBodies[operation.name]),
            headers: { 'content-type': type },
          });
          expectRefused(answer, `${operation.name} as ${type}`);
          expect(answer.status, `${operation.name} as ${type}`).toBe(415);
        }
      }
    });
  });

  it('explains any id in its address that is none', async () => {
    await withoutTrace(async () => {
      for (const operation of operations.filter((one) => /\{(id|key)\}/.test(one.path))) {
        for (const value of idValues) {
          const address = operation.path.replace(/\{(id|key)\}/, value);
          const answer = await send(
            operation,
            operation.hasBody ? rightBodies[operation.name] : undefined,
            address,
          );
          expectRefused(answer, `${operation.method} ${address}`);
        }
      }
    });
  });

  it('explains any value of its query, and any parameter that it does not know', async () => {
    const reading = operations.filter((one) => one.method === 'GET' && !skipped.test(one.name));
    const queries = reading.flatMap((one) => [
      ...one.query.flatMap((name) => queryValues.map((value) => [one, `${name}=${value}`] as const)),
      ...['surprise=1', '__proto__=1', 'a[b][c]=1', 'limit=1&limit=2', '&&=&?', '%ZZ=%ZZ'].map(
        (query) => [one, query] as const,
      ),
    ]);
    await withoutTrace(async () => {
      for (let at = 0; at < queries.length; at += 16) {
        await Promise.all(
          queries.slice(at, at + 16).map(([operation, query]) => explainsQuery(operation, query)),
        );
      }
    });
  });

  it('refuses a query parameter that it does not know where it declares some', async () => {
    for (const operation of operations.filter((one) => one.method === 'GET' && one.query.length > 0)) {
      const answer = await send(operation, undefined, `${addressOf(operation)}?surprise=1`);
      expect(problemOf(answer).issues, operation.name).toContainEqual(
        expect.objectContaining({ path: 'query.surprise' }),
      );
    }
  });

  it.each([
    'abc',
    '"-1"',
    '""',
    '"99999999999999"',
    '1, 2',
    '"1" "2"',
    'x'.repeat(200),
    "1'; drop table lead",
  ])('LC-9 If-Match: %s is no version', async (version) => {
    await withoutTrace(async () => {
      for (const operation of operations.filter(
        (one) => one.hasBody && one.path.startsWith('/api/v1/leads/{id}'),
      )) {
        if (operation.name.includes('routing')) continue;
        const answer = await server.request(operation.method, addressOf(operation), {
          as: partnerAdmin,
          body: rightBodies[operation.name],
          headers: { 'if-match': version },
        });
        expect(answer.status, `${operation.name}: ${answer.text}`).toBe(400);
        expect(problemOf(answer).issues, operation.name).toContainEqual(
          expect.objectContaining({ path: 'headers.if-match' }),
        );
      }
    });
  });

  it('asks who is there: without credentials, or with worthless ones, nothing is done', async () => {
    const open =
      /\/health\/|\/metrics|POST \/api\/v1\/session$|\{key\}|\/calendar\/\{file\}|\{token\}|POST \/api\/v1\/password-reset$/;
    const worthless: Record<string, string>[] = [
      {},
      { cookie: 'leadlight_session=' },
      { cookie: `leadlight_session=${'x'.repeat(4000)}; a=%ZZ; ;;=` },
      { authorization: 'Bearer' },
      { authorization: `Bearer llt_${'x'.repeat(43)}` },
      { authorization: `Bearer ${'x'.repeat(5000)}` },
      { authorization: 'Basic YTpi' },
    ];
    await withoutTrace(async () => {
      for (const operation of operations.filter((one) => !open.test(one.name))) {
        for (const headers of worthless) {
          const body = operation.hasBody ? rightBodies[operation.name] : undefined;
          const answer = await server.request(operation.method, addressOf(operation), {
            body,
            headers: { 'if-match': '"1"', ...headers },
          });
          expect(answer.status, `${operation.name} ${JSON.stringify(headers)}`).toBe(401);
          expectRefused(answer, operation.name);
        }
      }
    });
  });

  it('for an id that nobody has answers 404, whatever is asked', async () => {
    await withoutTrace(async () => {
      for (const operation of operations.filter((one) => one.path.includes('{id}'))) {
        const body = operation.hasBody ? rightBodies[operation.name] : undefined;
        const answer = await send(
          operation,
          body,
          operation.path.replace('{id}', newId()).replace('{otherId}', otherLeadId),
        );
        expect(answer.status, `${operation.name}: ${answer.text}`).toBe(404);
      }
    });
  });
});
