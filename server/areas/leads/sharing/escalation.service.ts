import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization } from '../../../platform/database/database.ts';
import { tryEach } from '../../../platform/try-each.ts';
import { findWorkingCalendar, workingHoursBetween } from '../../working-time/index.ts';
import type { LeadChanges } from '../change/change-lead.ts';
import * as repo from './escalation.repo.ts';

const batchSize = 500;
const hourMs = 3_600_000;

/** Has somebody told of leads that nobody answered in time (WT-3). Runs may overlap: each lead is told once. */
export class EscalationService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly changes: LeadChanges,
  ) {}

  /** All organizations; one that fails holds up no other. @throws AggregateError */
  async run(): Promise<void> {
    const organizationIds = await repo.unscopedListOrganizationsThatEscalate(this.db);
    await tryEach(organizationIds, (id) => this.runFor(id), 'escalations that could not be ordered');
  }

  private async runFor(organizationId: string): Promise<void> {
    for (let count = batchSize; count === batchSize; ) count = await this.runBatch(organizationId);
  }

  /** @returns how many leads are told of */
  private runBatch(organizationId: string): Promise<number> {
    return inOrganization(this.db, { organizationId }, async (tx) => {
      const now = this.clock.now();
      const escalation = await repo.findEscalation(tx, organizationId);
      if (!escalation) return 0;
      const { since, afterHours } = escalation;
      const calendar = await findWorkingCalendar(tx, organizationId);
      // Working hours take at least as long as hours, and who came first has waited longest.
      const until = new Date(now.getTime() - afterHours * hourMs);
      const leads = await repo.listUnanswered(tx, organizationId, { since, until, now, limit: batchSize });
      const due = leads.filter(
        ({ received_at }) => workingHoursBetween(received_at, now, calendar) >= afterHours,
      );
      const ids = due.map(({ id }) => id);
      if (ids.length > 0) await this.changes.escalate(tx, organizationId, ids, now);
      return ids.length;
    });
  }
}
