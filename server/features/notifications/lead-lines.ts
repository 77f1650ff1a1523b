import { type LeadLine, maxLinesPerMail } from '../mail/index.ts';
import type { NoticeLead } from './notices.repo.ts';

/** What a mail says about a lead at that moment. */
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
    expiresAt: lead.expires_at?.toISOString() ?? null,
  };
}

/** What a notification says about a lead, whatever becomes of it later. */
export function factsAbout(lead: NoticeLead): { customerName: string | null; offerTitle: string | null } {
  return { customerName: lead.customer_name, offerTitle: lead.offer_title };
}

/** The leads of a mail that lists them: the first ones in full, of the others how many. */
export function linesOf(leads: readonly NoticeLead[], now: Date): { leads: LeadLine[]; total: number } {
  return { leads: leads.slice(0, maxLinesPerMail).map((lead) => lineOf(lead, now)), total: leads.length };
}
