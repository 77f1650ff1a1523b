import { sql } from 'kysely';
import type { Db, Transaction } from '../../../platform/database/database.ts';

type Executor = Db | Transaction;

/** The public page of one location of a published profile. */
export function findProfilePage(db: Executor, slug: string) {
  return db
    .selectFrom('profile_location as page')
    .innerJoin('business_profile as profile', (join) =>
      join
        .onRef('profile.organization_id', '=', 'page.organization_id')
        .onRef('profile.id', '=', 'page.profile_id'),
    )
    .select(['page.organization_id', 'page.id', 'page.slug', 'page.location_id', 'page.profile_id'])
    .select(['page.name', 'page.street', 'page.city', 'page.state', 'page.postal_code', 'page.country'])
    .select(['page.phone', 'page.latitude', 'page.longitude'])
    .select(['profile.display_name', 'profile.description', 'profile.website', 'profile.linked_in'])
    .select(['profile.languages', 'profile.industries', 'profile.products', 'profile.services'])
    .select(['profile.solutions', 'profile.skills', 'profile.customer_sizes', 'profile.logo_id'])
    .select(['profile.budget_from_minor', 'profile.budget_from_currency', 'profile.published_at'])
    .select('profile.country as market')
    .select(sql<string | null>`profile.unavailable_until::text`.as('unavailable_until'))
    .where('page.slug', '=', slug)
    .where('profile.published_at', 'is not', null)
    .executeTakeFirst();
}
export type ProfilePageRow = NonNullable<Awaited<ReturnType<typeof findProfilePage>>>;

/** Whose page an address is, or was; undefined: it was never given. */
export function findAddress(db: Executor, slug: string) {
  return db
    .selectFrom('page_address')
    .select(['organization_id', 'page_id'])
    .where('slug', '=', slug)
    .executeTakeFirst();
}

/** Pages of other locations of the same partner, in every country. */
export function listOtherPages(db: Executor, organizationId: string, pageId: string) {
  return db
    .selectFrom('profile_location as page')
    .innerJoin('business_profile as profile', (join) =>
      join
        .onRef('profile.organization_id', '=', 'page.organization_id')
        .onRef('profile.id', '=', 'page.profile_id'),
    )
    .select(['page.slug', 'page.name', 'page.city', 'page.country'])
    .where('page.organization_id', '=', organizationId)
    .where('page.id', '<>', pageId)
    .where('profile.published_at', 'is not', null)
    .orderBy('page.country')
    .orderBy('page.city')
    .orderBy('page.id')
    .limit(20)
    .execute();
}

/** Live offers of a partner, with the first storefront that shows each. */
export async function listLiveOffers(db: Executor, organizationId: string) {
  const { rows } = await sql<{ name: string; title: string; storefront: string | null }>`
    select o.publisher_id || '.' || o.offer_key as name, o.title,
      (select s.code from offer_storefront shown join storefront s on s.code = shown.storefront_code
       where shown.offer_id = o.id order by s.position limit 1) as storefront
    from offer o
    where o.organization_id = ${organizationId} and o.published_at is not null
    order by o.title, o.id limit 20`.execute(db);
  return rows;
}

/** One size of a logo that a published profile shows. */
export async function findPublishedLogo(
  db: Executor,
  logo: { readonly id: string; readonly side: number; readonly contentType: string },
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('profile_logo_picture')
    .select('bytes')
    .where('logo_id', '=', logo.id)
    .where('side', '=', logo.side)
    .where('content_type', '=', logo.contentType)
    .executeTakeFirst();
  return row?.bytes;
}
