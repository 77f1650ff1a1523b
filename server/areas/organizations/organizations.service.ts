import type { Partner } from '../../../contract/organizations/partners.ts';
import { type Db, inOrganization } from '../../platform/database/database.ts';
import { type Actor, requirePermission } from '../identity/index.ts';
import * as repo from './organizations.repo.ts';

/** Who is listed: storefronts, partners, offers. */
export class OrganizationsService {
  constructor(private readonly db: Db) {}

  /** Names of the storefronts by their codes. */
  async storefronts(): Promise<ReadonlyMap<string, string>> {
    const rows = await repo.listStorefronts(this.db);
    return new Map(rows.map((row) => [row.code, row.name]));
  }

  /** The partners that the operator's people may send leads to. @throws AppError not-allowed */
  async partners(actor: Actor): Promise<Partner[]> {
    requirePermission(actor, 'listPartners');
    const partners = await repo.listPartners(this.db);
    const items: Partner[] = [];
    // One after another: a long list must not take every connection.
    for (const partner of partners) items.push(await this.describe(partner));
    return items;
  }

  private describe({
    id: organizationId,
    name,
    country,
  }: {
    id: string;
    name: string;
    country: string;
  }): Promise<Partner> {
    return inOrganization(this.db, { organizationId }, async (tx) => {
      const locations = await repo.listLocations(tx, organizationId);
      return {
        id: organizationId,
        name,
        country,
        locations: locations.map(({ id, name: site, country: land, city }) => ({
          id,
          name: site,
          country: land,
          city,
        })),
        offers: await repo.listOffers(tx, organizationId),
      };
    });
  }
}
