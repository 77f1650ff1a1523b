import { randomUUID } from 'node:crypto';
import type { WorkingCalendar, WorkingCalendarAnswer } from '../../../contract/working-time/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../platform/database/database.ts';
import { notFound } from '../../platform/errors.ts';
import { requireRevision } from '../../platform/http/if-match.ts';
import { recordAccess } from '../audit/index.ts';
import { hasPermission, type PersonActor, requirePermission } from '../identity/index.ts';
import { sentence } from './catalogue.ts';
import * as repo from './working-calendar.repo.ts';

/** When an organization works: moves reminders and the shown “respond by”, never the end of a lead's time. */
export class WorkingCalendarService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async get(actor: PersonActor): Promise<WorkingCalendarAnswer> {
    const kept = await inOrganization(this.db, actor, (tx) =>
      repo.findKeptCalendar(tx, actor.organizationId),
    );
    return present(kept, actor);
  }

  /** Sets the calendar in place of any before it. @throws AppError not-allowed, settings-changed */
  async set(
    actor: PersonActor,
    calendar: WorkingCalendar,
    ifMatch: string | undefined,
  ): Promise<WorkingCalendarAnswer> {
    requirePermission(actor, 'changeWorkingCalendar');
    const holidays = [...new Set(calendar.holidays)].sort();
    const kept = {
      calendar: { ...calendar, holidays },
      updatedAt: this.clock.now(),
      updatedBy: actor.name,
      revision: randomUUID(),
    };
    await inOrganization(this.db, actor, async (tx) => {
      await requireUnchanged(tx, actor, ifMatch);
      await repo.saveCalendar(tx, actor.organizationId, kept);
      await recordChange(tx, actor, 'working calendar', kept.updatedAt);
    });
    return present(kept, actor);
  }

  /** From then on every hour counts again. @throws AppError not-allowed, not-found, settings-changed */
  async remove(actor: PersonActor, ifMatch: string | undefined): Promise<void> {
    requirePermission(actor, 'changeWorkingCalendar');
    await inOrganization(this.db, actor, async (tx) => {
      await requireUnchanged(tx, actor, ifMatch);
      if (!(await repo.deleteCalendar(tx, actor.organizationId))) throw notFound(sentence('none'));
      await recordChange(tx, actor, 'working calendar removed', this.clock.now());
    });
  }
}

function recordChange(tx: Transaction, actor: PersonActor, detail: string, at: Date): Promise<void> {
  return recordAccess(tx, actor, { action: 'settings.change', leadIds: [], detail, at });
}

/** Locks the calendar until the transaction ends. @throws AppError settings-changed */
async function requireUnchanged(
  tx: Transaction,
  actor: PersonActor,
  ifMatch: string | undefined,
): Promise<void> {
  await repo.lockCalendar(tx, actor.organizationId);
  const kept = await repo.findKeptCalendar(tx, actor.organizationId);
  requireRevision(ifMatch, kept?.revision ?? null, present(kept, actor));
}

function present(kept: repo.KeptCalendar | undefined, actor: PersonActor): WorkingCalendarAnswer {
  return {
    calendar: kept?.calendar ?? null,
    updatedAt: kept?.updatedAt.toISOString() ?? null,
    updatedBy: kept?.updatedBy ?? null,
    revision: kept?.revision ?? 'none',
    mayChange: hasPermission(actor, 'changeWorkingCalendar'),
  };
}
