import type { Transaction } from '../platform/database/database.ts';
import { hashSecret } from '../platform/ids.ts';
import { demoMarketplaceKeys, people } from './cast.ts';
import { after, day } from './time.ts';
import { idOf, type Organization, type Row, startOf, type World } from './world.ts';

/** Writes the organizations, their people, and what they offer. */
export async function writeDirectory(tx: Transaction, world: World, passwordHash: string): Promise<void> {
  const all = [world.operator, ...world.partners];
  const rows = <T>(list: (organization: Organization) => readonly T[]) => all.flatMap(list);
  await tx.insertInto('organization').values(all.map(organizationRow)).execute();
  await tx.insertInto('location').values(rows(locationRows)).execute();
  await tx.insertInto('person').values(personRows(world, passwordHash)).execute();
  await tx
    .insertInto('membership')
    .values(rows((organization) => membershipRows(world, organization)))
    .execute();
  await tx
    .insertInto('publisher')
    .values(world.partners.map(({ key, id }) => ({ id: key, organization_id: id })))
    .execute();
  await tx.insertInto('offer').values(rows(offerRows)).execute();
  await tx.insertInto('offer_storefront').values(rows(storefrontRows)).execute();
  await tx.insertInto('business_profile').values(rows(profileRows)).execute();
  const pages = rows((organization) => pageRows(world, organization));
  await tx
    .insertInto('page_address')
    .values(
      pages.map(({ organization_id, id, slug, created_at }) => ({
        organization_id,
        page_id: id,
        slug,
        created_at,
      })),
    )
    .execute();
  await tx.insertInto('profile_location').values(pages).execute();
  await tx
    .insertInto('intake_endpoint')
    .values(all.map((organization) => endpointRow(world, organization)))
    .execute();
  await tx
    .insertInto('contact_sharing')
    .values(world.partners.filter(sharesContacts).map(sharingRow))
    .execute();
}

/** One of the two partners shares its contacts with the operator. */
const sharesContacts = ({ key }: Organization) => key === 'fabrikam';

function sharingRow({ id, createdAt }: Organization): Row<'contact_sharing'> {
  const byAdmin = people.find(({ email }) => email === 'account.admin@fabrikam.example');
  return {
    organization_id: id,
    with_operator: true,
    changed_at: after(createdAt, 30 * day),
    changed_by: byAdmin?.name ?? '',
    revision: id,
  };
}

function organizationRow({ id, kind, name, country, createdAt }: Organization): Row<'organization'> {
  return { id, kind, name, country, created_at: createdAt };
}

function locationRows({ id, locations, createdAt }: Organization): Row<'location'>[] {
  return locations.map((location) => ({
    organization_id: id,
    id: location.id,
    name: location.name,
    country: location.country,
    city: location.name,
    is_default: location.isDefault,
    created_at: createdAt,
  }));
}

function personRows({ now }: World, passwordHash: string): Row<'person'>[] {
  return people.map(({ email, name, timeZone, locale }) => ({
    id: idOf(now, `person ${email}`),
    email,
    name,
    password_hash: passwordHash,
    time_zone: timeZone ?? null,
    locale: locale ?? null,
    email_verified_at: startOf(now),
    created_at: startOf(now),
  }));
}

function membershipRows({ now }: World, organization: Organization): Row<'membership'>[] {
  return people.flatMap(({ email, grants }) =>
    grants
      .filter((grant) => grant.organization === organization.key)
      .map(({ role, location }) => ({
        organization_id: organization.id,
        id: idOf(now, `membership ${email} ${organization.key} ${role}`),
        person_id: idOf(now, `person ${email}`),
        role,
        location_id: organization.locations.find(({ name }) => name === location)?.id ?? null,
        created_at: startOf(now),
      })),
  );
}

function offerRows({ id, key, createdAt, offers }: Organization): Row<'offer'>[] {
  return offers.map((offer) => ({
    organization_id: id,
    id: offer.id,
    publisher_id: key,
    offer_key: offer.key,
    title: offer.title,
    summary: offer.summary,
    call_to_action: offer.callToAction,
    tags: [...offer.tags],
    location_id: offer.location ? offer.leadsTo.id : null,
    published_at: after(createdAt, 30 * day),
    created_at: after(createdAt, 20 * day),
  }));
}

function storefrontRows({ id, offers }: Organization): Row<'offer_storefront'>[] {
  return offers.flatMap((offer) =>
    offer.storefronts.map((code) => ({ organization_id: id, offer_id: offer.id, storefront_code: code })),
  );
}

function profileRows({ id, createdAt, profiles }: Organization): Row<'business_profile'>[] {
  return profiles.map((profile) => ({
    organization_id: id,
    id: profile.id,
    country: profile.country,
    display_name: profile.displayName,
    description: profile.description,
    website: profile.website,
    tags: [...profile.tags],
    skills: [...profile.tags],
    industries: [...profile.industries],
    services: [...profile.services],
    solutions: [...profile.solutions],
    customer_sizes: [...profile.sizes],
    languages: [...profile.languages],
    published_at: after(createdAt, 40 * day),
    first_published_at: after(createdAt, 40 * day),
    created_at: after(createdAt, 25 * day),
  }));
}

function pageRows({ now }: World, { id, createdAt, profiles }: Organization): Row<'profile_location'>[] {
  return profiles.map((profile) => ({
    organization_id: id,
    id: idOf(now, `page ${profile.slug}`),
    profile_id: profile.id,
    location_id: profile.leadsTo.id,
    slug: profile.slug,
    name: profile.leadsTo.name,
    city: profile.leadsTo.name,
    country: profile.leadsTo.country,
    street: profile.place.street,
    postal_code: profile.place.postalCode,
    latitude: profile.place.latitude,
    longitude: profile.place.longitude,
    contact_name: profile.contactName,
    contact_email: profile.contactEmail,
    created_at: after(createdAt, 25 * day),
  }));
}

function endpointRow({ now }: World, { id, key, createdAt }: Organization): Row<'intake_endpoint'> {
  const secret = demoMarketplaceKeys[key];
  return {
    organization_id: id,
    id: idOf(now, `endpoint ${key}`),
    name: 'Marketplace',
    key_hash: hashSecret(secret),
    hint: secret.slice(-4),
    created_by: null,
    created_at: after(createdAt, 30 * day),
  };
}
