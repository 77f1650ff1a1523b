import type { Db, Transaction } from '../../platform/database/database.ts';
import { lockName } from '../../platform/database/lock-name.ts';
import { networkOf } from '../../platform/http/network.ts';
import { hashSecret } from '../../platform/ids.ts';

/** Where attempts are counted, and how many are allowed in what time. */
export interface AttemptLimit {
  readonly table: 'sign_in_failure' | 'password_reset_request';
  readonly windowMilliseconds: number;
  readonly maxPerAccount: number;
  /** A whole IPv6 network counts as one address. */
  readonly maxPerAddress: number;
}

/**
 * Counts an attempt for an account, known or not, and for its address, in the database, so that every process sees it.
 * Concurrent attempts get no more through than consecutive ones. Deletes attempts older than the window.
 * @returns undefined when it was counted; the seconds to wait, with nothing counted, when it is one too many
 */
export async function countAttempt(
  tx: Transaction,
  limit: AttemptLimit,
  { email, address, at }: { email: string; address: string; at: Date },
): Promise<number | undefined> {
  const account = hashSecret(email.toLowerCase());
  const network = networkOf(address);
  await lockName(tx, `${limit.table} account ${account.toString('hex')}`);
  await lockName(tx, `${limit.table} address ${network}`);
  const since = new Date(at.getTime() - limit.windowMilliseconds);
  const limiting = [
    await findLimiting(tx, limit, { column: 'account_hash', value: account, since }),
    await findLimiting(tx, limit, { column: 'address', value: network, since }),
  ];
  const freeAt = Math.max(0, ...limiting.map((one) => (one ? one.getTime() + limit.windowMilliseconds : 0)));
  if (freeAt > 0) return Math.max(1, Math.ceil((freeAt - at.getTime()) / 1000));
  await tx.insertInto(limit.table).values({ account_hash: account, address: network, at }).execute();
  await tx.deleteFrom(limit.table).where('at', '<', since).execute();
  return undefined;
}

/** The attempt that must age out before another is allowed; undefined while below the maximum. */
async function findLimiting(
  tx: Transaction,
  limit: AttemptLimit,
  of: { column: 'account_hash' | 'address'; value: Buffer | string; since: Date },
): Promise<Date | undefined> {
  const maximum = of.column === 'account_hash' ? limit.maxPerAccount : limit.maxPerAddress;
  const row = await tx
    .selectFrom(limit.table)
    .select('at')
    .where(of.column, '=', of.value)
    .where('at', '>', of.since)
    .orderBy('at', 'desc')
    .offset(maximum - 1)
    .limit(1)
    .executeTakeFirst();
  return row?.at;
}

/** Deletes the attempts counted for an account. */
export async function forgetAttempts(
  db: Db | Transaction,
  limit: Pick<AttemptLimit, 'table'>,
  email: string,
): Promise<void> {
  await db.deleteFrom(limit.table).where('account_hash', '=', hashSecret(email.toLowerCase())).execute();
}
