import { type Selectable, sql } from 'kysely';
import type { CustomerRequest, CustomerRequestForward } from '../../../../db/types.ts';
import type { Transaction } from '../../../platform/database/database.ts';

// Everything here works as the operator, to whom customers' requests belong.

export type RequestRow = Selectable<CustomerRequest>;
export type ForwardRow = Selectable<CustomerRequestForward>;

export type NewRequest = Pick<
  RequestRow,
  | 'organization_id'
  | 'id'
  | 'lead_organization_id'
  | 'lead_id'
  | 'partner_name'
  | 'language'
  | 'created_at'
  | 'expires_at'
>;

/** @returns false when the lead already has its request; of two concurrent calls the second waits for the first */
export async function insertRequest(tx: Transaction, request: NewRequest): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('customer_request')
    .values(request)
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'lead_organization_id', 'lead_id']).doNothing(),
    )
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** How many emails about requests an address was sent since then. */
export async function countCustomerMails(
  tx: Transaction,
  organizationId: string,
  address: string,
  since: Date,
): Promise<number> {
  const { mails } = await tx
    .selectFrom('mail')
    .select(({ fn }) => fn.countAll<number>().as('mails'))
    .where('organization_id', '=', organizationId)
    .where('kind', '=', 'customer')
    .where(sql<boolean>`lower(address) = ${address.toLowerCase()}`)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow();
  return mails;
}

/** A customer’s request in the organization that it began in. */
export function findRequest(
  tx: Transaction,
  organizationId: string,
  requestId: string,
): Promise<RequestRow | undefined> {
  return requestOf(tx, organizationId, requestId).executeTakeFirst();
}

/** The request that a lead opened. */
export function findRequestOf(
  tx: Transaction,
  organizationId: string,
  lead: { readonly organization_id: string; readonly id: string },
): Promise<RequestRow | undefined> {
  return tx
    .selectFrom('customer_request')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('lead_organization_id', '=', lead.organization_id)
    .where('lead_id', '=', lead.id)
    .executeTakeFirst();
}

/** Locks the request until the transaction ends, so that changes to it happen one after another. */
export function lockRequest(
  tx: Transaction,
  organizationId: string,
  requestId: string,
): Promise<RequestRow | undefined> {
  return requestOf(tx, organizationId, requestId).forUpdate().executeTakeFirst();
}

function requestOf(tx: Transaction, organizationId: string, requestId: string) {
  return tx
    .selectFrom('customer_request')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', requestId);
}

/** Records that the request was withdrawn, prolonged or emailed. */
export async function updateRequest(
  tx: Transaction,
  { organization_id, id }: Pick<RequestRow, 'organization_id' | 'id'>,
  changes: Partial<Pick<RequestRow, 'expires_at' | 'withdrawn_at' | 'mail_id'>>,
): Promise<void> {
  await tx
    .updateTable('customer_request')
    .set(changes)
    .where('organization_id', '=', organization_id)
    .where('id', '=', id)
    .execute();
}

/** Where the customer sent the request on to, oldest first. */
export function listForwards(
  tx: Transaction,
  { organization_id, id }: Pick<RequestRow, 'organization_id' | 'id'>,
): Promise<ForwardRow[]> {
  return tx
    .selectFrom('customer_request_forward')
    .selectAll()
    .where('organization_id', '=', organization_id)
    .where('request_id', '=', id)
    .orderBy('sent_at')
    .orderBy('lead_id')
    .execute();
}

/** Records that the customer sent the request on to another partner. */
export async function insertForward(
  tx: Transaction,
  forward: Omit<ForwardRow, 'told_at' | 'mail_id'>,
): Promise<void> {
  await tx.insertInto('customer_request_forward').values(forward).execute();
}

/** Records that the customer was told how it ended with this partner. */
export async function markTold(
  tx: Transaction,
  forward: ForwardRow,
  told: { at: Date; mailId: string | null },
): Promise<void> {
  await tx
    .updateTable('customer_request_forward')
    .set({ told_at: told.at, mail_id: told.mailId })
    .where('organization_id', '=', forward.organization_id)
    .where('request_id', '=', forward.request_id)
    .where('lead_organization_id', '=', forward.lead_organization_id)
    .execute();
}

/** The storefront that lists profiles, for leads that come through one; undefined: there is none. */
export async function findProfileStorefront(tx: Transaction): Promise<string | undefined> {
  const row = await tx
    .selectFrom('storefront')
    .select('code')
    .where(sql<boolean>`lists_profiles`)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst();
  return row?.code;
}
