import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization } from '../../platform/database/database.ts';
import { type LeadChanges, leadlight } from '../leads/index.ts';
import * as repo from './intake.repo.ts';

/** Finds what a customer asked before (IN-3). */
export class Repeats {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly changes: LeadChanges,
  ) {}

  /** Links the leads to earlier ones, with an entry in their timelines; those already linked stay as they are. */
  async link(organizationId: string, leadIds: readonly string[]): Promise<void> {
    await inOrganization(this.db, { organizationId }, async (tx) => {
      const linked = await repo.linkRepeats(tx, leadIds);
      const at = this.clock.now();
      // The details name the earlier lead, for those who may see it; others read the timeline, too.
      await this.changes.note(
        tx,
        linked.map(({ id: leadId, version }) => ({
          organizationId,
          leadId,
          type: 'lead.repeat-linked',
          at,
          actor: leadlight,
          version,
        })),
      );
    });
  }
}
