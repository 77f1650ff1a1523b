import { createPrivateKey, type KeyObject, randomUUID, sign } from 'node:crypto';
import { z } from 'zod';
import { type Clock, systemClock } from '../../../platform/clock.ts';
import { ConfigError } from '../../../platform/config.ts';
import { askProvider } from '../providers/ask-provider.ts';
import type { AskProvider } from '../providers/spared-provider.ts';
import { askJson } from './ask-json.ts';
import {
  mobileLine,
  type PhoneReachability,
  providerAddress,
  type Reachability,
  silent,
} from './reachability.ts';

export interface VonageIdentityInsightsOptions {
  /** Default: the public API in the European Union; `https://api-us.vonage.com` is the one in the United States. */
  readonly baseUrl?: string;
  /** Of a Vonage application with the Network Registry capability; without it, only *not in use* can be determined. */
  readonly applicationId: string;
  /** PEM, the private half of the application's key. */
  readonly privateKey: string;
  readonly timeoutMs: number;
  readonly clock?: Clock;
  /** Default: every query is sent. */
  readonly ask?: AskProvider;
}

const insight = z.object({ status: z.object({ code: z.string() }).nullish() });
const carrier = insight.extend({ network_type: z.string().nullish() }).nullish();
const answerSchema = z.object({
  insights: z.object({
    reachability: insight.extend({ is_reachable: z.boolean().nullish() }).nullish(),
    current_carrier: carrier,
    original_carrier: carrier,
  }),
});
type Insights = z.infer<typeof answerSchema>['insights'];

const hourSeconds = 3600;
/** The public API in the European Union. */
export const vonageAddress = 'https://api-eu.vonage.com';
/** RFC 7519; Vonage refuses tokens older than a day. */
const tokenSeconds = 300;

/**
 * Vonage Identity Insights (developer.vonage.com/en/identity-insights): the insights Reachability, which needs the
 * operators' approval, and Current Carrier, which recognizes numbers that no network has. Where the plan cannot tell
 * mobile from fixed lines, Original Carrier is queried for the type of the line.
 * @throws ConfigError for an address that is not https, or a key that cannot be read
 */
export function createVonageIdentityInsights(options: VonageIdentityInsightsOptions): PhoneReachability {
  const base = providerAddress(options.baseUrl ?? vonageAddress);
  const key = readKey(options.privateKey);
  const clock = options.clock ?? systemClock;
  return {
    name: 'Vonage Identity Insights',
    mobileOnly: true,
    async check(e164, signal, organizationId) {
      const original = mobileLine(e164) === 'unclear' ? { original_carrier: {} } : {};
      const question = {
        phone_number: e164.replace(/^\+/, ''),
        // The only purpose that Vonage accepts.
        purpose: 'FraudPreventionAndDetection',
        insights: { reachability: {}, current_carrier: {}, ...original },
      };
      const headers = {
        accept: 'application/json',
        authorization: `Bearer ${token(options.applicationId, key, clock.now())}`,
        'content-type': 'application/json',
      };
      const url = new URL('/identity-insights/v1/requests', base);
      const request = { url, method: 'POST', headers, body: JSON.stringify(question) } as const;
      const { timeoutMs, ask = askProvider } = options;
      const answer = await askJson(
        { name: 'Vonage Identity Insights', ask },
        { ...request, timeoutMs, signal, organizationId },
      );
      if (!answer.answered) return answer.silence;
      const read = answerSchema.safeParse(answer.value);
      return read.success ? whatItMeans(read.data.insights) : unexpected();
    },
  };
}

function readKey(pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch {
    throw new ConfigError('The private key of the Vonage application cannot be read; it must be PEM.');
  }
}

/** A JWT (RFC 7519, RS256) with the claims that Vonage requires. */
function token(applicationId: string, key: KeyObject, now: Date): string {
  const issued = Math.floor(now.getTime() / 1000);
  const claims = {
    application_id: applicationId,
    iat: issued,
    exp: issued + tokenSeconds,
    jti: randomUUID(),
  };
  const signed = `${base64Url({ alg: 'RS256', typ: 'JWT' })}.${base64Url(claims)}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
}

function base64Url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function unexpected(): Reachability {
  return silent(
    'unexpected-answer',
    'Vonage Identity Insights answered in a form that we do not know.',
    hourSeconds,
  );
}

/** What will be the same on the next attempt; everything else may be better then. */
const lastingCodes = new Set([
  'NO_COVERAGE',
  'UNSUPPORTED_NETWORK_TYPE',
  'INVALID_NUMBER_FORMAT',
  'INVALID_PURPOSE',
  'UNAUTHORIZED',
]);

function codeOf(answer: z.infer<typeof insight> | null | undefined): string {
  return answer?.status?.code.toUpperCase() ?? 'MISSING';
}

function whatItMeans({ reachability, current_carrier, original_carrier }: Insights): Reachability {
  if (reachability?.is_reachable === true)
    return { status: 'reachable', code: 'reachable', detail: 'The phone is registered and connected.' };
  if (reachability?.is_reachable === false)
    return silent(
      'unreachable-now',
      'The number is registered, but the phone is switched off.',
      6 * hourSeconds,
    );
  const type = current_carrier?.network_type ?? original_carrier?.network_type ?? null;
  if (type !== null && type.toUpperCase() !== 'MOBILE')
    return silent('not-mobile', 'It is not a mobile number, and only those are asked for.', null);
  const carrierCode = codeOf(current_carrier);
  if (carrierCode === 'NOT_FOUND')
    return { status: 'inactive', code: 'inactive', detail: 'No network has this number.' };
  // A number's network is routing data: it says nothing about a subscriber.
  if (carrierCode === 'OK' || carrierCode === 'PARTIAL_SUCCESS')
    return silent(
      'carrier-only',
      'The number belongs to a network; whether anyone has it was not said.',
      null,
    );
  const retry = lastingCodes.has(carrierCode) ? null : hourSeconds;
  return silent('no-insight', 'Vonage Identity Insights could not establish the state of the line.', retry);
}
