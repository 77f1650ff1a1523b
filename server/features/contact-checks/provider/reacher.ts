import type { Clock } from '../../../platform/clock.ts';
import { askProvider, type ProviderAnswer, parseJson } from '../ask-provider.ts';
import { retryDelaySeconds } from '../dns/retries.ts';
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

const daySeconds = 86_400;

/** Asks a self-hosted verifier with the interface of Reacher's check (`POST /v0/check_email` or `/v1/check_email`). */
export function createReacherProvider(options: ReacherOptions): EmailProvider {
  return {
    verify: async (address, { attempt, neverSpam }) => {
      const answer = await askProvider({
        url: options.url,
        method: 'POST',
        headers: requestHeaders(options.headers ?? {}),
        body: JSON.stringify({ to_email: address }),
        timeoutMs: options.timeoutMs ?? 60_000,
      });
      const at = options.clock.now();
      if (answer.kind === 'answered') {
        const verdict = readReacherAnswer(parseJson(answer.text), { at, attempt, neverSpam });
        if (verdict) return verdict;
      }
      const asked = answer.kind === 'refused' ? answer.retryAfterSeconds : null;
      const retryAfterSeconds = asked ?? retryDelaySeconds('trouble', attempt);
      const detail = 'The service that verifies addresses gave no answer that can be used.';
      const goodForSeconds = retryAfterSeconds ?? daySeconds;
      return {
        validity: 'Unknown',
        evidence: [finding('provider', 'unknown', codeOf(answer), detail, at, goodForSeconds)],
        retryAfterSeconds,
      };
    },
  };
}

/** What evidence calls each way of having no answer. */
function codeOf(answer: ProviderAnswer): string {
  if (answer.kind === 'refused') return `provider-http-${answer.status}`;
  return codes[answer.kind];
}

const codes = {
  answered: 'provider-malformed',
  'too-large': 'provider-oversized',
  timeout: 'provider-timeout',
  cancelled: 'provider-timeout',
  'no-connection': 'provider-unreachable',
} as const;

function requestHeaders(given: Readonly<Record<string, string | undefined>>): Headers {
  const headers = new Headers({ 'content-type': 'application/json', accept: 'application/json' });
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) headers.set(name, value);
  }
  return headers;
}
