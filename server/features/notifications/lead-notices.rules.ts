import { type MailReason, mailReasons, type Role } from '../../../contract/enums.ts';
import { words } from '../../../contract/words.ts';

/** What became of the mail that carries a notice. */
export interface NoticeMail {
  readonly state: string;
  readonly returned: boolean;
}

/** A row of the ledger, with its mail as far as the reader's organization has it. */
export interface NoticeFacts {
  readonly way: 'individual' | 'digest' | 'unmailed';
  readonly reason: string;
  /** null: it waits for its digest, or lies in another organization's outbox. */
  readonly mail: NoticeMail | null;
}

const mailWords: Readonly<Record<string, string>> = {
  waiting: 'waits to be sent',
  sent: 'was sent',
  failed: 'could not be delivered',
  kept: 'is kept in the outbox, as there is no mail server',
};

const unmailedWords: Readonly<Record<string, string>> = {
  'switched-off': 'Not mailed: they switched these mails off.',
  'answered-before': 'Not mailed: the lead was answered before.',
  'not-responsible': 'Not mailed: they stopped looking after the lead before the mail of the day was sent.',
  'nobody-responsible': 'Not mailed: nobody looked after the lead. Give somebody the role Referrals admin.',
};

/** How somebody was told, or why not. */
export function wordNotice({ way, reason, mail }: NoticeFacts): string {
  if (way === 'unmailed') return unmailedWords[reason] ?? 'Not mailed.';
  if (way === 'digest' && mail === null) return 'Waits for the mail that gathers the leads of the day.';
  const which = way === 'digest' ? 'The mail that gathers the leads of the day' : 'A mail of its own';
  if (mail === null) return `${which} was written.`;
  if (mail.returned) return `${which} was sent and came back: the address takes no mail.`;
  return `${which} ${mailWords[mail.state] ?? 'was written'}.`;
}

/** Why it is them; null where the row does not say. */
export function wordReason(reason: string): string | null {
  const known: MailReason | undefined = mailReasons.find((one) => one === reason);
  return known ? words.mailReason[known] : null;
}

export interface RoleHere {
  readonly role: Role;
  readonly locationId: string | null;
  readonly locationName: string | null;
}

/** What decides whether somebody is told that a lead came in. */
export interface WhyFacts {
  readonly name: string;
  readonly isDisabled: boolean;
  readonly roles: readonly RoleHere[];
  /** What the ledger has for them about the arrival. */
  readonly notice: NoticeFacts | undefined;
  readonly lead: {
    readonly isInformational: boolean;
    readonly locationId: string | null;
    readonly locationName: string | null;
  };
  /** Who gets an inquiry through a profile, if it is one. */
  readonly contactName: string | null;
  /** They would be told if the lead came now. */
  readonly isExpected: boolean;
}

/** Why somebody was, or was not, told that a lead came in (NT-4). */
export function explainWhy(facts: WhyFacts): string {
  const { name, notice, lead, contactName } = facts;
  if (notice) return whyTold(notice);
  if (lead.isInformational) return 'Informational leads are mailed to nobody: there is nothing to answer.';
  if (facts.isDisabled) return `The account of ${name} is switched off.`;
  if (facts.isExpected) {
    return `${name} looks after this lead now, but nothing was written down when it came: they became responsible later, or the lead came only just now.`;
  }
  if (contactName !== null) {
    return `Inquiries through a profile go to the contact of its location, and that is ${contactName}.`;
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
      ? `${name} is a Referrals user: they are mailed when they are put on the team of a lead.`
      : `${name} has no role that looks after leads.`;
  }
  const here = lead.locationName === null ? 'no location' : lead.locationName;
  if (admin.some(({ locationId }) => locationId === null)) {
    return `${here} has Referrals admins of its own: they are told in place of those of the whole organization.`;
  }
  const theirs = admin.map(({ locationName }) => locationName ?? '').join(', ');
  return `${name} looks after the leads of ${theirs}; this lead is for ${here}.`;
}
