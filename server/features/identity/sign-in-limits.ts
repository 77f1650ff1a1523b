import { sql } from 'kysely';
import type { Db, Transaction } from '../../platform/database/database.ts';
import { AppError } from '../../platform/errors.ts';
import { networkOf } from '../../platform/http/network.ts';
import { hashSecret } from '../../platform/ids.ts';

const windowMilliseconds = 15 * 60_000;
const maxPerAccount = 10;
const maxPerAddress = 50;

/**
 * Stops guessing (ID-6): at most 10 failures per account and 50 per address (of IPv6: per network) in 15 minutes, counted in the
 * database so that every process sees them, and for unknown accounts as well. An attempt counts as failed until
 * {@link forgetFailures}: of many at once, no more are let through than of many in a row.
 * @throws AppError too-many-requests with the seconds until another attempt is allowed
 */
export async function claimAttempt(db: Db, email: string, address: string, at: Date): Promise<void> {
  const account = hashSecret(email.toLowerCase());
  const network = networkOf(address);
  await db.transaction().execute(async (tx) => {
    await waitForOthers(tx, `account ${account.toString('hex')}`);
    await waitForOthers(tx, `address ${network}`);
    const limiting = [
      await findLimiting(tx, 'account_hash', account, maxPerAccount, at),
      await findLimiting(tx, 'address', network, maxPerAddress, at),
    ];
    const freeAt = Math.max(0, ...limiting.map((one) => (one ? one.getTime() + windowMilliseconds : 0)));
    if (freeAt > 0) throw tooManyFailures(Math.max(1, Math.ceil((freeAt - at.getTime()) / 1000)));
    await tx.insertInto('sign_in_failure').values({ account_hash: account, address: network, at }).execute();
    await tx
      .deleteFrom('sign_in_failure')
      .where('at', '<', new Date(at.getTime() - windowMilliseconds))
      .execute();
  });
}

/** Attempts for one account, or from one address, are counted one after another. */
async function waitForOthers(tx: Transaction, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in ${name}`}, 0))`.execute(tx);
}

/** The failure that must be forgotten before another attempt is allowed; undefined while below the maximum. */
async function findLimiting(
  tx: Transaction,
  column: 'account_hash' | 'address',
  value: Buffer | string,
  maximum: number,
  at: Date,
): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('sign_in_failure')
    .select('at')
    .where(column, '=', value)
    .where('at', '>', new Date(at.getTime() - windowMilliseconds))
    .orderBy('at', 'desc')
    .offset(maximum - 1)
    .limit(1)
    .executeTakeFirst();
  return row?.at;
}

function tooManyFailures(retryAfterSeconds: number): AppError {
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return new AppError(
    'too-many-requests',
    `Too many failed sign-ins. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    { retryAfterSeconds },
  );
}

/** A successful sign-in clears the account's failures, so that yesterday's typing errors do not count. */
export async function forgetFailures(db: Db | Transaction, email: string): Promise<void> {
  await db
    .deleteFrom('sign_in_failure')
    .where('account_hash', '=', hashSecret(email.toLowerCase()))
    .execute();
}
