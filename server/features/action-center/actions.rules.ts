import type { Action } from '../../../contract/action-center.ts';
import type { WorkingCalendar } from '../../../contract/calendar.ts';
import { respondBy } from '../calendar/index.ts';
import { type Actor, hasRoleEverywhere } from '../identity/index.ts';

/** Days for which a mail that nobody got is asked about. */
export const failedMailDays = 7;

const shownNames = 3;

/** What mandatory actions are derived from; numbers are 0 and lists empty for who has nothing to do with them. */
export interface ActionCauses {
  readonly address: string;
  readonly isRefused: boolean;
  readonly isConfirmed: boolean;
  /** false: there is no mail server, so nothing could be confirmed by mail. */
  readonly mailsAreSent: boolean;
  readonly unrouted: number;
  readonly suspected: number;
  readonly failedMails: number;
  /** Colleagues whose address takes no mail. */
  readonly refusedColleagues: readonly string[];
}

/** True for who sees what the operator has to decide. */
export function runsInstallation(actor: Actor): boolean {
  return actor.organizationKind === 'operator' && hasRoleEverywhere(actor, 'operator-admin');
}

/** True for who looks after the accounts of an organization. */
export function looksAfterAccounts(actor: Actor): boolean {
  return hasRoleEverywhere(actor, 'account-admin', 'operator-admin');
}

const blank = { count: null, leadId: null, hotUntil: null, dueAt: null, expiresAt: null };

/** What must be done, the most pressing first; each is there exactly as long as its cause (NT-5). */
export function mandatoryActions(causes: ActionCauses): Action[] {
  return [
    ...addressActions(causes),
    ...counted('route-leads', causes.unrouted, {
      title: `${plural(causes.unrouted, 'lead waits', 'leads wait')} to be sent to a partner`,
      detail: 'Nobody could route them, so no partner sees them.',
    }),
    ...counted('decide-quarantine', causes.suspected, {
      title: `${plural(causes.suspected, 'submission waits', 'submissions wait')} in the quarantine`,
      detail: 'They look like spam. What is none becomes a lead once you release it.',
    }),
    ...counted('look-at-failed-mails', causes.failedMails, {
      title: `${plural(causes.failedMails, 'mail was', 'mails were')} not delivered in the last ${failedMailDays} days`,
      detail: 'The outbox says why, and can try again.',
    }),
    ...counted('fix-colleagues-addresses', causes.refusedColleagues.length, {
      title: `Mail does not reach ${nameSome(causes.refusedColleagues)}`,
      detail: 'Their mail server refused it. Ask them to correct their address in their settings.',
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
        title: 'Your e-mail address does not work',
        detail: `Mail to ${address} came back. Correct the address, or confirm that it works.`,
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
      title: 'Confirm your e-mail address',
      detail: `Then it is certain that news about leads reaches you at ${address}.`,
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

/** A lead that waits for an answer, as an action that is due within working hours. */
export function answerAction(
  lead: {
    readonly id: string;
    readonly customer_name: string | null;
    readonly offer_title: string | null;
    readonly received_at: Date;
    readonly expires_at: Date;
    readonly hot_until: Date | null;
  },
  calendar: WorkingCalendar | undefined,
  now: Date,
): Action {
  const isHot = lead.hot_until !== null && lead.hot_until > now;
  return {
    ...blank,
    key: `answer-lead ${lead.id}`,
    kind: 'answer-lead',
    level: 'recommended',
    title: `Answer ${lead.customer_name ?? 'a customer who gave no company'}`,
    detail: lead.offer_title,
    leadId: lead.id,
    hotUntil: isHot ? (lead.hot_until?.toISOString() ?? null) : null,
    dueAt: respondBy(lead.expires_at, calendar, lead.received_at).toISOString(),
    expiresAt: lead.expires_at.toISOString(),
  };
}
