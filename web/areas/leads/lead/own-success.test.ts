import { describe, expect, it } from 'vitest';
import type { Lead, LeadEvent } from '../../../../contract/leads/leads.ts';
import { isOwnSuccess, type SentAction } from './own-success.ts';

const event = (type: LeadEvent['type'], name = 'Grace Okafor', kind = 'person' as const): LeadEvent => ({
  id: '1',
  type,
  at: '2026-11-28T10:00:00Z',
  actor: { kind, name, personId: null, nameNow: null },
  changes: [],
  note: null,
});

const acceptance: SentAction = {
  path: 'acceptance',
  body: {
    dealName: 'Lakeside',
    estimatedValue: { amountMinor: 1250000, currency: 'USD' },
    estimatedPurchaseDate: '2027-01-31',
    notes: 'Three clinics',
    crmId: null,
    campaignId: null,
    teamMemberIds: ['a', 'b'],
    employees: [{ name: 'Olga', email: null, phone: null }],
  },
};

const accepted = {
  outcome: null,
  closing: null,
  deal: {
    name: 'Lakeside',
    value: { currency: 'USD', amountMinor: 1250000 },
    estimatedPurchaseDate: '2027-01-31',
    notes: 'Three clinics',
    crmId: null,
    campaignId: null,
  },
  team: [{ id: 'b' }, { id: 'a' }],
  employees: [{ name: 'Olga', email: null, phone: null }],
} as unknown as Lead;

const closed = (outcome: string, closing: object) =>
  ({
    outcome,
    closing: {
      declineReason: null,
      lostReason: null,
      errorReason: null,
      reasonNumber: null,
      notes: null,
      finalValue: null,
      duplicateOfLeadId: null,
      ...closing,
    },
  }) as unknown as Lead;

describe('a first try that had arrived without its answer coming back', () => {
  const sent = (path: SentAction['path'], body: object) => ({ path, body }) as SentAction;
  it.each([
    ['acceptance', acceptance, accepted, 'lead.accepted'],
    [
      'decline',
      sent('decline', { reason: 'NoCapacity', notes: 'Full' }),
      closed('Declined', { declineReason: 'NoCapacity', notes: 'Full' }),
      'lead.declined',
    ],
    [
      'won',
      sent('outcome', { outcome: 'Won', finalValue: { amountMinor: 5, currency: 'JPY' }, notes: null }),
      closed('Won', { finalValue: { amountMinor: 5, currency: 'JPY' } }),
      'lead.won',
    ],
    [
      'lost',
      sent('outcome', { outcome: 'Lost', reason: 'Price', notes: null }),
      closed('Lost', { lostReason: 'Price' }),
      'lead.lost',
    ],
    [
      'error',
      sent('error-closure', { reason: 'Duplicate', notes: null, duplicateOfLeadId: 'x' }),
      closed('ClosedAsError', { errorReason: 'Duplicate', duplicateOfLeadId: 'x' }),
      'lead.closed-as-error',
    ],
  ] as const)('is recognized: %s', (_, order, lead, type) => {
    // Something else may have happened to the lead since then.
    const events = [event('lead.received'), event(type), event('lead.contact-checked', 'Diego')];
    expect(isOwnSuccess(order, lead, events, 'Grace Okafor')).toBe(true);
    expect(isOwnSuccess(order, lead, [event(type, 'Diego Ramos')], 'Grace Okafor')).toBe(false);
    expect(isOwnSuccess(order, lead, [event('lead.received')], 'Grace Okafor')).toBe(false);
  });

  it('is not taken for one when the lead holds something else, whoever did it', () => {
    const events = [event('lead.accepted')];
    for (const deal of [{ notes: null }, { name: 'Lakeshore' }, { estimatedPurchaseDate: '2027-02-28' }]) {
      const other = { ...accepted, deal: { ...accepted.deal, ...deal } } as Lead;
      expect(isOwnSuccess(acceptance, other, events, 'Grace Okafor')).toBe(false);
    }
    const lost = sent('outcome', { outcome: 'Lost', reason: 'Price', notes: null });
    const won = closed('Won', { finalValue: { amountMinor: 1, currency: 'USD' } });
    expect(isOwnSuccess(lost, won, [event('lead.won')], 'Grace Okafor')).toBe(false);
  });
});
