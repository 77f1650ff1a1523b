import { onTestFinished, vi } from 'vitest';
import type { z } from 'zod';
import type { Endpoint } from '../../contract/endpoint.ts';
import { type AnswerOf, type EndpointName, endpoints, type FileName } from '../../contract/endpoints.ts';
import { type ErrorCode, errorCodes, type Problem, problem } from '../../contract/errors.ts';

type Endpoints = typeof endpoints;
type AnyName = EndpointName | FileName;
type Value<Name extends AnyName, Part extends string> = Endpoints[Name] extends {
  readonly [P in Part]: infer Schema extends z.ZodType;
}
  ? z.output<Schema>
  : undefined;

/** A request as the server's routes would see it: checked and filled in by the contract. */
export interface Asked<Name extends AnyName> {
  readonly params: Value<Name, 'params'>;
  readonly query: Value<Name, 'query'>;
  readonly body: Value<Name, 'body'>;
  readonly headers: Headers;
}

class Refusal {
  constructor(readonly problem: Problem) {}
}

/** The request gets no answer, as when the network is gone. */
export const noAnswer = Symbol('no answer');

/** Of an endpoint that answers with a file: its content. */
type AnswerTo<Name extends AnyName> = Name extends EndpointName ? AnswerOf<Name> : string;
type Reply<Name extends AnyName> = AnswerTo<Name> | Refusal | typeof noAnswer;
type Given<Name extends AnyName> = Reply<Name> | ((asked: Asked<Name>) => Reply<Name> | Promise<Reply<Name>>);

/** What the server answers, by endpoint: a value, or a function of the request. */
export type Answers = { readonly [Name in AnyName]?: Given<Name> };

/** A refusal with one of the codes of the API, to be given as an answer. */
export function refusal(
  code: ErrorCode,
  more: Partial<Pick<Problem, 'detail' | 'issues' | 'current' | 'changes' | 'requestId'>> = {},
): Refusal {
  const { status } = errorCodes[code];
  const general = { type: 'about:blank', title: 'Refused', detail: 'It is refused.', requestId: 'r-1' };
  return new Refusal({ ...general, status, code, ...more });
}

/** An answer that is given when the test says so. */
export function heldAnswer<Answer>(): { given: () => Promise<Answer>; give: (answer: Answer) => void } {
  let give: (answer: Answer) => void = () => undefined;
  const answer = new Promise<Answer>((resolve) => {
    give = resolve;
  });
  return { given: () => answer, give };
}

/** The server as a component meets it: what it was asked, and how it answers. */
export interface PartServer {
  /** The requests to an endpoint so far, in order. */
  asked: <Name extends AnyName>(name: Name) => Asked<Name>[];
  /** Answers differently from now on. */
  answer: (answers: Answers) => void;
}

/**
 * A server for the running test, in the place of `fetch`. It knows the contract: a request that an endpoint does not
 * take, an answer that it does not give, and a request to which no answer was declared fail the test.
 */
export function startPartServer(declared: Answers): PartServer {
  const answers: Record<string, unknown> = { ...declared };
  const log: { name: string; asked: unknown }[] = [];
  const faults: string[] = [];
  const before = globalThis.fetch;
  const fail = (fault: string): Response => {
    faults.push(fault);
    return problemAnswer({ ...refusal('internal').problem, detail: fault });
  };
  async function answer({ name, endpoint, params, query }: Found, init: RequestInit): Promise<Response> {
    const read = readRequest(endpoint, params, query, init);
    if ('fault' in read) return fail(`${name} does not take this: ${read.fault}`);
    log.push({ name, asked: read.asked });
    const given = answers[name];
    const reply: unknown = typeof given === 'function' ? await given(read.asked) : given;
    if (reply === noAnswer) throw new TypeError('Failed to fetch');
    if (reply instanceof Refusal) return problemAnswer(reply.problem);
    return toAnswer(endpoint, reply) ?? fail(`${name} does not answer like this: ${JSON.stringify(reply)}`);
  }
  async function serve(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
    const called = `${init.method ?? 'GET'} ${input}`;
    const found = findEndpoint(called);
    if (!found || !(found.name in answers)) return fail(`no answer was declared to ${called}`);
    return Promise.race([answer(found, init), whenAborted(init.signal)]);
  }
  globalThis.fetch = vi.fn(serve);
  onTestFinished(() => {
    globalThis.fetch = before;
    if (faults.length > 0) throw new Error([...new Set(faults)].join('\n'));
  });
  return {
    // What is logged under a name was read by the schemas of that name.
    asked: <Name extends AnyName>(name: Name) =>
      log.filter((one) => one.name === name).map(({ asked }) => asked as Asked<Name>),
    answer: (more) => void Object.assign(answers, more),
  };
}

/** Fails as `fetch` does once its signal is aborted. */
function whenAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
  });
}

const table = Object.entries<Endpoint>(endpoints)
  .map(([name, endpoint]) => ({ name, endpoint, pattern: patternOf(name) }))
  // A fixed path goes before one with params.
  .sort((one, two) => one.name.split(':').length - two.name.split(':').length);

function patternOf(name: string): RegExp {
  return new RegExp(`^${name.replaceAll('.', '\\.').replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
}

interface Found {
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | string[]>>;
}

function findEndpoint(called: string): Found | undefined {
  const [path = '', query = ''] = called.split('?');
  for (const { name, endpoint, pattern } of table) {
    const match = pattern.exec(path);
    if (!match) continue;
    const params = Object.entries(match.groups ?? {}).map(([key, value]) => [key, decodeURIComponent(value)]);
    return { name, endpoint, params: Object.fromEntries(params), query: readQuery(query) };
  }
  return undefined;
}

function readQuery(text: string): Record<string, string | string[]> {
  const params = new URLSearchParams(text);
  const valuesOf = (key: string) => params.getAll(key);
  return Object.fromEntries(
    [...params.keys()].map((key) => [
      key,
      valuesOf(key).length > 1 ? valuesOf(key) : (params.get(key) ?? ''),
    ]),
  );
}

type Read = { readonly asked: Asked<EndpointName> } | { readonly fault: string };

function readRequest(endpoint: Endpoint, params: object, query: object, init: RequestInit): Read {
  const headers = new Headers(init.headers);
  const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
  const given = { params, query, body };
  const asked: Record<string, unknown> = { headers };
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = endpoint[part];
    const isEmpty = given[part] === undefined || Object.keys(Object(given[part])).length === 0;
    if (!schema && isEmpty) continue;
    const parsed = schema?.safeParse(given[part]);
    if (!parsed?.success) return { fault: `${part} ${JSON.stringify(given[part])} ${parsed?.error ?? ''}` };
    asked[part] = parsed.data;
  }
  return { asked: asked as unknown as Asked<EndpointName> };
}

function toAnswer({ answers }: Endpoint, reply: unknown): Response | undefined {
  if (answers === 'file' && typeof reply === 'string')
    return new Response(reply, { headers: { 'content-disposition': 'attachment; filename="leads.csv"' } });
  if (typeof answers === 'string') return undefined;
  for (const [status, schema] of Object.entries(answers)) {
    const isEmpty = status === '204';
    if (isEmpty ? reply === undefined : schema.safeParse(reply).success)
      return isEmpty ? new Response(null, { status: 204 }) : jsonAnswer(Number(status), reply);
  }
  return undefined;
}

function jsonAnswer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

function problemAnswer(body: Problem): Response {
  return jsonAnswer(body.status, problem.parse(body));
}
