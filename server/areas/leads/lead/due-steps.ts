import type { NextStep } from '../../../../contract/leads/leads.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { localDay } from '../../../platform/local-day.ts';
import { findPerson } from '../../identity/index.ts';
import { findWorkingCalendar } from '../../working-time/index.ts';
import { listOwnSteps, type OwnStepRow } from './due-steps.repo.ts';
import { factsOf } from './lead-row.ts';
import type { LeadScope } from './lead-scope.sql.ts';
import { isStepDue, nextStepOf, type StepClock, stepDueAt, stepHorizonDays } from './next-step.rules.ts';

/** A next step that somebody is reminded of. */
export interface DueStep {
  readonly row: OwnStepRow;
  readonly step: NextStep;
  readonly dueAt: Date;
}

/** Whose day counts for a person: theirs, else that of the organization's working calendar (WS-16). */
export async function readStepClock(
  tx: Transaction,
  { organizationId, personId }: { readonly organizationId: string; readonly personId: string },
): Promise<StepClock> {
  const calendar = await findWorkingCalendar(tx, organizationId);
  const person = await findPerson(tx, personId);
  return { calendar, timeZone: person?.time_zone ?? calendar?.timeZone };
}

/** What a person is to do today, and what they were to do before: their next steps, the longest due first (WS-16). */
export async function listDueSteps(
  tx: Transaction,
  scope: LeadScope & { readonly personId: string },
): Promise<DueStep[]> {
  const { now } = scope;
  const clock = await readStepClock(tx, scope);
  const upTo = localDay(new Date(now.getTime() + stepHorizonDays * 86_400_000), clock.timeZone);
  const rows = await listOwnSteps(tx, scope, upTo);
  return rows
    .flatMap((row) => {
      const step = nextStepOf(row, factsOf(row), now);
      return step ? [{ row, step, dueAt: stepDueAt(step, clock) }] : [];
    })
    .filter(({ dueAt }) => isStepDue(dueAt, clock, now));
}
