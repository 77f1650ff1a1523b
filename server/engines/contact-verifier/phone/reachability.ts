import { ConfigError, isLoopback } from '../../../platform/config.ts';
import { readNumber } from './read-number.ts';

/** What a provider knows of a number. `silent` is no finding: it stands for every way of not having an answer (CV-4). */
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

/** Somebody who can say whether a number is registered and can be reached (CV-2). */
export interface PhoneReachability {
  readonly name: string;
  /** It knows mobile networks only: what it says of any other line is no finding. */
  readonly mobileOnly: boolean;
  /** Never rejects and takes no longer than its time limit; the number is E.164, the organization whose lead it is. */
  check(e164: string, signal?: AbortSignal, organizationId?: string): Promise<Reachability>;
}

/** No answer, for that reason; never a finding about the number (CV-4). */
export function silent(code: string, detail: string, retryAfterSeconds: number | null): SilentProvider {
  return { status: 'silent', code, detail, retryAfterSeconds };
}

/** `unclear`: plans such as North America's give mobile and fixed lines the same numbers. */
export function mobileLine(e164: string): 'yes' | 'no' | 'unclear' {
  const reading = readNumber(e164, null);
  if (!reading.readable) return 'no';
  if (reading.line === 'FIXED_LINE_OR_MOBILE') return 'unclear';
  return reading.line === 'MOBILE' ? 'yes' : 'no';
}

/**
 * The address of a provider's API: https, or plain http on this machine, where the tests are.
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
