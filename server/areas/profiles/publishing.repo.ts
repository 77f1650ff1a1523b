import type { LocationDraft, ProfileDraft } from '../../../contract/profiles/profiles.ts';
import type { Transaction } from '../../platform/database/database.ts';
import type { ProfileKey } from './profiles.repo.ts';

/** Writes what the fields say as published. @param tags what matching compares with the words of leads */
export async function publishFields(
  tx: Transaction,
  { organizationId, id }: ProfileKey,
  fields: ProfileDraft,
  tags: readonly string[],
): Promise<void> {
  const { budgetFrom } = fields;
  await tx
    .updateTable('business_profile')
    .set({
      logo_id: fields.logo,
      description: fields.description,
      website: fields.website || null,
      linked_in: fields.linkedIn || null,
      languages: fields.languages,
      industries: fields.industries,
      products: fields.products,
      services: fields.services,
      solutions: fields.solutions,
      skills: fields.skills,
      customer_sizes: fields.customerSizes,
      opt_out_of_other_sizes: fields.optOutOfOtherSizes,
      budget_from_minor: budgetFrom?.amountMinor ?? null,
      budget_from_currency: budgetFrom?.currency ?? null,
      tags: [...tags],
    })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
}

/** Where a page is on the map; null: on none. */
export type PagePoint = { readonly latitude: number; readonly longitude: number } | null;

/** Makes the page of a location, or brings it up to date. */
export async function publishPage(
  tx: Transaction,
  { organizationId, id: profileId }: ProfileKey,
  page: { readonly id: string; readonly slug: string; readonly locationId: string; readonly at: Date },
  location: LocationDraft,
  point: PagePoint,
): Promise<void> {
  const said = {
    location_id: page.locationId,
    name: location.name,
    street: location.street,
    city: location.city,
    state: location.state,
    postal_code: location.postalCode,
    country: location.country,
    phone: location.phone,
    keep_address: location.keepAddress,
    contact_name: location.contact.name,
    contact_email: location.contact.email,
    contact_phone: location.contact.phone,
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
  };
  await tx
    .insertInto('profile_location')
    .values({
      organization_id: organizationId,
      id: page.id,
      profile_id: profileId,
      slug: page.slug,
      created_at: page.at,
      ...said,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doUpdateSet(said))
    .execute();
}

export async function deletePages(
  tx: Transaction,
  organizationId: string,
  pageIds: readonly string[],
): Promise<void> {
  if (pageIds.length === 0) return;
  await tx
    .deleteFrom('profile_location')
    .where('organization_id', '=', organizationId)
    .where('id', 'in', pageIds)
    .execute();
}

/** Deletes the profile with its draft, logos and pages; leads stay. */
export async function deleteProfile(tx: Transaction, { organizationId, id }: ProfileKey): Promise<void> {
  await tx
    .deleteFrom('business_profile')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
}

/** Those of these addresses that a page has, or had. */
export async function listTakenAddresses(tx: Transaction, beginning: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('page_address')
    .select('slug')
    .where((eb) => eb.or([eb('slug', '=', beginning), eb('slug', 'like', `${beginning}-%`)]))
    .execute();
  return new Set(rows.map(({ slug }) => slug));
}

export async function insertAddress(
  tx: Transaction,
  address: {
    readonly organizationId: string;
    readonly pageId: string;
    readonly slug: string;
    readonly at: Date;
  },
): Promise<void> {
  const { organizationId, pageId, slug, at } = address;
  await tx
    .insertInto('page_address')
    .values({ organization_id: organizationId, page_id: pageId, slug, created_at: at })
    .execute();
}

/** Makes a location of the organization, which gets the leads of its page. */
export async function insertLocation(
  tx: Transaction,
  location: {
    readonly organizationId: string;
    readonly id: string;
    readonly name: string;
    readonly country: string;
    readonly city: string;
    readonly at: Date;
  },
): Promise<void> {
  const { organizationId, id, name, country, city, at } = location;
  await tx
    .insertInto('location')
    .values({ organization_id: organizationId, id, name, country, city, created_at: at })
    .execute();
}
