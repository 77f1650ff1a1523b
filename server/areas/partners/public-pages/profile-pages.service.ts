import type { ContactForm } from '../../../../contract/intake/intake.ts';
import type { FormSignal } from '../../../../contract/intake/lists.ts';
import type { LogoSide } from '../../../../contract/profiles/lists.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db, Transaction } from '../../../platform/database/database.ts';
import type { Quarantine } from '../../intake/index.ts';
import { findOperator, listStorefronts } from '../../organizations/index.ts';
import { dayOf, isAway } from '../../profiles/index.ts';
import { type KeptVocabularies, labelOfCode, listVocabularies } from '../../vocabularies/index.ts';
import { profilePath } from './paths.ts';
import * as repo from './profile-pages.repo.ts';
import {
  type GonePage,
  type ProfilePage,
  requestFromGonePage,
  requestFromProfile,
} from './public-leads.rules.ts';
import { languageOfPage, type PageLanguage } from './texts/page-language.rules.ts';

/** What stands behind an address: a page, or what is left of one. */
export type FoundProfilePage =
  | { readonly page: ProfilePage; readonly gone?: undefined }
  | { readonly gone: GonePage; readonly page?: undefined };

/** Finds the content of locations' pages, and passes on what customers send there (DI-4). */
export class ProfilePages {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly quarantine: Quarantine,
  ) {}

  /** The page with that address, or that one was there; undefined: none ever was. */
  async find(slug: string): Promise<FoundProfilePage | undefined> {
    if (!canBeStored(slug)) return undefined;
    const row = await repo.findProfilePage(this.db, slug);
    if (!row) return this.findGone(slug);
    const page = await this.db.transaction().execute((tx) => describePage(tx, row, this.clock.now()));
    return { page };
  }

  private async findGone(slug: string): Promise<FoundProfilePage | undefined> {
    const address = await repo.findAddress(this.db, slug);
    return address && { gone: { organizationId: address.organization_id, pageId: address.page_id, slug } };
  }

  /** When this returns, the request is stored (IN-2): as a lead, or in the operator's quarantine (IN-7). */
  async send(page: ProfilePage, form: ContactForm, signals: readonly FormSignal[]): Promise<void> {
    const about = { title: page.partnerName, path: profilePath(page) };
    await this.quarantine.receive({ ...requestFromProfile(page, form), page: about, signals });
  }

  /** The same for a page that was taken away while the customer wrote: it waits with the operator, unrouted (IN-4). */
  async keep(
    page: GonePage,
    form: ContactForm,
    { signals, language }: { readonly signals: readonly FormSignal[]; readonly language: PageLanguage },
  ): Promise<void> {
    const operator = await findOperator(this.db);
    const about = { title: page.slug, path: `/p/${page.slug}` };
    const request = requestFromGonePage(page, form, { operatorId: operator?.id ?? null, language });
    await this.quarantine.receive({ ...request, page: about, signals });
  }

  /** A logo that a published profile shows. */
  findLogo(id: string, side: LogoSide, contentType: 'image/png' | 'image/webp'): Promise<Buffer | undefined> {
    return repo.findPublishedLogo(this.db, { id, side, contentType });
  }
}

async function describePage(tx: Transaction, row: repo.ProfilePageRow, now: Date): Promise<ProfilePage> {
  const language = languageOfPage(row.description, row.country);
  const storefronts = await listStorefronts(tx);
  const vocabularies = await listVocabularies(tx);
  return {
    organizationId: row.organization_id,
    partnerName: row.display_name,
    language,
    pageId: row.id,
    slug: row.slug,
    country: row.country,
    city: row.city || null,
    address: {
      street: row.street,
      city: row.city,
      state: row.state,
      postalCode: row.postal_code,
      phone: row.phone,
    },
    point:
      row.latitude === null || row.longitude === null
        ? null
        : { latitude: row.latitude, longitude: row.longitude },
    description: row.description,
    website: row.website,
    linkedIn: row.linked_in,
    languages: row.languages,
    tags: tagsOf(row, vocabularies, language),
    skills: row.skills,
    sizes: row.customer_sizes.map((code) =>
      labelOfCode(vocabularies.get('customerSizes')?.values, code, language),
    ),
    budgetFrom:
      row.budget_from_minor === null || row.budget_from_currency === null
        ? null
        : { amountMinor: Number(row.budget_from_minor), currency: row.budget_from_currency },
    logoId: row.logo_id,
    otherPages: await repo.listOtherPages(tx, row.organization_id, row.id),
    offers: await repo.listLiveOffers(tx, row.organization_id),
    awayUntil: isAway(row.unavailable_until, dayOf(now)) ? row.unavailable_until : null,
    locationId: row.location_id,
    storefront: storefronts.find((storefront) => storefront.lists_profiles)?.code ?? null,
  };
}

/** The filters of the directory under which tags are searched. */
const filters = {
  industries: 'industry',
  products: 'product',
  services: 'service',
  solutions: 'solution',
} as const;

function tagsOf(
  row: repo.ProfilePageRow,
  vocabularies: KeptVocabularies,
  language: PageLanguage,
): ProfilePage['tags'] {
  return (Object.keys(filters) as (keyof typeof filters)[]).flatMap((field) =>
    row[field].map((code) => ({
      filter: filters[field],
      code,
      label: labelOfCode(vocabularies.get(field)?.values, code, language),
    })),
  );
}

/** PostgreSQL cannot store NUL: a name with one cannot exist, and querying for it would be an error. */
function canBeStored(name: string): boolean {
  return name.isWellFormed() && !name.includes('\u0000');
}
