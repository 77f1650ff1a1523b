import { sql } from 'kysely';
import type { Transaction } from '../../../platform/database/database.ts';
import type { LeadScope } from '../lead/lead-scope.sql.ts';
import { needsSomebody, selectHeld } from './held-leads.sql.ts';

/** How many leads that need someone each of these people owns (isAssignable). */
export async function countOwned(
  tx: Transaction,
  organizationId: string,
  personIds: readonly string[],
  now: Date,
): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('lead')
    .select(['assigned_to', ({ fn }) => fn.countAll<number>().as('count')])
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`assigned_to = any(${[...personIds]}::uuid[])`)
    .where(needsSomebody(now))
    .groupBy('assigned_to')
    .execute();
  return new Map(
    rows.flatMap(({ assigned_to, count }) => (assigned_to === null ? [] : [[assigned_to, count]])),
  );
}

/** How many leads somebody holds that need somebody, by what is to be done (WT-2). */
export async function countHeld(tx: Transaction, scope: LeadScope, personId: string) {
  const rows = await selectHeld(tx, scope, personId)
    .select(({ fn }) => ['lead.status', fn.countAll<number>().as('count')])
    .groupBy('lead.status')
    .execute();
  const of = (status: string | null) => rows.find((row) => row.status === status)?.count ?? 0;
  return { toAnswer: of('Received'), deals: of('Accepted'), informational: of(null) };
}

/** How many leads that need somebody each person owns, by what is to be done; no person: nobody owns them. */
export function countByOwner(tx: Transaction, organizationId: string, now: Date) {
  return tx
    .selectFrom('lead')
    .select(({ fn }) => ['lead.assigned_to', 'lead.status', fn.countAll<number>().as('count')])
    .where('lead.organization_id', '=', organizationId)
    .where('lead.is_test', '=', false)
    .where(needsSomebody(now))
    .groupBy(['lead.assigned_to', 'lead.status'])
    .execute();
}
