import { sql } from 'kysely';
import type { WorkingCalendar } from '../../../contract/working-time/calendar.ts';
import type { Db, Transaction } from '../../platform/database/database.ts';
import { lockName } from '../../platform/database/lock-name.ts';

interface CalendarColumns {
  readonly time_zone: string;
  readonly hours: unknown;
  readonly holidays: readonly string[];
}

/** A working calendar, and who last changed it and when. */
export interface KeptCalendar {
  readonly calendar: WorkingCalendar;
  readonly updatedAt: Date;
  readonly updatedBy: string;
  /** A new one with every change. */
  readonly revision: string;
}

/** When the organization works; undefined: every hour counts. */
export async function findKeptCalendar(
  tx: Transaction,
  organizationId: string,
): Promise<KeptCalendar | undefined> {
  const row = await tx
    .selectFrom('working_calendar')
    .select(['time_zone', 'hours', 'holidays', 'updated_at', 'updated_by', 'revision'])
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  return (
    row && {
      calendar: toCalendar(row),
      updatedAt: row.updated_at,
      updatedBy: row.updated_by,
      revision: row.revision,
    }
  );
}

/** The working calendar of the transaction's organization; undefined: every hour counts. */
export async function findWorkingCalendar(
  tx: Transaction,
  organizationId: string,
): Promise<WorkingCalendar | undefined> {
  return (await findKeptCalendar(tx, organizationId))?.calendar;
}

/** The working calendars of these organizations, by organization; across the boundaries between them. */
export async function unscopedListWorkingCalendars(
  db: Db | Transaction,
  organizationIds: readonly string[],
): Promise<Map<string, WorkingCalendar>> {
  const { rows } = await sql<CalendarColumns & { organization_id: string }>`
    select * from list_working_calendars(${[...organizationIds]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.organization_id, toCalendar(row)]));
}

/** Takes a lock, so that changes of an organization's calendar come one after another, even if there is none yet. */
export async function lockCalendar(tx: Transaction, organizationId: string): Promise<void> {
  await lockName(tx, `working-calendar ${organizationId}`);
}

/** Stores the calendar in place of any before it. */
export async function saveCalendar(
  tx: Transaction,
  organizationId: string,
  { calendar, updatedAt, updatedBy, revision }: KeptCalendar,
): Promise<void> {
  const columns = {
    time_zone: calendar.timeZone,
    hours: JSON.stringify(calendar.hours),
    holidays: [...calendar.holidays],
    updated_at: updatedAt,
    updated_by: updatedBy,
    revision,
  };
  await tx
    .insertInto('working_calendar')
    .values({ organization_id: organizationId, ...columns })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(columns))
    .execute();
}

/** @returns false when there was none */
export async function deleteCalendar(tx: Transaction, organizationId: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('working_calendar')
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

function toCalendar(row: CalendarColumns): WorkingCalendar {
  return {
    timeZone: row.time_zone,
    // Only written from what the contract's schema accepts.
    hours: row.hours as WorkingCalendar['hours'],
    holidays: [...row.holidays],
  };
}
