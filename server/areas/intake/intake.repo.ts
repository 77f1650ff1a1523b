import { sql } from 'kysely';
import type { Db, Transaction } from '../../platform/database/database.ts';
import type { NewReceipt } from '../leads/index.ts';
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
 * The endpoint of a key, with the offer that the lead names and the periods in force, in one query. Not bound to an
 * organization: only the exact hash of an active key finds its endpoint.
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

/** Records when the endpoint last took something. */
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

/** What was stored for the same request before. It exists: storing it again has just failed because of it. */
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
 * Links leads of the transaction's organization to the latest earlier lead of the same customer about the same offer,
 * or at the same location for profile leads (IN-3); those already linked stay as they are.
 * @returns the newly linked leads
 */
export async function linkRepeats(tx: Transaction, leadIds: readonly string[]) {
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from link_repeats(${leadIds})`.execute(tx);
  return rows;
}
