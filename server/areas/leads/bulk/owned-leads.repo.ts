import { sql } from 'kysely';
import type { Transaction } from '../../../platform/database/database.ts';

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
    .where(
      sql<boolean>`(status = 'Accepted' or (status = 'Received' and expires_at > ${now})
                    or (status is null and (available_until is null or available_until > ${now})))`,
    )
    .groupBy('assigned_to')
    .execute();
  return new Map(
    rows.flatMap(({ assigned_to, count }) => (assigned_to === null ? [] : [[assigned_to, count]])),
  );
}
