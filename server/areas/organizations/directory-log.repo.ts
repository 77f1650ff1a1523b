import { sql } from 'kysely';
import type { Transaction } from '../../platform/database/database.ts';

/**
 * Tells whoever keeps the directory in memory that pages of a partner are new, changed or gone.
 * @param pages their ids, or all that are published
 */
export async function noteDirectoryChange(
  tx: Transaction,
  organizationId: string,
  pages: readonly string[] | 'published',
): Promise<void> {
  if (pages.length === 0) return;
  // Whoever has not looked for so long loads everything.
  await sql`delete from directory_change
    where organization_id = ${organizationId} and changed_at < now() - interval '2 days'`.execute(tx);
  const changed =
    pages === 'published'
      ? sql`select page.id
            from profile_location page
            join business_profile profile
              on profile.organization_id = page.organization_id and profile.id = page.profile_id
            where page.organization_id = ${organizationId} and profile.published_at is not null`
      : sql`select unnest(${[...pages]}::uuid[])`;
  await sql`insert into directory_change (organization_id, page_id)
    select ${organizationId}::uuid, changed.id from (${changed}) as changed (id)`.execute(tx);
}
