import { describe, expect, it } from 'vitest';
import type { OfferListing } from '../../../contract/offers/offers.ts';
import { fieldOfOffer, fillOffer, keepTyped, readOffer } from './offer-form.ts';

const listing: OfferListing = {
  ...{ name: 'Backup', searchSummary: 'Backs up', shortDescription: null, description: 'All.\n\n- of it' },
  keywords: ['tape', 'cloud'],
  categories: [{ name: 'Storage', subcategories: ['Disk', 'Tape'] }],
  industries: [
    { code: 'Retail', verticals: ['Food'] },
    { code: 'Energy', verticals: [] },
  ],
  links: [{ title: 'Manual', url: 'https://contoso.example' }],
  ...{ privacyLink: 'https://contoso.example/privacy', supportLink: null, supportContact: null },
  ...{ callToAction: 'ContactMe', serviceType: 'Workshop', storefronts: ['AppSource'], locationId: null },
  notificationContacts: ['a@contoso.example', 'b@contoso.example'],
};
const vertical = (code: string, parent: string) => ({
  ...{ code, label: code, labels: null, state: 'offered' as const, replacedBy: null, parent },
});
const verticals = [vertical('Food', 'Retail'), vertical('Banking', 'Finance')];

describe('OF-2 the form of an offer', () => {
  it('says again what it was filled with', () => {
    expect(readOffer(fillOffer({ alias: null, listing }), verticals)).toEqual({ alias: null, listing });
  });

  it('reads lists from text, leaves blank categories out, and verticals of no chosen industry', () => {
    const form = {
      ...fillOffer({ alias: 'x', listing }),
      keywords: ' tape ,, cloud,',
      categories: [
        { name: '', subcategories: ' ' },
        { name: 'B', subcategories: 'c' },
      ],
      verticals: ['Food', 'Banking'],
      notificationContacts: 'a@contoso.example;b@contoso.example ;',
    };
    const read = readOffer(form, verticals).listing;
    expect(read).toMatchObject({
      keywords: ['tape', 'cloud'],
      categories: [{ name: 'B', subcategories: ['c'] }],
      industries: listing.industries,
      notificationContacts: listing.notificationContacts,
    });
  });

  it.each([
    ['listing.name', 'name'],
    ['alias', 'alias'],
    ['listing.keywords.1', 'keywords'],
    ['listing.notificationContacts.0', 'notificationContacts'],
    ['listing.categories.1.subcategories.0', 'categories.1.subcategories'],
    ['listing.categories.0.name', 'categories.0.name'],
    ['listing.industries.0.verticals.1', 'verticals'],
    ['listing.industries.0.code', 'industries'],
    ['listing.links.2.url', 'links.2.url'],
    ['listing.links', undefined],
    ['', undefined],
  ])('shows what is wrong with %s at %s', (path, field) => {
    expect(fieldOfOffer(path)).toBe(field);
  });

  it('keeps what was typed while it was being saved', () => {
    const sent = fillOffer({ alias: null, listing });
    const saved = { ...sent, name: 'Backup', serviceType: 'Briefing' };
    const now = { ...sent, description: 'More' };
    expect(keepTyped(now, sent, saved)).toEqual({ ...saved, description: 'More' });
  });
});
