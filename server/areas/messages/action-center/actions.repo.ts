import { sql } from 'kysely';
import { type LeadQuality, storedTabs } from '../../../../contract/leads/lists.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { asRead } from '../../../platform/database/name-order.ts';
import type { TimePlace } from '../../../platform/time-cursor.ts';
import { isUnrouted, type LeadScope, visibleTo } from '../../leads/index.ts';

/** A lead that waits for an answer. */
export interface WaitingLead {
  id: string;
  customer_name: string | null;
  country: string | null;
  lead_quality: LeadQuality | null;
  contact_allowed: boolean;
  is_test: boolean;
  contact_first_name: string | null;
  contact_last_name: string | null;
  offer_title: string | null;
  received_at: Date;
  expires_at: Date;
  hot_until: Date | null;
}

/** Leads that wait for an answer, those that expire first in front; `limit + 1` rows mean that there are more. */
export async function listWaitingLeads(
  tx: Transaction,
  scope: LeadScope,
  after: TimePlace | undefined,
  limit: number,
): Promise<WaitingLead[]> {
  const found: WaitingLead[] = [];
  // The index of deadlines covers one tab at a time.
  for (const tab of storedTabs) {
    const rows = await tx
      .selectFrom('lead')
      .select([
        'lead.id',
        'lead.customer_name',
        'lead.country',
        'lead.lead_quality',
        'lead.contact_allowed',
        'lead.is_test',
        'lead.contact_first_name',
        'lead.contact_last_name',
        'lead.offer_title',
        'lead.received_at',
        'lead.expires_at',
        'lead.hot_until',
      ])
      .where(visibleTo(scope))
      .where('lead.tab', '=', tab)
      .where('lead.status', '=', 'Received')
      .where('lead.expiry_sort', '>', scope.now)
      .$if(after !== undefined, (query) =>
        query.where(
          sql<boolean>`(lead.expiry_sort, lead.id) > (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`,
        ),
      )
      .orderBy('lead.expiry_sort')
      .orderBy('lead.id')
      .limit(limit + 1)
      .execute();
    for (const row of rows) if (row.expires_at) found.push({ ...row, expires_at: row.expires_at });
  }
  return found.sort(byExpiry).slice(0, limit + 1);
}

function byExpiry(a: WaitingLead, b: WaitingLead): number {
  return a.expires_at.getTime() - b.expires_at.getTime() || (a.id < b.id ? -1 : 1);
}

/**
 * How many leads wait for an answer. The narrow index for counts contains the status but not the deadline, so overdue
 * leads whose expiry is not recorded yet are subtracted (LC-4); one statement, so both counts are of the same moment.
 */
export async function countWaitingLeads(tx: Transaction, scope: LeadScope): Promise<number> {
  const received = tx
    .selectFrom('lead')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(visibleTo(scope))
    .where('lead.tab', 'in', storedTabs)
    .where('lead.status', '=', 'Received');
  const overdue = received.where('lead.expiry_sort', '<=', scope.now);
  const { rows } = await sql<{ waiting: number }>`
    select (${received}) - (${overdue}) as waiting`.execute(tx);
  return rows[0]?.waiting ?? 0;
}

/** The limit of the count: a badge shows no more. */
export const mostCounted = 100;

/** How many leads came since a moment, of those that expire after another moment; at most 100. */
export async function countFreshLeads(
  tx: Transaction,
  scope: LeadScope,
  { since, endingAfter }: { readonly since: Date; readonly endingAfter: Date },
): Promise<number> {
  const fresh = tx
    .selectFrom('lead')
    .select(sql`1`.as('one'))
    .where(visibleTo(scope))
    .where('lead.tab', 'in', storedTabs)
    .where('lead.status', '=', 'Received')
    .where('lead.received_at', '>', since)
    .where('lead.expiry_sort', '>', endingAfter)
    .limit(mostCounted);
  const { rows } = await sql<{ fresh: number }>`select count(*)::integer as fresh from (${fresh}) f`.execute(
    tx,
  );
  return rows[0]?.fresh ?? 0;
}

/** How many unrouted leads wait in the operator's queue (IN-4), including overdue ones, which are not lost. */
export async function countUnroutedLeads(tx: Transaction, scope: LeadScope): Promise<number> {
  const row = await tx
    .selectFrom('lead')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(visibleTo(scope))
    .where(isUnrouted)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Emails written since then that nobody got. */
export async function countFailedMails(
  tx: Transaction,
  organizationId: string,
  since: Date,
): Promise<number> {
  const row = await tx
    .selectFrom('mail')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'failed')
    .where('created_at', '>=', since)
    .executeTakeFirstOrThrow();
  return row.count;
}

export interface AddressRow {
  email: string;
  email_verified_at: Date | null;
  email_refused_at: Date | null;
}

/** The person's email address and its state. The person exists: they are signed in. */
export function getAddress(tx: Transaction, personId: string): Promise<AddressRow> {
  return tx
    .selectFrom('person')
    .select(['email', 'email_verified_at', 'email_refused_at'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
}

/** Colleagues in the organization whose address accepts no email, by name. */
export async function listRefusedColleagues(
  tx: Transaction,
  organizationId: string,
  personId: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('person')
    .select('person.name')
    .where('person.email_refused_at', 'is not', null)
    .where('person.disabled_at', 'is', null)
    .where('person.id', '<>', personId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('membership')
          .select(sql`1`.as('one'))
          .where('membership.organization_id', '=', organizationId)
          .whereRef('membership.person_id', '=', 'person.id'),
      ),
    )
    .orderBy(asRead('person.name'))
    .orderBy('person.id')
    .execute();
  return rows.map((row) => row.name);
}
