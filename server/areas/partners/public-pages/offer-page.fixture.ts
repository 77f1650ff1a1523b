import type { OfferPage } from './public-leads.rules.ts';

/** The live page of an offer whose listing says nothing but its summary. */
export function makeOfferPage(more: Partial<OfferPage> = {}): OfferPage {
  return {
    organizationId: 'org',
    partnerName: 'Contoso',
    language: 'en',
    offerId: 'offer',
    offerName: 'contoso.backup',
    title: 'Backup',
    summary: '',
    listing: {
      ...{ shortDescription: null, description: null, categories: [], industries: [], serviceType: null },
      ...{ links: [], privacyLink: null, supportLink: null },
    },
    callToAction: 'ContactMe',
    locationId: null,
    defaultLocationId: null,
    storefront: 'AzurePortal',
    storefronts: ['AppSource', 'AzurePortal'],
    standing: 'live',
    previewKey: '',
    source: { sourceDetail: null, campaignId: null },
    ...more,
  };
}
