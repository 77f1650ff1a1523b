import { type Selectable, sql } from 'kysely';
import type { Contact } from '../../../../contract/leads/leads.ts';
import type { LeadEventType } from '../../../../contract/leads/lists.ts';
import type { PartnerLeadState } from '../../../../contract/partners/lists.ts';
import type { LeadRerouting } from '../../../../db/types.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import type { TimePlace } from '../../../platform/time-cursor.ts';
import type { LeadRow } from '../../leads/index.ts';

// Everything here works as the operator: the database functions refuse everyone else (decision 031).

/** A partner's lead, limited to what the operator may know. */
export type PartnerLeadRow = Pick<
  LeadRow,
  | 'id'
  | 'organization_id'
  | 'location_id'
  | 'lead_type'
  | 'qualification'
  | 'call_to_action'
  | 'lead_source'
  | 'offer_name'
  | 'offer_title'
  | 'is_test'
  | 'customer_name'
  | 'country'
  | 'lead_quality'
  | 'status'
  | 'received_at'
  | 'accepted_at'
  | 'closed_at'
  | 'expires_at'
  | 'available_until'
  | 'hot_until'
  | 'contact_allowed'
  | 'customer_request_id'
  | 'sender_name'
> & {
  organization_name: string;
  location_name: string | null;
  /** The operator's people sent it. */
  is_own: boolean;
  /** Its partner shares contacts with the operator. */
  is_shared: boolean;
};

export interface PartnerLeadFilters {
  readonly partnerId: string | undefined;
  /** undefined: all, including informational leads. */
  readonly states: readonly PartnerLeadState[] | undefined;
  readonly onlyHot: boolean;
}

/** A page of partners' leads, newest first. */
export async function unscopedListPartnerLeads(
  tx: Transaction,
  { partnerId, states, onlyHot }: PartnerLeadFilters,
  place: { readonly after: TimePlace | undefined; readonly maximum: number; readonly now: Date },
): Promise<PartnerLeadRow[]> {
  const [at, id] = place.after ?? [null, null];
  const { rows } = await sql<PartnerLeadRow>`
    select * from list_partner_leads(null, ${partnerId ?? null}, ${states ? [...states] : null}, ${onlyHot}, ${place.now},
                                     ${at}, ${id}, ${place.maximum})`.execute(tx);
  return rows;
}

/** How many of partners' leads wait for an answer, and how many are hot; at most `maximum` of each are counted. */
export async function countPartnerLeads(
  tx: Transaction,
  now: Date,
  maximum: number,
): Promise<{ waiting: number; hot: number }> {
  const counted = (onlyHot: boolean) => sql`
    (select count(*)::integer
     from list_partner_leads(null, null, array['Received'], ${onlyHot}, ${now}, null, null, ${maximum}))`;
  const { rows } = await sql<{ waiting: number; hot: number }>`
    select ${counted(false)} as waiting, ${counted(true)} as hot`.execute(tx);
  return rows[0] ?? { waiting: 0, hot: 0 };
}

/** One lead of any partner; undefined when no partner has it. */
export async function unscopedFindPartnerLead(
  tx: Transaction,
  leadId: string,
  now: Date,
): Promise<PartnerLeadRow | undefined> {
  const { rows } = await sql<PartnerLeadRow>`
    select * from list_partner_leads(${leadId}, null, null, false, ${now}, null, null, 1)`.execute(tx);
  return rows[0];
}

/** A contact, and what the customer or the sender wrote. */
export interface ShownContact {
  readonly contact: Contact;
  readonly message: string | null;
}

/** The contact of a lead; undefined where the operator may not see it. */
export async function unscopedFindPartnerLeadContact(
  tx: Transaction,
  lead: Pick<PartnerLeadRow, 'organization_id' | 'id'>,
  now: Date,
): Promise<ShownContact | undefined> {
  const { rows } = await sql<
    Pick<
      LeadRow,
      | 'contact_first_name'
      | 'contact_last_name'
      | 'contact_title'
      | 'contact_email'
      | 'contact_phone'
      | 'message'
    >
  >`select * from find_partner_lead_contact(${lead.organization_id}, ${lead.id}, ${now})`.execute(tx);
  const [row] = rows;
  return (
    row && {
      contact: {
        firstName: row.contact_first_name,
        lastName: row.contact_last_name,
        title: row.contact_title,
        email: row.contact_email,
        phone: row.contact_phone,
      },
      message: row.message,
    }
  );
}

export interface PartnerLeadEventRow {
  readonly id: string;
  readonly type: LeadEventType;
  readonly at: Date;
  readonly actor_kind: 'person' | 'token' | 'customer' | 'marketplace' | 'system';
  /** Set for marketplaces and systems only. */
  readonly actor_name: string | null;
}

/** The events that moved a lead on, oldest first. */
export async function unscopedListPartnerLeadEvents(
  tx: Transaction,
  lead: Pick<PartnerLeadRow, 'organization_id' | 'id'>,
): Promise<PartnerLeadEventRow[]> {
  const { rows } = await sql<PartnerLeadEventRow>`
    select * from list_partner_lead_events(${lead.organization_id}, ${lead.id})`.execute(tx);
  return rows;
}

export type ReroutingRow = Pick<
  Selectable<LeadRerouting>,
  'new_organization_id' | 'new_lead_id' | 'at' | 'by_name'
> & { organization_name: string };

/** Where the operator sent a lead on to; undefined when it did not. */
export function findRerouting(
  tx: Transaction,
  operatorId: string,
  lead: Pick<PartnerLeadRow, 'organization_id' | 'id'>,
): Promise<ReroutingRow | undefined> {
  return tx
    .selectFrom('lead_rerouting as way')
    .innerJoin('organization as o', 'o.id', 'way.new_organization_id')
    .select(['way.new_organization_id', 'way.new_lead_id', 'way.at', 'way.by_name'])
    .select('o.name as organization_name')
    .where('way.organization_id', '=', operatorId)
    .where('way.lead_organization_id', '=', lead.organization_id)
    .where('way.lead_id', '=', lead.id)
    .executeTakeFirst();
}

/** @returns false when the lead was already sent on; of two concurrent calls the second waits for the first */
export async function insertRerouting(
  tx: Transaction,
  rerouting: Selectable<LeadRerouting>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('lead_rerouting')
    .values(rerouting)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
