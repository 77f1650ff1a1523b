import { describe, expect, it } from 'vitest';
import type { Lead } from '../../../../contract/leads/leads.ts';
import { listSteps } from './progress.ts';

const received = {
  status: 'Received',
  outcome: null,
  createdAt: '2026-01-01T08:00:00.000Z',
  acceptedAt: null,
  closedAt: null,
  deal: null,
} satisfies Pick<Lead, 'status' | 'outcome' | 'createdAt' | 'acceptedAt' | 'closedAt' | 'deal'>;

const states = (lead: Parameters<typeof listSteps>[0]) =>
  Object.fromEntries(listSteps(lead).map((step) => [step.key, step.state]));

describe('listSteps (WS-7)', () => {
  it('has none for informational leads', () => {
    expect(listSteps({ ...received, status: null })).toEqual([]);
  });

  it('stands at Received until answered', () => {
    expect(states(received)).toMatchObject({ received: 'current', accepted: 'upcoming', closed: 'upcoming' });
  });

  it('shows ticked sub-stages with their time', () => {
    const steps = listSteps({
      ...received,
      status: 'Accepted',
      acceptedAt: '2026-01-02T08:00:00.000Z',
      deal: {
        name: 'Deal',
        value: null,
        estimatedPurchaseDate: null,
        notes: null,
        crmId: null,
        campaignId: null,
        subStages: {
          qualified: '2026-01-03T08:00:00.000Z',
          developed: null,
          proposed: null,
          negotiated: null,
        },
      },
    });
    expect(steps.find((step) => step.key === 'qualified')).toMatchObject({
      state: 'done',
      at: '2026-01-03T08:00:00.000Z',
    });
    expect(steps.find((step) => step.key === 'accepted')?.state).toBe('current');
    expect(steps.find((step) => step.key === 'developed')?.state).toBe('upcoming');
  });

  it('passes over what a declined lead never reached', () => {
    const declined = {
      ...received,
      status: 'Archived',
      outcome: 'Declined',
      closedAt: received.createdAt,
    } as const;
    expect(states(declined)).toMatchObject({
      accepted: 'skipped',
      qualified: 'skipped',
      outcome: 'done',
      closed: 'done',
    });
    expect(listSteps(declined).find((step) => step.key === 'outcome')?.label).toBe('Declined');
  });
});
