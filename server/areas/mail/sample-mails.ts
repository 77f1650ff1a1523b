import type { MailKind } from '../../../contract/mail/lists.ts';
import type { LeadLine, MailContent, PlacedLead } from './facts/mail-content.ts';
import type { MailToRender } from './render-mail.ts';

const firstId = '01900000-0000-7000-8000-000000000001';
const secondId = '01900000-0000-7000-8000-000000000002';

const lead: LeadLine = {
  id: firstId,
  customerName: 'Alpine Outdoor GmbH',
  offerTitle: 'Backup Suite',
  country: 'AT',
  qualification: 'Direct',
  callToAction: 'ContactMe',
  locationName: 'Munich',
  isTest: false,
  hot: true,
  receivedAt: '2026-11-20T09:30:00.000Z',
  expiresAt: '2026-12-04T09:30:00.000Z',
};
const otherLead: LeadLine = {
  ...lead,
  id: secondId,
  customerName: null,
  offerTitle: null,
  country: 'JP',
  qualification: 'SalesQualified',
  callToAction: null,
  locationName: null,
  hot: false,
};
const placed: PlacedLead = { id: firstId, customerName: 'Alpine Outdoor GmbH', partnerName: 'Contoso' };

/** Made-up facts for each kind of mail. */
const samples: { readonly [Kind in MailKind]: Extract<MailContent, { kind: Kind }> } = {
  'new-lead': { kind: 'new-lead', lead },
  digest: { kind: 'digest', leads: [lead, otherLead], total: 7, tabs: { marketplace: 5, qualified: 2 } },
  'expiring-soon': {
    kind: 'expiring-soon',
    leads: [{ ...lead, hot: false }, otherLead],
    total: 2,
    tabs: { marketplace: 1, qualified: 1 },
  },
  'team-assignment': { kind: 'team-assignment', lead: { ...lead, hot: false }, byName: 'Grace Okafor' },
  'sent-lead': { kind: 'sent-lead', news: 'accepted', lead: placed },
  'direct-expired': {
    kind: 'direct-expired',
    leads: [
      { ...placed, customer: 'told' },
      { ...placed, id: secondId, customerName: null, customer: 'no-address' },
    ],
    total: 2,
  },
  customer: {
    kind: 'customer',
    news: 'declined',
    partnerName: 'Contoso',
    offerTitle: 'Backup Suite',
    requestId: firstId,
  },
  invitation: {
    kind: 'invitation',
    linkId: firstId,
    inviterName: 'Grace Okafor',
    organizationName: 'Contoso',
  },
  'password-reset': { kind: 'password-reset', linkId: firstId },
  verification: { kind: 'verification', linkId: firstId },
  unattended: { kind: 'unattended', about: 'new-lead', total: 2, locations: ['Munich'] },
  'address-changed': { kind: 'address-changed', newAddress: 'grace@contoso.example' },
};

const reasons: { readonly [Kind in MailKind]: MailToRender['reason'] } = {
  'new-lead': 'location-admin',
  digest: 'organization-admin',
  'expiring-soon': 'organization-admin',
  'team-assignment': 'team-added',
  'sent-lead': 'lead-sender',
  'direct-expired': 'operator',
  customer: 'customer-request',
  invitation: 'invited',
  'password-reset': 'asked',
  verification: 'asked',
  unattended: 'account-admin',
  'address-changed': 'address-replaced',
};

/** A mail with made-up facts, for looking at its text. */
export function sampleMail(kind: MailKind, locale: string, timeZone: string): MailToRender {
  return { content: samples[kind], reason: reasons[kind], locale, timeZone };
}
