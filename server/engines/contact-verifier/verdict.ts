import type { Evidence } from '../../../contract/leads/contact-checks.ts';
import type { EmailValidity, EvidenceCheck, PhoneValidity } from '../../../contract/leads/lists.ts';

/** The result of the checks of one contact, with all the evidence behind it (CV-3). */
export interface Verdict<Validity> {
  readonly validity: Validity;
  readonly evidence: readonly Evidence[];
  /** Set when outside trouble kept a check from its answer and a later retry may get one (CV-4). */
  readonly retryAfterSeconds: number | null;
}

export type EmailVerdict = Verdict<EmailValidity>;

export interface PhoneVerdict extends Verdict<PhoneValidity> {
  /** E.164 with the plus sign, without the extension; null when the number could not be read. */
  readonly e164: string | null;
  readonly extension: string | null;
}

/** One finding, with its time; `goodForSeconds` null: it does not age. */
export function finding(
  check: EvidenceCheck,
  result: Evidence['result'],
  code: string,
  detail: string,
  at: Date,
  goodForSeconds: number | null = null,
): Evidence {
  return {
    check,
    result,
    code,
    detail,
    at: at.toISOString(),
    goodUntil: goodForSeconds === null ? null : new Date(at.getTime() + goodForSeconds * 1000).toISOString(),
  };
}
