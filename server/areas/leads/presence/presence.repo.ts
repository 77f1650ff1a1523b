import { sql } from 'kysely';
import type { LeadPresence, PresenceBeat } from '../../../../contract/leads/presence.ts';
import type { Db, Transaction } from '../../../platform/database/database.ts';
import { asRead } from '../../../platform/database/name-order.ts';

/** One person on one lead. */
export interface PresencePlace {
  readonly organizationId: string;
  readonly leadId: string;
  readonly personId: string;
}

/** Notes that the person has the lead open until then. */
export async function savePresence(
  tx: Transaction,
  { organizationId, leadId, personId }: PresencePlace,
  doing: PresenceBeat['doing'],
  until: Date,
): Promise<void> {
  await tx
    .insertInto('lead_presence')
    .values({ organization_id: organizationId, lead_id: leadId, person_id: personId, doing, until })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'lead_id', 'person_id']).doUpdateSet({ doing, until }),
    )
    .execute();
}

/**
 * Deletes the person's presence elsewhere: what is over, and the oldest beyond `most` leads. Skips rows that another of
 * their requests is writing, so that two requests never wait for each other.
 */
export async function prunePresence(
  tx: Transaction,
  { organizationId, leadId, personId }: PresencePlace,
  { now, most }: { readonly now: Date; readonly most: number },
): Promise<void> {
  await sql`
    with others as (
      select lead_id, until from lead_presence
      where organization_id = ${organizationId} and person_id = ${personId} and lead_id <> ${leadId}
    ), ending as (
      select lead_id from lead_presence
      where organization_id = ${organizationId} and person_id = ${personId} and lead_id <> ${leadId}
        and (until <= ${now} or lead_id in (
          select lead_id from others order by until desc, lead_id desc offset ${most - 1}))
      for update skip locked
    )
    delete from lead_presence p using ending
    where p.organization_id = ${organizationId} and p.person_id = ${personId} and p.lead_id = ending.lead_id`.execute(
    tx,
  );
}

/** Notes that the person left; repeating it changes nothing. */
export async function removePresence(
  tx: Transaction,
  { organizationId, leadId, personId }: PresencePlace,
): Promise<void> {
  await tx
    .deleteFrom('lead_presence')
    .where('organization_id', '=', organizationId)
    .where('lead_id', '=', leadId)
    .where('person_id', '=', personId)
    .execute();
}

/** Everyone else who has the lead open at that moment, by name. */
export async function listOthers(
  tx: Transaction,
  { organizationId, leadId, personId }: PresencePlace,
  now: Date,
): Promise<LeadPresence['others']> {
  const rows = await tx
    .selectFrom('lead_presence as presence')
    .innerJoin('person', 'person.id', 'presence.person_id')
    .select(['person.id', 'person.name', 'presence.doing'])
    .where('presence.organization_id', '=', organizationId)
    .where('presence.lead_id', '=', leadId)
    .where('presence.person_id', '<>', personId)
    .where('presence.until', '>', now)
    .orderBy(asRead('person.name'))
    .orderBy('person.id')
    .execute();
  // The table admits only what the contract lists.
  return rows as LeadPresence['others'];
}

/** Deletes who had leads open until that moment, in all organizations. @returns how many */
export async function unscopedForgetPresence(db: Db, before: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select forget_lead_presence(${before}) as count`.execute(db);
  return rows[0]?.count ?? 0;
}
