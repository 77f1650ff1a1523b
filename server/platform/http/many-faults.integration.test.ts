import { describe, expect, it, vi } from 'vitest';
import { type Operation, useHostileWorld } from '../../../test/hostile-world.ts';
import { type Answer, problemOf } from '../../../test/server.ts';

// Hundreds of requests each: fast on an idle machine, not on a busy one.
vi.setConfig({ testTimeout: 120_000 });

const { server, world } = useHostileWorld();

const unknownFields = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`f${n}`, n]));
const items = (count: number, item: unknown) => Array.from({ length: count }, () => item);

/** Bodies with as many errors as fit: unknown fields, or a list as the value of each field. */
const manyFaults: [string, { fields: object } | { items: unknown[] }][] = [
  ['20,000 unknown fields', { fields: unknownFields(20_000) }],
  ['1,200 unknown fields', { fields: unknownFields(1200) }],
  ['10,000 wrong items', { items: items(10_000, {}) }],
  ['10,000 wrong texts', { items: items(10_000, 'x') }],
  ['1,200 wrong numbers', { items: items(1200, 7) }],
];

function bodiesWith(faults: { fields: object } | { items: unknown[] }, { name }: Operation): object[] {
  const right = world.rightBodies[name] ?? {};
  if ('fields' in faults) return [{ ...right, ...faults.fields }];
  return Object.keys(right).map((field) => ({ ...right, [field]: faults.items }));
}

/** The answer stays short, however much is wrong. */
function expectBrief(answer: Answer, context: string): void {
  expect(answer.status, `${context}: ${answer.text.slice(0, 300)}`).toBeGreaterThanOrEqual(400);
  expect(answer.status, context).toBeLessThan(500);
  expect(answer.text.length, context).toBeLessThan(6000);
  const { issues = [], issueCount } = problemOf(answer);
  expect(issues.length, context).toBeLessThanOrEqual(20);
  if (issueCount !== undefined) expect([issues.length, issueCount > 20], context).toEqual([20, true]);
}

describe('IN-4: requests that are wrong in many places', () => {
  it.each(manyFaults)('IN-4 %s: at most twenty are named, and the answer is short', async (_what, faults) => {
    // The marketplace may send what it likes.
    for (const operation of world.operations.filter((one) => one.hasBody && !one.path.includes('{key}')))
      for (const body of bodiesWith(faults, operation))
        expectBrief(await world.send(operation, body), operation.name);
  });

  it('IN-4 thousands of wrong parameters: at most twenty are named', async () => {
    const queries = [
      Array.from({ length: 1500 }, (_, n) => `u${n}=1`).join('&'),
      items(1200, 'country=x').join('&'),
      items(1200, 'limit=a').join('&'),
    ];
    for (const operation of world.operations.filter((one) => one.method === 'GET' && one.query.length > 0))
      for (const query of queries)
        expectBrief(
          await world.send(operation, undefined, `${world.addressOf(operation)}?${query}`),
          `${operation.name}?${query.slice(0, 20)}`,
        );
  });

  it('IN-4 all of them are counted', async () => {
    const body = { email: 'a@b.test', password: 'x', ...unknownFields(1000) };
    const { issues, issueCount, detail } = problemOf(
      await server.request('POST', '/api/v1/session', { body }),
    );
    expect([issues?.length, issueCount]).toEqual([20, 1000]);
    expect(detail).toContain('(and 999 more)');
  });

  it('IN-5 doors that are open to strangers take small bodies only', async () => {
    const open = world.operations.filter(
      (one) => one.hasBody && /\{token\}|\/session$|\/password-reset$/.test(one.path),
    );
    expect(open.length).toBeGreaterThan(2);
    for (const operation of open) {
      const answer = await server.request(operation.method, world.addressOf(operation), {
        body: unknownFields(30_000),
      });
      expect([operation.name, answer.status, answer.text.length < 1000]).toEqual([operation.name, 413, true]);
      expect(problemOf(answer).detail).toContain('16 KiB');
    }
  });

  it('IN-5 forms take no more than a form can hold', async () => {
    for (const path of [
      '/o/none.none',
      '/p/none',
      `/request/${'x'.repeat(64)}/withdraw`,
      `/unsubscribe/${'x'.repeat(86)}`,
    ]) {
      const body = new URLSearchParams({ message: 'x'.repeat(200_000) });
      const answer = await server.request('POST', path, { body });
      expect([path, answer.status, answer.text.length < 20_000]).toEqual([path, 413, true]);
    }
  });

  it('API-1 whoever is not signed in hears that before anything of the request is looked at', async () => {
    const closed = world.operations.filter(
      (one) => one.hasBody && !/\{token\}|\{key\}|\/session$|\/password-reset$/.test(one.path),
    );
    for (const operation of closed)
      for (const body of ['{"broken":', JSON.stringify(unknownFields(1000)), '['.repeat(1000)]) {
        const headers = { 'content-type': 'application/json' };
        const answer = await server.request(operation.method, world.addressOf(operation), { body, headers });
        expect([operation.name, answer.status]).toEqual([operation.name, 401]);
      }
  });
});
