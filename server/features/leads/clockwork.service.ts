import type { WorkingCalendar } from '../../../contract/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization } from '../../platform/database/database.ts';
import { enqueueJob } from '../../platform/jobs/jobs.ts';
import * as repo from './clockwork.repo.ts';
import { findReminderHorizon, isReminderDue } from './clockwork.rules.ts';

/** The working calendars of these organizations, by id; one that is missing has none: every hour counts. */
export type CalendarsOf = (
  organizationIds: readonly string[],
) => Promise<ReadonlyMap<string, WorkingCalendar>>;

export interface ClockworkOptions {
  /** Leads in one transaction. */
  readonly batchSize?: number;
  /** No further batch is begun after so long: what is left is for the next run, so that runs do not pile up. */
  readonly runMilliseconds?: number;
}

/** What a run came to. */
export interface ClockworkReport {
  readonly expired: number;
  readonly reminded: number;
  /** How long ago the time of the first lead that expired had run out, in seconds; 0 when none did. */
  readonly lagSeconds: number;
}

const beginning = new Date(0);

/**
 * Writes down what time did to leads, and orders what people are told about it (LC-4, NT-3). Any number may run at
 * once, a run may end anywhere: each batch is done whole or not at all, and what is done is not found again.
 */
export class ClockworkService {
  private readonly batchSize: number;
  private readonly runMilliseconds: number;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly calendarsOf: CalendarsOf = async () => new Map(),
    { batchSize = 500, runMilliseconds = 55_000 }: ClockworkOptions = {},
  ) {
    this.batchSize = batchSize;
    this.runMilliseconds = runMilliseconds;
  }

  /** Expires what is overdue, then reminds of what ends soon: what is past both is not reminded of any more. */
  async run(): Promise<ClockworkReport> {
    const now = this.clock.now();
    const begun = performance.now();
    const hasTime = () => performance.now() - begun < this.runMilliseconds;
    const { expired, lagSeconds } = await this.expire(now, hasTime);
    return { expired, lagSeconds, reminded: await this.remind(now, hasTime) };
  }

  private async expire(now: Date, hasTime: () => boolean) {
    let expired = 0;
    let first: Date | undefined;
    let since = beginning;
    while (hasTime()) {
      const batch = await this.expireBatch(now, since);
      first ??= batch[0]?.expires_at;
      since = batch.at(-1)?.expires_at ?? since;
      expired += batch.length;
      if (batch.length < this.batchSize) break;
    }
    return { expired, lagSeconds: first === undefined ? 0 : (now.getTime() - first.getTime()) / 1000 };
  }

  /** One transaction: the leads that ended first, whosever they are, each written as its own organization. */
  private expireBatch(now: Date, since: Date): Promise<repo.ExpiredLead[]> {
    return this.db.transaction().execute(async (tx) => {
      const leads = await repo.unscopedClaimExpiredLeads(tx, { now, since, maximum: this.batchSize });
      if (leads.length > 0) await repo.unscopedExpireLeads(tx, leads, now);
      return leads;
    });
  }

  private async remind(now: Date, hasTime: () => boolean): Promise<number> {
    const waiting = await repo.unscopedListOrganizationsToRemind(this.db, now);
    const calendars = await this.calendarsOf(waiting.map((one) => one.organization_id));
    let reminded = 0;
    for (const { organization_id, first_expires_at } of waiting) {
      const calendar = calendars.get(organization_id);
      const until = findReminderHorizon(now, calendar);
      if (first_expires_at > until) continue;
      for (let after: repo.UnremindedLead | undefined; hasTime(); ) {
        const batch = await this.remindBatch(organization_id, calendar, { now, until, after });
        reminded += batch.reminded;
        after = batch.last;
        if (after === undefined) break;
      }
    }
    return reminded;
  }

  /** @returns how many were reminded of, and where to go on; no place: there are no more */
  private remindBatch(
    organizationId: string,
    calendar: WorkingCalendar | undefined,
    span: { now: Date; until: Date; after: repo.UnremindedLead | undefined },
  ): Promise<{ reminded: number; last: repo.UnremindedLead | undefined }> {
    const maximum = this.batchSize;
    return inOrganization(this.db, { organizationId }, async (tx) => {
      const leads = await repo.lockUnremindedLeads(tx, organizationId, { ...span, maximum });
      const leadIds = leads
        .filter((lead) =>
          isReminderDue({ receivedAt: lead.received_at, expiresAt: lead.expires_at }, calendar, span.now),
        )
        .map(({ id }) => id);
      if (leadIds.length > 0) {
        await repo.markReminded(tx, organizationId, leadIds, span.now);
        await enqueueJob(tx, 'lead.remind', { organizationId, leadIds });
      }
      return { reminded: leadIds.length, last: leads.length < maximum ? undefined : leads.at(-1) };
    });
  }
}
