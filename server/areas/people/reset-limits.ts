import type { Transaction } from '../../platform/database/database.ts';
import { AppError } from '../../platform/errors.ts';
import { type AttemptLimit, countAttempt } from '../identity/index.ts';
import { sentence } from './catalogue.ts';

const limit: AttemptLimit = {
  table: 'password_reset_request',
  windowMilliseconds: 60 * 60_000,
  maxPerAccount: 3,
  maxPerAddress: 20,
};

/**
 * Counts a request for a new password: at most 3 per account and 20 per IP address in an hour, so that nobody's mailbox
 * is flooded and nobody can find out who has an account.
 * @throws AppError too-many-requests with the seconds until another is accepted
 */
export async function claimResetRequest(
  tx: Transaction,
  email: string,
  address: string,
  at: Date,
): Promise<void> {
  const seconds = await countAttempt(tx, limit, { email, address, at });
  if (seconds !== undefined) throw tooManyRequests(seconds);
}

function tooManyRequests(retryAfterSeconds: number): AppError {
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return new AppError('too-many-requests', sentence('password.tooManyResets', { minutes }), {
    retryAfterSeconds,
  });
}
