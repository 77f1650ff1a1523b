import { describe, expect, it, vi } from 'vitest';
import { brokenBodies, brokenValues, countRows, idValues, queryValues } from '../../../test/hostile.ts';
import { type Operation, useHostileWorld } from '../../../test/hostile-world.ts';
import { type Answer, problemOf } from '../../../test/server.ts';
import { newId } from '../ids.ts';
import { smallBodyBytes } from './app.ts';

// Hundreds of requests each: fast on an idle machine, not on a busy one.
vi.setConfig({ testTimeout: 120_000 });

const { server, world } = useHostileWorld();

const addressOf = (operation: Operation) => world.addressOf(operation);
const send = (operation: Operation, body?: unknown, address?: string) => world.send(operation, body, address);

/** How the library that checks values would say it. */
const libraryWords = /^(?:Invalid|Too big|Too small|Unrecognized)\b/;

/** Errors are explained in our own words, in a problem with a request id, and are never server errors. */
function expectExplained(answer: Answer, context: string): void {
  expect(answer.status, `${context}: ${answer.text}`).toBeLessThan(500);
  if (answer.status < 400) return;
  const problem = problemOf(answer);
  expect(problem.requestId, context).toBe(answer.headers.get('x-request-id'));
  expect(problem.detail.length, context).toBeGreaterThan(10);
  const messages = (problem.issues ?? []).map(({ message }) => message);
  expect(
    messages.filter((message) => libraryWords.test(message)),
    context,
  ).toEqual([]);
}

function expectRefused(answer: Answer, context: string): void {
  expectExplained(answer, context);
  expect(answer.status, `${context}: ${answer.text}`).toBeGreaterThanOrEqual(400);
}

/** Runs attempts that must change nothing. */
async function withoutTrace(attempts: () => Promise<void>): Promise<void> {
  const before = await countRows(server);
  await attempts();
  expect(await countRows(server)).toEqual(before);
}

/** A marketplace cannot correct its data: its door repairs what others refuse, which the intake tests prove (IN-4). */
const strict = () => world.operations.filter((one) => one.hasBody && !one.path.includes('{key}'));

async function refusesValue(
  operation: Operation,
  field: string,
  [what, value]: (typeof brokenValues)[number],
) {
  const context = `${operation.name} with ${what} as ${field}`;
  const sent = { ...world.rightBodies[operation.name], [field]: value };
  const answer = await send(operation, sent);
  expectRefused(answer, context);
  // Doors that are open to strangers accept only small bodies.
  if (answer.status === 413 && JSON.stringify(sent).length > smallBodyBytes) return;
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

/** Signing in and out, and endless streams, are not suited to a long list of attempts. */
const skipped = /DELETE \/api\/v1\/session$|GET \/api\/v1\/(action-center\/)?live|POST \/api\/v1\/session$/;

describe('API-1: every route', () => {
  it('that takes a body has a right one here', () => {
    const withBody = world.operations.filter((one) => one.hasBody).map((one) => one.name);
    expect(withBody.length).toBeGreaterThan(10);
    expect(withBody.sort()).toEqual(Object.keys(world.rightBodies).sort());
  });

  it.each(brokenBodies)('IN-4 refuses %s as its body and stores nothing', async (what, broken) => {
    await withoutTrace(async () => {
      for (const operation of strict()) {
        expectRefused(await send(operation, broken), `${operation.name} with ${what}`);
      }
    });
  });

  it('IN-4 refuses any field that holds what no field takes, naming the field, and stores nothing', async () => {
    const fields = strict()
      .filter((one) => !skipped.test(one.name))
      .flatMap((one) => Object.keys(world.rightBodies[one.name] ?? {}).map((field) => [one, field] as const));
    await withoutTrace(async () => {
      for (const [operation, field] of fields) {
        await Promise.all(brokenValues.map((value) => refusesValue(operation, field, value)));
      }
    });
  });

  it('IN-4 refuses fields that it does not know, save the marketplace’s own', async () => {
    await withoutTrace(async () => {
      for (const operation of strict()) {
        const answer = await send(operation, { ...world.rightBodies[operation.name], surprise: 1 });
        expect(answer.status, operation.name).toBe(400);
        expect(problemOf(answer).issues, operation.name).toContainEqual({
          path: 'body.surprise',
          message: 'is not a known field',
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
      for (const operation of strict()) {
        for (const type of types) {
          const answer = await server.request(operation.method, addressOf(operation), {
            as: world.actorFor(operation),
            body: JSON.stringify(world.rightBodies[operation.name]),
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
      for (const operation of world.operations.filter((one) => /\{(id|key)\}/.test(one.path))) {
        for (const value of idValues) {
          const address = operation.path.replace(/\{(id|key)\}/, value);
          const answer = await send(
            operation,
            operation.hasBody ? world.rightBodies[operation.name] : undefined,
            address,
          );
          expectRefused(answer, `${operation.method} ${address}`);
        }
      }
    });
  });

  it('explains any value of its query, and any parameter that it does not know', async () => {
    const reading = world.operations.filter((one) => one.method === 'GET' && !skipped.test(one.name));
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
    for (const operation of world.operations.filter((one) => one.method === 'GET' && one.query.length > 0)) {
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
      for (const operation of world.operations.filter(
        (one) => one.hasBody && one.path.startsWith('/api/v1/leads/{id}'),
      )) {
        // These change nothing that has a version.
        if (/routing|neighbors|presence|POST .*activities/.test(operation.name)) continue;
        const answer = await server.request(operation.method, addressOf(operation), {
          as: world.partnerAdmin,
          body: world.rightBodies[operation.name],
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
      for (const operation of world.operations.filter((one) => !open.test(one.name))) {
        for (const headers of worthless) {
          const body = operation.hasBody ? world.rightBodies[operation.name] : undefined;
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
      for (const operation of world.operations.filter((one) => one.path.includes('{id}'))) {
        const body = operation.hasBody ? world.rightBodies[operation.name] : undefined;
        const answer = await send(
          operation,
          body,
          operation.path
            .replace('{id}', newId())
            .replace('{otherId}', world.otherLeadId)
            .replace('{activityId}', newId())
            .replace('{logoId}', newId())
            .replace('{side}', '48'),
        );
        expect(answer.status, `${operation.name}: ${answer.text}`).toBe(404);
      }
    });
  });
});
