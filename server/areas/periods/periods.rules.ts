import type { OperatorPolicy } from '../../../contract/organizations/partners.ts';

/**
 * The policy until the operator sets something else (LC-10, NT-2). The columns of `installation` have the same
 * defaults; a test holds both, and the documents, to these.
 */
export const defaultPolicy = {
  /** How long a partner has to answer a lead (LC-4): 14 days. */
  expiryHours: 14 * 24,
  /** How long a lead is hot when the customer asked to be contacted directly (LC-5): 72 hours. */
  hotHours: 72,
  /** How long an informational lead is kept (LC-8): 6 calendar months. */
  informationalMonths: 6,
  /** The most emails about new leads that a recipient gets in a day; the rest goes into the digest. */
  mailsPerDay: 10,
  /** When the digest is sent: at 17:00 in the recipient's time zone. */
  digestHour: 17,
} as const satisfies OperatorPolicy;
