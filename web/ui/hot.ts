import type { LeadSummary } from '../../contract/leads/leads.ts';

export type Hotness = 'hot' | 'was-hot' | null;

/**
 * Whether the customer's request for direct contact is recent (flame), or older on a lead that is still open (another
 * icon, LC-5). Closed leads show neither.
 */
export function hotness(lead: Pick<LeadSummary, 'hotUntil' | 'status'>, now: number): Hotness {
  if (lead.hotUntil === null || lead.status === 'Archived') return null;
  if (Date.parse(lead.hotUntil) > now) return 'hot';
  return lead.status === null ? null : 'was-hot';
}
