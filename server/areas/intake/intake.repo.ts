import { type Insertable, sql } from 'kysely';
import type { Lead, LeadEvent } from '../../../db/types.ts';
import type { Db, Transaction } from '../../platform/database/database.ts';
import type { OfferForIntake } from '../organizations/index.ts';

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

/** An offer as a marketplace names it. */
export interface NamedOffer {
  readonly publisherId: string;
  readonly offerKey: string;
}

/**
 * The endpoint of a key, with the offer that its lead names and the periods in force, in one question. Not bound
 * to an organization: the exact hash of a living key finds its endpoint and nothing else does.
 */
export async function unscopedFindEndpoint(
  db: Db,
  keyHash: Buffer,
  offer: NamedOffer | undefined,
): Promise<EndpointRow | undefined> {
  const { rows } = await sql<EndpointRow>`
    select endpoint.*, to_jsonb(offer) as offer
    from find_intake_endpoint(${keyHash}) endpoint
    left join find_offer_for_intake(${offer?.publisherId ?? null}, ${offer?.offerKey ?? null}) offer on true`.execute(
    db,
  );
  return rows[0];
}

/** Notes when the endpoint last took something. */
export async function touchEndpoint(tx: Transaction, endpointId: string, at: Date): Promise<void> {
  await tx.updateTable('intake_endpoint').set({ last_used_at: at }).where('id', '=', endpointId).execute();
}

/** The periods that are in force for leads received now (LC-10). */
export function getPeriods(db: Db | Transaction) {
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
  /** Tasks that the lead needs after the answer. */
  readonly tasks: readonly string[];
  readonly receipt: NewReceipt | null;
}

/**
 * Stores leads of one organization, whose receipts are of one organization and one door or all missing: each with
 * its receipt, first event and jobs; all or nothing, durable when this returns. Of two identical requests at once
 * the second waits until the first is committed. No two of the leads may have the same receipt.
 * @returns the ids of the leads that were stored; the others' requests were taken before
 */
export async function takeLeads(
  db: Db | Transaction,
  leads: readonly [NewLead, ...NewLead[]],
): Promise<Set<string>> {
  const [{ lead: first, receipt }] = leads;
  const receipts = leads.flatMap((each) => each.receipt ?? []);
  const { rows } = await sql<{ stored: string[] }>`
    select take_leads(${receipt?.organizationId ?? null}, ${receipt && JSON.stringify(receipts.map(receiptRow))}::jsonb,
                      ${forgottenBefore(receipts)}, ${first.organization_id},
                      ${JSON.stringify(leads.map(({ lead }) => lead))}::jsonb,
                      ${JSON.stringify(leads.map(({ event }) => event))}::jsonb,
                      ${JSON.stringify(leads.flatMap(jobRows))}::jsonb) as stored`.execute(db);
  return new Set(rows[0]?.stored);
}

/** The earliest of the leads' limits, so that none forgets a receipt before its time. */
function forgottenBefore(receipts: readonly NewReceipt[]): Date | null {
  const limits = receipts.flatMap((receipt) => receipt.forgottenBefore?.getTime() ?? []);
  return limits.length === 0 ? null : new Date(Math.min(...limits));
}

function jobRows({ lead, tasks }: NewLead) {
  return tasks.map((task) => ({ task, lead_id: lead.id }));
}

function receiptRow(receipt: NewReceipt) {
  return {
    door: receipt.door,
    key: `\\x${receipt.key.toString('hex')}`,
    request_hash: `\\x${receipt.requestHash.toString('hex')}`,
    lead_id: receipt.leadId,
    routed: receipt.routed,
    received_at: receipt.at,
  };
}

/** What was stored for the same request before. It is there: storing it anew just failed on it. */
export function getReceipt(tx: Transaction, receipt: Pick<NewReceipt, 'organizationId' | 'door' | 'key'>) {
  return tx
    .selectFrom('intake_receipt')
    .select(['lead_id', 'request_hash', 'received_at', 'routed'])
    .where('organization_id', '=', receipt.organizationId)
    .where('door', '=', receipt.door)
    .where('key', '=', receipt.key)
    .executeTakeFirstOrThrow();
}

/**
 * Links leads of the transaction's organization to the latest earlier lead of the same customer about the same
 * offer, or at the same location for profile leads (IN-3); those linked already stay as they are.
 * @returns the leads that were linked now
 */
export async function linkRepeats(tx: Transaction, leadIds: readonly string[]) {
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from link_repeats(${leadIds})`.execute(tx);
  return rows;
}

/** Keeps what addresses of the organization's leads are read as (`email_read`); the leads' versions stay. */
export async function setAddressesRead(
  tx: Transaction,
  organizationId: string,
  read: readonly { readonly id: string; readonly email_read: string | null }[],
): Promise<void> {
  await sql`
    update lead set email_read = r.email_read
    from jsonb_to_recordset(${JSON.stringify(read)}::jsonb) as r (id uuid, email_read text)
    where lead.organization_id = ${organizationId} and lead.id = r.id
      and lead.email_read is distinct from r.email_read`.execute(tx);
}
