import type { Action } from '../../../../contract/messages/action-center.ts';
import type { ActionUrgency } from '../../../../contract/messages/lists.ts';
import type { WorkingCalendar } from '../../../../contract/working-time/calendar.ts';
import type { DueStep } from '../../leads/index.ts';
import { respondBy } from '../../working-time/index.ts';

/** For how many days an undelivered email causes an action. */
export const failedMailDays = 7;

const shownNames = 3;

/** What mandatory actions are derived from; 0 and empty lists for people whom a cause does not concern. */
export interface ActionCauses {
  readonly address: string;
  readonly isRefused: boolean;
  readonly isConfirmed: boolean;
  /** false: there is no mail server, so nothing could be confirmed by email. */
  readonly mailsAreSent: boolean;
  readonly unrouted: number;
  readonly suspected: number;
  /** Leads that no rule can give to anybody now. */
  readonly toShare: number;
  readonly failedMails: number;
  /** Colleagues whose address accepts no email. */
  readonly refusedColleagues: readonly string[];
}

const blank = {
  names: [] as string[],
  count: null,
  leadId: null,
  hotUntil: null,
  dueAt: null,
  expiresAt: null,
  urgency: 'now',
} as const;

/** A lead is due now, or soon, if it expires within this many hours. */
const dueHours = 24;
const soonHours = 72;

/** How soon a moment comes; a moment in the past is now. */
export function urgencyOf(due: Date, now: Date): ActionUrgency {
  const hours = (due.getTime() - now.getTime()) / 3_600_000;
  if (hours <= dueHours) return 'now';
  return hours <= soonHours ? 'soon' : 'later';
}

/** What must be done, the most pressing first; each action is there exactly as long as its cause (NT-5). */
export function mandatoryActions(causes: ActionCauses): Action[] {
  return [
    ...addressActions(causes),
    ...counted('route-leads', causes.unrouted, {
      title: `${plural(causes.unrouted, 'lead is waiting', 'leads are waiting')} to be sent to a partner`,
      detail: 'They could not be routed, so no partner sees them.',
    }),
    ...counted('decide-quarantine', causes.suspected, {
      title: `${plural(causes.suspected, 'submission is waiting', 'submissions are waiting')} in the quarantine`,
      detail: 'Release genuine requests and they become leads.',
    }),
    ...counted('share-leads', causes.toShare, {
      title: `${plural(causes.toShare, 'lead is waiting', 'leads are waiting')} for somebody with room`,
      detail: 'No rule can give them to anyone now. Give them to someone yourself, or change the rules.',
    }),
    ...counted('look-at-failed-mails', causes.failedMails, {
      title: `${plural(causes.failedMails, 'email was', 'emails were')} not delivered in the last ${failedMailDays} days`,
      detail: 'See why in the outbox, and try again.',
    }),
    ...counted('fix-colleagues-addresses', causes.refusedColleagues.length, {
      title: `Email doesn’t reach ${nameSome(causes.refusedColleagues)}`,
      detail: 'Their mail server rejected it. Ask them to correct the address in their profile.',
    }),
  ];
}

function addressActions({ address, isRefused, isConfirmed, mailsAreSent }: ActionCauses): Action[] {
  if (isRefused) {
    return [
      {
        ...blank,
        key: 'fix-address',
        kind: 'fix-address',
        level: 'mandatory',
        title: 'Your email address doesn’t work',
        detail: `Email to ${address} bounced. Correct the address, or confirm that it works.`,
      },
    ];
  }
  if (isConfirmed || !mailsAreSent) return [];
  return [
    {
      ...blank,
      key: 'confirm-address',
      kind: 'confirm-address',
      level: 'mandatory',
      title: 'Confirm your email address',
      detail: `Then you know that notifications about leads reach you at ${address}.`,
    },
  ];
}

function counted(kind: Action['kind'], count: number, said: { title: string; detail: string }): Action[] {
  return count === 0 ? [] : [{ ...blank, key: kind, kind, level: 'mandatory', count, ...said }];
}

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

function nameSome(names: readonly string[]): string {
  const shown = names.slice(0, shownNames);
  const rest = names.length - shown.length;
  const last = rest > 0 ? `${rest} more` : shown.pop();
  return shown.length === 0 ? (last ?? '') : `${shown.join(', ')} and ${last}`;
}

/** The company, or else the contact; their name stays out if they did not agree to be contacted (IN-6). */
function nameCustomer(lead: {
  readonly customer_name: string | null;
  readonly contact_allowed: boolean;
  readonly contact_first_name: string | null;
  readonly contact_last_name: string | null;
}): { said: string; names: string[] } {
  if (lead.customer_name !== null) return { said: lead.customer_name, names: [lead.customer_name] };
  const parts = lead.contact_allowed ? [lead.contact_first_name, lead.contact_last_name] : [];
  const name = parts.filter((one) => one !== null).join(' ');
  if (name === '') return { said: 'a customer (no company given)', names: [] };
  return { said: `${name} (no company given)`, names: [name] };
}

/** A next step that is due, as an action: today, or it was before (WS-16). */
export function stepAction({ row, step, dueAt }: DueStep): Action {
  const { said, names } = nameCustomer(row);
  return {
    ...blank,
    key: `next-step ${row.id}`,
    kind: 'next-step',
    level: 'recommended',
    title: `Next step with ${said}`,
    names,
    detail: step.what,
    leadId: row.id,
    dueAt: dueAt.toISOString(),
  };
}

/**
 * A lead that waits for an answer, as an action that is due within working hours. Tests, and leads whose customer did
 * not agree to be contacted, need no answer: they only expire.
 */
export function answerAction(
  lead: {
    readonly id: string;
    readonly customer_name: string | null;
    readonly contact_allowed: boolean;
    readonly is_test: boolean;
    readonly contact_first_name: string | null;
    readonly contact_last_name: string | null;
    readonly offer_title: string | null;
    readonly received_at: Date;
    readonly expires_at: Date;
    readonly hot_until: Date | null;
  },
  calendar: WorkingCalendar | undefined,
  now: Date,
): Action {
  const isHot = lead.hot_until !== null && lead.hot_until > now;
  const { said, names } = nameCustomer(lead);
  const isAwaited = lead.contact_allowed && !lead.is_test;
  const due = isAwaited ? respondBy(lead.expires_at, calendar, lead.received_at) : undefined;
  return {
    ...blank,
    key: `answer-lead ${lead.id}`,
    kind: 'answer-lead',
    level: 'recommended',
    title: `Respond to ${said}`,
    names,
    detail: lead.offer_title,
    leadId: lead.id,
    hotUntil: isHot ? (lead.hot_until?.toISOString() ?? null) : null,
    dueAt: due?.toISOString() ?? null,
    urgency: due ? urgencyOf(due, now) : 'later',
    expiresAt: lead.expires_at.toISOString(),
  };
}
