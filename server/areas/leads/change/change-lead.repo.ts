import { sql, type Updateable } from 'kysely';
import type { Lead as LeadTable } from '../../../../db/types.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import type { LeadDetailRow } from '../lead/lead-row.ts';
import { type LeadScope, visibleTo } from '../lead/lead-scope.sql.ts';
import { findLead } from '../lead/leads.repo.ts';
import { type NewLeadEvent, newEvent } from './lead-events.ts';

/** Locks the lead until the transaction ends, so that one of two people acting concurrently waits (LC-9). */
export async function lockLead(
  tx: Transaction,
  scope: LeadScope,
  leadId: string,
): Promise<LeadDetailRow | undefined> {
  const held = await tx
    .selectFrom('lead')
    .select('lead.id')
    .where(visibleTo(scope))
    .where('lead.id', '=', leadId)
    .forUpdate()
    .executeTakeFirst();
  return held ? findLead(tx, scope, leadId) : undefined;
}

/** What a change may write about a lead. */
export type LeadChangeColumns = Omit<Updateable<LeadTable>, 'organization_id' | 'id' | 'version'>;

/** Appends events, at least one, to the log that everything else reads. @returns the ids of the events, in order */
export async function insertEvents(tx: Transaction, events: readonly NewLeadEvent[]): Promise<string[]> {
  const rows = events.map((event) => ({ ...newEvent(event), changes: event.changes ?? [] }));
  // One parameter, however many events there are: a statement with eleven for each takes longer to read than to run.
  await sql`
    insert into lead_event (organization_id, id, lead_id, type, at, actor_kind, actor_person_id, actor_name, note,
                            version, changes)
    select organization_id, id, lead_id, type, at, actor_kind, actor_person_id, actor_name, note, version, changes
    from jsonb_populate_recordset(null::lead_event, ${JSON.stringify(rows)}::jsonb)`.execute(tx);
  return rows.map(({ id }) => id);
}
