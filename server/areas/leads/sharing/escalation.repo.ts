import { sql } from 'kysely';
import type { Db, Transaction } from '../../../platform/database/database.ts';

/** Who is told when nobody has answered a lead for as many working hours, of those that came since. */
export interface KeptEscalation {
  readonly personId: string;
  readonly afterHours: number;
  readonly since: Date;
}

/** undefined: nobody is told. */
export async function findEscalation(
  tx: Transaction,
  organizationId: string,
): Promise<KeptEscalation | undefined> {
  const row = await tx
    .selectFrom('sharing_rules')
    .select(['escalate_to', 'escalate_after_hours', 'escalate_since'])
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  const { escalate_to: personId, escalate_after_hours: afterHours, escalate_since: since } = row ?? {};
  return personId && afterHours && since ? { personId, afterHours, since } : undefined;
}

/**
 * Leads that came in a span of time, still wait for an answer and were not escalated, the earliest first. Nobody is
 * urged to answer where the customer wants no contact, or where it was only a test.
 */
export function listUnanswered(
  tx: Transaction,
  organizationId: string,
  { since, until, now, limit }: { since: Date; until: Date; now: Date; limit: number },
) {
  return tx
    .selectFrom('lead')
    .select(['lead.id', 'lead.received_at'])
    .where('lead.organization_id', '=', organizationId)
    .where('lead.status', '=', 'Received')
    .where('lead.contact_allowed', '=', true)
    .where('lead.is_test', '=', false)
    .where('lead.expires_at', '>', now)
    .where('lead.received_at', '>=', since)
    .where('lead.received_at', '<=', until)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('lead_escalation as done')
            .select(sql`1`.as('one'))
            .whereRef('done.organization_id', '=', 'lead.organization_id')
            .whereRef('done.lead_id', '=', 'lead.id'),
        ),
      ),
    )
    .orderBy('lead.received_at')
    .orderBy('lead.id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** Organizations in which somebody is told; ids only. */
export async function unscopedListOrganizationsThatEscalate(db: Db): Promise<string[]> {
  const { rows } = await sql<{ organization_id: string }>`
    select organization_id from list_organizations_that_escalate()`.execute(db);
  return rows.map(({ organization_id }) => organization_id);
}
