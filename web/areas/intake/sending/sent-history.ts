import type { SentLeadDetails, SentLeadNews } from '../../../../contract/organizations/partners.ts';
import { leadState } from '../../../ui/index.ts';
import { t } from './catalogue.ts';

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
  return t(`lead.standing.${leadState(lead) ?? 'informational'}`, { partner: lead.partner.name });
}
