import { type Insertable, sql } from 'kysely';
import type { LeadType } from '../../../contract/enums.ts';
import type { Lead, LeadEvent } from '../../../db/types.ts';
import type { Db, Transaction } from '../../platform/database/database.ts';
import type { OfferForIntake } from '../directory/index.ts';

export interface EndpointRow {
  organization_id: string;
  id: string;
  name: string;
  last_used_at: Date | null;
  is_operator: boolean;
  default_location_id: string | null;
  operator_organization_id: string | null;
  expiry_hours: number;
  hot_hours: number;
  informational_months: number;
  offer: OfferForIntake | null;
}

/**
 * The endpoint of a key, with the offer that its lead names and the periods in force, in one question. Not bound
 * to an organization: the exact hash of a living key finds its endpoint and nothing else does.
 */
export async function unscopedFindEndpoint(
  db: Db,
  keyHash: Buffer,
  offer: { publisherId: string; offerKey: string } | undefined,
): Promise<EndpointRow | undefined> {
  const { rows } = await sql<EndpointRow>`
    select endpoint.*, to_jsonb(offer) as offer
    from find_intake_endpoint(${keyHash}) endpoint
    left join find_offer_for_intake(${offer?.publisherId ?? null}, ${offer?.offerKey ?? null}) offer on true`.execute(
    db,
  );
  return rows[0];
}

export async function touchEndpoint(tx: Transaction, endpointId: string, at: Date): Promise<void> {
  await tx.updateTable('intake_endpoint').set({ last_used_at: at }).where('id', '=', endpointId).execute();
}

/** The periods that are in force for leads received now (LC-10). */
export function getPeriods(db: Db) {
  return db
    .selectFrom('installation')
    .select([
      'lead_expiry_hours as expiryHours',
      'hot_lead_hours as hotHours',
      'informational_lead_months as informationalMonths',
    ])
    .executeTakeFirstOrThrow();
}

export interface NewReceipt {
  readonly organizationId: string;
  readonly door: string;
  readonly key: Buffer;
  readonly requestHash: Buffer;
  readonly leadId: string;
  readonly routed: boolean;
  readonly at: Date;
  /** A receipt older than this is forgotten and taken over; null: receipts stand for ever. */
  readonly forgottenBefore: Date | null;
}

export interface NewLead {
  readonly lead: Insertable<Lead> & { organization_id: string; id: string };
  readonly event: Insertable<LeadEvent>;
  /** A task that the lead needs after the answer, with what it carries. */
  readonly job: { readonly task: string; readonly payload: object } | null;
  readonly receipt: NewReceipt | null;
}

/**
 * Stores a lead with its receipt, first event and job, all or nothing, durable when this returns; of two identical
 * requests at once the second waits until the first is committed.
 * @returns false, with nothing stored, when the request was taken before
 */
export async function takeLead(db: Db, { lead, event, job, receipt }: NewLead): Promise<boolean> {
  const { rows } = await sql<{ created: boolean }>`
    select take_lead(${receipt && JSON.stringify(receiptRow(receipt))}::jsonb, ${JSON.stringify(lead)}::jsonb,
                     ${JSON.stringify(event)}::jsonb, ${job?.task ?? null}, ${JSON.stringify(job?.payload ?? {})}::json)
           as created`.execute(db);
  return rows[0]?.created ?? false;
}

function receiptRow(receipt: NewReceipt) {
  return {
    organization_id: receipt.organizationId,
    door: receipt.door,
    key: `\\x${receipt.key.toString('hex')}`,
    request_hash: `\\x${receipt.requestHash.toString('hex')}`,
    lead_id: receipt.leadId,
    routed: receipt.routed,
    received_at: receipt.at,
    forgotten_before: receipt.forgottenBefore,
  };
}

export function getReceipt(tx: Transaction, receipt: Pick<NewReceipt, 'organizationId' | 'door' | 'key'>) {
  return tx
    .selectFrom('intake_receipt')
    .select(['lead_id', 'request_hash', 'received_at', 'routed'])
    .where('organization_id', '=', receipt.organizationId)
    .where('door', '=', receipt.door)
    .where('key', '=', receipt.key)
    .executeTakeFirstOrThrow();
}

/** The latest earlier lead of the same customer about the same offer, or at the same location for profile leads (IN-3). */
export function findEarlierLead(
  tx: Transaction,
  lead: {
    organization_id: string;
    id: string;
    contact_email: string;
    offer_name: string | null;
    lead_type: LeadType;
    location_id: string | null;
    received_at: Date;
  },
) {
  return tx
    .selectFrom('lead')
    .select(['id', 'received_at'])
    .where('organization_id', '=', lead.organization_id)
    .where(sql`lower(contact_email)`, '=', lead.contact_email.toLowerCase())
    .where('lead_type', '=', lead.lead_type)
    .where(sql<boolean>`offer_name is not distinct from ${lead.offer_name}`)
    .$if(lead.lead_type === 'Profile', (query) =>
      query.where(sql<boolean>`location_id is not distinct from ${lead.location_id}::uuid`),
    )
    .where((eb) =>
      eb.or([
        eb('received_at', '<', lead.received_at),
        eb.and([eb('received_at', '=', lead.received_at), eb('id', '<', lead.id)]),
      ]),
    )
    .orderBy('received_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export function findForLinking(tx: Transaction, organizationId: string, leadId: string) {
  return tx
    .selectFrom('lead')
    .select([
      'organization_id',
      'id',
      'contact_email',
      'offer_name',
      'lead_type',
      'location_id',
      'received_at',
      'repeat_of_lead_id',
      'version',
    ])
    .where('organization_id', '=', organizationId)
    .where('id', '=', leadId)
    .executeTakeFirst();
}

/** @returns false when it was linked already */
export async function linkRepeat(
  tx: Transaction,
  organizationId: string,
  leadId: string,
  earlierId: string,
): Promise<boolean> {
  const result = await tx
    .updateTable('lead')
    .set({ repeat_of_lead_id: earlierId })
    .where('organization_id', '=', organizationId)
    .where('id', '=', leadId)
    .where('repeat_of_lead_id', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
