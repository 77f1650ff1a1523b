import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkingCalendar } from '../../../../contract/working-time/calendar.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization } from '../../../platform/database/database.ts';
import type { LeadChanges } from '../change/change-lead.ts';
import * as repo from './clockwork.repo.ts';
import { findReminderHorizon, isReminderDue } from './clockwork.rules.ts';
import { Pace } from './clockwork-pace.ts';
import { Turn } from './clockwork-turn.ts';
import { timeRead } from './time-read.ts';

/** Returns the working calendars of these organizations, by id; those without one are missing: every hour counts. */
export type CalendarsOf = (
  organizationIds: readonly string[],
) => Promise<ReadonlyMap<string, WorkingCalendar>>;

export interface ClockworkOptions {
  /** The most leads in one transaction. */
  readonly batchSize?: number;
  /** No batch begins after this long: the rest is left to the next run, so that runs do not pile up. */
  readonly runMilliseconds?: number;
}

/** The result of a run. */
export interface ClockworkReport {
  readonly expired: number;
  readonly reminded: number;
  /** How long ago the time of the first expired lead had run out, in seconds; 0 when none expired. */
  readonly lagSeconds: number;
}

/** One of this many batches measures what people notice. */
const batchesPerRead = 4;

/**
 * Records what time did to leads, and enqueues what people are told about it (LC-4, NT-3). Any number of runs may
 * overlap, and a run may end anywhere: each batch is all or nothing, and what is done is not found again.
 */
export class ClockworkService {
  private readonly batchSize: number;
  private readonly runMilliseconds: number;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly changes: LeadChanges,
    private readonly calendarsOf: CalendarsOf,
    { batchSize = 500, runMilliseconds = 55_000 }: ClockworkOptions = {},
  ) {
    this.batchSize = batchSize;
    this.runMilliseconds = runMilliseconds;
  }

  /** Expires what is overdue, then reminds of what ends soon: nobody is reminded of an expired lead. */
  async run(): Promise<ClockworkReport> {
    const now = this.clock.now();
    const begun = performance.now();
    const hasTime = () => performance.now() - begun < this.runMilliseconds;
    const { expired, lagSeconds } = await this.expire(now, hasTime);
    return { expired, lagSeconds, reminded: await this.remind(now, hasTime) };
  }

  private async expire(now: Date, hasTime: () => boolean) {
    const waiting = await repo.unscopedListOrganizationsWithExpired(this.db, now);
    const pace = new Pace(this.batchSize);
    const turn = new Turn(waiting.map((one) => one.organization_id));
    let expired = 0;
    for (let count = 0; turn.next !== undefined && hasTime(); count++) {
      const reader = turn.next;
      const begun = performance.now();
      const reading =
        count % batchesPerRead === 1 ? timeRead(this.db, { organizationId: reader }) : undefined;
      // Its error is handled below, or no longer matters.
      reading?.catch(() => undefined);
      const batch = await this.expireBatch(now, turn, pace.batchSize);
      const took = performance.now() - begun;
      expired += batch;
      const read = await reading;
      if (turn.next === undefined) break;
      await sleep(pace.noteBatch(batch, took, read));
      if (read !== undefined || count === 0)
        pace.noteCalmRead(await timeRead(this.db, { organizationId: reader }));
    }
    const [first] = waiting;
    const lag = first && expired > 0 ? now.getTime() - first.first_expires_at.getTime() : 0;
    return { expired, lagSeconds: lag / 1000 };
  }

  /** One transaction: leads of the next organizations. @returns how many */
  private async expireBatch(now: Date, turn: Turn, maximum: number): Promise<number> {
    const organizationIds = turn.front(maximum);
    const batch = await this.db.transaction().execute(async (tx) => {
      const leads = await repo.unscopedClaimExpiredLeads(tx, { now, organizationIds, maximum });
      if (leads.length > 0) await this.changes.expire(tx, leads, now);
      return leads;
    });
    turn.noteServed(
      organizationIds.length,
      batch.length < maximum ? undefined : batch.at(-1)?.organization_id,
    );
    return batch.length;
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

  /** @returns how many were reminded of, and where to continue; no place: there are no more */
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
      if (leadIds.length > 0) await this.changes.remind(tx, organizationId, leadIds, span.now);
      return { reminded: leadIds.length, last: leads.length < maximum ? undefined : leads.at(-1) };
    });
  }
}
