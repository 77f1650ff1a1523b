import type { UntoldReason } from '../../../../contract/mail/lists.ts';

/** What decides whether a lead still waits for an answer. */
export interface StandingFacts {
  readonly status: string;
  readonly expires_at: Date | null;
}

/** Why a lead no longer needs an answer; undefined: it waits (LC-4: to the millisecond). */
export function settledBefore(
  { status, expires_at }: StandingFacts,
  now: Date,
): Extract<UntoldReason, 'answered-before' | 'expired-before'> | undefined {
  if (status === 'Expired') return 'expired-before';
  if (status !== 'Received') return 'answered-before';
  return expires_at !== null && expires_at <= now ? 'expired-before' : undefined;
}
