import { presenceSeconds } from '../../../../contract/leads/live.ts';
import type { LeadPresence, PresenceBeat } from '../../../../contract/leads/presence.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization } from '../../../platform/database/database.ts';
import type { PersonActor } from '../../identity/index.ts';
import { leadNotFound } from '../lead/lead-not-found.ts';
import { leadScopeOf } from '../lead/lead-scope.sql.ts';
import { listVisibleIds } from '../lead/leads.repo.ts';
import * as repo from './presence.repo.ts';

/** How many leads one person may have open: as many as live streams. */
const mostOpenLeads = 24;

/**
 * Who has a lead open right now (WS-9; decision 046). It reads nothing of the lead, and so leaves nothing in the access
 * log.
 */
export class PresenceService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /**
   * Notes that the person has the lead open, for {@link presenceSeconds}, and says who else has. Of more leads than
   * {@link mostOpenLeads}, only the latest count.
   * @throws AppError not-found, not-allowed
   */
  beat(actor: PersonActor, leadId: string, { doing }: PresenceBeat): Promise<LeadPresence> {
    const now = this.clock.now();
    const scope = leadScopeOf(actor, now);
    const { organizationId, personId } = actor;
    const place = { organizationId, leadId, personId };
    return inOrganization(this.db, actor, async (tx) => {
      const visible = await listVisibleIds(tx, scope, [leadId]);
      if (visible.length === 0) throw leadNotFound();
      await repo.savePresence(tx, place, doing, new Date(now.getTime() + presenceSeconds * 1000));
      await repo.prunePresence(tx, place, { now, most: mostOpenLeads });
      return { others: await repo.listOthers(tx, place, now) };
    });
  }

  /** Notes that the person left the lead; repeating it changes nothing. @throws AppError not-found, not-allowed */
  async leave(actor: PersonActor, leadId: string): Promise<void> {
    const scope = leadScopeOf(actor, this.clock.now());
    const { organizationId, personId } = actor;
    await inOrganization(this.db, actor, async (tx) => {
      if ((await listVisibleIds(tx, scope, [leadId])).length === 0) throw leadNotFound();
      await repo.removePresence(tx, { organizationId, leadId, personId });
    });
  }

  /** Deletes what is over, in all organizations. */
  async forget(): Promise<void> {
    await repo.unscopedForgetPresence(this.db, this.clock.now());
  }
}
