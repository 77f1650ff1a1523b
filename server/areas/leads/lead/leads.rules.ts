import type {
  ContactWithheldReason,
  LeadOutcome,
  LeadState,
  LeadStatus,
} from '../../../../contract/leads/lists.ts';

/** What moves a lead on (LC-1 to LC-7). */
export type Transition = 'accept' | 'decline' | 'expire' | 'win' | 'lose' | 'close-as-error';

/** The one table of transitions: from which states, to which state. Nothing else writes the status of a lead. */
export const transitions: Readonly<Record<Transition, { from: readonly LeadState[]; to: LeadState }>> = {
  accept: { from: ['Received'], to: 'Accepted' },
  decline: { from: ['Received'], to: 'Declined' },
  expire: { from: ['Received'], to: 'Expired' },
  win: { from: ['Accepted'], to: 'Won' },
  lose: { from: ['Accepted'], to: 'Lost' },
  'close-as-error': { from: ['Received', 'Accepted'], to: 'ClosedAsError' },
};

/** What the lifecycle rules depend on. */
export interface LifecycleFacts {
  /** null: an informational lead. */
  readonly status: LeadState | null;
  readonly expiresAt: Date | null;
  readonly availableUntil: Date | null;
}

/**
 * The true state of a lead at that moment: a received lead whose time has run out counts as expired to the minute
 * (LC-4), even before the clockwork has recorded it.
 */
export function stateAt(lead: LifecycleFacts, now: Date): LeadState | null {
  const overdue = lead.status === 'Received' && lead.expiresAt !== null && lead.expiresAt <= now;
  return overdue ? 'Expired' : lead.status;
}

/** The state that a transition leads to, or undefined when it is not possible at that moment. */
export function nextState(lead: LifecycleFacts, transition: Transition, now: Date): LeadState | undefined {
  const { from, to } = transitions[transition];
  // The one transition that is due precisely because the time has run out.
  const state = transition === 'expire' ? lead.status : stateAt(lead, now);
  return state !== null && from.includes(state) ? to : undefined;
}

/** LC-6: the deal of an accepted lead can be edited, nothing else can. */
export function isEditable(lead: LifecycleFacts, now: Date): boolean {
  return stateAt(lead, now) === 'Accepted';
}

/** A lead has an owner as long as there is something to do for it; an informational one while it is shown (LC-8). */
export function isAssignable(lead: LifecycleFacts, now: Date): boolean {
  const state = stateAt(lead, now);
  if (state === null) return lead.availableUntil === null || lead.availableUntil > now;
  return state === 'Received' || state === 'Accepted';
}

/** An unrouted lead can be sent on unless it was thrown out; being overdue is no reason to lose it (IN-4). */
export function isRoutable(lead: LifecycleFacts): boolean {
  return lead.status !== 'ClosedAsError';
}

/** Splits the stored state into what the wire shows: a status, and an outcome once archived (LC-1). */
export function statusOf(state: LeadState | null): {
  status: LeadStatus | null;
  outcome: LeadOutcome | null;
} {
  if (state === null || state === 'Received' || state === 'Accepted') return { status: state, outcome: null };
  return { status: 'Archived', outcome: state };
}

/** Why the contact of a lead is not shown to any partner at that moment (LC-4, IN-6); null: it may be shown. */
export function contactWithheld(
  lead: LifecycleFacts & { contactAllowed: boolean },
  now: Date,
): ContactWithheldReason | null {
  if (stateAt(lead, now) === 'Expired') return 'Expired';
  return lead.contactAllowed ? null : 'NoConsent';
}

/** Periods that the operator sets (LC-10). */
export interface PolicyPeriods {
  readonly expiryHours: number;
  readonly hotHours: number;
  readonly informationalMonths: number;
}

/**
 * Profile leads, Contact me offer leads and all qualified leads have a lifecycle; other leads are informational (§ 1).
 */
export function isActionable(lead: {
  qualification: string;
  leadType: string;
  callToAction: string | null;
}): boolean {
  return lead.qualification !== 'Direct' || lead.leadType === 'Profile' || lead.callToAction === 'ContactMe';
}

/** The moments that bound a lead's life, fixed when it is received (LC-4, LC-5, LC-8, LC-10). */
export function deadlinesOf(
  lead: { actionable: boolean; contactDirectly: boolean; receivedAt: Date },
  periods: PolicyPeriods,
): { expiresAt: Date | null; availableUntil: Date | null; hotUntil: Date | null } {
  const { receivedAt, actionable } = lead;
  return {
    expiresAt: actionable ? addHours(receivedAt, periods.expiryHours) : null,
    availableUntil: actionable ? null : addCalendarMonths(receivedAt, periods.informationalMonths),
    hotUntil: actionable && lead.contactDirectly ? addHours(receivedAt, periods.hotHours) : null,
  };
}

function addHours(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * 3_600_000);
}

/** The same day and time (UTC) a number of months later; a day that the month lacks becomes its last. */
export function addCalendarMonths(at: Date, months: number): Date {
  const result = new Date(at);
  result.setUTCDate(1);
  result.setUTCMonth(result.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(result.getUTCFullYear(), result.getUTCMonth() + 1, 0)).getUTCDate();
  result.setUTCDate(Math.min(at.getUTCDate(), lastDay));
  return result;
}
