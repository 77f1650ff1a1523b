import { describe, expect, it } from 'vitest';
import type { LeadState } from '../../../../contract/leads/lists.ts';
import { reroutingStanding } from './rerouting.rules.ts';

const now = new Date('2026-11-20T10:00:00.000Z');
const later = new Date(now.getTime() + 1);

const lead = (columns: Partial<Parameters<typeof reroutingStanding>[0]> = {}) => ({
  status: 'Expired' as LeadState | null,
  expiresAt: now as Date | null,
  availableUntil: null,
  isOwn: true,
  contactAllowed: true,
  isRerouted: false,
  ...columns,
});

describe('RT-4, IN-6: who may send an expired lead to another partner', () => {
  it.each([
    ['what the operator’s people sent', {}, 'possible'],
    ['the same, overdue and not written down yet', { status: 'Received' as const }, 'possible'],
    ['what still waits', { status: 'Received' as const, expiresAt: later }, 'not-expired'],
    ['what a customer wrote to one partner', { isOwn: false }, 'customer-decides'],
    ['that, without consent', { isOwn: false, contactAllowed: false }, 'customer-decides'],
    ['what may not be contacted', { contactAllowed: false }, 'no-consent'],
    ['what went on already', { isRerouted: true }, 'rerouted'],
    ['an informational lead', { status: null, expiresAt: null }, 'not-expired'],
  ])('RT-4 %s', (_what, columns, standing) => {
    expect(reroutingStanding(lead(columns), now)).toBe(standing);
  });

  it.each(['Accepted', 'Won', 'Lost', 'Declined', 'ClosedAsError'] as const)(
    'RT-4 a lead that is %s stays where it is',
    (status) => {
      expect(reroutingStanding(lead({ status }), now)).toBe('not-expired');
    },
  );
});
