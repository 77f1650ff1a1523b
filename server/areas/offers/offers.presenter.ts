import type { Offer, OfferListing, OfferSummary } from '../../../contract/offers/offers.ts';
import type { Spoken } from '../../../contract/sentences.ts';
import type { WrongValue } from '../../platform/errors.ts';
import { offerPath, previewPath } from './offer-paths.ts';
import type { ListedOffer, OfferRow } from './offers.repo.ts';
import { publishedListing } from './offers.rules.ts';

type Common = Pick<
  ListedOffer,
  | 'organization_id'
  | 'organization_name'
  | 'publisher_id'
  | 'offer_key'
  | 'alias'
  | 'state'
  | 'published_at'
  | 'changed_by'
> &
  Pick<OfferRow, 'draft' | 'stopped_at'>;

/** `publisher.offer` */
export const nameOfOffer = (row: { readonly publisher_id: string; readonly offer_key: string }): string =>
  `${row.publisher_id}.${row.offer_key}`;

/** Whether it was published at any time. */
export const wasLive = (row: Pick<OfferRow, 'published_at' | 'stopped_at'>): boolean =>
  row.published_at !== null || row.stopped_at !== null;

/** The listing as it is being edited. */
export function listingOf(row: OfferRow): OfferListing {
  return row.draft ?? publishedListing(row);
}

function presentCommon(
  row: Common,
  shown: Pick<OfferListing, 'name' | 'callToAction' | 'storefronts'>,
  changedAt: Date,
): OfferSummary {
  return {
    id: nameOfOffer(row),
    organization: { id: row.organization_id, name: row.organization_name },
    alias: row.alias,
    name: shown.name,
    callToAction: shown.callToAction,
    storefronts: [...shown.storefronts],
    state: row.state,
    hasUnpublishedChanges: row.draft !== null && wasLive(row),
    changedAt: changedAt.toISOString(),
    changedBy: row.changed_by,
    publishedAt: row.published_at?.toISOString() ?? null,
  };
}

/** Row → wire: an offer in the list. */
export function presentListed(row: ListedOffer): OfferSummary {
  const published = {
    name: row.title || null,
    callToAction: row.call_to_action,
    storefronts: row.storefronts,
  };
  return presentCommon(row, row.draft ?? published, row.changed_at);
}

/** What a row does not say about itself. */
export interface Beside {
  readonly problems: readonly WrongValue[];
  readonly locations: readonly { readonly id: string; readonly name: string }[];
  /** The public address of this installation, without a trailing slash. */
  readonly publicUrl: string;
}

/** Row → wire: an offer as it is being edited. */
export function presentOffer(row: OfferRow, { problems, locations, publicUrl }: Beside): Spoken<Offer> {
  const listing = listingOf(row);
  const name = nameOfOffer(row);
  return {
    ...presentCommon(row, listing, row.changed_at ?? row.published_at ?? row.created_at),
    revision: row.revision,
    listing,
    problems: problems.map(({ path, message }) => ({ path, message })),
    previewAddress: row.preview_key === null ? null : publicUrl + previewPath(row.preview_key),
    pages:
      row.state === 'Live'
        ? row.storefronts.map((storefront) => ({
            storefront,
            address: publicUrl + offerPath(name, storefront),
          }))
        : [],
    deletable: !wasLive(row),
    locations: locations.map(({ id, name: site }) => ({ id, name: site })),
  };
}
