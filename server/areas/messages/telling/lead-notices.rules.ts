import type { Role } from '../../../../contract/identity/lists.ts';
import { type MailReason, mailReasons } from '../../../../contract/mail/lists.ts';
import { words } from '../../../../contract/words.ts';
import { wordUntold } from '../../mail/index.ts';

/** The delivery of the email that carries a notice. */
export interface NoticeMail {
  readonly state: string;
  readonly returned: boolean;
}

/** A row of the ledger, with its email if the reader's organization has it. */
export interface NoticeFacts {
  readonly way: 'individual' | 'digest' | 'unmailed';
  readonly reason: string;
  /** null: it waits for its digest, or is in another organization's outbox. */
  readonly mail: NoticeMail | null;
}

const mailWords: Readonly<Record<string, string>> = {
  waiting: 'is waiting to be sent',
  sent: 'was sent',
  failed: 'could not be delivered',
  kept: 'was not sent: no mail server is set up',
};

/** How someone was told, or why not. */
export function wordNotice({ way, reason, mail }: NoticeFacts): string {
  if (way === 'unmailed') return `Not emailed: ${wordUntold(reason)}.`;
  if (way === 'digest' && mail === null) return 'Waiting for the daily digest.';
  const which = way === 'digest' ? 'The daily digest' : 'An email';
  if (mail === null) return `${which} was written.`;
  if (mail.returned) return `${which} was sent but bounced: the address doesn’t accept email.`;
  return `${which} ${mailWords[mail.state] ?? 'was written'}.`;
}

/** Why this recipient; null where the row does not say. */
export function wordReason(reason: string): string | null {
  const known: MailReason | undefined = mailReasons.find((one) => one === reason);
  return known ? words.mailReason[known] : null;
}

export interface RoleHere {
  readonly role: Role;
  readonly locationId: string | null;
  readonly locationName: string | null;
}

/** What decides whether someone is told that a lead came in. */
export interface WhyFacts {
  readonly name: string;
  readonly isDisabled: boolean;
  readonly roles: readonly RoleHere[];
  /** Their entry in the ledger about the arrival. */
  readonly notice: NoticeFacts | undefined;
  readonly lead: {
    readonly isInformational: boolean;
    readonly locationId: string | null;
    readonly locationName: string | null;
  };
  /** The recipient of inquiries through the profile, if the lead is one. */
  readonly contactName: string | null;
  /** They would be told if the lead came now. */
  readonly isExpected: boolean;
}

/** Why someone was, or was not, told that a lead came in (NT-4). */
export function explainWhy(facts: WhyFacts): string {
  const { name, notice, lead, contactName } = facts;
  if (notice) return whyTold(notice);
  if (lead.isInformational) return 'Nobody is emailed about informational leads: there is nothing to answer.';
  if (facts.isDisabled) return `The account of ${name} is disabled.`;
  if (facts.isExpected) {
    return `${name} is responsible for this lead now, but was not when it came in, or it came in just now.`;
  }
  if (contactName !== null) {
    return `Inquiries through a profile go to the contact of its location: ${contactName}.`;
  }
  return whyNotResponsible(facts);
}

function whyTold(notice: NoticeFacts): string {
  const reason = notice.way === 'unmailed' ? null : wordReason(notice.reason);
  return [
    wordNotice(notice),
    ...(reason ? [`Why: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}.`] : []),
  ].join(' ');
}

function whyNotResponsible({ name, roles, lead }: WhyFacts): string {
  const admin = roles.filter(({ role }) => role === 'referrals-admin');
  if (admin.length === 0) {
    return roles.some(({ role }) => role === 'referrals-user')
      ? `${name} is a Referrals user: they are emailed when a lead is assigned to them, or when they are added to its team.`
      : `${name} has no role that is responsible for leads.`;
  }
  const here = lead.locationName === null ? 'no location' : lead.locationName;
  if (admin.some(({ locationId }) => locationId === null)) {
    return `${here} has its own Referrals admins: they are told instead of those of the whole organization.`;
  }
  const theirs = admin.map(({ locationName }) => locationName ?? '').join(', ');
  return `${name} is responsible for leads of ${theirs}; this lead is for ${here}.`;
}
