import type { OperatorPolicy } from '../../../contract/operator.ts';

/**
 * What holds until the operator sets something else (LC-10, NT-2). The columns of `installation` have the same defaults;
 * a test holds both, and what documents say, to these.
 */
export const defaultPolicy = {
  /** How long a partner has to answer a lead (LC-4): 14 days. */
  expiryHours: 14 * 24,
  /** How long a lead is hot whose customer asked to be contacted directly (LC-5): 72 hours. */
  hotHours: 72,
  /** How long an informational lead is kept (LC-8): 6 calendar months. */
  informationalMonths: 6,
  /** So many emails about new leads a recipient gets in a day; the rest is gathered. */
  mailsPerDay: 10,
  /** When it is gathered and sent: at 17:00 where the recipient is. */
  digestHour: 17,
} as const satisfies OperatorPolicy;
