import type { LeadLine, PlacedLead } from './lead-facts.ts';

const firstId = '01900000-0000-7000-8000-000000000001';
const secondId = '01900000-0000-7000-8000-000000000002';

/** A made-up lead whose customer wants to be contacted directly. */
export const sampleHotLead: LeadLine = {
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

/** A made-up lead whose customer can wait. */
export const sampleLead: LeadLine = { ...sampleHotLead, hot: false };

/** A made-up lead with few details. */
export const sampleSparseLead: LeadLine = {
  ...sampleLead,
  id: secondId,
  customerName: null,
  offerTitle: null,
  country: 'JP',
  qualification: 'SalesQualified',
  callToAction: null,
  locationName: null,
};

/** A made-up lead that is with a partner. */
export const samplePlacedLead: PlacedLead = {
  id: firstId,
  customerName: 'Alpine Outdoor GmbH',
  partnerName: 'Contoso',
};

/** A made-up lead with few details that is with a partner. */
export const sampleSparsePlacedLead: PlacedLead = { ...samplePlacedLead, id: secondId, customerName: null };
