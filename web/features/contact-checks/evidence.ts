import type { Evidence, LeadContactChecks } from '../../../contract/contact-checks.ts';
import type { Lead } from '../../../contract/leads.ts';
import { words } from '../../../contract/words.ts';

export interface SortedEvidence {
  findings: Evidence[];
  /** Worth reading; they never decided anything. */
  hints: Evidence[];
}

/** Findings and hints apart, each in the order in which they were made. */
export function sortEvidence(evidence: readonly Evidence[]): SortedEvidence {
  return {
    findings: evidence.filter(({ result }) => result !== 'hint'),
    hints: evidence.filter(({ result }) => result === 'hint'),
  };
}

/** Why an address counts as spam, in the sentence of the finding that decided; null when none says so. */
export function spamReason(checks: LeadContactChecks | undefined): string | null {
  if (checks?.email?.validity !== 'Spam') return null;
  return checks.email.evidence.findLast(({ result }) => result === 'failed')?.detail ?? null;
}

/** The typed address at the domain that a spelling hint names; null when the hint names none. */
export function suggestAddress(typed: string | null, hint: Pick<Evidence, 'check' | 'code'>): string | null {
  if (hint.check !== 'spelling' || typed === null || !/^[^\s@]+\.[^\s@]+$/u.test(hint.code)) return null;
  const at = typed.lastIndexOf('@');
  return at > 0 ? `${typed.slice(0, at).trim()}@${hint.code}` : null;
}

/** True when a finding is older than it is good for, so that checking again is due. */
export function isOverdue(contact: { goodUntil: string | null } | null, now: number): boolean {
  return contact !== null && contact.goodUntil !== null && Date.parse(contact.goodUntil) <= now;
}

export interface ContactStanding {
  email: Pick<NonNullable<LeadContactChecks['email']>, 'validity' | 'basis'> | null;
  phone: Pick<NonNullable<LeadContactChecks['phone']>, 'validity' | 'basis'> | null;
  checking: boolean;
}

type StandingLead = Pick<Lead, 'emailValidity' | 'phoneValidity' | 'checking'>;

/** How address and number stand: by their checks where these are loaded, by the lead until then. */
export function standingOf(lead: StandingLead, checks: LeadContactChecks | undefined): ContactStanding {
  const ofLead = <Validity>(validity: Validity | null) => validity && { validity, basis: null };
  return {
    email: checks?.email ?? ofLead(lead.emailValidity),
    phone: checks?.phone ?? ofLead(lead.phoneValidity),
    checking: checks?.checking ?? lead.checking,
  };
}

/** What a screen reader hears when a check has ended. */
export function summarize({ email, phone }: ContactStanding): string {
  const sentences = ['Checked.'];
  if (email) sentences.push(`E-mail address: ${words.emailValidity[email.validity]}.`);
  if (phone) sentences.push(`Phone number: ${words.phoneValidity[phone.validity]}.`);
  return sentences.join(' ');
}

const firstPolls = 10;
const quickMs = 3000;
const slowMs = 15_000;

/** How long to wait before asking again for a check that is under way: often at first, then not to be a burden. */
export function pollDelayMs(answersSoFar: number): number {
  return answersSoFar < firstPolls ? quickMs : slowMs;
}
