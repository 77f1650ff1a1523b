import { z } from 'zod';
import { retryDelaySeconds } from '../dns/retries.ts';
import { type EmailVerdict, finding } from '../verdict.ts';

const daySeconds = 86_400;
const weekSeconds = 7 * daySeconds;

/** The deciding part of the answer. `smtp` holds either findings or an error. */
const answerSchema = z.object({
  is_reachable: z.enum(['safe', 'risky', 'invalid', 'unknown']),
  misc: z.object({ is_disposable: z.boolean() }).partial().nullish().catch(null),
  smtp: z.union([
    z.object({
      can_connect_smtp: z.boolean(),
      has_full_inbox: z.boolean(),
      is_catch_all: z.boolean(),
      is_deliverable: z.boolean(),
      is_disabled: z.boolean(),
    }),
    z.object({ error: z.unknown() }),
  ]),
});
type Answer = z.infer<typeof answerSchema>;

interface Reading {
  readonly validity: EmailVerdict['validity'];
  readonly code: string;
  readonly detail: string;
  /** A retry soon may get an answer. */
  readonly isPassing: boolean;
}

/**
 * Parses an answer in the format of Reacher's check-if-email-exists; undefined when it has another format. Invalid
 * requires a mail server that was reached and said so: the service also calls addresses invalid that it could not check
 * (CV-4). Domains without mail servers are left to our own resolver.
 */
export function readReacherAnswer(
  body: unknown,
  occasion: { readonly at: Date; readonly attempt: number; readonly neverSpam: boolean },
): EmailVerdict | undefined {
  const parsed = answerSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { validity, code, detail, isPassing } = readAnswer(parsed.data, occasion.neverSpam);
  const retryAfterSeconds = isPassing ? retryDelaySeconds('trouble', occasion.attempt) : null;
  const result = validity === 'Valid' ? 'passed' : validity === 'Unknown' ? 'unknown' : 'failed';
  const goodForSeconds = validity === 'Unknown' ? (retryAfterSeconds ?? daySeconds) : weekSeconds;
  return {
    validity,
    evidence: [finding('provider', result, code, detail, occasion.at, goodForSeconds)],
    retryAfterSeconds,
  };
}

function readAnswer({ is_reachable, misc, smtp }: Answer, neverSpam: boolean): Reading {
  if (misc?.is_disposable && !neverSpam) {
    return reading('Spam', 'disposable', 'The verifying service knows the domain as disposable.');
  }
  if ('error' in smtp) return unsettled('verifier-error', 'it had trouble itself');
  if (!smtp.can_connect_smtp) return unsettled('not-connected', 'it could not reach the mail server');
  if (is_reachable === 'unknown') return unsettled('verifier-unknown', 'it got no clear answer');
  if (smtp.is_catch_all) {
    return reading(
      'Unknown',
      'catch-all',
      'The verifying service found that the domain takes mail for any name.',
    );
  }
  if (smtp.has_full_inbox)
    return reading('Unknown', 'full-inbox', 'The verifying service found the mailbox full.');
  if (smtp.is_disabled)
    return reading('Invalid', 'disabled', 'The verifying service found the mailbox closed.');
  return readDeliverable(is_reachable, smtp.is_deliverable);
}

function readDeliverable(reachable: 'safe' | 'risky' | 'invalid', isDeliverable: boolean): Reading {
  if (isDeliverable && reachable !== 'invalid') {
    return reading('Valid', 'mailbox-accepted', 'The verifying service found that the mailbox takes mail.');
  }
  if (!isDeliverable && reachable !== 'safe') {
    return reading('Invalid', 'undeliverable', 'The verifying service found that the mailbox takes no mail.');
  }
  return reading('Unknown', 'contradiction', 'The verifying service contradicts itself.');
}

function reading(validity: Reading['validity'], code: string, detail: string): Reading {
  return { validity, code, detail, isPassing: false };
}

function unsettled(code: string, reason: string): Reading {
  const detail = `The verifying service could not tell: ${reason}.`;
  return { validity: 'Unknown', code, detail, isPassing: true };
}
