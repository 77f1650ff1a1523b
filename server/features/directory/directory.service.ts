import type { Partner } from '../../../contract/operator.ts';
import { type Db, inOrganization } from '../../platform/database/database.ts';
import { type Actor, notAllowed, permissionsOf } from '../identity/index.ts';
import * as repo from './directory.repo.ts';

/** Who is listed: storefronts, partners, offers. */
export class DirectoryService {
  constructor(private readonly db: Db) {}

  /** Names of the storefronts by their codes. */
  async storefronts(): Promise<ReadonlyMap<string, string>> {
    const rows = await repo.listStorefronts(this.db);
    return new Map(rows.map((row) => [row.code, row.name]));
  }

  /** The partners that the operator's people may send leads to. @throws AppError not-allowed */
  async partners(actor: Actor): Promise<Partner[]> {
    const mayAsk =
      actor.organizationKind === 'operator' &&
      (permissionsOf(actor).createLeads || permissionsOf(actor).readLeads);
    if (!mayAsk) throw notAllowed(['seller', 'marketer', 'operator-admin'], actor);
    const partners = await repo.listPartners(this.db);
    return Promise.all(
      partners.map((partner) =>
        inOrganization(this.db, { organizationId: partner.id }, async (tx) => ({
          id: partner.id,
          name: partner.name,
          country: partner.country,
          locations: (await repo.listLocations(tx, partner.id)).map(({ id, name, country, city }) => ({
            id,
            name,
            country,
            city,
          })),
          offers: await repo.listOffers(tx, partner.id),
        })),
      ),
    );
  }
}
