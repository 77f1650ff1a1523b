import type {
  Acceptance,
  Decline,
  ErrorClosure,
  LeadChange,
  Outcome,
} from '../../../../contract/leads/lead-actions.ts';
import type { Employee } from '../../../../contract/leads/leads.ts';
import type { LeadEventType } from '../../../../contract/leads/lists.ts';
import { type SubStage, subStages } from '../../../../contract/leads/lists.ts';
import type { Money } from '../../../../contract/money.ts';
import type { LeadColumnsRow } from '../lead/lead-row.ts';
import { transitions } from '../lead/leads.rules.ts';
import type { LeadChangeColumns } from './change-lead.repo.ts';
import type { FieldChange } from './lead-events.ts';
import { nothingPlanned } from './plan-next-step.ts';

/** What an action writes: columns, perhaps the team, and the event that records it. */
export interface PlannedChange {
  /** Missing: the lead and its version stay as they are; only its timeline gets an entry. */
  readonly columns?: LeadChangeColumns;
  readonly team?: readonly string[];
  readonly type: LeadEventType;
  readonly changes: readonly FieldChange[];
  readonly note?: string | null;
}

const moneyOf = (minor: number | null, currency: string | null): Money | null =>
  minor === null || currency === null ? null : { amountMinor: minor, currency };

/** LC-2; the event contains everything that was set, before and after (LC-9). */
export function planAcceptance(
  row: LeadColumnsRow,
  team: readonly string[],
  body: Acceptance,
  now: Date,
): PlannedChange {
  const to = transitions.accept.to;
  const set: FieldChange[] = [
    { field: 'dealName', before: row.deal_name, after: body.dealName },
    {
      field: 'estimatedValue',
      before: moneyOf(row.deal_value_minor, row.deal_currency),
      after: body.estimatedValue,
    },
    {
      field: 'estimatedPurchaseDate',
      before: row.estimated_purchase_date,
      after: body.estimatedPurchaseDate,
    },
    { field: 'teamMemberIds', before: [...team], after: body.teamMemberIds },
    { field: 'crmId', before: row.crm_id, after: body.crmId },
    { field: 'campaignId', before: row.campaign_id, after: body.campaignId ?? row.campaign_id },
    { field: 'employees', before: plainEmployees(row.employees), after: body.employees },
  ];
  return {
    columns: {
      status: to,
      accepted_at: now,
      deal_name: body.dealName,
      deal_value_minor: body.estimatedValue.amountMinor,
      deal_currency: body.estimatedValue.currency,
      estimated_purchase_date: body.estimatedPurchaseDate,
      deal_notes: body.notes,
      // The one that the customer came through stays unless it is corrected (OF-6).
      campaign_id: body.campaignId ?? row.campaign_id,
      crm_id: body.crmId,
      employees: JSON.stringify(body.employees),
    },
    team: body.teamMemberIds,
    type: 'lead.accepted',
    changes: [
      { field: 'status', before: row.status, after: to },
      ...set.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after)),
    ],
    note: body.notes,
  };
}

/** LC-4: the same for every lead whose time to answer has run out. */
export const expireChanges: readonly FieldChange[] = [
  { field: 'status', before: transitions.expire.from[0], after: transitions.expire.to },
];

/** LC-3. */
export function planDecline(row: LeadColumnsRow, body: Decline, now: Date): PlannedChange {
  const to = transitions.decline.to;
  return {
    columns: {
      ...nothingPlanned,
      status: to,
      closed_at: now,
      decline_reason: body.reason,
      closing_notes: body.notes,
    },
    type: 'lead.declined',
    changes: [
      { field: 'status', before: row.status, after: to },
      { field: 'declineReason', before: null, after: body.reason },
    ],
    note: body.notes,
  };
}

/** LC-6: won or lost. */
export function planOutcome(row: LeadColumnsRow, body: Outcome, now: Date): PlannedChange {
  if (body.outcome === 'Won') {
    const { amountMinor, currency } = body.finalValue;
    return {
      columns: {
        ...nothingPlanned,
        status: transitions.win.to,
        closed_at: now,
        final_value_minor: amountMinor,
        final_value_currency: currency,
        closing_notes: body.notes,
      },
      type: 'lead.won',
      changes: [
        { field: 'status', before: row.status, after: transitions.win.to },
        {
          field: 'finalValue',
          before: moneyOf(row.deal_value_minor, row.deal_currency),
          after: body.finalValue,
        },
      ],
      note: body.notes,
    };
  }
  return {
    columns: {
      ...nothingPlanned,
      status: transitions.lose.to,
      closed_at: now,
      lost_reason: body.reason,
      closing_notes: body.notes,
    },
    type: 'lead.lost',
    changes: [
      { field: 'status', before: row.status, after: transitions.lose.to },
      { field: 'lostReason', before: null, after: body.reason },
    ],
    note: body.notes,
  };
}

/** LC-7. */
export function planErrorClosure(row: LeadColumnsRow, body: ErrorClosure, now: Date): PlannedChange {
  const to = transitions['close-as-error'].to;
  return {
    columns: {
      ...nothingPlanned,
      status: to,
      closed_at: now,
      error_reason: body.reason,
      closing_notes: body.notes,
      duplicate_of_lead_id: body.duplicateOfLeadId,
    },
    type: 'lead.closed-as-error',
    changes: [
      { field: 'status', before: row.status, after: to },
      { field: 'errorReason', before: null, after: body.reason },
    ],
    note: body.notes,
  };
}

/**
 * LC-6: only the fields that are sent change, and only those that differ are written and recorded.
 * @returns undefined when nothing that was sent differs
 */
export function planEdit(
  row: LeadColumnsRow,
  team: PresentTeam,
  change: LeadChange,
  now: Date,
): PlannedChange | undefined {
  const fields = [...textFields(row, change), ...valueFields(row, change), ...stageFields(row, change, now)];
  const newTeam = change.teamMemberIds;
  const teamDiffers = newTeam !== undefined && !sameMembers(team.ids, newTeam);
  if (teamDiffers)
    fields.push({ field: 'teamMemberIds', before: [...team.ids], after: newTeam, columns: {} });
  const different = fields.filter((field) => JSON.stringify(field.before) !== JSON.stringify(field.after));
  if (different.length === 0) return undefined;
  return {
    columns: Object.assign({}, ...different.map((field) => field.columns)),
    ...(teamDiffers ? { team: newTeam } : {}),
    type: 'lead.edited',
    changes: different.map(({ field, before, after }) => ({ field, before, after })),
    ...(teamDiffers && team.left.length > 0 ? { note: noteOfLeft(team.left) } : {}),
  };
}

/** The members of a team, and the names of those among them who no longer work leads. */
export interface PresentTeam {
  readonly ids: readonly string[];
  readonly left: readonly string[];
}

function noteOfLeft(names: readonly string[]): string {
  const list = new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
  const verb =
    names.length === 1 ? 'no longer works on leads here and was' : 'no longer work on leads here and were';
  return `${list} ${verb} removed from the team.`;
}

type PlannedField = FieldChange & { columns: LeadChangeColumns };

function textFields(row: LeadColumnsRow, change: LeadChange): PlannedField[] {
  const columnOf = {
    dealName: 'deal_name',
    notes: 'deal_notes',
    crmId: 'crm_id',
    campaignId: 'campaign_id',
  } as const;
  return (Object.keys(columnOf) as (keyof typeof columnOf)[]).flatMap((field) => {
    const after = change[field];
    return after === undefined
      ? []
      : [{ field, before: row[columnOf[field]], after, columns: { [columnOf[field]]: after } }];
  });
}

function valueFields(row: LeadColumnsRow, change: LeadChange): PlannedField[] {
  const fields: PlannedField[] = [];
  const { estimatedValue, estimatedPurchaseDate, employees } = change;
  if (estimatedValue !== undefined) {
    fields.push({
      field: 'estimatedValue',
      before: moneyOf(row.deal_value_minor, row.deal_currency),
      after: { amountMinor: estimatedValue.amountMinor, currency: estimatedValue.currency },
      columns: { deal_value_minor: estimatedValue.amountMinor, deal_currency: estimatedValue.currency },
    });
  }
  if (estimatedPurchaseDate !== undefined) {
    fields.push({
      field: 'estimatedPurchaseDate',
      before: row.estimated_purchase_date,
      after: estimatedPurchaseDate,
      columns: { estimated_purchase_date: estimatedPurchaseDate },
    });
  }
  if (employees !== undefined) {
    const after = plainEmployees(employees);
    fields.push({
      field: 'employees',
      before: plainEmployees(row.employees),
      after,
      columns: { employees: JSON.stringify(after) },
    });
  }
  return fields;
}

/** The partner's further contacts, as a change records them. */
function plainEmployees(list: unknown): Employee[] {
  return ((list as Employee[] | null) ?? []).map(({ name, email, phone }) => ({ name, email, phone }));
}

/** Checking a stage keeps when it was reached; checking it again changes nothing. */
function stageFields(row: LeadColumnsRow, change: LeadChange, now: Date): PlannedField[] {
  const columnOf = {
    qualified: 'qualified_at',
    developed: 'developed_at',
    proposed: 'proposed_at',
    negotiated: 'negotiated_at',
  } as const satisfies Record<SubStage, string>;
  return subStages.flatMap((stage) => {
    const ticked = change.subStages?.[stage];
    if (ticked === undefined) return [];
    const column = columnOf[stage];
    return [
      {
        field: `subStages.${stage}`,
        before: row[column] !== null,
        after: ticked,
        columns: { [column]: ticked ? now : null },
      },
    ];
  });
}

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}
