import { sql } from 'kysely';
import type { Db, Transaction } from '../../../platform/database/database.ts';
import { reminderHours } from '../../working-time/index.ts';
import type { ExpiredLead } from '../change/expire-leads.repo.ts';

/** Organizations with leads whose time to answer has run out, longest waiting first; ids only. */
export async function unscopedListOrganizationsWithExpired(db: Db, now: Date) {
  const { rows } = await sql<{ organization_id: string; first_expires_at: Date }>`
    select organization_id, first_expires_at from list_organizations_with_expired(${now})`.execute(db);
  return rows;
}

/**
 * Locks leads of these organizations whose time to answer has run out: one organization after another, each in order of
 * deadline; skips rows that others have locked. The transaction may be for anyone: these are ids only.
 */
export async function unscopedClaimExpiredLeads(
  tx: Transaction,
  { now, organizationIds, maximum }: { now: Date; organizationIds: readonly string[]; maximum: number },
): Promise<ExpiredLead[]> {
  const { rows } = await sql<ExpiredLead>`
    select organization_id, id from claim_expired_leads(${now}, ${organizationIds}::uuid[], ${maximum})`.execute(
    tx,
  );
  return rows;
}

/** Queries what someone looking at this organization's leads would: its duration is what they notice. */
export async function readAsPeopleDo(tx: Transaction, organizationId: string): Promise<void> {
  await tx
    .selectFrom('lead')
    .select(['id', 'status', 'customer_name', 'received_at'])
    .where('organization_id', '=', organizationId)
    .where('tab', '=', 'marketplace')
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
}

/** Organizations with leads that are waiting for an answer and a reminder, with the earliest deadline; ids only. */
export async function unscopedListOrganizationsToRemind(db: Db, now: Date) {
  const { rows } = await sql<{ organization_id: string; first_expires_at: Date }>`
    select organization_id, first_expires_at from list_organizations_to_remind(${now})`.execute(db);
  return rows;
}

/** Matches the partial index lead_unreminded: no reminder of a lead that had no more time than that in all. */
const hadTimeToBeReminded = sql<boolean>`expires_at - received_at > ${sql.lit(`${reminderHours} hours`)}::interval`;

/** A lead that is waiting for an answer and a reminder. */
export interface UnremindedLead {
  readonly id: string;
  readonly received_at: Date;
  readonly expires_at: Date;
}

/**
 * Locks leads that are waiting for an answer and a reminder and whose deadline is after now, until `until`: earliest
 * deadline first, after a place in that order; skips rows that others have locked.
 */
export function lockUnremindedLeads(
  tx: Transaction,
  organizationId: string,
  span: { now: Date; until: Date; after: UnremindedLead | undefined; maximum: number },
): Promise<UnremindedLead[]> {
  const { now, until, after, maximum } = span;
  return (
    tx
      .selectFrom('lead')
      .select(['id', 'received_at', 'expires_at'])
      .where('organization_id', '=', organizationId)
      .where('status', '=', 'Received')
      .where('reminded_at', 'is', null)
      // Nobody is urged to answer where the customer wants no contact, or where it was only a test.
      .where('contact_allowed', '=', true)
      .where('is_test', '=', false)
      .where(hadTimeToBeReminded)
      .where('expires_at', '>', now)
      .where('expires_at', '<=', until)
      .$if(after !== undefined, (query) =>
        query.where(sql<boolean>`(expires_at, id) > (${after?.expires_at}::timestamptz, ${after?.id}::uuid)`),
      )
      .orderBy('expires_at')
      .orderBy('id')
      .limit(maximum)
      .forUpdate()
      .skipLocked()
      .$narrowType<{ expires_at: Date }>()
      .execute()
  );
}
