import type { Clock } from '../../../platform/clock.ts';
import { largeMailDomains } from '../dns/resolver-trust.ts';
import { retryDelaySeconds } from '../dns/retries.ts';
import { ownerOf } from '../dns/silent-domains.ts';
import { type EmailVerdict, finding } from '../verdict.ts';
import { askProvider, type ProviderAnswer, type ProviderQuestion, parseJson } from './ask-provider.ts';
import { readReacherAnswer } from './reacher-answer.ts';
import type { AskProvider } from './spared-provider.ts';

/** A service that says whether a mailbox exists. */
export interface EmailProvider {
  /**
   * Never rejects; a silent or broken service gives Unknown and a retry (CV-4). `neverSpam`: ignores the service's
   * opinion on disposable domains, because the operator or our own lists know this one.
   */
  verify(
    address: string,
    occasion: {
      readonly attempt: number;
      readonly neverSpam: boolean;
      /** Whose lead it is. */
      readonly organizationId?: string | undefined;
    },
  ): Promise<EmailVerdict>;
}

export interface ReacherOptions {
  /** The full URL of the endpoint, such as `http://verifier:8080/v1/check_email`. */
  readonly url: string;
  /** The headers that authenticate us, such as `{ authorization: … }` or `{ 'x-reacher-secret': … }`. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** A verification contacts mail servers and may take most of a minute. */
  readonly timeoutMs?: number;
  /** Default: every query is sent. */
  readonly ask?: AskProvider;
}

const daySeconds = 86_400;

/**
 * Queries a self-hosted verifier with the interface of Reacher's check (`POST /v0/check_email` or `/v1/check_email`).
 */
export function createReacherProvider(options: ReacherOptions): EmailProvider {
  const { ask = askProvider } = options;
  return {
    verify: async (address, { attempt, neverSpam, organizationId }) => {
      const answer = await ask({
        ...questionAbout(address, options),
        timeoutMs: options.timeoutMs ?? 60_000,
        about: aboutOf(address),
        organizationId,
      });
      const at = options.clock.now();
      if (answer.kind === 'answered') {
        const verdict = readReacherAnswer(parseJson(answer.text), { at, attempt, neverSpam });
        if (verdict) return verdict;
      }
      return noVerdict(answer, attempt, at);
    },
  };
}

/**
 * A query about a name that nobody can ever register (RFC 6761), so that there is no mail server to wait for: a working
 * service answers it within seconds.
 */
export function reacherControl(options: Pick<ReacherOptions, 'url' | 'headers'>): ProviderQuestion {
  return { ...questionAbout('postmaster@leadlight.invalid', options), timeoutMs: 10_000 };
}

function questionAbout(address: string, { url, headers = {} }: Pick<ReacherOptions, 'url' | 'headers'>) {
  const body = JSON.stringify({ to_email: address });
  return { url, method: 'POST', headers: requestHeaders(headers), body } as const;
}

/** The service waits for the domain's mail servers; those of large providers keep nobody waiting on purpose. */
function aboutOf(address: string): string | undefined {
  const owner = ownerOf(address.slice(address.lastIndexOf('@') + 1));
  return largeMailDomains.includes(owner) ? undefined : owner;
}

function noVerdict(answer: ProviderAnswer, attempt: number, at: Date): EmailVerdict {
  const asked = 'retryAfterSeconds' in answer ? answer.retryAfterSeconds : null;
  const retryAfterSeconds = asked ?? retryDelaySeconds('trouble', attempt);
  const detail = answer.kind === 'spared' ? notAsked : noUse;
  const goodForSeconds = retryAfterSeconds ?? daySeconds;
  return {
    validity: 'Unknown',
    evidence: [finding('provider', 'unknown', codeOf(answer), detail, at, goodForSeconds)],
    retryAfterSeconds,
  };
}

const noUse = 'The verification service gave no usable answer.';
const notAsked = "The service that verifies addresses can't be asked right now. We'll ask again later.";

/** The evidence code for each way of getting no answer. */
function codeOf(answer: ProviderAnswer): string {
  if (answer.kind === 'refused') return `provider-http-${answer.status}`;
  return codes[answer.kind];
}

const codes = {
  answered: 'provider-malformed',
  spared: 'provider-paused',
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
