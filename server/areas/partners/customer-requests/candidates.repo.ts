import { sql } from 'kysely';
import type { Transaction } from '../../../platform/database/database.ts';
import { dayOf } from '../../profiles/index.ts';
import type { Candidate } from './suggest-partners.rules.ts';

/** The most candidates returned: their answers are counted each time a page is shown. */
const mostCandidates = 60;
/** How many of the latest requests of the past year are counted. */
const countedRequests = 500;
const countedDays = 365;

interface CandidateRow {
  organization_id: string;
  page_id: string;
  slug: string;
  location_id: string;
  name: string;
  country: string;
  city: string | null;
  location_country: string;
  tags: string[];
}

/** A candidate, with the location that its page sends leads to. */
export interface PlacedCandidate extends Candidate {
  readonly locationId: string;
}

export interface CandidateQuestion {
  readonly country: string | null;
  readonly tags: readonly string[];
  readonly exceptOrganizationIds: readonly string[];
}

/** Pages of partners' published profiles, with all tags of the profile and of the partner's published offers. */
const publishedPages = sql`
  select page.organization_id, page.id as page_id, page.slug, page.location_id, profile.display_name as name, profile.country,
         nullif(page.city, '') as city, page.country as location_country, profile.unavailable_until,
         profile.tags || array(
           select unnest(o.tags) from offer o
           where o.organization_id = page.organization_id and o.published_at is not null) as tags
  from profile_location page
  join organization partner on partner.id = page.organization_id and partner.kind = 'partner'
  join business_profile profile on profile.organization_id = page.organization_id and profile.id = page.profile_id
  where profile.published_at is not null`;

/** Partners that say that they are away are suggested to nobody (BP-17). */
const isAvailable = (now: Date) =>
  sql`(unavailable_until is null or unavailable_until < ${dayOf(now)}::date)`;

/**
 * Partners that could fit: published for the customer's country, or sharing a tag, ignoring case; partners of the
 * country first. Published content is open to every organization.
 */
export async function unscopedListCandidates(
  tx: Transaction,
  { country, tags, exceptOrganizationIds }: CandidateQuestion,
  now: Date,
): Promise<Candidate[]> {
  const wanted = tags.map((tag) => tag.trim().toLowerCase());
  const { rows } = await sql<CandidateRow>`
    select * from (${publishedPages}) as found
    where organization_id <> all(${[...exceptOrganizationIds]}::uuid[])
      and ${isAvailable(now)}
      and (country = ${country} or exists (
        select from unnest(found.tags) as offered (tag) where lower(btrim(offered.tag)) = any(${wanted}::text[])))
    order by (country = ${country}) desc nulls last, slug
    limit ${mostCandidates}`.execute(tx);
  const answers = await unscopedListAnswers(tx, [...new Set(rows.map((row) => row.organization_id))], now);
  return rows.map((row) => candidateOf(row, answers));
}

/** The page of a published profile; undefined when there is none, or it takes no requests. */
export async function unscopedFindCandidate(
  tx: Transaction,
  pageId: string,
  now: Date,
): Promise<PlacedCandidate | undefined> {
  const { rows } = await sql<CandidateRow>`
    select * from (${publishedPages}) as found where page_id = ${pageId} and ${isAvailable(now)}`.execute(tx);
  const [row] = rows;
  return row && { ...candidateOf(row, new Map()), locationId: row.location_id };
}

async function unscopedListAnswers(tx: Transaction, organizationIds: readonly string[], now: Date) {
  const since = new Date(now.getTime() - countedDays * 86_400_000);
  const { rows } = await sql<{ organization_id: string; due: number; answered: number }>`
    select * from list_answer_rates(${[...organizationIds]}::uuid[], ${since}, ${now}, ${countedRequests})`.execute(
    tx,
  );
  return new Map(rows.map(({ organization_id, due, answered }) => [organization_id, { due, answered }]));
}

function candidateOf(row: CandidateRow, answers: ReadonlyMap<string, Candidate['answers']>): Candidate {
  return {
    organizationId: row.organization_id,
    pageId: row.page_id,
    slug: row.slug,
    name: row.name,
    city: row.city,
    locationCountry: row.location_country,
    country: row.country,
    tags: row.tags,
    answers: answers.get(row.organization_id) ?? { due: 0, answered: 0 },
  };
}
