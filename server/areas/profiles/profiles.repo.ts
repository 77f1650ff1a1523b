import { sql } from 'kysely';
import type { LocationDraft, ProfileDraft } from '../../../contract/profiles/profiles.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { asRead } from '../../platform/database/name-order.ts';
import { type DraftField, emptyDraft, type ProfileContent } from './profile-content.ts';

/** A profile within its organization; every function here needs a transaction for that organization. */
export interface ProfileKey {
  readonly organizationId: string;
  readonly id: string;
}

/** A profile as it is kept, without its draft. */
export interface ProfileRow {
  readonly id: string;
  readonly organizationId: string;
  readonly companyName: string;
  readonly country: string;
  readonly revision: number;
  readonly publishedAt: Date | null;
  readonly firstPublishedAt: Date | null;
  readonly unavailableUntil: string | null;
  readonly unavailableSince: string | null;
  /** What is, or was last, published. */
  readonly content: ProfileContent;
  readonly pages: readonly PageRow[];
}

/** The page of one location. */
export interface PageRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly country: string;
}

/** The profiles of the organization, by country. */
export async function listProfiles(tx: Transaction, organizationId: string): Promise<ProfileRow[]> {
  const rows = await selectProfiles(tx, organizationId).orderBy('p.country').execute();
  return withPages(tx, organizationId, rows);
}

export async function findProfile(
  tx: Transaction,
  { organizationId, id }: ProfileKey,
): Promise<ProfileRow | undefined> {
  const rows = await selectProfiles(tx, organizationId).where('p.id', '=', id).execute();
  return (await withPages(tx, organizationId, rows))[0];
}

/** The profile, which nobody else changes until the transaction ends. */
export async function lockProfile(tx: Transaction, key: ProfileKey): Promise<ProfileRow | undefined> {
  await tx
    .selectFrom('business_profile')
    .select('id')
    .where('organization_id', '=', key.organizationId)
    .where('id', '=', key.id)
    .forUpdate()
    .execute();
  return findProfile(tx, key);
}

function selectProfiles(tx: Transaction, organizationId: string) {
  return tx
    .selectFrom('business_profile as p')
    .innerJoin('organization as o', 'o.id', 'p.organization_id')
    .selectAll('p')
    .select('o.name as company_name')
    .select(sql<string | null>`p.unavailable_until::text`.as('until'))
    .select(sql<string | null>`p.unavailable_since::text`.as('since'))
    .where('p.organization_id', '=', organizationId);
}
type SelectedProfile = Awaited<ReturnType<ReturnType<typeof selectProfiles>['execute']>>[number];

async function withPages(
  tx: Transaction,
  organizationId: string,
  rows: readonly SelectedProfile[],
): Promise<ProfileRow[]> {
  if (rows.length === 0) return [];
  const pages = await selectPages(
    tx,
    organizationId,
    rows.map(({ id }) => id),
  );
  return rows.map((row) =>
    toProfile(
      row,
      pages.filter(({ profile_id }) => profile_id === row.id),
    ),
  );
}

function selectPages(tx: Transaction, organizationId: string, profileIds: readonly string[]) {
  return tx
    .selectFrom('profile_location')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('profile_id', 'in', profileIds)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}
type SelectedPage = Awaited<ReturnType<typeof selectPages>>[number];

function toProfile(row: SelectedProfile, pages: readonly SelectedPage[]): ProfileRow {
  return {
    id: row.id,
    organizationId: row.organization_id,
    companyName: row.company_name,
    country: row.country,
    revision: Number(row.revision),
    publishedAt: row.published_at,
    firstPublishedAt: row.first_published_at,
    unavailableUntil: row.until,
    unavailableSince: row.since,
    content: {
      fields: toFields(row),
      locations: new Map(pages.map((page) => [page.id, toLocation(page)])),
    },
    pages: pages.map(({ id, slug, name, country }) => ({ id, slug, name, country })),
  };
}

function toFields(row: SelectedProfile): ProfileDraft {
  return {
    ...emptyDraft,
    logo: row.logo_id,
    description: row.description,
    website: row.website ?? '',
    linkedIn: row.linked_in ?? '',
    languages: row.languages,
    industries: row.industries,
    products: row.products,
    services: row.services,
    solutions: row.solutions,
    skills: row.skills,
    customerSizes: row.customer_sizes,
    optOutOfOtherSizes: row.opt_out_of_other_sizes,
    budgetFrom:
      row.budget_from_minor === null || row.budget_from_currency === null
        ? null
        : { amountMinor: Number(row.budget_from_minor), currency: row.budget_from_currency },
  };
}

function toLocation(page: SelectedPage): LocationDraft {
  return {
    name: page.name,
    street: page.street,
    city: page.city,
    state: page.state,
    postalCode: page.postal_code,
    country: page.country,
    phone: page.phone,
    keepAddress: page.keep_address,
    leadsTo: page.location_id,
    contact: { name: page.contact_name, email: page.contact_email, phone: page.contact_phone },
  };
}

/** What is never made twice: a profile of one country. @returns false when there is one already */
export async function insertProfile(
  tx: Transaction,
  { organizationId, id }: ProfileKey,
  { country, displayName, at }: { readonly country: string; readonly displayName: string; readonly at: Date },
): Promise<boolean> {
  const made = await tx
    .insertInto('business_profile')
    .values({ organization_id: organizationId, id, country, display_name: displayName, created_at: at })
    .onConflict((conflict) => conflict.columns(['organization_id', 'country']).doNothing())
    .executeTakeFirst();
  return Number(made.numInsertedOrUpdatedRows) === 1;
}

/** A field of a draft, with the name of who changed it; null: they are gone. */
export interface NamedDraftField extends DraftField {
  readonly name: string | null;
}

/** What the draft says, in the order in which it was first said. */
export async function listDraftFields(
  tx: Transaction,
  { organizationId, id }: ProfileKey,
): Promise<NamedDraftField[]> {
  const rows = await tx
    .selectFrom('profile_draft_field as f')
    .leftJoin('person', 'person.id', 'f.changed_by')
    .select(['f.field', 'f.value', 'f.revision', 'f.changed_by', 'f.changed_at', 'person.name'])
    .where('f.organization_id', '=', organizationId)
    .where('f.profile_id', '=', id)
    .orderBy('f.number')
    .execute();
  return rows.map((row) => ({
    field: row.field,
    value: row.value,
    revision: Number(row.revision),
    changedBy: row.changed_by,
    changedAt: row.changed_at,
    name: row.name,
  }));
}

/** Writes fields of the draft, over what they said before. */
export async function saveDraftFields(
  tx: Transaction,
  { organizationId, id }: ProfileKey,
  fields: readonly DraftField[],
): Promise<void> {
  if (fields.length === 0) return;
  await tx
    .insertInto('profile_draft_field')
    .values(
      fields.map(({ field, value, revision, changedBy, changedAt }) => ({
        organization_id: organizationId,
        profile_id: id,
        field,
        value: JSON.stringify(value),
        revision,
        changed_by: changedBy,
        changed_at: changedAt,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'profile_id', 'field']).doUpdateSet((eb) => ({
        value: eb.ref('excluded.value'),
        revision: eb.ref('excluded.revision'),
        changed_by: eb.ref('excluded.changed_by'),
        changed_at: eb.ref('excluded.changed_at'),
      })),
    )
    .execute();
}

/** Forgets the draft: the profile says again what is published. */
export async function deleteDraftFields(tx: Transaction, { organizationId, id }: ProfileKey): Promise<void> {
  await tx
    .deleteFrom('profile_draft_field')
    .where('organization_id', '=', organizationId)
    .where('profile_id', '=', id)
    .execute();
}

interface ProfileUpdate {
  revision?: number;
  published_at?: Date | null;
  first_published_at?: Date;
  display_name?: string;
  unavailable_until?: string | null;
  unavailable_since?: string | null;
}

export async function updateProfile(
  tx: Transaction,
  { organizationId, id }: ProfileKey,
  changed: ProfileUpdate,
): Promise<void> {
  await tx
    .updateTable('business_profile')
    .set(changed)
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
}

/** Those of these addresses, in lower case, that belong to active members of the organization. */
export async function listMembersAmong(
  tx: Transaction,
  organizationId: string,
  addresses: readonly string[],
): Promise<string[]> {
  if (addresses.length === 0) return [];
  const { rows } = await sql<{ email: string }>`
    select distinct lower(p.email) as email
    from person p join membership m on m.person_id = p.id and m.organization_id = ${organizationId}
    where p.disabled_at is null and lower(p.email) = any(${[...addresses]}::text[])`.execute(tx);
  return rows.map(({ email }) => email);
}

/** An active member of the organization. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** More are found by typing their address. */
const mostMembers = 200;

/** Active members of the organization, by name. */
export async function listMembers(tx: Transaction, organizationId: string): Promise<Member[]> {
  return tx
    .selectFrom('person as p')
    .select(['p.id', 'p.name', 'p.email'])
    .where('p.disabled_at', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('membership as m')
          .select('m.id')
          .whereRef('m.person_id', '=', 'p.id')
          .where('m.organization_id', '=', organizationId),
      ),
    )
    .orderBy(asRead('p.name'))
    .orderBy('p.id')
    .limit(mostMembers)
    .execute();
}

/** Names of other partners that have published pages (BP-15). */
export async function listPublishedPartners(tx: Transaction, except: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('organization as o')
    .select('o.name')
    .where('o.kind', '=', 'partner')
    .where('o.id', '<>', except)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('business_profile as p')
          .select('p.id')
          .whereRef('p.organization_id', '=', 'o.id')
          .where('p.published_at', 'is not', null),
      ),
    )
    .orderBy('o.name')
    .execute();
  return rows.map(({ name }) => name);
}
