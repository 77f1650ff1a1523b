import type { Action } from '../../../../contract/messages/action-center.ts';
import type { ActionUrgency } from '../../../../contract/messages/lists.ts';
import type { Sentence, Spoken } from '../../../../contract/sentences.ts';
import type { WorkingCalendar } from '../../../../contract/working-time/calendar.ts';
import type { DueStep } from '../../leads/index.ts';
import { respondBy } from '../../working-time/index.ts';
import { sentence } from './catalogue.ts';

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

/** An action with what it says as sentences; the rest is no text. */
type SpokenAction = Omit<Action, 'title' | 'detail'> & Spoken<Pick<Action, 'title' | 'detail'>>;

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
export function mandatoryActions(causes: ActionCauses): SpokenAction[] {
  const { unrouted, suspected, toShare, failedMails, refusedColleagues } = causes;
  return [
    ...addressActions(causes),
    ...counted('route-leads', unrouted, {
      title: sentence('action.route-leads.title', { count: unrouted }),
      detail: sentence('action.route-leads.detail'),
    }),
    ...counted('decide-quarantine', suspected, {
      title: sentence('action.decide-quarantine.title', { count: suspected }),
      detail: sentence('action.decide-quarantine.detail'),
    }),
    ...counted('share-leads', toShare, {
      title: sentence('action.share-leads.title', { count: toShare }),
      detail: sentence('action.share-leads.detail'),
    }),
    ...counted('look-at-failed-mails', failedMails, {
      title: sentence('action.look-at-failed-mails.title', { count: failedMails, days: failedMailDays }),
      detail: sentence('action.look-at-failed-mails.detail'),
    }),
    ...counted('fix-colleagues-addresses', refusedColleagues.length, {
      title: unreached(refusedColleagues),
      names: refusedColleagues.slice(0, shownNames),
      detail: sentence('action.fix-colleagues-addresses.detail'),
    }),
  ];
}

function addressActions({ address, isRefused, isConfirmed, mailsAreSent }: ActionCauses): SpokenAction[] {
  if (!isRefused && (isConfirmed || !mailsAreSent)) return [];
  const kind = isRefused ? 'fix-address' : 'confirm-address';
  return [
    {
      ...blank,
      key: kind,
      kind,
      level: 'mandatory',
      title: sentence(`action.${kind}.title`),
      detail: sentence(`action.${kind}.detail`, { address }),
    },
  ];
}

function counted(
  kind: Action['kind'],
  count: number,
  said: { title: Sentence; detail: Sentence; names?: string[] },
): SpokenAction[] {
  return count === 0 ? [] : [{ ...blank, key: kind, kind, level: 'mandatory', count, ...said }];
}

/** Whom email does not reach; of many, only some are named. */
function unreached(people: readonly string[]): Sentence {
  const [first = '', second, third] = people;
  const rest = people.length - shownNames;
  if (second === undefined) return sentence('action.fix-colleagues-addresses.title.one', { first });
  if (third === undefined) return sentence('action.fix-colleagues-addresses.title.two', { first, second });
  if (rest <= 0) return sentence('action.fix-colleagues-addresses.title.three', { first, second, third });
  return sentence('action.fix-colleagues-addresses.title.more', { first, second, third, rest });
}

/** The company, or else the contact; their name stays out if they did not agree to be contacted (IN-6). */
function nameCustomer(lead: {
  readonly customer_name: string | null;
  readonly contact_allowed: boolean;
  readonly contact_first_name: string | null;
  readonly contact_last_name: string | null;
}): { said: string | Sentence; names: string[] } {
  if (lead.customer_name !== null) return { said: lead.customer_name, names: [lead.customer_name] };
  const parts = lead.contact_allowed ? [lead.contact_first_name, lead.contact_last_name] : [];
  const name = parts.filter((one) => one !== null).join(' ');
  if (name === '') return { said: sentence('customer.unnamed'), names: [] };
  return { said: sentence('customer.withoutCompany', { name }), names: [name] };
}

/** A next step that is due, as an action: today, or it was before (WS-16). */
export function stepAction({ row, step, dueAt }: DueStep): SpokenAction {
  const { said, names } = nameCustomer(row);
  return {
    ...blank,
    key: `next-step ${row.id}`,
    kind: 'next-step',
    level: 'recommended',
    title: sentence('action.next-step', { customer: said }),
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
): SpokenAction {
  const isHot = lead.hot_until !== null && lead.hot_until > now;
  const { said, names } = nameCustomer(lead);
  const isAwaited = lead.contact_allowed && !lead.is_test;
  const due = isAwaited ? respondBy(lead.expires_at, calendar, lead.received_at) : undefined;
  return {
    ...blank,
    key: `answer-lead ${lead.id}`,
    kind: 'answer-lead',
    level: 'recommended',
    title: sentence('action.answer-lead', { customer: said }),
    names,
    detail: lead.offer_title,
    leadId: lead.id,
    hotUntil: isHot ? (lead.hot_until?.toISOString() ?? null) : null,
    dueAt: due?.toISOString() ?? null,
    urgency: due ? urgencyOf(due, now) : 'later',
    expiresAt: lead.expires_at.toISOString(),
  };
}
