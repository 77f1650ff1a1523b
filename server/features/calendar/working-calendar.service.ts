import type { WorkingCalendar, WorkingCalendarAnswer } from '../../../contract/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization } from '../../platform/database/database.ts';
import { notFound } from '../../platform/errors.ts';
import { notAllowed, type PersonActor } from '../identity/index.ts';
import { calendarManagers, mayChangeCalendar } from './working-calendar.policy.ts';
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

  /** Sets the calendar in place of any before it. @throws AppError not-allowed */
  async set(actor: PersonActor, calendar: WorkingCalendar): Promise<WorkingCalendarAnswer> {
    requireManager(actor);
    const holidays = [...new Set(calendar.holidays)].sort();
    const kept = { calendar: { ...calendar, holidays }, updatedAt: this.clock.now(), updatedBy: actor.name };
    await inOrganization(this.db, actor, (tx) => repo.saveCalendar(tx, actor.organizationId, kept));
    return present(kept, actor);
  }

  /** From then on every hour counts again. @throws AppError not-allowed, not-found */
  async remove(actor: PersonActor): Promise<void> {
    requireManager(actor);
    const removed = await inOrganization(this.db, actor, (tx) =>
      repo.deleteCalendar(tx, actor.organizationId),
    );
    if (!removed) throw notFound('Your organization has no working calendar.');
  }
}

function requireManager(actor: PersonActor): void {
  if (!mayChangeCalendar(actor)) throw notAllowed(calendarManagers, actor);
}

function present(kept: repo.KeptCalendar | undefined, actor: PersonActor): WorkingCalendarAnswer {
  return {
    calendar: kept?.calendar ?? null,
    updatedAt: kept?.updatedAt.toISOString() ?? null,
    updatedBy: kept?.updatedBy ?? null,
    mayChange: mayChangeCalendar(actor),
  };
}
