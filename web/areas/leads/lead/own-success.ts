import type { Acceptance, Decline, ErrorClosure, Outcome } from '../../../../contract/leads/lead-actions.ts';
import type { Lead, LeadEvent } from '../../../../contract/leads/leads.ts';
import { type DealValues, dealFields, isSame, readDeal } from './deal-values.ts';

/** The actions on a lead, as the API names them. */
type ActionPath = SentAction['path'];

/** An action with what was sent. */
export type SentAction =
  | { path: 'acceptance'; body: Acceptance }
  | { path: 'decline'; body: Decline }
  | { path: 'outcome'; body: Outcome }
  | { path: 'error-closure'; body: ErrorClosure };

const eventsOf: Record<ActionPath, readonly LeadEvent['type'][]> = {
  acceptance: ['lead.accepted'],
  decline: ['lead.declined'],
  outcome: ['lead.won', 'lead.lost'],
  'error-closure': ['lead.closed-as-error'],
};

/**
 * Whether a try that got no answer had arrived: someone with my name took the same action on the lead, and it contains
 * what I sent.
 */
export function isOwnSuccess(
  sent: SentAction,
  lead: Lead,
  events: readonly LeadEvent[],
  myName: string,
): boolean {
  const event = events.findLast(({ type }) => eventsOf[sent.path].includes(type));
  if (event?.actor.kind !== 'person' || event.actor.name !== myName) return false;
  return sent.path === 'acceptance' ? holdsDeal(lead, sent.body) : holdsClosing(lead, sent);
}

function holdsDeal(lead: Lead, body: Acceptance): boolean {
  const now = readDeal(lead);
  const mine: DealValues = {
    dealName: body.dealName,
    estimatedValue: body.estimatedValue,
    estimatedPurchaseDate: body.estimatedPurchaseDate,
    notes: body.notes ?? null,
    crmId: body.crmId ?? null,
    campaignId: body.campaignId ?? null,
    teamMemberIds: body.teamMemberIds,
    employees: body.employees ?? [],
  };
  return dealFields.every((field) => isSame(field, now[field], mine[field]));
}

type SentClosing = Exclude<SentAction, { path: 'acceptance' }>;

function holdsClosing({ closing, outcome }: Lead, { path, body }: SentClosing): boolean {
  if (closing === null || closing.notes !== (body.notes ?? null)) return false;
  if (path === 'decline') return closing.declineReason === body.reason;
  if (path === 'error-closure') {
    const { reason, duplicateOfLeadId } = body;
    return closing.errorReason === reason && closing.duplicateOfLeadId === (duplicateOfLeadId ?? null);
  }
  if (body.outcome !== outcome) return false;
  if (body.outcome === 'Lost') return closing.lostReason === body.reason;
  const { finalValue } = closing;
  return (
    finalValue?.amountMinor === body.finalValue.amountMinor &&
    finalValue.currency === body.finalValue.currency
  );
}
