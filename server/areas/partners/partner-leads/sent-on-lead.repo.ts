import type { Transaction } from '../../../platform/database/database.ts';
import type { LeadRow } from '../../leads/index.ts';
import type { PartnerLeadRow } from './partner-leads.repo.ts';

const columns = [
  'qualification',
  'referral_program',
  'is_test',
  'customer_name',
  'country',
  'contact_first_name',
  'contact_last_name',
  'contact_title',
  'contact_email',
  'contact_phone',
  'message',
  'hot_until',
  'estimated_purchase_date',
  'sender_organization_id',
  'sender_organization_name',
  'sender_person_id',
  'sender_name',
] as const;

/** What the operator's people wrote in a lead. */
export type LeadToSendOn = Pick<LeadRow, (typeof columns)[number]>;

/** What they wrote in the lead; the transaction must work for its partner. */
export function findLeadToSendOn(
  tx: Transaction,
  lead: Pick<PartnerLeadRow, 'organization_id' | 'id'>,
): Promise<LeadToSendOn> {
  return tx
    .selectFrom('lead')
    .select(columns)
    .where('organization_id', '=', lead.organization_id)
    .where('id', '=', lead.id)
    .executeTakeFirstOrThrow();
}
