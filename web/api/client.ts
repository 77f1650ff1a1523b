import type { Problem } from '../../contract/errors.ts';

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
 * Calls the API of this installation.
 * @throws ApiError for every answer of 400 and above, and when no answer came
 */
export async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(method, path, options);
  if (response.ok) return response.status === 204 ? (undefined as T) : await readJson<T>(response);
  const problem = await readProblem(response);
  if (problem.code === 'not-signed-in') signedOut();
  throw new ApiError(problem);
}

async function send(method: Method, path: string, options: RequestOptions): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json', ...options.headers };
  if (options.body !== undefined) headers['content-type'] = 'application/json';
  try {
    return await fetch(path + toQueryString(options.query ?? {}), {
      method,
      headers,
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
      signal: options.signal,
      credentials: 'same-origin',
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiError({
      type: 'about:blank',
      title: 'No connection',
      status: 0,
      code: 'no-connection',
      detail: 'Leadlight could not be reached. Check the network connection and try again.',
      requestId: '',
    });
  }
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
    title: 'The answer could not be read',
    status: response.status,
    code: 'unreadable-answer',
    detail: `The server answered in a way that Leadlight does not understand (status ${response.status}).`,
    requestId: response.headers.get('x-request-id') ?? '',
    retryAfterSeconds: retryAfter > 0 ? retryAfter : undefined,
  };
}

/** The sentence to show for any caught error. */
export function explainError(error: unknown): string {
  if (error instanceof ApiError) return error.problem.detail || error.problem.title;
  return 'Something unexpected happened in this page. Load it again; if it stays, tell your administrator.';
}
