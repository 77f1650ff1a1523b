import type { SentLeadDetails, SentLeadNews } from '../../../../contract/organizations/partners.ts';
import { leadState } from '../../../ui/index.ts';

export interface SentEntry {
  what: 'sent' | SentLeadNews;
  /** null: it is so, but when it became so was never told. */
  at: string | null;
}

const newsOfState = {
  Received: null,
  Accepted: 'accepted',
  Won: 'won',
  Lost: 'lost',
  Declined: 'declined',
  Expired: 'expired',
  ClosedAsError: null,
} as const;

/** What happened to a sent lead, the latest first; its present state is among it, told or not. */
export function tellHistory(lead: SentLeadDetails): SentEntry[] {
  const state = leadState(lead);
  const latest = state === null ? null : newsOfState[state];
  const told: SentEntry[] = lead.history.map(({ news, at }) => ({ what: news, at }));
  const isMissing = latest !== null && told.every(({ what }) => what !== latest);
  const entries: SentEntry[] = [{ what: 'sent', at: lead.createdAt }, ...told];
  if (isMissing) entries.push({ what: latest, at: null });
  return entries.reverse();
}

/** Where a sent lead stands, and what comes next, in a sentence. */
export function wordStanding(lead: SentLeadDetails): string {
  const name = lead.partner.name;
  const state = leadState(lead);
  if (state === null) return `${name} sees the lead for information; there is nothing to accept or decline.`;
  return {
    Received: `${name} hasn’t answered yet.`,
    Accepted: `${name} accepted the lead and is working on it.`,
    Won: `${name} won the deal.`,
    Lost: `${name} worked on the lead, but it didn’t become a deal.`,
    Declined: `${name} declined the lead.`,
    Expired: `${name} didn’t answer in time, so the lead expired.`,
    ClosedAsError: `${name} closed the lead as an error.`,
  }[state];
}
