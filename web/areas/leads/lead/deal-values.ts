import type { LeadChange } from '../../../../contract/leads/lead-actions.ts';
import type { Employee, Lead } from '../../../../contract/leads/leads.ts';
import type { Money } from '../../../../contract/money.ts';

/** The fields of a deal that a person may change after accepting (LC-6), as plain comparable values. */
export interface DealValues {
  dealName: string;
  estimatedValue: Money | null;
  estimatedPurchaseDate: string | null;
  notes: string | null;
  crmId: string | null;
  campaignId: string | null;
  teamMemberIds: string[];
  employees: Employee[];
}
export type DealField = keyof DealValues;

/** The fields of a deal in display order. */
export const dealFields = [
  'dealName',
  'estimatedValue',
  'estimatedPurchaseDate',
  'notes',
  'crmId',
  'campaignId',
  'teamMemberIds',
  'employees',
] as const satisfies readonly DealField[];

/** The lead's current deal. */
export function readDeal(lead: Pick<Lead, 'deal' | 'team' | 'employees'>): DealValues {
  return {
    dealName: lead.deal?.name ?? '',
    estimatedValue: lead.deal?.value ?? null,
    estimatedPurchaseDate: lead.deal?.estimatedPurchaseDate ?? null,
    notes: lead.deal?.notes ?? null,
    crmId: lead.deal?.crmId ?? null,
    campaignId: lead.deal?.campaignId ?? null,
    teamMemberIds: lead.team.map((person) => person.id),
    employees: lead.employees.map(({ name, email, phone }) => ({ name, email, phone })),
  };
}

/** Whether two values of a field are equal; the order of the team does not matter. */
export function isSame<Field extends DealField>(
  field: Field,
  left: DealValues[Field],
  right: DealValues[Field],
): boolean {
  return comparable(field, left) === comparable(field, right);
}

function comparable(field: DealField, value: unknown): string {
  if (field === 'teamMemberIds' && Array.isArray(value)) return JSON.stringify([...value].sort());
  if (field === 'estimatedValue' && value !== null) {
    const { amountMinor, currency } = value as Money;
    return `${currency} ${amountMinor}`;
  }
  return JSON.stringify(value);
}

/** The fields in which two versions of a deal differ. */
function differingFields(left: DealValues, right: DealValues): DealField[] {
  return dealFields.filter((field) => !isSame(field, left[field], right[field]));
}

const clearable: ReadonlySet<DealField> = new Set(['notes', 'crmId', 'campaignId']);

/** Whether a deal may be without the field. */
export const isClearable = (field: DealField) => clearable.has(field);

/** The body of the change: only the fields that differ from the lead. */
export function toChange(before: DealValues, after: DealValues): LeadChange {
  const change: Record<string, unknown> = {};
  for (const field of differingFields(before, after)) {
    if (after[field] !== null || isClearable(field)) change[field] = after[field];
  }
  return change as LeadChange;
}

/** Trims the text; blank becomes null. */
export function blankToNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}
