import type { ContactForm } from '../../../../contract/intake/intake.ts';
import type { FormSignal } from '../../../../contract/intake/lists.ts';
import type { OfferListing } from '../../../../contract/offers/offers.ts';
import { type Db, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import type { Quarantine } from '../../intake/index.ts';
import {
  findOffer,
  findOfferById,
  findPublisher,
  type OfferRow,
  type PageSource,
  publishedListing,
  splitOfferId,
  unscopedFindPreview,
} from '../../offers/index.ts';
import { findOperator, listLocations } from '../../organizations/index.ts';
import { labelOfCode, listVocabularies } from '../../vocabularies/index.ts';
import { canonicalPath } from './offer-page-address.ts';
import { type OfferPage, requestFromOffer, type ShownListing } from './public-leads.rules.ts';
import { languageOfPage, type PageLanguage } from './texts/page-language.rules.ts';

/** How a page was opened. */
export interface Opening {
  /** The storefront that the address names, in any case. */
  readonly storefront?: string;
  readonly source: PageSource;
}

/** Finds the content of offers’ pages, and passes on what customers send there (OF-4). */
export class OfferPages {
  constructor(
    private readonly db: Db,
    private readonly quarantine: Quarantine,
  ) {}

  /**
   * An offer that is live, or was stopped; the case of its name does not matter. A storefront that does not list it is
   * replaced by its first.
   */
  async find(name: string, opening: Opening): Promise<OfferPage | undefined> {
    const named = splitOfferId(name);
    const organizationId = named && (await findPublisher(this.db, named.publisherId));
    if (!organizationId) return undefined;
    return inOrganization(this.db, { organizationId }, async (tx) => {
      const row = await findOffer(tx, organizationId, named);
      if (row?.state === 'Live') return describePage(tx, row, publishedListing(row), opening, 'live');
      return row?.state === 'Stopped'
        ? describePage(tx, row, publishedListing(row), opening, 'stopped')
        : undefined;
    });
  }

  /** What is being written of the offer whose preview has this key. */
  async findPreview(key: string, opening: Opening): Promise<OfferPage | undefined> {
    const which = /^[\w-]{32}$/.test(key) ? await unscopedFindPreview(this.db, key) : undefined;
    if (!which) return undefined;
    return inOrganization(this.db, which, async (tx) => {
      const row = await findOfferById(tx, which.organizationId, which.offerId);
      return row && describePage(tx, row, row.draft ?? publishedListing(row), opening, 'preview');
    });
  }

  /**
   * When this returns, the request is stored (IN-2): as a lead, or in the operator's quarantine (IN-7). Of an offer that
   * was stopped in the meantime it waits with the operator, unrouted (IN-4).
   */
  async send(page: OfferPage, form: ContactForm, signals: readonly FormSignal[]): Promise<void> {
    const operator = page.standing === 'stopped' ? await findOperator(this.db) : undefined;
    const about = { title: page.title, path: canonicalPath(page) };
    const request = requestFromOffer(page, form, operator?.id ?? null);
    await this.quarantine.receive({ ...request, page: about, signals });
  }
}

async function describePage(
  tx: Transaction,
  row: OfferRow,
  listing: OfferListing,
  { storefront, source }: Opening,
  standing: OfferPage['standing'],
): Promise<OfferPage> {
  const [title, summary] = [listing.name ?? '', listing.shortDescription ?? listing.searchSummary ?? ''];
  const language = languageOfPage([title, summary, listing.description].join(' '), null);
  const locations = await listLocations(tx, row.organization_id);
  const asked = storefront?.toLowerCase();
  const shownIn = listing.storefronts.find((code) => code.toLowerCase() === asked);
  return {
    organizationId: row.organization_id,
    partnerName: row.organization_name,
    language,
    offerId: row.id,
    offerName: `${row.publisher_id}.${row.offer_key}`,
    title,
    summary,
    listing: await shownListing(tx, listing, language),
    callToAction: listing.callToAction ?? row.call_to_action,
    locationId: listing.locationId,
    defaultLocationId: locations.find((location) => location.is_default)?.id ?? null,
    storefront: shownIn ?? listing.storefronts[0] ?? null,
    storefronts: listing.storefronts,
    standing,
    previewKey: row.preview_key ?? '',
    source,
  };
}

/** A listing with the names of its values in the language of the page. */
async function shownListing(
  tx: Transaction,
  listing: OfferListing,
  language: PageLanguage,
): Promise<ShownListing> {
  const { shortDescription, description, categories, links, privacyLink, supportLink } = listing;
  const common = { shortDescription, description, categories, links, privacyLink, supportLink };
  if (listing.industries.length === 0 && listing.serviceType === null)
    return { ...common, industries: [], serviceType: null };
  const vocabularies = await listVocabularies(tx);
  const labelOf = (name: 'storeIndustries' | 'storeVerticals' | 'consultingServiceTypes', code: string) =>
    labelOfCode(vocabularies.get(name)?.values, code, language);
  return {
    ...common,
    industries: listing.industries.map(({ code, verticals }) => ({
      name: labelOf('storeIndustries', code),
      verticals: verticals.map((vertical) => labelOf('storeVerticals', vertical)),
    })),
    serviceType: listing.serviceType && labelOf('consultingServiceTypes', listing.serviceType),
  };
}
