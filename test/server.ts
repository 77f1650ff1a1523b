import { Writable } from 'node:stream';
import { beforeEach } from 'vitest';
import type { z } from 'zod';
import { problem } from '../contract/errors.ts';
import type { DB } from '../db/types.ts';
import { trainFromDatabase } from '../server/areas/leads/index.ts';
import { composeApp, composeWork } from '../server/main.ts';
import { fixedClock } from '../server/platform/clock.ts';
import { readConfig } from '../server/platform/config.ts';
import { createLogger } from '../server/platform/log.ts';
import type { CleanUp } from './clean-up.ts';
import { createTestDatabase } from './database.ts';
import { Factories, type Grants, password } from './factories.ts';
import { JobQueue } from './job-queue.ts';
import { makeForTest, useMade } from './made.ts';

/** The moment at which tests begin, unless they move the clock. */
export const testNow = new Date('2026-11-20T10:00:00.000Z');

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly text: string;
  /** The body as JSON. */
  readonly json: unknown;
}

export interface RequestOptions {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly as?: Caller;
}

/** A caller of the API: a session's cookie, or a token. */
export type Caller = { readonly cookie: string } | { readonly token: string };

export interface ServerOptions {
  /** Settings of the product, in addition to those that every test needs. */
  readonly env?: Record<string, string>;
}

export interface SharedServerOptions {
  /** As for a server of one test; a function when something else must exist first. */
  readonly env?: ServerOptions['env'] | (() => ServerOptions['env']);
  /** Tables that are empty at the start of each test; they are emptied in this order. */
  readonly emptied?: readonly (keyof DB)[];
  /** Keeps a moved clock for later tests. Otherwise each begins at {@link testNow}. */
  readonly keepsTime?: boolean;
}

/**
 * The real server with its own port and database, and a clock that stands still, for the tests of this file or
 * `describe`.
 */
export function useTestServer({
  env,
  emptied = [],
  keepsTime = false,
}: SharedServerOptions = {}): TestServer {
  const server = useMade((cleanUp) =>
    startTestServer(cleanUp, { env: typeof env === 'function' ? env() : env }),
  );
  beforeEach(async () => {
    if (!keepsTime) server.clock.set(testNow);
    for (const table of emptied) await server.database.ownerDb.deleteFrom(table).execute();
  });
  return server;
}

/** One more server, with its own database, for the running test. */
export function startServerForTest(options?: ServerOptions): Promise<TestServer> {
  return makeForTest((cleanUp) => startTestServer(cleanUp, options));
}

/** Starts what {@link useTestServer} and {@link startServerForTest} provide. */
export async function startTestServer(cleanUp: CleanUp, { env = {} }: ServerOptions = {}) {
  const database = await createTestDatabase(cleanUp);
  const clock = fixedClock(testNow);
  const logged: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk));
      done();
    },
  });
  const config = readConfig({
    PORT: '0',
    LEADLIGHT_EMAIL_CHECKS: 'off',
    // All tests come from one address.
    LEADLIGHT_STRANGERS_PER_MINUTE: '1000000',
    ...env,
  });
  const log = createLogger('info', sink);
  const app = await composeApp({
    config,
    log,
    clock,
    pools: database.pools,
    isDemo: env.DEMO === 'on',
  });
  await cleanUp.add(() => app.close());
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const make = new Factories(database.ownerDb, () => clock.now());

  async function request(
    method: string,
    path: string,
    { body, headers = {}, as }: RequestOptions = {},
  ): Promise<Answer> {
    const raw = typeof body === 'string' || body instanceof Uint8Array || body instanceof URLSearchParams;
    const response = await fetch(address + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
        ...credentials(as),
        ...headers,
      },
      body: body === undefined ? undefined : raw ? (body as BodyInit) : JSON.stringify(body),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    return { status: response.status, headers: response.headers, bytes, text, json: parse(text) };
  }

  async function signIn(person: { email: string }): Promise<Caller> {
    const answer = await request('POST', '/api/v1/session', { body: { email: person.email, password } });
    const cookie = /leadlight_session=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0];
    if (!cookie) throw new Error(`sign-in failed with ${answer.status}: ${answer.text}`);
    return { cookie };
  }

  /** Signs in a new person with these roles in the organization. */
  const signInAs = async (organizationId: string, ...grants: Grants) =>
    signIn(await make.person(organizationId, ...grants));

  const { jobs } = composeWork({
    db: database.workerDb,
    pool: database.workerPool,
    clock,
    config,
    log,
    train: (order, now) => trainFromDatabase(database.workerDb, order, now),
    mailTransport: undefined,
  });
  const queue = new JobQueue(database.ownerPool, jobs);
  return { app, address, database, clock, log, logged, make, request, signIn, signInAs, jobs, queue };
}

export type TestServer = Awaited<ReturnType<typeof startTestServer>>;

function credentials(as: Caller | undefined): Record<string, string> {
  if (!as) return {};
  return 'cookie' in as ? { cookie: as.cookie } : { authorization: `Bearer ${as.token}` };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The answer parsed by its contract; fails the test when it is anything else. */
export function body<T>(schema: z.ZodType<T>, answer: Answer): T {
  const parsed = schema.safeParse(answer.json);
  if (!parsed.success)
    throw new Error(
      `the answer (${answer.status}) is not what the contract says: ${parsed.error.message}\n${answer.text}`,
    );
  return parsed.data;
}

/** The answer as a problem, with its status checked. */
export function problemOf(answer: Answer) {
  const found = body(problem, answer);
  if (found.status !== answer.status)
    throw new Error(`status ${answer.status} but the problem says ${found.status}`);
  if (!answer.headers.get('content-type')?.startsWith('application/problem+json'))
    throw new Error('not problem+json');
  return found;
}
