import type { MailContent } from '../../mail/index.ts';
import { digestMail } from '../mails/digest/mail.ts';
import { expiringSoonMail } from '../mails/expiring-soon/mail.ts';
import { type LeadLine, maxLinesPerMail, type WaitingLeads } from '../mails/leads/lead-facts.ts';
import { newLeadMail } from '../mails/new-lead/mail.ts';
import { unattendedMail } from '../mails/unattended/mail.ts';
import type { NoticeLead } from './notices.repo.ts';
import type { Recipient } from './recipients.repo.ts';

/** What an email says about a lead at that moment. */
export function lineOf(lead: NoticeLead, now: Date): LeadLine {
  return {
    id: lead.id,
    customerName: lead.customer_name,
    offerTitle: lead.offer_title,
    country: lead.country,
    qualification: lead.qualification,
    callToAction: lead.call_to_action,
    locationName: lead.location_name,
    isTest: lead.is_test,
    hot: lead.hot_until !== null && lead.hot_until > now,
    receivedAt: lead.received_at.toISOString(),
    expiresAt: mustBeAnswered(lead) ? (lead.expires_at?.toISOString() ?? null) : null,
  };
}

/** False once it is answered, and for customers who do not want to be contacted: nobody is urged to answer those. */
function mustBeAnswered(lead: NoticeLead): boolean {
  return lead.status === 'Received' && lead.contact_allowed;
}

/** What a notification says about a lead, whatever happens to it later. */
export function factsAbout(lead: Pick<NoticeLead, 'customer_name' | 'offer_title'>): {
  customerName: string | null;
  offerTitle: string | null;
} {
  return { customerName: lead.customer_name, offerTitle: lead.offer_title };
}

/** The leads of an email that lists them: the first ones in full, and the total. */
export function linesOf(leads: readonly NoticeLead[], now: Date): WaitingLeads {
  const shown = leads.slice(0, maxLinesPerMail).map((lead) => lineOf(lead, now));
  return { leads: shown, total: leads.length, tabs: countTabs(leads) };
}

/**
 * What a recipient is told about waiting leads: people who can only name someone to answer them get just the number.
 */
export function contentFor(
  kind: 'new-lead' | 'digest' | 'expiring-soon',
  { reason }: Pick<Recipient, 'reason'>,
  leads: readonly NoticeLead[],
  now: Date,
): MailContent {
  const [first] = leads;
  if (reason === 'account-admin') return unattended(kind === 'digest' ? 'new-lead' : kind, leads);
  if (kind === 'new-lead' && first) return newLeadMail.of({ lead: lineOf(first, now) });
  const facts = linesOf(leads, now);
  return kind === 'expiring-soon' ? expiringSoonMail.of(facts) : digestMail.of(facts);
}

function unattended(about: 'new-lead' | 'expiring-soon', leads: readonly NoticeLead[]): MailContent {
  const locations = [...new Set(leads.flatMap(({ location_name }) => location_name ?? []))];
  return unattendedMail.of({
    about,
    total: leads.length,
    locations: locations.slice(0, maxLinesPerMail),
  });
}

/** How many of the leads are in each tab of the list (WS-1). */
function countTabs(leads: readonly NoticeLead[]): { marketplace: number; qualified: number } {
  const marketplace = leads.filter(({ qualification }) => qualification === 'Direct').length;
  return { marketplace, qualified: leads.length - marketplace };
}
