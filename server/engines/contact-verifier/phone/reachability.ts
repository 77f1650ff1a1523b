import { ConfigError, isLoopback } from '../../../platform/config.ts';
import { readNumber } from './read-number.ts';

/** What a provider knows about a number. `silent` is not a finding: it covers every way of getting no answer (CV-4). */
export type Reachability =
  | { readonly status: 'reachable' | 'inactive'; readonly code: string; readonly detail: string }
  | SilentProvider;

export interface SilentProvider {
  readonly status: 'silent';
  readonly code: string;
  /** A sentence without the number. */
  readonly detail: string;
  /** null: asking again will not help. */
  readonly retryAfterSeconds: number | null;
}

/** A provider that can say whether a number is registered and reachable (CV-2). */
export interface PhoneReachability {
  readonly name: string;
  /** It knows only mobile networks: what it says about any other line is not a finding. */
  readonly mobileOnly: boolean;
  /**
   * Never rejects and takes no longer than its time limit; the number is E.164, the organization is that of the lead.
   */
  check(e164: string, signal?: AbortSignal, organizationId?: string): Promise<Reachability>;
}

/** No answer, for that reason; never a finding about the number (CV-4). */
export function silent(code: string, detail: string, retryAfterSeconds: number | null): SilentProvider {
  return { status: 'silent', code, detail, retryAfterSeconds };
}

/** `unclear`: plans such as North America's use the same numbers for mobile and fixed lines. */
export function mobileLine(e164: string): 'yes' | 'no' | 'unclear' {
  const reading = readNumber(e164, null);
  if (!reading.readable) return 'no';
  if (reading.line === 'FIXED_LINE_OR_MOBILE') return 'unclear';
  return reading.line === 'MOBILE' ? 'yes' : 'no';
}

/**
 * The address of a provider's API: https, or plain http on this machine, as in the tests.
 * @throws ConfigError when it is neither
 */
export function providerAddress(baseUrl: string): URL {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  const secure = url?.protocol === 'https:';
  const local = url?.protocol === 'http:' && isLoopback(url.hostname.replace(/^\[|\]$/g, ''));
  if (url === null || !(secure || local))
    throw new ConfigError('The address of the telephone provider must begin with https://.');
  return url;
}
