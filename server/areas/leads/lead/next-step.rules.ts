import { DateTime } from 'luxon';
import type { NextStep } from '../../../../contract/leads/leads.ts';
import type { WorkingCalendar } from '../../../../contract/working-time/calendar.ts';
import { knownZone, localDay } from '../../../platform/local-day.ts';
import { respondBy } from '../../working-time/index.ts';
import type { LeadRow } from './lead-row.ts';
import { isAssignable, type LifecycleFacts } from './leads.rules.ts';

type StepColumns = Pick<LeadRow, 'next_step' | 'next_step_day' | 'next_step_at'>;

/** What is planned for a lead; nothing once there is nothing to do for it (LC-1, LC-4). */
export function nextStepOf(
  { next_step: what, next_step_day: day, next_step_at: at }: StepColumns,
  facts: LifecycleFacts,
  now: Date,
): NextStep | null {
  if (what === null || day === null || !isAssignable(facts, now)) return null;
  return { what, day, at: at?.toISOString() ?? null };
}

/** Whose day it is, and when they work. */
export interface StepClock {
  /** Missing or unknown: UTC. */
  readonly timeZone: string | null | undefined;
  readonly calendar: WorkingCalendar | undefined;
}

/**
 * By when a step is to be done: its moment, or else the end of its day for whoever does it. A calendar moves that to the
 * last working moment before, never later, as it moves other reminders (NT-3).
 */
export function stepDueAt(
  { day, at }: Pick<NextStep, 'day' | 'at'>,
  { timeZone, calendar }: StepClock,
): Date {
  const zone = knownZone(timeZone ?? 'UTC');
  const end = at === null ? DateTime.fromISO(day, { zone }).endOf('day').toJSDate() : new Date(at);
  return respondBy(end, calendar);
}

/** Whether people are reminded of a step by now: on the day on which it is due for them, and from then on. */
export function isStepDue(dueAt: Date, { timeZone }: StepClock, now: Date): boolean {
  // Hours that end at midnight belong to the day before.
  return localDay(new Date(dueAt.getTime() - 1), timeZone) <= localDay(now, timeZone);
}

/** Working days are searched that far back: longer holidays are no reason to remind people weeks before. */
export const stepHorizonDays = 14;
