import { describe, expect, it } from 'vitest';
import type { SentLeadDetails } from '../../../../contract/organizations/partners.ts';
import { tellHistory, wordStanding } from './sent-history.ts';

const at = (minute: number) => `2026-05-01T12:0${minute}:00.000Z`;
const lead: SentLeadDetails = {
  id: '01a22539-fadd-7bd7-893d-0bf8dd1b8eae',
  partner: { id: '01a22539-fadd-7bd7-893d-0bf8dd1b8eaf', name: 'Contoso' },
  customerName: 'Alpine',
  country: 'DE',
  qualification: 'SalesQualified',
  status: 'Received',
  outcome: null,
  createdAt: at(0),
  expiresAt: at(9),
  senderName: 'Sam',
  history: [],
};

describe('NT-3: what a sender sees of a lead', () => {
  it('begins with being sent, and tells the latest first', () => {
    expect(tellHistory(lead)).toEqual([{ what: 'sent', at: at(0) }]);
    const history: SentLeadDetails['history'] = [
      { news: 'accepted', at: at(1) },
      { news: 'won', at: at(2) },
    ];
    const won: SentLeadDetails = { ...lead, status: 'Archived', outcome: 'Won', history };
    expect(tellHistory(won).map(({ what }) => what)).toEqual(['won', 'accepted', 'sent']);
  });

  it('holds the present state also when nobody was told of it', () => {
    const expired = { ...lead, status: 'Archived', outcome: 'Expired' } as const;
    expect(tellHistory(expired)[0]).toEqual({ what: 'expired', at: null });
    const history: SentLeadDetails['history'] = [{ news: 'accepted', at: at(1) }];
    expect(tellHistory({ ...lead, status: 'Accepted', history })).toHaveLength(2);
  });

  it('says where it stands in a sentence that names the partner', () => {
    for (const outcome of ['Won', 'Lost', 'Declined', 'Expired', 'ClosedAsError'] as const)
      expect(wordStanding({ ...lead, status: 'Archived', outcome })).toMatch(/^Contoso .*\.$/);
    expect(wordStanding({ ...lead, status: null })).toMatch(/for information/);
  });
});
