import type { Role } from '../../../../contract/identity/lists.ts';
import { type MailReason, mailReasons, mailStates } from '../../../../contract/mail/lists.ts';
import type { Sentence } from '../../../../contract/sentences.ts';
import { word } from '../../../platform/texts.ts';
import { wordUntold } from '../../mail/index.ts';
import { sentence } from './catalogue.ts';

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

/** How someone was told, or why not. */
export function wordNotice({ way, reason, mail }: NoticeFacts): Sentence {
  if (way === 'unmailed') return sentence('notice.unmailed', { reason: wordUntold(reason) });
  if (way === 'digest' && mail === null) return sentence('notice.waits');
  if (mail?.returned) return sentence(`notice.${way}.returned`);
  const state = mailStates.find((one) => one === mail?.state);
  return sentence(`notice.${way}.${state === undefined || state === 'dropped' ? 'written' : state}`);
}

/** Why this recipient; null where the row does not say. */
export function wordReason(reason: string): Sentence | null {
  const known: MailReason | undefined = mailReasons.find((one) => one === reason);
  return known ? word(`mailReason.${known}`) : null;
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
export function explainWhy(facts: WhyFacts): Sentence {
  const { name, notice, lead, contactName } = facts;
  if (notice) return whyTold(notice);
  if (lead.isInformational) return sentence('why.informational');
  if (facts.isDisabled) return sentence('why.disabled', { name });
  if (facts.isExpected) return sentence('why.expected', { name });
  if (contactName !== null) return sentence('why.contact', { contact: contactName });
  return whyNotResponsible(facts);
}

function whyTold(facts: NoticeFacts): Sentence {
  const notice = wordNotice(facts);
  const reason = facts.way === 'unmailed' ? null : wordReason(facts.reason);
  return reason ? sentence('notice.because', { notice, reason }) : notice;
}

function whyNotResponsible({ name, roles, lead }: WhyFacts): Sentence {
  const admin = roles.filter(({ role }) => role === 'referrals-admin');
  if (admin.length === 0) {
    const isUser = roles.some(({ role }) => role === 'referrals-user');
    return isUser ? sentence('why.user', { name }) : sentence('why.noRole', { name });
  }
  const here = lead.locationName ?? sentence('why.noLocation');
  if (admin.some(({ locationId }) => locationId === null)) return sentence('why.ownAdmins', { here });
  const theirs = admin.map(({ locationName }) => locationName ?? '').join(', ');
  return sentence('why.elsewhere', { name, theirs, here });
}
