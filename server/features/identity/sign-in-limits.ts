import type { Db, Transaction } from '../../platform/database/database.ts';
import { AppError } from '../../platform/errors.ts';
import { hashSecret } from '../../platform/ids.ts';

const windowMinutes = 15;
const maxPerAccount = 10;
const maxPerAddress = 50;

/**
 * Stops guessing (ID-6): at most 10 failures per account and 50 per address in 15 minutes, counted in the
 * database so that every process sees them, and for unknown accounts as well.
 * @throws AppError too-many-requests with the seconds until the oldest failure is forgotten
 */
export async function refuseGuessing(db: Db, email: string, address: string, at: Date): Promise<void> {
  const since = new Date(at.getTime() - windowMinutes * 60_000);
  const account = hashSecret(email.toLowerCase());
  const failures = await db
    .selectFrom('sign_in_failure')
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('account_hash', '=', account).as('byAccount'),
      fn.countAll<number>().filterWhere('address', '=', address).as('byAddress'),
      fn.min('at').as('oldest'),
    ])
    .where('at', '>', since)
    .where((eb) => eb.or([eb('account_hash', '=', account), eb('address', '=', address)]))
    .executeTakeFirstOrThrow();
  if (failures.byAccount < maxPerAccount && failures.byAddress < maxPerAddress) return;
  const oldest = failures.oldest ? new Date(failures.oldest).getTime() : at.getTime();
  const retryAfterSeconds = Math.max(1, Math.ceil((oldest + windowMinutes * 60_000 - at.getTime()) / 1000));
  throw new AppError(
    'too-many-requests',
    `Too many failed sign-ins. Try again in ${Math.ceil(retryAfterSeconds / 60)} minutes.`,
    {
      retryAfterSeconds,
    },
  );
}

/** Remembers a failed sign-in, and forgets those that no longer count. */
export async function recordFailure(
  db: Db | Transaction,
  email: string,
  address: string,
  at: Date,
): Promise<void> {
  await db
    .insertInto('sign_in_failure')
    .values({ account_hash: hashSecret(email.toLowerCase()), address, at })
    .execute();
  await db
    .deleteFrom('sign_in_failure')
    .where('at', '<', new Date(at.getTime() - windowMinutes * 60_000))
    .execute();
}

/** A successful sign-in clears the account's failures, so that yesterday's typing errors do not count. */
export async function forgetFailures(db: Db | Transaction, email: string): Promise<void> {
  await db
    .deleteFrom('sign_in_failure')
    .where('account_hash', '=', hashSecret(email.toLowerCase()))
    .execute();
}
