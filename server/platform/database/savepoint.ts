import { sql } from 'kysely';
import type { Transaction } from './database.ts';

/**
 * Runs part of a transaction so that its failure, in the database or not, undoes that part alone: the transaction goes
 * on as if the part had not begun.
 * @returns what failed, in place of a result
 * @throws when the transaction itself cannot go on, because its connection broke
 */
export async function attempt<T>(
  tx: Transaction,
  work: () => Promise<T>,
): Promise<{ readonly result: T } | { readonly error: unknown }> {
  await sql`savepoint attempt`.execute(tx);
  try {
    const result = await work();
    await sql`release savepoint attempt`.execute(tx);
    return { result };
  } catch (error) {
    await sql`rollback to savepoint attempt`.execute(tx);
    await sql`release savepoint attempt`.execute(tx);
    return { error };
  }
}
