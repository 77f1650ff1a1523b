import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';

/** Leads with events of transactions that ended since the snapshot, by organization. */
export async function unscopedListChanged(db: Db, since: string): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ organization_id: string; lead_id: string }>`
    select organization_id, lead_id from lead_events_since(${since}::pg_snapshot)`.execute(db);
  const changed = new Map<string, string[]>();
  for (const row of rows) {
    const ids = changed.get(row.organization_id);
    if (ids) ids.push(row.lead_id);
    else changed.set(row.organization_id, [row.lead_id]);
  }
  return changed;
}

/** The people whose Action center got something since the snapshot, each as {@link ownerKey}. */
export async function unscopedListNotified(db: Db, since: string): Promise<Set<string>> {
  const { rows } = await sql<{ organization_id: string; person_id: string }>`
    select organization_id, person_id from notifications_since(${since}::pg_snapshot)`.execute(db);
  return new Set(rows.map((row) => ownerKey(row.organization_id, row.person_id)));
}

/** A person in an organization, as one string. */
export const ownerKey = (organizationId: string, personId: string) => `${organizationId} ${personId}`;

/** The current snapshot of the database; whatever ends later is news. */
export async function currentSnapshot(db: Db): Promise<string> {
  const { rows } = await sql<{ snapshot: string }>`select pg_current_snapshot()::text as snapshot`.execute(
    db,
  );
  return rows[0]?.snapshot ?? '';
}
