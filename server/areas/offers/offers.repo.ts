import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { CallToAction } from '../../../contract/leads/lists.ts';
import type { OfferState } from '../../../contract/offers/lists.ts';
import type { OfferListing } from '../../../contract/offers/offers.ts';
import type { Offer, OfferDraft } from '../../../db/types.ts';
import type { Db, Transaction } from '../../platform/database/database.ts';

/** An offer in the list. */
export interface ListedOffer {
  readonly organization_id: string;
  readonly organization_name: string;
  readonly publisher_id: string;
  readonly offer_key: string;
  readonly title: string;
  readonly call_to_action: CallToAction;
  readonly storefronts: string[];
  readonly draft: OfferListing | null;
  readonly alias: string | null;
  readonly state: OfferState;
  readonly published_at: Date | null;
  readonly stopped_at: Date | null;
  readonly changed_at: Date;
  readonly changed_by: string | null;
}

/** Which offers to list. */
export interface ListQuestion {
  /** null: those of all partners, for the operator. */
  readonly organizationId: string | null;
  readonly after: { readonly publisherId: string; readonly offerKey: string } | undefined;
  readonly limit: number;
}

/** Offers by their names: those of the transaction's organization, or for the operator those of any partner. */
export async function listOffers(
  tx: Transaction,
  { organizationId, after, limit }: ListQuestion,
): Promise<ListedOffer[]> {
  const { rows } = await sql<ListedOffer>`
    select * from list_offers(${organizationId}, ${after?.publisherId ?? null}, ${after?.offerKey ?? null}, ${limit})`.execute(
    tx,
  );
  return rows;
}

/** Whose publisher id it is; undefined: nobody's. */
export async function findPublisher(db: Db | Transaction, publisherId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('publisher')
    .select('organization_id')
    .where('id', '=', publisherId)
    .executeTakeFirst();
  return row?.organization_id;
}

/** The publisher ids of a partner, in their order. */
export async function listPublishers(db: Db | Transaction, organizationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('publisher')
    .select('id')
    .where('organization_id', '=', organizationId)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Gives a free publisher id to the transaction's partner. @returns whose it is then */
export async function claimPublisher(tx: Transaction, publisherId: string): Promise<string | null> {
  const { rows } = await sql<{ owner: string | null }>`
    select claim_publisher(${publisherId}) as owner`.execute(tx);
  return rows[0]?.owner ?? null;
}

const columns = [
  'o.organization_id',
  'o.id',
  'o.publisher_id',
  'o.offer_key',
  'o.title',
  'o.summary',
  'o.tags',
  'o.call_to_action',
  'o.location_id',
  'o.listing',
  'o.published_at',
  'o.stopped_at',
  'o.previewed_at',
  'o.revision',
  'o.changed_at',
  'o.created_at',
] as const;

type DraftColumns = Pick<Selectable<OfferDraft>, 'alias' | 'support_contact' | 'preview_key' | 'changed_by'>;
/** An offer of the transaction's organization with everything that belongs to it. */
export type OfferRow = Omit<Selectable<Offer>, 'state'> &
  DraftColumns & {
    readonly state: OfferState;
    readonly draft: OfferListing | null;
    readonly organization_name: string;
    readonly storefronts: string[];
    readonly contacts: string[];
  };

/** The offer with that name; the transaction must be for its organization. */
export function findOffer(
  tx: Transaction,
  organizationId: string,
  { publisherId, offerKey }: { readonly publisherId: string; readonly offerKey: string },
): Promise<OfferRow | undefined> {
  return selectOffer(tx, organizationId)
    .where('o.publisher_id', '=', publisherId)
    .where('o.offer_key', '=', offerKey)
    .executeTakeFirst() as Promise<OfferRow | undefined>;
}

/** The same, by its id. */
export function findOfferById(
  tx: Transaction,
  organizationId: string,
  offerId: string,
): Promise<OfferRow | undefined> {
  return selectOffer(tx, organizationId).where('o.id', '=', offerId).executeTakeFirst() as Promise<
    OfferRow | undefined
  >;
}

/** Keeps others from changing the offer until the transaction ends. */
export async function lockOffer(
  tx: Transaction,
  organizationId: string,
  { publisherId, offerKey }: { readonly publisherId: string; readonly offerKey: string },
): Promise<void> {
  await tx
    .selectFrom('offer')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('publisher_id', '=', publisherId)
    .where('offer_key', '=', offerKey)
    .forUpdate()
    .execute();
}

function selectOffer(tx: Transaction, organizationId: string) {
  return tx
    .selectFrom('offer as o')
    .innerJoin('organization as g', 'g.id', 'o.organization_id')
    .leftJoin('offer_draft as d', (join) =>
      join.onRef('d.organization_id', '=', 'o.organization_id').onRef('d.offer_id', '=', 'o.id'),
    )
    .select([...columns, 'o.state', 'g.name as organization_name'])
    .select(['d.alias', 'd.draft', 'd.support_contact', 'd.preview_key', 'd.changed_by'])
    .select([
      sql<string[]>`array(
        select s.code from offer_storefront shown join storefront s on s.code = shown.storefront_code
        where shown.organization_id = o.organization_id and shown.offer_id = o.id order by s.position)`.as(
        'storefronts',
      ),
      sql<string[]>`array(
        select c.address from offer_contact c
        where c.organization_id = o.organization_id and c.offer_id = o.id order by c.place)`.as('contacts'),
    ])
    .where('o.organization_id', '=', organizationId);
}

/** Adds an offer. @returns false: there is one with this name */
export async function insertOffer(tx: Transaction, row: Insertable<Offer>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('offer')
    .values(row)
    .onConflict((conflict) => conflict.columns(['organization_id', 'publisher_id', 'offer_key']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** An offer by its id, in the transaction's organization. */
export interface Which {
  readonly organizationId: string;
  readonly offerId: string;
}

/** Changes the offer itself. */
export async function updateOffer(
  tx: Transaction,
  { organizationId, offerId }: Which,
  change: Updateable<Offer>,
): Promise<void> {
  await tx
    .updateTable('offer')
    .set(change)
    .where('organization_id', '=', organizationId)
    .where('id', '=', offerId)
    .execute();
}

/** Changes what is behind the offer, whether or not there was anything. */
export async function saveDraft(
  tx: Transaction,
  { organizationId, offerId }: Which,
  change: Omit<Updateable<OfferDraft>, 'organization_id' | 'offer_id'>,
): Promise<void> {
  await tx
    .insertInto('offer_draft')
    .values({ organization_id: organizationId, offer_id: offerId, ...change })
    .onConflict((conflict) => conflict.columns(['organization_id', 'offer_id']).doUpdateSet(change))
    .execute();
}

/** Where the published version is shown, and who is told about its leads. */
export async function replacePlaces(
  tx: Transaction,
  { organizationId, offerId }: Which,
  {
    storefronts,
    contacts,
  }: { readonly storefronts: readonly string[]; readonly contacts: readonly string[] },
): Promise<void> {
  const own = { organization_id: organizationId, offer_id: offerId };
  for (const table of ['offer_storefront', 'offer_contact'] as const)
    await tx
      .deleteFrom(table)
      .where('organization_id', '=', organizationId)
      .where('offer_id', '=', offerId)
      .execute();
  const shown = storefronts.map((storefront_code) => ({ ...own, storefront_code }));
  if (shown.length > 0) await tx.insertInto('offer_storefront').values(shown).execute();
  const told = contacts.map((address, place) => ({ ...own, place, address }));
  if (told.length > 0) await tx.insertInto('offer_contact').values(told).execute();
}

/** Deletes an offer with what is behind it; its test leads stay. */
export async function deleteOffer(tx: Transaction, { organizationId, offerId }: Which): Promise<void> {
  await tx
    .deleteFrom('offer')
    .where('organization_id', '=', organizationId)
    .where('id', '=', offerId)
    .execute();
}

/** Whose preview an address shows: not bound to an organization, which the page does not know. */
export async function unscopedFindPreview(db: Db, key: string): Promise<Which | undefined> {
  const { rows } = await sql<{ organization_id: string; offer_id: string }>`
    select * from find_offer_preview(${key})`.execute(db);
  const [row] = rows;
  return row && { organizationId: row.organization_id, offerId: row.offer_id };
}
