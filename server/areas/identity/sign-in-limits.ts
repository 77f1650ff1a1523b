import type { Db, Transaction } from '../../platform/database/database.ts';
import { AppError } from '../../platform/errors.ts';
import { networkOf } from '../../platform/http/network.ts';
import { type Share, Turns } from '../../platform/turns.ts';
import { sentence } from './catalogue.ts';
import { type AttemptLimit, countAttempt, forgetAttempts } from './counted-attempts.repo.ts';
import { passwordsAtOnce } from './passwords.ts';

const limit: AttemptLimit = {
  table: 'sign_in_failure',
  windowMilliseconds: 15 * 60_000,
  maxPerAccount: 10,
  maxPerAddress: 50,
};

/**
 * Stops guessing (ID-6): at most 10 failures per account and 50 per address in 15 minutes. An attempt counts as failed
 * until {@link forgetFailures}.
 * @throws AppError too-many-requests with the seconds until another attempt is allowed
 */
export async function claimAttempt(db: Db, email: string, address: string, at: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const seconds = await countAttempt(tx, limit, { email, address, at });
    if (seconds !== undefined) throw tooManyFailures(seconds);
  });
}

function tooManyFailures(retryAfterSeconds: number): AppError {
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return new AppError('too-many-requests', sentence('limits.tooManyFailures', { minutes }), {
    retryAfterSeconds,
  });
}

/** A successful sign-in clears the account's failures, so that yesterday's typos do not count. */
export async function forgetFailures(db: Db | Transaction, email: string): Promise<void> {
  await forgetAttempts(db, limit, email);
}

/** The queue for sign-ins. */
export const newSignInTurns = () =>
  new Turns({
    waitMilliseconds: 10_000,
    refusal: sentence('limits.crowd'),
    retryAfterSeconds: 5,
    pauseMilliseconds: 1000,
  });

/** The shares that a sign-in counts against: everyone's, and its network's. */
export function signInShares(address: string): Share[] {
  return [
    { of: 'everybody', running: passwordsAtOnce, waiting: 100 },
    { of: networkOf(address), running: passwordsAtOnce, waiting: 30 },
  ];
}
