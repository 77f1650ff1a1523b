import type { Clock } from '../../../platform/clock.ts';
import { retryDelaySeconds } from '../dns/retries.ts';
import { readBounded } from '../read-bounded.ts';
import { type EmailVerdict, finding } from '../verdict.ts';
import { readReacherAnswer } from './reacher-answer.ts';

/** A service that says whether a mailbox exists. */
export interface EmailProvider {
  /**
   * Never rejects; a silent or broken service gives Unknown and a retry (CV-4). `neverSpam`: what the service thinks of
   * disposable domains is not asked for, because the operator or our own lists know this one.
   */
  verify(
    address: string,
    occasion: { readonly attempt: number; readonly neverSpam: boolean },
  ): Promise<EmailVerdict>;
}

export interface ReacherOptions {
  /** The whole address of the endpoint, such as `http://verifier:8080/v1/check_email`. */
  readonly url: string;
  /** What the service wants to know us by, such as `{ authorization: … }` or `{ 'x-reacher-secret': … }`. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** A verification asks mail servers and may take most of a minute. */
  readonly timeoutMs?: number;
}

/** An answer has some 2 KB. */
const longestAnswerBytes = 64 * 1024;
const longestWaitSeconds = 86_400;

/** Asks a self-hosted verifier with the interface of Reacher's check (`POST /v0/check_email` or `/v1/check_email`). */
export function createReacherProvider(options: ReacherOptions): EmailProvider {
  return {
    verify: async (address, { attempt, neverSpam }) => {
      const outcome = await askReacher(options, address);
      const at = options.clock.now();
      if (outcome.kind === 'answer') {
        const verdict = readReacherAnswer(outcome.body, { at, attempt, neverSpam });
        if (verdict) return verdict;
      }
      const code = outcome.kind === 'answer' ? 'provider-malformed' : outcome.code;
      const waitSeconds = outcome.kind === 'answer' ? null : outcome.waitSeconds;
      const retryAfterSeconds = waitSeconds ?? retryDelaySeconds('trouble', attempt);
      const detail = 'The service that verifies addresses gave no answer that can be used.';
      return {
        validity: 'Unknown',
        evidence: [finding('provider', 'unknown', code, detail, at, retryAfterSeconds ?? longestWaitSeconds)],
        retryAfterSeconds,
      };
    },
  };
}

type Outcome =
  | { readonly kind: 'answer'; readonly body: unknown }
  | { readonly kind: 'trouble'; readonly code: string; readonly waitSeconds: number | null };

async function askReacher(options: ReacherOptions, address: string): Promise<Outcome> {
  const signal = AbortSignal.timeout(options.timeoutMs ?? 60_000);
  try {
    const response = await fetch(options.url, {
      method: 'POST',
      headers: requestHeaders(options.headers ?? {}),
      body: JSON.stringify({ to_email: address }),
      // Following one would carry the address, and the secret, to a place that nobody configured.
      redirect: 'error',
      signal,
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      return trouble(`provider-http-${response.status}`, readRetryAfter(response));
    }
    const body = await readBounded(response, longestAnswerBytes);
    return body === undefined ? trouble('provider-oversized') : { kind: 'answer', body: parseJson(body) };
  } catch {
    return trouble(signal.aborted ? 'provider-timeout' : 'provider-unreachable');
  }
}

function requestHeaders(given: Readonly<Record<string, string | undefined>>): Headers {
  const headers = new Headers({ 'content-type': 'application/json', accept: 'application/json' });
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) headers.set(name, value);
  }
  return headers;
}

function trouble(code: string, waitSeconds: number | null = null): Outcome {
  return { kind: 'trouble', code, waitSeconds };
}

function readRetryAfter(response: Response): number | null {
  const text = response.headers.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(text) ? Math.min(Math.max(Number(text), 1), longestWaitSeconds) : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
