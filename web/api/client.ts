import type {
  AnswerOf,
  EndpointName,
  EventsName,
  FileName,
  QueryOf,
  RequestTo,
} from '../../contract/endpoints.ts';
import type { Problem, Whose } from '../../contract/errors.ts';
import { t } from './catalogue.ts';
import { connection, isFromGateway } from './connection.ts';
import { compare, confirm, headersFor, isAnswerFor, onPersonLeft, whoseQuery, whoseTab } from './whose.ts';

/** What went wrong, as the server says it, or in the same shape when no server answered. */
export type ClientProblem = Omit<Problem, 'code'> & {
  code: Problem['code'] | 'no-connection' | 'unreadable-answer';
};

/** Any request that did not succeed. `problem.detail` is a sentence that a person can read. */
export class ApiError extends Error {
  readonly problem: ClientProblem;
  readonly status: number;

  constructor(problem: ClientProblem) {
    super(problem.detail || problem.title);
    this.name = 'ApiError';
    this.problem = problem;
    this.status = problem.status;
  }
}

type QueryValue = string | number | boolean | null | undefined | readonly string[];
type Query = Readonly<Record<string, QueryValue>>;

/** Options of every request. */
interface Manner {
  readonly signal?: AbortSignal;
  /** Asks for the session's current person and organization, not for those the page was opened for. */
  readonly asWhoever?: boolean;
  /** Is sent even if the page is being closed. */
  readonly outlivesPage?: boolean;
}

/** The arguments of `request` after the name; if the name is one of several, they must be right for each of them. */
export type Asked<Name extends EndpointName | FileName> = (
  Name extends unknown
    ? (options: RequestTo<Name> & Manner) => void
    : never
) extends (options: infer Options extends Call) => void
  ? Record<never, never> extends Options
    ? [options?: Options]
    : [options: Options]
  : never;

/** A request, once it has been checked against its endpoint. */
interface Call extends Manner {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Query;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  /** A file may take longer than any other answer. */
  readonly takesTime?: boolean;
}

let signedOut: () => void = () => {};

/** Sets what happens when the server says that no one is signed in. */
export function onSignedOut(listener: () => void): void {
  signedOut = listener;
}

/** Writes a query string with lists as repeated names; empty values are left out. */
export function toQueryString(query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(withoutEmpty(query))) {
    if (typeof value === 'object') for (const one of value) params.append(name, one);
    else params.append(name, String(value));
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

/**
 * Calls an endpoint of this installation, only for the person and organization that the page was opened for. Its name
 * determines what it takes and answers.
 * @throws ApiError for every answer of 400 and above, and when no answer came
 */
export function request<Name extends EndpointName>(
  name: Name,
  ...[options]: Asked<Name>
): Promise<AnswerOf<Name>> {
  // The server serializes each answer through the contract that the type comes from.
  return call(name, options) as Promise<AnswerOf<Name>>;
}

async function call(name: EndpointName, options?: Call): Promise<unknown> {
  const response = await fetchAnswer(name, options);
  return response.status === 204 ? undefined : readJson(response);
}

/**
 * Fetches an answer, and checks that it is for the person and organization that the page was opened for.
 * @throws ApiError like {@link request}
 */
export async function fetchAnswer(name: EndpointName | FileName, options: Call = {}): Promise<Response> {
  const asked = options.asWhoever ? undefined : whoseTab();
  const response = await send(name, { ...options, headers: { ...headersFor(asked), ...options.headers } });
  return checkAnswer(asked, response);
}

/** Passes on an answer that is for the person and organization that it was asked for. @throws ApiError */
async function checkAnswer(asked: Whose | undefined, response: Response): Promise<Response> {
  if (asked) await refuseForeignAnswer(asked, response);
  if (!response.ok) throw await noteRefusal(response);
  return response;
}

/** A file on its way to an endpoint that takes one as its body. */
export interface Upload {
  readonly file: Blob;
  readonly params?: Call['params'];
  readonly query?: Query;
  /** Called with the share that has arrived, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Sends a file as the body, and tells how far it is; only such a request can.
 * @throws ApiError for every answer of 400 and above, and when no answer came
 */
export async function sendFile<Name extends EndpointName>(
  name: Name,
  { file, params, query = {}, onProgress, signal }: Upload,
): Promise<AnswerOf<Name>> {
  const asked = whoseTab();
  const response = await new Promise<Response>((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open(name.split(' ')[0] ?? '', pathOf(name, params) + toQueryString(query));
    const type = file.type || 'application/octet-stream';
    const headers = { accept: 'application/json', 'content-type': type, ...headersFor(asked) };
    for (const [header, value] of Object.entries(headers)) sending.setRequestHeader(header, value);
    sending.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    );
    sending.addEventListener('load', () => resolve(answerOf(sending)));
    sending.addEventListener('error', () => reject(new ApiError(noConnection())));
    sending.addEventListener('abort', () => reject(signal.reason));
    signal.addEventListener('abort', () => sending.abort());
    sending.send(file);
  });
  return (await readJson(await checkAnswer(asked, response))) as AnswerOf<Name>;
}

function answerOf(sending: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const line of sending
    .getAllResponseHeaders()
    .trim()
    .split(/[\r\n]+/)) {
    const at = line.indexOf(':');
    if (at > 0) headers.set(line.slice(0, at), line.slice(at + 1).trim());
  }
  return new Response(sending.responseText, { status: sending.status, headers });
}

/** Notes what a refusal means for the whole page. @returns the error to throw */
async function noteRefusal(response: Response): Promise<ApiError> {
  const problem = await readProblem(response);
  if (problem.code === 'unreadable-answer' && isFromGateway(problem.status)) connection.noteFailure();
  if (problem.code === 'not-signed-in') signedOut();
  return new ApiError(problem);
}

/** Queries that may contain a search, with the endpoint that takes them as a body. */
export const asBody = {
  'GET /api/v1/leads': 'POST /api/v1/leads/search',
  'GET /api/v1/leads/facets': 'POST /api/v1/leads/facets',
  'GET /api/v1/leads/:id/neighbors': 'POST /api/v1/leads/:id/neighbors',
  'GET /api/v1/sent-leads': 'POST /api/v1/sent-leads/search',
} as const satisfies { readonly [Name in EndpointName]?: EndpointName };

/**
 * Asks by GET, or by POST when there is a search: searches name people, and proxies and browsers keep addresses
 * (DP-2).
 */
export function ask<Name extends keyof typeof asBody>(
  name: Name,
  options: RequestTo<Name> & Manner & { readonly query: QueryOf<Name> },
): Promise<AnswerOf<Name>> {
  const { query, ...rest }: Call = options;
  const answer = query?.search
    ? call(asBody[name], { ...rest, body: withoutEmpty(query) })
    : call(name, options);
  return answer as Promise<AnswerOf<Name>>;
}

/** A query without its missing and empty values. */
export function withoutEmpty<Q extends Query>(query: Q): { [Name in keyof Q]: NonNullable<Q[Name]> } {
  const values = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  return Object.fromEntries(values) as { [Name in keyof Q]: NonNullable<Q[Name]> };
}

/** The address of something that the browser fetches by itself, for the person and organization of the page. */
export function addressOf<Name extends EventsName | FileName>(
  name: Name,
  ...[query]: [QueryOf<Name>] extends [never] ? [] : [query: QueryOf<Name>]
): string {
  return pathOf(name) + toQueryString({ ...query, ...whoseQuery() });
}

/** The address of a file that the browser downloads by itself, with its params in the path. */
export function addressOfFile<Name extends FileName>(
  name: Name,
  params: RequestTo<Name> extends { readonly params: infer Params }
    ? { readonly [Place in keyof Params]: string }
    : never,
): string {
  return pathOf(name, params) + toQueryString(whoseQuery());
}

/** Rejects an answer to another person or organization unread; the page keeps showing what it did. */
async function refuseForeignAnswer(asked: Whose, response: Response): Promise<void> {
  if (response.status === 401) return;
  if (isAnswerFor(asked, response.headers)) {
    if (response.ok) confirm(asked);
    return;
  }
  const problem = response.status === 409 ? await readProblem(response) : undefined;
  const now = problem?.session ?? (await request('GET /api/v1/me', { asWhoever: true }));
  compare(asked, now);
  throw new ApiError({
    ...unreadable(response),
    title: t('otherSession.title'),
    status: 409,
    code: 'other-session',
    detail: t('otherSession.detail', {
      opened: asked.organization.name,
      person: now.person.name,
      now: now.organization.name,
    }),
    session: now,
  });
}

async function send(name: EndpointName | FileName, options: Call): Promise<Response> {
  const { params, query = {}, body, signal } = options;
  const headers = withoutEmpty({
    accept: 'application/json',
    ...options.headers,
    ...(body !== undefined && { 'content-type': 'application/json' }),
  });
  try {
    const early = takeEarly(name, params, query);
    const earlyAnswer = early && (await early);
    signal?.throwIfAborted();
    if (earlyAnswer && (earlyAnswer.ok || name === 'GET /api/v1/me')) return earlyAnswer;
    const answer = await fetch(pathOf(name, params) + toQueryString(query), {
      method: name.split(' ')[0],
      headers,
      // Nothing stays nothing.
      body: JSON.stringify(body),
      signal: options.takesTime ? signal : withPatience(signal),
      credentials: 'same-origin',
      keepalive: options.outlivesPage,
    });
    if (!isFromGateway(answer.status)) connection.noteAnswer();
    return answer;
  } catch (error) {
    if (signal?.aborted) throw error;
    connection.noteFailure();
    throw new ApiError(noConnection());
  }
}

/** The path with its params filled in and encoded, so that each stays one segment. */
function pathOf(name: string, params: Call['params'] = {}): string {
  const path = name.slice(name.indexOf('/'));
  return path.replace(/:(\w+)/g, (_place, param: string) => encodeURIComponent(params[param] ?? ''));
}

/** An early answer is for whoever was there when the page began. */
onPersonLeft(() => {
  delete (globalThis as EarlyAnswers).leadlightEarly;
});

/** By path and query, the query's parameters in the order of their names. */
interface EarlyAnswers {
  leadlightEarly?: Record<string, Promise<Response | undefined>>;
}

/**
 * A small script sends the first requests while the app's code is still loading. Of an early refusal, only that nobody is
 * signed in is of use: by the time the others are wanted, somebody is.
 */
function takeEarly(
  name: EndpointName | FileName,
  params: Call['params'],
  query: Query,
): Promise<Response | undefined> | undefined {
  const { leadlightEarly: early } = globalThis as EarlyAnswers;
  if (!early || !name.startsWith('GET ')) return undefined;
  const sorted = new URLSearchParams(toQueryString(query));
  sorted.sort();
  const path = [pathOf(name, params), String(sorted)].filter(Boolean).join('?');
  const answer = early[path];
  delete early[path];
  return answer;
}

/** The longest wait for an answer: a connection that died silently must not keep a form waiting forever. */
const patienceMs = 60_000;

function withPatience(signal: AbortSignal | undefined): AbortSignal {
  const patience = AbortSignal.timeout(patienceMs);
  if (!signal) return patience;
  // Older browsers cannot join signals; they use the caller's alone.
  return 'any' in AbortSignal ? AbortSignal.any([signal, patience]) : signal;
}

function noConnection(): ClientProblem {
  const state = navigator.onLine ? 'unreachable' : 'offline';
  return {
    type: 'about:blank',
    title: t(`noConnection.${state}.title`),
    status: 0,
    code: 'no-connection',
    detail: t(`noConnection.${state}.detail`),
    requestId: '',
  };
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    throw new ApiError(unreadable(response));
  }
}

async function readProblem(response: Response): Promise<ClientProblem> {
  try {
    const body = (await response.json()) as Partial<ClientProblem>;
    if (typeof body.code === 'string') return { ...unreadable(response), ...body } as ClientProblem;
  } catch {
    // Something between the app and the server answered with its own page.
  }
  return unreadable(response);
}

function unreadable(response: Response): ClientProblem {
  const retryAfter = Number(response.headers.get('retry-after'));
  return {
    type: 'about:blank',
    title: t('unreadable.title'),
    status: response.status,
    code: 'unreadable-answer',
    detail: t('unreadable.detail', { status: String(response.status) }),
    requestId: response.headers.get('x-request-id') ?? '',
    retryAfterSeconds: retryAfter > 0 ? retryAfter : undefined,
  };
}

/**
 * True if a failed request may still have taken effect: its answer got lost, or something between the app and the
 * server answered instead.
 */
export function mayHaveArrived(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  const { code } = error.problem;
  return code === 'no-connection' || code === 'unreadable-answer' || error.status >= 500;
}

/** The sentence to show for any caught error. */
export function explainError(error: unknown): string {
  if (error instanceof ApiError) return error.problem.detail || error.problem.title;
  return t('unexpected');
}
