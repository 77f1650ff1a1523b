import { sql } from 'kysely';
import type { Db, Transaction } from '../../platform/database/database.ts';
import { AppError } from '../../platform/errors.ts';
import { networkOf } from '../../platform/http/network.ts';
import { hashSecret } from '../../platform/ids.ts';

const windowMilliseconds = 60 * 60_000;
const maxPerAccount = 3;
const maxPerAddress = 20;

/**
 * Counts a request for a new password, for unknown accounts as well: at most 3 per account and 20 per address
 * (of IPv6: per network) in an hour, so that nobody's mailbox is flooded and nobody learns who has an account.
 * @throws AppError too-many-requests with the seconds until another is taken
 */
export async function claimResetRequest(
  tx: Transaction,
  email: string,
  address: string,
  at: Date,
): Promise<void> {
  const account = hashSecret(email.toLowerCase());
  const network = networkOf(address);
  await waitForOthers(tx, `account ${account.toString('hex')}`);
  await waitForOthers(tx, `address ${network}`);
  const limiting = [
    await findLimiting(tx, 'account_hash', account, maxPerAccount, at),
    await findLimiting(tx, 'address', network, maxPerAddress, at),
  ];
  const freeAt = Math.max(0, ...limiting.map((one) => (one ? one.getTime() + windowMilliseconds : 0)));
  if (freeAt > 0) throw tooManyRequests(Math.max(1, Math.ceil((freeAt - at.getTime()) / 1000)));
  await tx
    .insertInto('password_reset_request')
    .values({ account_hash: account, address: network, at })
    .execute();
  await tx
    .deleteFrom('password_reset_request')
    .where('at', '<', new Date(at.getTime() - windowMilliseconds))
    .execute();
}

/** Requests for one account, or from one address, are counted one after another. */
async function waitForOthers(tx: Transaction | Db, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`password reset ${name}`}, 0))`.execute(tx);
}

/** The request that must get old before another is taken; undefined while below the maximum. */
async function findLimiting(
  tx: Transaction,
  column: 'account_hash' | 'address',
  value: Buffer | string,
  maximum: number,
  at: Date,
): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('password_reset_request')
    .select('at')
    .where(column, '=', value)
    .where('at', '>', new Date(at.getTime() - windowMilliseconds))
    .orderBy('at', 'desc')
    .offset(maximum - 1)
    .limit(1)
    .executeTakeFirst();
  return row?.at;
}

function tooManyRequests(retryAfterSeconds: number): AppError {
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return new AppError(
    'too-many-requests',
    `A new password was asked for several times. Look for the mails, or try again in ${minutes} ${
      minutes === 1 ? 'minute' : 'minutes'
    }.`,
    { retryAfterSeconds },
  );
}
