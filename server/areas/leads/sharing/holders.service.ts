import type { HeldLeads, Holder, Holders } from '../../../../contract/leads/sharing.ts';
import { sortByName } from '../../../../contract/name-order.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, readInOrganization } from '../../../platform/database/database.ts';
import {
  leadOverseers,
  listPersonNames,
  listWorkplaces,
  type PersonActor,
  requirePermission,
} from '../../identity/index.ts';
import { findAbsences, findWorkingDay } from '../../working-time/index.ts';
import { leadScopeOf } from '../lead/lead-scope.sql.ts';
import { countByOwner, countHeld } from './owned-leads.repo.ts';

/** Who holds how many leads, so that they can be shared and handed over (WT-2). */
export class HoldersService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not-allowed */
  async list(actor: PersonActor): Promise<Holders> {
    requirePermission(actor, 'shareLeads');
    const { organizationId } = actor;
    const now = this.clock.now();
    return readInOrganization(this.db, actor, async (tx) => {
      const counts = await countByOwner(tx, organizationId, now);
      const workers = new Set((await listWorkplaces(tx, organizationId)).map(({ personId }) => personId));
      const overseers = new Set(
        (await listWorkplaces(tx, organizationId, leadOverseers))
          .filter(({ locationId }) => locationId === null)
          .map(({ personId }) => personId),
      );
      const owners = counts.flatMap(({ assigned_to }) => (assigned_to === null ? [] : [assigned_to]));
      const names = await listPersonNames(tx, [...new Set([...workers, ...owners])]);
      const day = await findWorkingDay(tx, organizationId, now);
      const absences = await findAbsences(tx, organizationId, day);
      const countOf = (personId: string | null, status: string | null) =>
        counts.find((row) => row.assigned_to === personId && row.status === status)?.count ?? 0;
      const items = [...names].map(
        ([id, name]): Holder => ({
          id,
          name,
          worksLeads: workers.has(id),
          overseesLeads: overseers.has(id),
          absence: absences.get(id) ?? null,
          toAnswer: countOf(id, 'Received'),
          deals: countOf(id, 'Accepted'),
          informational: countOf(id, null),
        }),
      );
      return { items: sortByName(items, ({ name }) => name), nobodys: countOf(null, 'Received') };
    });
  }

  /** Of somebody, as far as the actor may see them. @throws AppError not-allowed */
  async count(actor: PersonActor, personId: string): Promise<HeldLeads> {
    requirePermission(actor, 'workLeads');
    const now = this.clock.now();
    const counts = await readInOrganization(this.db, actor, (tx) =>
      countHeld(tx, leadScopeOf(actor, now), personId),
    );
    const total = counts.toAnswer + counts.deals + counts.informational;
    return { ...counts, total, countedAt: now.toISOString() };
  }
}
