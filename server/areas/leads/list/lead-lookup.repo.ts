import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';

/**
 * Prepares what another batch of leads is found and sorted by, in its own transaction; for the worker.
 * @returns whether leads are left
 */
export async function prepareLookups(db: Db, maximum: number): Promise<boolean> {
  const { rows } = await sql<{ more: boolean }>`select prepare_lead_lookup(${maximum}) as more`.execute(db);
  return rows[0]?.more ?? false;
}
