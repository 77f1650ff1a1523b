import type { ContactForm } from '../../../../contract/intake/intake.ts';
import type { FormSignal } from '../../../../contract/intake/lists.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { Quarantine } from '../../intake/index.ts';
import {
  findPublicOffer,
  findPublicProfile,
  listOfferStorefronts,
  listStorefronts,
  unscopedFindOffer,
} from '../../organizations/index.ts';
import { offerPath, profilePath } from './paths.ts';
import {
  type OfferPage,
  type ProfilePage,
  requestFromOffer,
  requestFromProfile,
} from './public-leads.rules.ts';
import { languageOfPage } from './texts/page-language.rules.ts';

/** Finds the content of public pages, and passes on what customers send there. */
export class PublicPages {
  constructor(
    private readonly db: Db,
    private readonly quarantine: Quarantine,
  ) {}

  /**
   * A published offer; the case of its name does not matter.
   * @param from storefront that the customer comes from; one that does not list the offer is replaced by the offer's
   * first
   */
  async findOffer(name: string, from: string | undefined): Promise<OfferPage | undefined> {
    const offerName = name.toLowerCase();
    const dot = offerName.indexOf('.');
    if (dot < 1 || !canBeStored(offerName)) return undefined;
    const [publisherId, offerKey] = [offerName.slice(0, dot), offerName.slice(dot + 1)];
    const [offer, target] = await Promise.all([
      findPublicOffer(this.db, publisherId, offerKey),
      unscopedFindOffer(this.db, publisherId, offerKey),
    ]);
    if (!offer || offer.id !== target?.id) return undefined;
    const storefronts = await listOfferStorefronts(this.db, offer.id);
    return {
      organizationId: offer.organization_id,
      partnerName: offer.organization_name,
      language: languageOfPage(`${offer.title} ${offer.summary}`, null),
      offerId: offer.id,
      offerName,
      title: offer.title,
      summary: offer.summary,
      callToAction: target.call_to_action,
      locationId: offer.location_id,
      defaultLocationId: target.default_location_id,
      storefront: storefronts.find((code) => code === from) ?? storefronts[0] ?? null,
    };
  }

  /** The page of one location of a published profile. */
  async findProfile(slug: string): Promise<ProfilePage | undefined> {
    if (!canBeStored(slug)) return undefined;
    const profile = await findPublicProfile(this.db, slug);
    if (!profile) return undefined;
    const storefronts = await listStorefronts(this.db);
    return {
      organizationId: profile.organization_id,
      partnerName: profile.display_name,
      language: languageOfPage(profile.description, profile.location_country),
      pageId: profile.id,
      slug: profile.slug,
      description: profile.description,
      website: profile.website,
      city: profile.city,
      country: profile.location_country,
      locationId: profile.location_id,
      storefront: storefronts.find((storefront) => storefront.lists_profiles)?.code ?? null,
    };
  }

  /** When this returns, the request is stored (IN-2): as a lead, or in the operator's quarantine (IN-7). */
  async sendToOffer(page: OfferPage, form: ContactForm, signals: readonly FormSignal[]): Promise<void> {
    const about = { title: page.title, path: offerPath(page.offerName) };
    await this.quarantine.receive({ ...requestFromOffer(page, form), page: about, signals });
  }

  /** When this returns, the request is stored (IN-2): as a lead, or in the operator's quarantine (IN-7). */
  async sendToProfile(page: ProfilePage, form: ContactForm, signals: readonly FormSignal[]): Promise<void> {
    const about = { title: page.partnerName, path: profilePath(page.slug) };
    await this.quarantine.receive({ ...requestFromProfile(page, form), page: about, signals });
  }
}

/** PostgreSQL cannot store NUL: a name with one cannot exist, and querying for it would be an error. */
function canBeStored(name: string): boolean {
  return name.isWellFormed() && !name.includes('\u0000');
}
