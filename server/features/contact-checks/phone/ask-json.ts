import { readBounded } from '../read-bounded.ts';
import { type SilentProvider, silent } from './reachability.ts';

export interface Question {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface AskLimits {
  /** Who is asked, for the sentences. */
  readonly provider: string;
  /** For the whole exchange: connecting, headers and the last byte of the body. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** What came back, or why nothing did. */
export type JsonAnswer =
  | { readonly answered: true; readonly value: unknown }
  | { readonly answered: false; readonly silence: SilentProvider };

/** The answers of both providers have a few hundred bytes. */
const maxAnswerBytes = 64 * 1024;
const minuteSeconds = 60;
const quarterSeconds = 15 * minuteSeconds;
const daySeconds = 24 * 60 * minuteSeconds;

/**
 * Asks over HTTP and reads a JSON answer of at most 64 KB. Every other outcome is silence (CV-4): no connection, a
 * slow or cut answer, a redirect, any status but 200, what is no JSON. Never rejects; ends within the time limit.
 */
export async function askJson(question: Question, limits: AskLimits): Promise<JsonAnswer> {
  const deadline = AbortSignal.timeout(limits.timeoutMs);
  const signal = limits.signal ? AbortSignal.any([deadline, limits.signal]) : deadline;
  try {
    const { url, method, headers, body = null } = question;
    const response = await fetch(url, { method, headers, body, signal, redirect: 'manual' });
    if (response.status !== 200) {
      await forget(response);
      return unanswered(refusal(limits.provider, response));
    }
    const text = await readBounded(response, maxAnswerBytes);
    return text === undefined ? unanswered(tooLarge(limits.provider)) : parsed(text, limits.provider);
  } catch {
    return unanswered(broken(limits, deadline));
  }
}

/** A body that cannot even be given up changes nothing about the answer. */
async function forget(response: Response): Promise<void> {
  await response.body?.cancel().catch(() => undefined);
}

function unanswered(silence: SilentProvider): JsonAnswer {
  return { answered: false, silence };
}

function parsed(text: string, provider: string): JsonAnswer {
  try {
    const value: unknown = JSON.parse(text);
    return { answered: true, value };
  } catch {
    return unanswered(silent('not-json', `The answer of ${provider} could not be read.`, quarterSeconds));
  }
}

function tooLarge(provider: string): SilentProvider {
  return silent('too-large', `The answer of ${provider} was too long to be one.`, quarterSeconds);
}

function broken(limits: AskLimits, deadline: AbortSignal): SilentProvider {
  const { provider, timeoutMs, signal } = limits;
  if (signal?.aborted) return silent('cancelled', 'The check was stopped.', minuteSeconds);
  if (!deadline.aborted) return silent('no-connection', `${provider} could not be reached.`, quarterSeconds);
  return silent('timeout', `${provider} did not answer within ${timeoutMs / 1000} seconds.`, quarterSeconds);
}

function refusal(provider: string, response: Response): SilentProvider {
  const { status } = response;
  const code = `http-${status}`;
  if (status === 429)
    return silent(code, `${provider} is asked too often.`, retryAfter(response, 5 * minuteSeconds));
  if (status === 401 || status === 403)
    return silent(code, `${provider} does not accept our credentials.`, 60 * minuteSeconds);
  return silent(code, `${provider} answered with status ${status}.`, retryAfter(response, quarterSeconds));
}

/** RFC 9110 Retry-After in seconds, from a minute to a day; a date or nothing: what we would wait ourselves. */
function retryAfter(response: Response, ownSeconds: number): number {
  const header = response.headers.get('retry-after') ?? '';
  const asked = /^\d{1,9}$/.test(header) ? Number(header) : ownSeconds;
  return Math.min(Math.max(asked, minuteSeconds), daySeconds);
}
