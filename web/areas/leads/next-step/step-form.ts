import type { BodyOf } from '../../../../contract/endpoints.ts';
import type { NextStep } from '../../../../contract/leads/leads.ts';
import { fromWallClock, toWallClock } from '../../../ui/wall-clock.ts';
import { t } from './catalogue.ts';

/** What is typed about a next step. */
export interface StepValues {
  what: string;
  /** YYYY-MM-DD */
  day: string;
  /** HH:MM; empty: any time of that day. */
  time: string;
}

/** What is planned, as a form. */
export function stepValues(step: NextStep | null, timeZone: string): StepValues {
  if (step === null) return { what: '', day: '', time: '' };
  if (step.at === null) return { what: step.what, day: step.day, time: '' };
  const [day = step.day, time = ''] = toWallClock(new Date(step.at), timeZone).split('T');
  return { what: step.what, day, time };
}

/** What is wrong with a form, by field. */
export function findStepProblems({ what, day }: StepValues): Partial<Record<keyof StepValues, string>> {
  return {
    ...(what.trim() === '' && { what: t('whatMissing') }),
    ...(!/^\d{4}-\d{2}-\d{2}$/u.test(day) && { day: t('dayMissing') }),
  };
}

/** What is sent. */
export function stepOf(
  { what, day, time }: StepValues,
  timeZone: string,
): NonNullable<BodyOf<'PUT /api/v1/leads/:id/next-step'>['nextStep']> {
  const at = time === '' ? undefined : fromWallClock(`${day}T${time}`, timeZone);
  return { what: what.trim(), day, at: at?.toISOString() ?? null };
}

/** Whether a step is due: today where the reader is, or before. */
export function standingOfStep(
  { day, at }: NextStep,
  { today, now }: { readonly today: string; readonly now: number },
): 'overdue' | 'today' | 'later' {
  if (day < today || (at !== null && Date.parse(at) < now)) return 'overdue';
  return day === today ? 'today' : 'later';
}
