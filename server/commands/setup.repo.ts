import type { Role } from '../../contract/identity/lists.ts';
import type { CallToAction } from '../../contract/leads/lists.ts';
import type { Transaction } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

/** What the operator sets up from the command line; everything runs as the owner of the tables. */

/** By its exact name; undefined when there is none. */
export function findOrganizationByName(tx: Transaction, name: string) {
  return tx
    .selectFrom('organization')
    .select(['id', 'name', 'kind'])
    .where('name', '=', name)
    .executeTakeFirst();
}

export interface NewOrganization {
  readonly kind: 'operator' | 'partner';
  readonly name: string;
  readonly country: string;
  readonly locationName: string;
  readonly publisherId: string | undefined;
}

/** An organization with its default location, and the publisher whose offers it lists. */
export async function insertOrganization(
  tx: Transaction,
  { kind, name, country, locationName, publisherId }: NewOrganization,
  at: Date,
): Promise<void> {
  const id = newId();
  await tx.insertInto('organization').values({ id, kind, name, country, created_at: at }).execute();
  await tx
    .insertInto('location')
    .values({
      organization_id: id,
      id: newId(),
      name: locationName,
      country,
      is_default: true,
      created_at: at,
    })
    .execute();
  if (publisherId)
    await tx.insertInto('publisher').values({ id: publisherId, organization_id: id }).execute();
}

/** Adds a location to the organization. */
export async function insertLocation(
  tx: Transaction,
  organizationId: string,
  location: { name: string; country: string; city: string | null },
  at: Date,
): Promise<void> {
  await tx
    .insertInto('location')
    .values({ organization_id: organizationId, id: newId(), ...location, created_at: at })
    .execute();
}

/** A location of the organization by its exact name. */
export function findLocationByName(tx: Transaction, organizationId: string, name: string) {
  return tx
    .selectFrom('location')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('name', '=', name)
    .executeTakeFirst();
}

/** Adds an account; returns its id. */
export async function insertPerson(
  tx: Transaction,
  person: { email: string; name: string; passwordHash: string },
  at: Date,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('person')
    .values({
      id,
      email: person.email,
      name: person.name,
      password_hash: person.passwordHash,
      created_at: at,
    })
    .execute();
  return id;
}

/** @returns false when the person already has this role */
export async function insertMembership(
  tx: Transaction,
  membership: { organizationId: string; personId: string; role: Role; locationId: string | null },
  at: Date,
): Promise<boolean> {
  const result = await tx
    .insertInto('membership')
    .values({
      organization_id: membership.organizationId,
      id: newId(),
      person_id: membership.personId,
      role: membership.role,
      location_id: membership.locationId,
      created_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The organization with this publisher id; undefined when there is none. */
export function findPublisher(tx: Transaction, publisherId: string) {
  return tx
    .selectFrom('publisher')
    .select('organization_id')
    .where('id', '=', publisherId)
    .executeTakeFirst();
}

export interface NewOffer {
  readonly organizationId: string;
  readonly publisherId: string;
  readonly offerKey: string;
  readonly title: string;
  readonly summary: string;
  readonly callToAction: CallToAction;
  readonly tags: readonly string[];
}

/** A published offer, shown in all storefronts. */
export async function insertOffer(tx: Transaction, offer: NewOffer, at: Date): Promise<void> {
  const id = newId();
  const { organizationId } = offer;
  await tx
    .insertInto('offer')
    .values({
      organization_id: organizationId,
      id,
      publisher_id: offer.publisherId,
      offer_key: offer.offerKey,
      title: offer.title,
      summary: offer.summary,
      call_to_action: offer.callToAction,
      tags: [...offer.tags],
      published_at: at,
      created_at: at,
    })
    .execute();
  const storefronts = await tx.selectFrom('storefront').select('code').execute();
  const shown = storefronts.map(({ code }) => ({
    organization_id: organizationId,
    offer_id: id,
    storefront_code: code,
  }));
  await tx.insertInto('offer_storefront').values(shown).execute();
}
