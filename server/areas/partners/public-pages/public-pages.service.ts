import type { ContactForm } from '../../../../contract/intake/intake.ts';
import type { FormSignal } from '../../../../contract/intake/lists.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { Quarantine } from '../../intake/index.ts';
import { findPublicProfile, listStorefronts } from '../../organizations/index.ts';
import { profilePath } from './paths.ts';
import { type ProfilePage, requestFromProfile } from './public-leads.rules.ts';
import { languageOfPage } from './texts/page-language.rules.ts';

/** Finds the content of public pages, and passes on what customers send there. */
export class PublicPages {
  constructor(
    private readonly db: Db,
    private readonly quarantine: Quarantine,
  ) {}

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
  async sendToProfile(page: ProfilePage, form: ContactForm, signals: readonly FormSignal[]): Promise<void> {
    const about = { title: page.partnerName, path: profilePath(page.slug) };
    await this.quarantine.receive({ ...requestFromProfile(page, form), page: about, signals });
  }
}

/** PostgreSQL cannot store NUL: a name with one cannot exist, and querying for it would be an error. */
function canBeStored(name: string): boolean {
  return name.isWellFormed() && !name.includes('\u0000');
}
