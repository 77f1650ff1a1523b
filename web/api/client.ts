import type { Problem, Whose } from '../../contract/errors.ts';
import { t } from './catalogue.ts';
import { connection, isFromGateway } from './connection.ts';
import { compare, confirm, headersFor, isAnswerFor, whoseTab } from './whose.ts';

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

export type QueryValue = string | number | boolean | null | undefined | readonly string[];
export type Query = Record<string, QueryValue>;

export interface RequestOptions {
  body?: unknown;
  query?: Query;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Asks as whoever the session is for by now, not as whom the page was opened for. */
  asWhoever?: boolean;
  /** A file may take longer than any other answer. */
  takesTime?: boolean;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

let signedOut: () => void = () => {};

/** Sets what happens when the server says that nobody is signed in (any more). */
export function onSignedOut(listener: () => void): void {
  signedOut = listener;
}

/** Writes a query string with lists as repeated names; empty values are left out. */
export function toQueryString(query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    if (typeof value === 'object') for (const one of value) params.append(name, one);
    else params.append(name, String(value));
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

/**
 * Calls the API of this installation, on behalf of whom the page was opened for and nobody else.
 * @throws ApiError for every answer of 400 and above, and when no answer came
 */
export async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const asked = options.asWhoever ? undefined : whoseTab();
  const response = await send(method, path, {
    ...options,
    headers: { ...headersFor(asked), ...options.headers },
  });
  if (asked) await refuseForeignAnswer(asked, response);
  if (!response.ok) throw await noteRefusal(response);
  return response.status === 204 ? (undefined as T) : await readJson<T>(response);
}

/** What a refusal means for the whole page is noted before it is told. */
async function noteRefusal(response: Response): Promise<ApiError> {
  const problem = await readProblem(response);
  if (problem.code === 'unreadable-answer' && isFromGateway(problem.status)) connection.noteFailure();
  if (problem.code === 'not-signed-in') signedOut();
  return new ApiError(problem);
}

/** Where a question about leads goes: by GET, or as a body by POST when it has a search. */
export interface Question {
  readonly get: string;
  readonly post: string;
}

/**
 * Asks by GET, or by POST when there is a search: what people look for names people, and does not belong into
 * addresses, which proxies and browsers keep (DP-2).
 */
export function ask<T>({ get, post }: Question, query: Query, signal?: AbortSignal): Promise<T> {
  if (!query.search) return request<T>('GET', get, { query, signal });
  return request<T>('POST', post, { body: withoutEmpty(query), signal });
}

/** The same values as {@link toQueryString} writes. */
export function withoutEmpty(query: Query): Record<string, QueryValue> {
  return Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
}

/**
 * Asks for a file by POST and gives it to the browser to keep.
 * @throws ApiError like {@link request}
 */
export async function saveFile(path: string, body: unknown): Promise<void> {
  const asked = whoseTab();
  const headers = { accept: '*/*', ...headersFor(asked) };
  const response = await send('POST', path, { body, headers, takesTime: true });
  if (asked) await refuseForeignAnswer(asked, response);
  if (!response.ok) throw await noteRefusal(response);
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name ?? '';
  link.click();
  URL.revokeObjectURL(address);
}

/** An answer to somebody else is not read; what the page shows stays what it was. */
async function refuseForeignAnswer(asked: Whose, response: Response): Promise<void> {
  if (response.status === 401) return;
  if (isAnswerFor(asked, response.headers)) {
    if (response.ok) confirm(asked);
    return;
  }
  const problem = response.status === 409 ? await readProblem(response) : undefined;
  const now = problem?.session ?? (await request<Whose>('GET', '/api/v1/me', { asWhoever: true }));
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

async function send(method: Method, path: string, options: RequestOptions): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json', ...options.headers };
  if (options.body !== undefined) headers['content-type'] = 'application/json';
  try {
    const early = takeEarly(method, path);
    if (early) return await early;
    const answer = await fetch(path + toQueryString(options.query ?? {}), {
      method,
      headers,
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
      signal: options.takesTime ? options.signal : withPatience(options.signal),
      credentials: 'same-origin',
    });
    if (!isFromGateway(answer.status)) connection.noteAnswer();
    return answer;
  } catch (error) {
    if (options.signal?.aborted) throw error;
    connection.noteFailure();
    throw new ApiError(noConnection());
  }
}

/** Who is signed in is asked by a script of a few lines, while the code of the app is still on its way. */
const earlyPath = '/api/v1/me';

function takeEarly(method: Method, path: string): Promise<Response> | undefined {
  if (method !== 'GET' || path !== earlyPath) return undefined;
  const holder = globalThis as { leadlightMe?: Promise<Response> };
  const early = holder.leadlightMe;
  delete holder.leadlightMe;
  return early;
}

/** How long an answer may take: a connection that died without a word must not keep a form waiting for ever. */
const patienceMs = 60_000;

function withPatience(signal: AbortSignal | undefined): AbortSignal {
  const patience = AbortSignal.timeout(patienceMs);
  if (!signal) return patience;
  // Older browsers cannot join signals: there the caller's alone counts.
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

async function readJson<T>(response: Response): Promise<T> {
  try {
    return (await response.json()) as T;
  } catch {
    throw new ApiError(unreadable(response));
  }
}

async function readProblem(response: Response): Promise<ClientProblem> {
  try {
    const body = (await response.json()) as Partial<ClientProblem>;
    if (typeof body.code === 'string') return { ...unreadable(response), ...body } as ClientProblem;
  } catch {
    // Something between the app and the server answered, with a page of its own.
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
 * Whether a request may have been done although it failed: the answer got lost on its way, or something between the
 * app and the server answered in its place.
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
