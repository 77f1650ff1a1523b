import { describe, expect, it } from 'vitest';
import { presentPartnerLead, presentPartnerLeadEvent } from './partner-leads.presenter.ts';
import type { PartnerLeadRow, ShownContact } from './partner-leads.repo.ts';

const now = new Date('2026-11-20T10:00:00.000Z');
const row: PartnerLeadRow = {
  id: '01a20333-c09c-7198-a76c-0bd2858d877b',
  organization_id: '01a20333-c09c-7198-a76c-0bd2858d877c',
  organization_name: 'Contoso',
  location_id: null,
  location_name: null,
  lead_type: 'Offer',
  qualification: 'Direct',
  call_to_action: 'ContactMe',
  lead_source: 'AppSource',
  offer_name: 'contoso.backup',
  offer_title: 'Backup',
  is_test: false,
  customer_name: 'Alpine',
  country: 'CH',
  lead_quality: 'High',
  status: 'Received',
  received_at: new Date('2026-11-10T10:00:00.000Z'),
  accepted_at: null,
  closed_at: null,
  expires_at: new Date('2026-11-24T10:00:00.000Z'),
  available_until: null,
  hot_until: null,
  contact_allowed: true,
  customer_request_id: null,
  sender_name: null,
  is_own: false,
  is_shared: true,
};
const shown: ShownContact = {
  contact: {
    firstName: 'Ada',
    lastName: 'Lovelace',
    title: null,
    email: 'ada@analytical.example',
    phone: null,
  },
  message: 'Please call.',
};
const present = (columns: Partial<PartnerLeadRow>, contact: ShownContact | undefined) =>
  presentPartnerLead(
    { ...row, ...columns },
    { shown: contact, events: [], request: undefined, told: undefined, rerouted: undefined },
    now,
  );

describe('RT-4: the operator’s page of a lead', () => {
  it('RT-4 shows the contact that the database gave', () => {
    expect(present({}, shown)).toMatchObject({ ...shown, contactWithheld: null });
  });

  it.each([
    ['overdue', { expires_at: now }, 'Expired'],
    ['expired', { status: 'Expired' as const }, 'Expired'],
    ['without consent', { contact_allowed: false }, 'NoConsent'],
  ])(
    'LC-4, IN-6 keeps it back of a lead that is %s, whatever the database gave',
    (_what, columns, reason) => {
      const lead = present(columns, shown);
      expect(lead).toMatchObject({ contact: null, message: null, contactWithheld: reason });
      expect(JSON.stringify(lead)).not.toMatch(/Lovelace|analytical|Please call/);
    },
  );

  it('RT-4 says that it is not shared, where the database gave none', () => {
    expect(present({}, undefined)).toMatchObject({ contact: null, contactWithheld: 'NotShared' });
  });

  it.each([
    ['accepted', { status: 'Won' as const, accepted_at: now, closed_at: now }, now.toISOString()],
    ['declined', { status: 'Declined' as const, closed_at: now }, now.toISOString()],
    ['expired', { status: 'Expired' as const, closed_at: now }, null],
    ['closed as error', { status: 'ClosedAsError' as const, closed_at: now }, null],
  ])('RT-4 tells when it was answered: %s', (_what, columns, answeredAt) => {
    expect(present(columns, undefined).answeredAt).toBe(answeredAt);
  });

  it.each([
    ['person', 'lead.accepted', null, 'Contoso'],
    ['token', 'lead.won', null, 'Contoso'],
    ['person', 'lead.received', 'Sam Seller', 'Sam Seller'],
    ['token', 'lead.received', null, 'Contoso'],
    ['customer', 'lead.received', null, 'the customer'],
  ] as const)('RT-4 names the side of a %s that did %s', (kind, type, sender, by) => {
    const event = { id: 'x', type, at: now, actor_kind: kind, actor_name: null };
    expect(presentPartnerLeadEvent(event, { organization_name: 'Contoso', sender_name: sender }).by).toBe(by);
  });
});
