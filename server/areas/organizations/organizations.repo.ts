import { sql } from 'kysely';
import type { CallToAction } from '../../../contract/leads/lists.ts';
import type { Db, Transaction } from '../../platform/database/database.ts';
import { asRead } from '../../platform/database/name-order.ts';

type Executor = Db | Transaction;

export interface OfferForIntake {
  organization_id: string;
  id: string;
  title: string;
  call_to_action: CallToAction;
  location_id: string | null;
  /** Where the partner's leads go that name no location. */
  default_location_id: string | null;
}

/** The offer that a door names, regardless of who lists it: not bound to an organization, which the door does not know. */
export async function unscopedFindOffer(
  db: Executor,
  publisherId: string,
  offerKey: string,
): Promise<OfferForIntake | undefined> {
  const { rows } =
    await sql<OfferForIntake>`select * from find_offer_for_intake(${publisherId}, ${offerKey})`.execute(db);
  return rows[0];
}

/** Storefronts in display order. */
export function listStorefronts(db: Executor) {
  return db.selectFrom('storefront').select(['code', 'name', 'lists_profiles']).orderBy('position').execute();
}

/** The organization with that id, of either kind. */
export function findOrganization(db: Executor, organizationId: string) {
  return db
    .selectFrom('organization')
    .select(['id', 'name', 'kind', 'country'])
    .where('id', '=', organizationId)
    .executeTakeFirst();
}

/** The organization that runs the installation; undefined while there is none. */
export function findOperator(db: Executor) {
  return db
    .selectFrom('organization')
    .select(['id', 'name'])
    .where('kind', '=', 'operator')
    .executeTakeFirst();
}

/** All partners of the installation, by name. */
export function listPartners(db: Executor) {
  return db
    .selectFrom('organization')
    .select(['id', 'name', 'country'])
    .where('kind', '=', 'partner')
    .orderBy(asRead('name'))
    .orderBy('id')
    .execute();
}

/** Locations of one organization; the transaction must be for it. */
export function listLocations(tx: Transaction, organizationId: string) {
  return tx
    .selectFrom('location')
    .select(['id', 'name', 'country', 'city', 'is_default'])
    .where('organization_id', '=', organizationId)
    .orderBy('is_default', 'desc')
    .orderBy(asRead('name'))
    .execute();
}

/** Published offers of one organization. */
export function listOffers(tx: Transaction, organizationId: string) {
  return tx
    .selectFrom('offer')
    .select((eb) => [eb.fn<string>('concat', ['publisher_id', sql.lit('.'), 'offer_key']).as('id'), 'title'])
    .where('organization_id', '=', organizationId)
    .where('published_at', 'is not', null)
    .orderBy(asRead('title'))
    .orderBy('offer.id')
    .execute();
}
