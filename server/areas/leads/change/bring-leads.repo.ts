import { type Insertable, sql } from 'kysely';
import type { Lead } from '../../../../db/types.ts';
import type { Transaction } from '../../../platform/database/database.ts';

/** A lead that people bring from elsewhere, with everything that happened to it there. */
export interface BroughtLead {
  readonly lead: Insertable<Lead> & { readonly id: string };
  /** The first entry of its timeline. */
  readonly note: string;
}

/** What such a lead may say; everything else has its default. */
const columns = [
  ...['id', 'location_id', 'qualification', 'lead_type', 'call_to_action', 'lead_source', 'offer_name'],
  ...['offer_title', 'is_test', 'door', 'routing_reason', 'customer_name', 'country', 'contact_first_name'],
  ...['contact_last_name', 'contact_title', 'contact_email', 'email_read', 'contact_phone', 'message'],
  ...['contact_allowed', 'consent_text_version', 'sender_organization_id', 'sender_person_id', 'sender_name'],
  ...['sender_organization_name', 'email_validity', 'phone_validity', 'checks_pending', 'status'],
  ...['received_at', 'updated_at', 'accepted_at', 'closed_at', 'expires_at', 'available_until', 'deal_name'],
  ...['deal_value_minor', 'deal_currency', 'estimated_purchase_date', 'deal_notes', 'crm_id', 'campaign_id'],
  ...['qualified_at', 'developed_at', 'proposed_at', 'negotiated_at', 'decline_reason', 'lost_reason'],
  ...['error_reason', 'final_value_minor', 'final_value_currency', 'referral_program', 'assigned_to'],
];

/** Stores leads of one organization, which the transaction must be for, with one statement. */
export async function insertBroughtLeads(
  tx: Transaction,
  organizationId: string,
  leads: readonly BroughtLead[],
): Promise<void> {
  const named = sql.raw(columns.join(', '));
  await sql`
    insert into lead (organization_id, ${named})
    select ${organizationId}::uuid, ${named}
    from jsonb_populate_recordset(null::lead, ${JSON.stringify(leads.map(({ lead }) => lead))}::jsonb)`.execute(
    tx,
  );
}

/** A lead in the version that someone left it in. */
export interface LeadVersion {
  readonly leadId: string;
  readonly version: number;
}

/**
 * Deletes leads that were brought, with their history, unless they have another version by now.
 * @returns the ids of those that are gone
 */
export async function deleteBroughtLeads(
  tx: Transaction,
  organizationId: string,
  leads: readonly LeadVersion[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from lead using unnest(${leads.map(({ leadId }) => leadId)}::uuid[],
                                  ${leads.map(({ version }) => version)}::integer[]) as brought (id, version)
    where lead.organization_id = ${organizationId} and lead.id = brought.id and lead.version = brought.version
      and lead.id = any(${leads.map(({ leadId }) => leadId)}::uuid[]) and lead.door = 'import'
    returning lead.id`.execute(tx);
  return rows.map(({ id }) => id);
}
