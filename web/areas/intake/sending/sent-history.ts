import type { SentLeadDetails, SentLeadNews } from '../../../../contract/organizations/partners.ts';
import { leadState } from '../../../ui/index.ts';
import { t } from './catalogue.ts';

export interface SentEntry {
  what: 'sent' | SentLeadNews;
  /** null: it happened, but the sender was never told when. */
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

/** What happened to a sent lead, latest first; includes its current state even if the sender was never told. */
export function tellHistory(lead: SentLeadDetails): SentEntry[] {
  const state = leadState(lead);
  const latest = state === null ? null : newsOfState[state];
  const told: SentEntry[] = lead.history.map(({ news, at }) => ({ what: news, at }));
  const isMissing = latest !== null && told.every(({ what }) => what !== latest);
  const entries: SentEntry[] = [{ what: 'sent', at: lead.createdAt }, ...told];
  if (isMissing) entries.push({ what: latest, at: null });
  return entries.reverse();
}

/** The current state of a sent lead, and what comes next, in a sentence. */
export function wordStanding(lead: SentLeadDetails): string {
  return t(`lead.standing.${leadState(lead) ?? 'informational'}`, { partner: lead.partner.name });
}
