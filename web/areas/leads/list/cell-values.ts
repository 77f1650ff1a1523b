import type { LeadChange } from '../../../../contract/leads/lead-actions.ts';
import type { CellName } from '../../../../contract/leads/lead-fields.ts';
import type { Lead, LeadSummary } from '../../../../contract/leads/leads.ts';
import { type SubStage, subStages } from '../../../../contract/leads/lists.ts';

/** The cells that can be edited in the table (WS-2). */
export const editableCells = [
  'dealValue',
  'estimatedPurchase',
  'stage',
  'notes',
] as const satisfies readonly CellName[];
export type EditableCell = (typeof editableCells)[number];

/** Whether a column can be edited in the table. */
export const isEditable = (cell: CellName): cell is EditableCell => editableCells.some((one) => one === cell);

/** A value as one text, which is the same exactly when the value is; empty: there is none. */
export type HeldValue = string;

const isWhole = (lead: LeadSummary | Lead): lead is Lead => 'deal' in lead;

/** What a lead has in a cell. Notes are whole only in a whole lead. */
export function heldBy(cell: EditableCell, lead: LeadSummary | Lead): HeldValue {
  switch (cell) {
    case 'dealValue':
      return lead.dealValue ? `${lead.dealValue.currency} ${lead.dealValue.amountMinor}` : '';
    case 'estimatedPurchase':
      return lead.estimatedPurchaseDate ?? '';
    case 'stage':
      return lead.stage === null || lead.stage === 'accepted' ? '' : lead.stage;
    default:
      return (isWhole(lead) ? lead.deal?.notes : lead.notesStart) ?? '';
  }
}

const isStage = (value: string): value is SubStage => subStages.some((one) => one === value);

function readMoney(held: HeldValue) {
  const [currency = '', amount = ''] = held.split(' ');
  return { amountMinor: Number(amount), currency };
}

/** The change that puts a value into a cell. A stage takes back what comes after it, and leaves what came before. */
export function changeTo(cell: EditableCell, held: HeldValue): LeadChange {
  switch (cell) {
    case 'dealValue':
      return { estimatedValue: readMoney(held) };
    case 'estimatedPurchase':
      return { estimatedPurchaseDate: held };
    case 'stage': {
      const at = isStage(held) ? subStages.indexOf(held) : -1;
      const ticks = subStages.flatMap((stage, index) => (index < at ? [] : [[stage, index === at] as const]));
      return { subStages: Object.fromEntries(ticks) };
    }
    default:
      return { notes: held === '' ? null : held };
  }
}

/** What the row shows with a value, until the server has answered. */
export function shownWith(cell: EditableCell, held: HeldValue): Partial<LeadSummary> {
  switch (cell) {
    case 'dealValue':
      return { dealValue: held === '' ? null : readMoney(held) };
    case 'estimatedPurchase':
      return { estimatedPurchaseDate: held === '' ? null : held };
    case 'stage':
      return { stage: isStage(held) ? held : 'accepted' };
    default:
      return { notesStart: held === '' ? null : held };
  }
}
