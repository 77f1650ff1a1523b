import type { NextStepChange } from '../../../../contract/leads/lead-actions.ts';
import type { LeadColumnsRow } from '../lead/lead-row.ts';
import type { PlannedChange } from './lead-changes.ts';

/** The columns of a lead for which nothing is planned: once it is closed, nothing is (WS-16). */
export const nothingPlanned = {
  next_step: null,
  next_step_day: null,
  next_step_at: null,
  next_step_by: null,
} as const;

/**
 * Plans what happens next with the lead, or takes it away. The event says for which day, and not what: it may be read
 * when the contact is no longer shown.
 * @returns undefined when it is planned like that already
 */
export function planNextStep(
  row: LeadColumnsRow,
  { nextStep, done }: NextStepChange,
  personId: string | null,
): PlannedChange | undefined {
  const at = nextStep?.at == null ? null : new Date(nextStep.at);
  const isSame =
    row.next_step === (nextStep?.what ?? null) &&
    row.next_step_day === (nextStep?.day ?? null) &&
    row.next_step_at?.getTime() === at?.getTime();
  if (isSame) return undefined;
  const columns =
    nextStep === null
      ? nothingPlanned
      : {
          next_step: nextStep.what,
          next_step_day: nextStep.day,
          next_step_at: at,
          next_step_by: personId,
        };
  return {
    columns,
    type: done ? 'lead.next-step-done' : 'lead.next-step-set',
    changes: [{ field: 'nextStepDay', before: row.next_step_day, after: nextStep?.day ?? null }].filter(
      ({ before, after }) => before !== after,
    ),
  };
}
