import { sql } from 'kysely';
import type { Transaction } from '../../../platform/database/database.ts';
import { nothingPlanned } from './plan-next-step.ts';

/** A lead on its way from one organization to another, with its history; rows are JSON. */
export interface HandedOverLead {
  readonly id: string;
  readonly row: string;
  readonly events: string;
  readonly reason: string;
  readonly receivedAt: string;
}

/** Takes the lead and its history out of the operator's organization, as JSON. */
export async function takeOut(
  tx: Transaction,
  organizationId: string,
  leadId: string,
): Promise<HandedOverLead | undefined> {
  const { rows } = await sql<{ row: string; events: string; reason: string; received_at: Date }>`
    select to_jsonb(l)::text as row, l.routing_reason as reason, l.received_at,
           (select coalesce(jsonb_agg(to_jsonb(e) - 'transaction_id' order by e.at, e.id), '[]')::text
            from lead_event e where e.organization_id = l.organization_id and e.lead_id = l.id) as events
    from lead l where l.organization_id = ${organizationId} and l.id = ${leadId} and l.status is distinct from 'ClosedAsError'
    for update`.execute(tx);
  const [found] = rows;
  if (!found) return undefined;
  await tx
    .deleteFrom('lead')
    .where('organization_id', '=', organizationId)
    .where('id', '=', leadId)
    .execute();
  return {
    id: leadId,
    row: found.row,
    events: found.events,
    reason: found.reason,
    receivedAt: found.received_at.toISOString(),
  };
}

/** Where a lead goes, when, and why. */
export interface Destination {
  readonly organizationId: string;
  readonly locationId: string | null;
  readonly reason: string;
  readonly now: Date;
}

/**
 * The partner has as long to answer as if the lead had come to it directly: waiting with the operator does not count.
 */
function renewed(lead: { received_at: string; expires_at: string | null }, now: Date): string | null {
  if (lead.expires_at === null) return null;
  const period = Date.parse(lead.expires_at) - Date.parse(lead.received_at);
  return new Date(now.getTime() + period).toISOString();
}

/** Puts the lead into the partner's organization, with its history. @returns its new version */
export async function putIn(tx: Transaction, lead: HandedOverLead, to: Destination): Promise<number> {
  const parsed = JSON.parse(lead.row) as { version: number; received_at: string; expires_at: string | null };
  const version = parsed.version + 1;
  const { rows } = await sql<{ columns: string }>`
    select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
    from information_schema.columns where table_schema = 'public' and table_name = 'lead' and is_generated = 'NEVER'`.execute(
    tx,
  );
  const columns = sql.raw(rows[0]?.columns ?? '');
  const changed = JSON.stringify({
    ...parsed,
    organization_id: to.organizationId,
    location_id: to.locationId,
    offer_id: null,
    assigned_to: null,
    ...nothingPlanned,
    repeat_of_lead_id: null,
    routing_reason: to.reason,
    expires_at: renewed(parsed, to.now),
    updated_at: to.now.toISOString(),
    version,
  });
  await sql`insert into lead (${columns}) select ${columns} from jsonb_populate_record(null::lead, ${changed}::jsonb)`.execute(
    tx,
  );
  await sql`
    insert into lead_event (organization_id, id, lead_id, type, at, actor_kind, actor_person_id, actor_name, changes, note, version)
    select ${to.organizationId}::uuid, e.id, e.lead_id, e.type, e.at, e.actor_kind, e.actor_person_id, e.actor_name, e.changes, e.note, e.version
    from jsonb_populate_recordset(null::lead_event, ${lead.events}::jsonb) e`.execute(tx);
  return version;
}
