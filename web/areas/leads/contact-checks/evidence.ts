import type { Evidence, LeadContactChecks } from '../../../../contract/leads/contact-checks.ts';
import type { Lead } from '../../../../contract/leads/leads.ts';
import { words } from '../../../../contract/words.ts';
import { t } from './catalogue.ts';

interface SortedEvidence {
  findings: Evidence[];
  /** Worth reading, but they never decide anything. */
  hints: Evidence[];
}

/** Separates findings from hints, keeping their order. */
export function sortEvidence(evidence: readonly Evidence[]): SortedEvidence {
  return {
    findings: evidence.filter(({ result }) => result !== 'hint'),
    hints: evidence.filter(({ result }) => result === 'hint'),
  };
}

/** Why an address counts as spam, in the sentence of the finding that decided; null when there is none. */
export function spamReason(checks: LeadContactChecks | undefined): string | null {
  if (checks?.email?.validity !== 'Spam') return null;
  return checks.email.evidence.findLast(({ result }) => result === 'failed')?.detail ?? null;
}

/**
 * The address at the domain that a spelling hint suggests; null when it suggests none, or a name surrounds the address.
 */
export function suggestAddress(typed: string | null, hint: Pick<Evidence, 'check' | 'code'>): string | null {
  if (hint.check !== 'spelling' || typed === null || !isDomain(hint.code)) return null;
  const at = typed.lastIndexOf('@');
  const local = typed.slice(0, at).trim();
  return at > 0 && !/[\s<>()[\]:;,]/u.test(local) ? `${local}@${hint.code}` : null;
}

/** True for text with a dot inside and neither blanks nor an @. */
function isDomain(text: string): boolean {
  return /^[^\s@]+$/u.test(text) && text.slice(1, -1).includes('.');
}

/** True when a finding is out of date, so that checking again is due. */
export function isOverdue(contact: { goodUntil: string | null } | null, now: number): boolean {
  return contact !== null && contact.goodUntil !== null && Date.parse(contact.goodUntil) <= now;
}

export interface ContactStanding {
  email: Pick<NonNullable<LeadContactChecks['email']>, 'validity' | 'basis'> | null;
  phone: Pick<NonNullable<LeadContactChecks['phone']>, 'validity' | 'basis'> | null;
  checking: boolean;
}

type StandingLead = Pick<Lead, 'emailValidity' | 'phoneValidity' | 'checking'>;

/** The state of address and number: from their checks once loaded, from the lead until then. */
export function standingOf(lead: StandingLead, checks: LeadContactChecks | undefined): ContactStanding {
  const ofLead = <Validity>(validity: Validity | null) => validity && { validity, basis: null };
  return {
    email: checks?.email ?? ofLead(lead.emailValidity),
    phone: checks?.phone ?? ofLead(lead.phoneValidity),
    checking: checks?.checking ?? lead.checking,
  };
}

/**
 * Why the contact checks need no look, in a word or two: nothing is shown or was given, or everything is Valid without
 * a hint or a spam report; null when there is something to see.
 */
export function needsNoLook(
  lead: StandingLead & Pick<Lead, 'contact' | 'contactWithheld'>,
  checks: LeadContactChecks | undefined,
): string | null {
  const { contact } = lead;
  if (contact === null || lead.contactWithheld !== null || (checks?.withheld ?? null) !== null)
    return t('folded.withheld');
  if (contact.email === null && contact.phone === null) return t('folded.nothing');
  const { email, phone, checking } = standingOf(lead, checks);
  const isValid = [email, phone].every((one) => one === null || one.validity === 'Valid');
  const found = [...(checks?.email?.evidence ?? []), ...(checks?.phone?.evidence ?? [])];
  const isQuiet = (checks?.spamReport ?? null) === null && found.every(({ result }) => result !== 'hint');
  return isValid && isQuiet && !checking ? t('folded.passed') : null;
}

/** What a screen reader announces when a check has ended. */
export function summarize({ email, phone }: ContactStanding): string {
  const sentences = [t('ended.checked')];
  if (email) sentences.push(t('ended.email', { validity: words.emailValidity[email.validity] }));
  if (phone) sentences.push(t('ended.phone', { validity: words.phoneValidity[phone.validity] }));
  return sentences.join(' ');
}

const firstPolls = 10;
const quickMs = 3000;
const slowMs = 15_000;

/** How long to wait before polling a running check again: short at first, then longer to save requests. */
export function pollDelayMs(answersSoFar: number): number {
  return answersSoFar < firstPolls ? quickMs : slowMs;
}
