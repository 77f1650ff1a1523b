import { sql } from 'kysely';
import type { Transaction } from '../../../platform/database/database.ts';

/** Whose favorites: they belong to one person in one organization. */
interface Marker {
  readonly organizationId: string;
  readonly personId: string;
}

/** Marks leads as favorites of the person, always in the same order, so that no two wait for each other. @returns those that were none before */
export async function addFavorites(
  tx: Transaction,
  { organizationId, personId }: Marker,
  leadIds: readonly string[],
  at: Date,
): Promise<Set<string>> {
  const { rows } = await sql<{ lead_id: string }>`
    insert into lead_favorite (organization_id, person_id, lead_id, created_at)
    select ${organizationId}, ${personId}, lead_id, ${at} from unnest(${[...leadIds]}::uuid[]) lead_id
    order by lead_id
    on conflict do nothing returning lead_id`.execute(tx);
  return new Set(rows.map(({ lead_id }) => lead_id));
}

/** Removes the person's marks. @returns the leads that had one */
export async function removeFavorites(
  tx: Transaction,
  { organizationId, personId }: Marker,
  leadIds: readonly string[],
): Promise<Set<string>> {
  const rows = await tx
    .deleteFrom('lead_favorite')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where(sql<boolean>`lead_id = any(${[...leadIds]}::uuid[])`)
    .returning('lead_id')
    .execute();
  return new Set(rows.map(({ lead_id }) => lead_id));
}
