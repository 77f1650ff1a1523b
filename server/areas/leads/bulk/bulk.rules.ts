import { clipText } from '../../../../contract/cut.ts';
import type { BulkOrder } from '../../../../contract/leads/bulk.ts';
import { nameByPattern } from '../../../../contract/leads/deal-names.ts';
import type { BulkActionName, BulkState, LeadAction } from '../../../../contract/leads/lists.ts';
import { maxNameCharacters } from '../../../../contract/text.ts';
import { sentence } from './catalogue.ts';

/** Up to this many leads are done before the order is answered; more, in the background. */
export const mostAtOnce = 200;
/** How many large bulk actions of one organization may be under way. */
export const mostOpen = 5;
/** How many leads the bulk actions that one organization orders within a day may have together. */
export const mostInADay = 1_000_000;
/** How many places in teams one acceptance may fill: leads times people. */
export const mostTeamPlaces = 200_000;
/** How long leads that were not reached are kept in the report of a bulk action that ended early. */
export const unreachedHours = 24;
/** How long an ended bulk action can be undone. */
export const undoHours = 24;
/** How long bulk actions and their results are kept. */
export const keptDays = 30;
/** A bulk action whose batch fails this often in a row has failed. */
export const mostFailures = 5;

/** What is kept of an order: everything but which leads. */
export type BulkDetails = BulkOrder extends infer Order
  ? Order extends BulkOrder
    ? Omit<Order, 'leadIds' | 'query' | 'heldBy' | 'expectedCount' | 'seenAt'>
    : never
  : never;

/** What is kept of an order of one kind. */
export type DetailsOf<Action extends BulkActionName> = Extract<BulkDetails, { action: Action }>;

/** The bulk actions that change each lead as people change a single one. */
const changing = [
  'accept',
  'assign',
  'decline',
  'close-as-error',
] as const satisfies readonly (BulkActionName & LeadAction)[];

/** What is kept of an order that changes leads: its action is also what each lead is asked for. */
export type ChangingDetails = DetailsOf<(typeof changing)[number]>;

/** True for an order that changes each lead as people change a single one. */
export function changesLeads(details: BulkDetails): details is ChangingDetails {
  return changing.some((action) => action === details.action);
}

/** The bulk action that undoes another one; those that people were told about are missing. */
const undoneWith: Partial<Record<BulkActionName, BulkDetails>> = {
  // To whom each lead goes back is written next to the lead.
  assign: { action: 'assign', personIds: null },
  favorite: { action: 'unfavorite' },
  unfavorite: { action: 'favorite' },
};

/** True for a bulk action that touches no further lead. */
export function isOver(state: BulkState): boolean {
  return state === 'done' || state === 'cancelled' || state === 'failed';
}

/** What decides whether a bulk action can be undone. */
export interface UndoFacts {
  readonly action: BulkActionName;
  readonly state: BulkState;
  readonly endedAt: Date | null;
  readonly undoes: string | null;
  readonly undoneBy: string | null;
}

type Undo =
  | { readonly with: BulkDetails; readonly until: Date }
  | { readonly refusal: ReturnType<typeof sentence> };

/** How a bulk action can be undone, or why not: only what told nobody anything, and for a day (WS-6). */
export function planUndo({ action, state, endedAt, undoes, undoneBy }: UndoFacts, now: Date): Undo {
  const inverse = undoneWith[action];
  if (inverse === undefined)
    return { refusal: sentence(action === 'report-spam' ? 'undo.reports' : 'undo.told') };
  if (!isOver(state) || endedAt === null) return { refusal: sentence('undo.notOver') };
  if (undoes !== null || undoneBy !== null) return { refusal: sentence('undo.already') };
  const until = new Date(endedAt.getTime() + undoHours * 3_600_000);
  return until > now ? { with: inverse, until } : { refusal: sentence('undo.late', { hours: undoHours }) };
}

/** The name of a deal by a pattern; one without a name of its own is told apart by its number. */
export function nameDeal(pattern: string, lead: Parameters<typeof nameByPattern>[1]): string {
  const name = nameByPattern(pattern, lead);
  return name === null
    ? String(sentence('deal.unnamed', { number: lead.number }))
    : clipText(name, maxNameCharacters);
}
