import { finding, type PhoneVerdict } from '../verdict.ts';
import { mobileLine, type PhoneReachability, type Reachability, silent } from './reachability.ts';

export type { PhoneReachability, Reachability } from './reachability.ts';
export { createTwilioLookup, twilioAddress } from './twilio-lookup.ts';
export { createVonageIdentityInsights, vonageAddress } from './vonage-identity-insights.ts';

/** People change and give up their numbers; after a month the finding is outdated. */
const reachabilityGoodForSeconds = 30 * 24 * 3600;
const defaultRetrySeconds = 15 * 60;

/** The context of one check of a number. */
export interface PhoneOccasion {
  readonly signal?: AbortSignal;
  /** Whose lead it is: each organization has its share of the concurrent queries. */
  readonly organizationId?: string;
}

/**
 * Queries a provider about a number that its numbering plan has, and returns the verdict with the finding: reachable →
 * Valid, inactive → Invalid, silent → Unknown (CV-2). Every other verdict is returned unchanged, and so is that of a
 * line which the provider cannot know, with a note. Never rejects: any failure is silence (CV-4).
 */
export async function checkPhoneWithProvider(
  verdict: PhoneVerdict,
  provider: PhoneReachability,
  now: Date,
  occasion: PhoneOccasion = {},
): Promise<PhoneVerdict> {
  const inPlan = verdict.evidence.some(({ check, result }) => check === 'number-plan' && result === 'passed');
  if (verdict.e164 === null || verdict.validity === 'Invalid' || !inPlan) return verdict;
  if (provider.mobileOnly && mobileLine(verdict.e164) === 'no') return notAsked(verdict, provider, now);
  return withFinding(verdict, await askSafely(provider, verdict.e164, occasion), now);
}

async function askSafely(
  provider: PhoneReachability,
  e164: string,
  { signal, organizationId }: PhoneOccasion,
): Promise<Reachability> {
  try {
    return await provider.check(e164, signal, organizationId);
  } catch {
    return silent('provider-failed', `${provider.name} could not be asked.`, defaultRetrySeconds);
  }
}

function notAsked(verdict: PhoneVerdict, provider: PhoneReachability, now: Date): PhoneVerdict {
  const detail = `${provider.name} was not asked: it knows mobile numbers only.`;
  const note = finding('reachability', 'skipped', 'not-mobile', detail, now, reachabilityGoodForSeconds);
  return { ...verdict, evidence: [...verdict.evidence, note] };
}

const outcomes = {
  reachable: { validity: 'Valid', result: 'passed' },
  inactive: { validity: 'Invalid', result: 'failed' },
  silent: { validity: 'Unknown', result: 'unknown' },
} as const;

function withFinding(verdict: PhoneVerdict, found: Reachability, now: Date): PhoneVerdict {
  const { validity, result } = outcomes[found.status];
  const retryAfterSeconds = found.status === 'silent' ? found.retryAfterSeconds : null;
  const goodForSeconds = retryAfterSeconds ?? reachabilityGoodForSeconds;
  const evidence = finding('reachability', result, found.code, found.detail, now, goodForSeconds);
  return { ...verdict, validity, retryAfterSeconds, evidence: [...verdict.evidence, evidence] };
}
