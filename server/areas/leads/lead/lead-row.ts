import type { Selectable } from 'kysely';
import type { Lead } from '../../../../db/types.ts';
import type { LifecycleFacts } from './leads.rules.ts';

/** A lead as the database stores it. */
export type LeadRow = Selectable<Lead>;

/** The columns that the list, the preview and the details share. */
export const summaryColumns = [
  'lead.id',
  'lead.version',
  'lead.lead_type',
  'lead.qualification',
  'lead.call_to_action',
  'lead.status',
  'lead.customer_name',
  'lead.country',
  'lead.contact_first_name',
  'lead.contact_last_name',
  'lead.contact_title',
  'lead.contact_email',
  'lead.contact_phone',
  'lead.contact_allowed',
  'lead.email_validity',
  'lead.phone_validity',
  'lead.checks_pending',
  'lead.lead_quality',
  'lead.lead_source',
  'lead.referral_program',
  'lead.offer_name',
  'lead.offer_title',
  'lead.location_id',
  'lead.assigned_to',
  'lead.stage',
  'lead.deal_name',
  'lead.deal_value_minor',
  'lead.deal_currency',
  'lead.estimated_purchase_date',
  'lead.next_step',
  'lead.next_step_day',
  'lead.next_step_at',
  'lead.qualified_at',
  'lead.developed_at',
  'lead.proposed_at',
  'lead.negotiated_at',
  'lead.campaign_id',
  'lead.accepted_at',
  'lead.closed_at',
  'lead.received_at',
  'lead.updated_at',
  'lead.expires_at',
  'lead.available_until',
  'lead.hot_until',
  'lead.is_test',
] as const;

type SummaryColumn = (typeof summaryColumns)[number] extends `lead.${infer Name}` ? Name : never;

/** What the summary needs from a row, with what was looked up along with it. */
export type LeadSummaryRow = Pick<LeadRow, SummaryColumn> & {
  location_name: string | null;
  assignee_name: string | null;
  favorite: boolean;
  /** The beginning, with more than the list shows of it. */
  message_start: string | null;
  notes_start: string | null;
};

/** The further columns of the details page. */
export const detailColumns = [
  'lead.door',
  'lead.message',
  'lead.mended',
  'lead.suspected_spam',
  'lead.consent_at',
  'lead.consent_text_version',
  'lead.sender_name',
  'lead.sender_organization_name',
  'lead.routing_reason',
  'lead.source_detail',
  'lead.offer_id',
  'lead.repeat_of_lead_id',
  'lead.forwarded_after',
  'lead.deal_notes',
  'lead.crm_id',
  'lead.employees',
  'lead.decline_reason',
  'lead.lost_reason',
  'lead.error_reason',
  'lead.closing_notes',
  'lead.final_value_minor',
  'lead.final_value_currency',
  'lead.duplicate_of_lead_id',
] as const;

type DetailColumn = (typeof detailColumns)[number] extends `lead.${infer Name}` ? Name : never;

/** A lead by itself, without what the details page looks up along with it: enough to decide about it. */
export type LeadColumnsRow = Pick<LeadRow, SummaryColumn | DetailColumn>;

/** Everything that the details page needs from a row. */
export type LeadDetailRow = LeadSummaryRow &
  Pick<LeadRow, DetailColumn> & { repeat_of_received_at: Date | null };

/** What the lifecycle rules depend on, from a row. */
export function factsOf(
  row: Pick<LeadRow, 'status' | 'expires_at' | 'available_until' | 'contact_allowed'>,
): LifecycleFacts & { contactAllowed: boolean } {
  return {
    status: row.status,
    expiresAt: row.expires_at,
    availableUntil: row.available_until,
    contactAllowed: row.contact_allowed,
  };
}
