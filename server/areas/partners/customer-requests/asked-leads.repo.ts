import { sql } from 'kysely';
import type { Transaction } from '../../../platform/database/database.ts';
import type { LeadRow } from '../../leads/index.ts';

// Everything here works as the organization of the lead.

const columns = [
  'organization_id',
  'id',
  'version',
  'location_id',
  'qualification',
  'lead_type',
  'door',
  'is_test',
  'offer_id',
  'offer_title',
  'customer_name',
  'country',
  'contact_first_name',
  'contact_last_name',
  'contact_title',
  'contact_email',
  'contact_phone',
  'contact_allowed',
  'email_validity',
  'message',
  'status',
  'received_at',
  'closed_at',
  'expires_at',
  'available_until',
  'hot_until',
  'decline_reason',
  'customer_request_id',
] as const;

/** The columns of a lead that the customer's page and emails need. */
export type AskedLead = Pick<LeadRow, (typeof columns)[number]>;

/** The columns of a lead of that organization that the customer’s page and emails need. */
export function findAskedLead(
  tx: Transaction,
  organizationId: string,
  leadId: string,
): Promise<AskedLead | undefined> {
  return askedLead(tx, organizationId, leadId).executeTakeFirst();
}

function askedLead(tx: Transaction, organizationId: string, leadId: string) {
  return tx
    .selectFrom('lead')
    .select(columns)
    .where('organization_id', '=', organizationId)
    .where('id', '=', leadId);
}

/** The partner's name as the customer knows it: that of the profile that they found, else the organization's. */
export async function getPartnerName(tx: Transaction, lead: AskedLead): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select coalesce(
      (select p.display_name from profile_location l
       join business_profile p on p.organization_id = l.organization_id and p.id = l.profile_id
       where ${lead.lead_type} = 'Profile' and l.organization_id = o.id and l.location_id = ${lead.location_id}
       order by l.slug limit 1), o.name) as name
    from organization o where o.id = ${lead.organization_id}`.execute(tx);
  return rows[0]?.name ?? '';
}

/** The tags of what the customer asked about: of the offer, or of the profile that they found. */
export async function listAskedTags(tx: Transaction, lead: AskedLead): Promise<string[]> {
  const { rows } = await sql<{ tag: string }>`
    select unnest(o.tags) as tag from offer o
    where o.organization_id = ${lead.organization_id} and o.id = ${lead.offer_id}
    union
    select unnest(p.tags) from profile_location l
    join business_profile p on p.organization_id = l.organization_id and p.id = l.profile_id
    where ${lead.offer_id}::uuid is null and l.organization_id = ${lead.organization_id} and l.location_id = ${lead.location_id}
    order by tag`.execute(tx);
  return rows.map((row) => row.tag);
}
