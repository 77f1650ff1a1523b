import type { LeadColumnsRow } from '../lead/lead-row.ts';
import type { PlannedChange } from './lead-changes.ts';

/**
 * The lead gets another owner, or none.
 * @returns undefined when it is theirs already
 */
export function planAssignment(row: LeadColumnsRow, personId: string | null): PlannedChange | undefined {
  if (row.assigned_to === personId) return undefined;
  return {
    columns: { assigned_to: personId },
    type: 'lead.assigned',
    changes: [{ field: 'assignedTo', before: row.assigned_to, after: personId }],
  };
}

/** The acceptance, by which the lead also becomes this person's. */
export function withOwner(
  acceptance: PlannedChange,
  row: LeadColumnsRow,
  personId: string | null,
): PlannedChange {
  const assigned = planAssignment(row, personId);
  if (!assigned) return acceptance;
  return {
    ...acceptance,
    columns: { ...acceptance.columns, ...assigned.columns },
    changes: [...acceptance.changes, ...assigned.changes],
  };
}
