import { sql } from 'kysely';
import type { Db, Transaction } from '../../../platform/database/database.ts';

/** A published page as the database has it, for the index. */
export interface PageRow {
  readonly id: string;
  readonly organization_id: string;
  readonly profile_id: string;
  readonly name: string;
  readonly city: string;
  readonly country: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly description: string;
  readonly industries: string[];
  readonly products: string[];
  readonly services: string[];
  readonly solutions: string[];
  readonly skills: string[];
  readonly offers: string[];
  readonly languages: string[];
  readonly customer_sizes: string[];
  readonly opt_out_of_other_sizes: boolean;
  /** In US cents; -1: not said, or in a currency without a rate. */
  readonly budget_from: string;
  readonly unavailable_until: string | null;
  readonly first_published_at: Date;
}

/** Pages of published profiles: all of them, or those of these ids that are still published. */
export async function unscopedListPages(tx: Transaction, ids: readonly string[] | 'all'): Promise<PageRow[]> {
  const which = ids === 'all' ? sql`` : sql`and page.id = any(${[...ids]}::uuid[])`;
  const { rows } = await sql<PageRow>`
    select page.id, page.organization_id, page.profile_id, profile.display_name as name, page.city,
      profile.country, page.latitude, page.longitude, profile.description, profile.industries, profile.products,
      profile.services, profile.solutions, profile.skills,
      array(select o.title from offer o
            where o.organization_id = page.organization_id and o.published_at is not null) as offers,
      profile.languages, profile.customer_sizes, profile.opt_out_of_other_sizes,
      approximate_value(profile.budget_from_minor, profile.budget_from_currency)::text as budget_from,
      profile.unavailable_until::text as unavailable_until,
      coalesce(profile.first_published_at, profile.published_at) as first_published_at
    from profile_location page
    join business_profile profile on profile.organization_id = page.organization_id and profile.id = page.profile_id
    join organization partner on partner.id = page.organization_id and partner.kind = 'partner'
    where profile.published_at is not null ${which}`.execute(tx);
  return rows;
}

/** Where the directory stands. */
export interface DirectoryMoment {
  /** Transactions before this one have ended; the next question asks from here. */
  readonly from: string;
  /** Changes with every change of a page. */
  readonly version: string;
  /** Changes with every change of a vocabulary. */
  readonly vocabulary: string;
  /** Pages that changed since the moment that was asked about; some may have been told before. */
  readonly changed: readonly string[];
}

/** Where the directory stands now, and what changed since an earlier moment, as of one snapshot. */
export async function unscopedFindMoment(tx: Transaction, since: string): Promise<DirectoryMoment> {
  const { rows } = await sql<{ from: string; version: string; vocabulary: string; changed: string[] | null }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as "from",
      coalesce((select max(number) from directory_change), 0)::text as version,
      (select string_agg(revision::text, ' ' order by name) from vocabulary) as vocabulary,
      (select array_agg(distinct page_id) from directory_change where transaction_id >= ${since}::xid8) as changed`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) throw new Error('the database did not say where the directory stands');
  return { ...row, changed: row.changed ?? [] };
}

/** What a card shows besides what the index found. */
export interface CardRow {
  readonly id: string;
  readonly slug: string;
  readonly country: string;
  readonly city: string;
  readonly name: string;
  /** Its beginning. */
  readonly description: string;
  readonly languages: string[];
  readonly industries: string[];
  readonly products: string[];
  readonly services: string[];
  readonly solutions: string[];
  readonly skills: string[];
  readonly logo_id: string | null;
}

/** The cards of these pages, in any order; those that were unpublished meanwhile are missing. */
export async function unscopedListCards(db: Db | Transaction, ids: readonly string[]): Promise<CardRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<CardRow>`
    select page.id, page.slug, page.country, page.city, profile.display_name as name,
      left(profile.description, 400) as description, profile.languages, profile.industries, profile.products,
      profile.services, profile.solutions, profile.skills, profile.logo_id
    from profile_location page
    join business_profile profile on profile.organization_id = page.organization_id and profile.id = page.profile_id
    where page.id = any(${[...ids]}::uuid[]) and profile.published_at is not null`.execute(db);
  return rows;
}

/** Addresses of published pages with the day on which each was last published, in a stable order. */
export async function unscopedListAddresses(
  db: Db | Transaction,
  { day, offset, most }: { readonly day: string; readonly offset: number; readonly most: number },
): Promise<{ slug: string; country: string; day: string }[]> {
  const { rows } = await sql<{ slug: string; country: string; day: string }>`
    select page.slug, page.country, to_char(profile.published_at at time zone 'UTC', 'YYYY-MM-DD') as day
    from profile_location page
    join business_profile profile on profile.organization_id = page.organization_id and profile.id = page.profile_id
    where profile.published_at is not null
      and (profile.unavailable_until is null or profile.unavailable_until < ${day}::date)
    order by page.slug offset ${offset} limit ${most}`.execute(db);
  return rows;
}
