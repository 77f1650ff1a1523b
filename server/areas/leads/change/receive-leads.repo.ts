import { type Insertable, sql } from 'kysely';
import type { Lead, LeadEvent } from '../../../../db/types.ts';
import type { Db, Transaction } from '../../../platform/database/database.ts';

/** How a repeat of the request that brought a lead is recognized (IN-3). */
export interface NewReceipt {
  readonly organizationId: string;
  readonly door: string;
  readonly key: Buffer;
  readonly requestHash: Buffer;
  readonly leadId: string;
  readonly routed: boolean;
  readonly at: Date;
  /** A receipt older than this is forgotten and taken over; null: receipts last forever. */
  readonly forgottenBefore: Date | null;
}

export interface NewLead {
  readonly lead: Insertable<Lead> & { organization_id: string; id: string };
  readonly event: Insertable<LeadEvent>;
  /** false: it waits with the operator. */
  readonly routed: boolean;
  readonly receipt: NewReceipt | null;
}

/**
 * Stores leads of one organization, whose receipts are of one organization and one door or all missing: each with its
 * receipt, first event and jobs; all or nothing, durable when this returns. Of two identical concurrent requests, the
 * second waits until the first is committed. No two of the leads may have the same receipt.
 * @returns the ids of the leads that were stored; the others' requests were taken before
 */
export async function storeLeads(
  db: Db | Transaction,
  leads: readonly [NewLead, ...NewLead[]],
  jobsOf: (lead: NewLead) => readonly string[],
): Promise<Set<string>> {
  const [{ lead: first, receipt }] = leads;
  const receipts = leads.flatMap((each) => each.receipt ?? []);
  const { rows } = await sql<{ stored: string[] }>`
    select store_leads(${receipt?.organizationId ?? null}, ${receipt && JSON.stringify(receipts.map(receiptRow))}::jsonb,
                       ${forgottenBefore(receipts)}, ${first.organization_id},
                       ${JSON.stringify(leads.map(({ lead }) => lead))}::jsonb,
                       ${JSON.stringify(leads.map(({ event }) => event))}::jsonb,
                       ${JSON.stringify(leads.flatMap((lead) => jobRows(lead, jobsOf(lead))))}::jsonb) as stored`.execute(
    db,
  );
  return new Set(rows[0]?.stored);
}

/** The earliest of the leads' limits, so that no lead forgets a receipt before its time. */
function forgottenBefore(receipts: readonly NewReceipt[]): Date | null {
  const limits = receipts.flatMap((receipt) => receipt.forgottenBefore?.getTime() ?? []);
  return limits.length === 0 ? null : new Date(Math.min(...limits));
}

function jobRows({ lead }: NewLead, tasks: readonly string[]) {
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
