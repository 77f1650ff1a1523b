import { sql } from 'kysely';
import type { Transaction } from './database.ts';

/**
 * Waits until no other transaction holds this name, and holds it until the transaction ends: what comes under one name
 * comes one after another, even where there is no row to lock yet.
 */
export async function lockName(tx: Transaction, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}
