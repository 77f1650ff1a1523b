import { describe, expect, it } from 'vitest';
import { contactForm } from '../../../../contract/intake/intake.ts';
import { consentTextVersion } from './consent.rules.ts';
import { makeOfferPage } from './offer-page.fixture.ts';
import { plainPage } from './profile-page.fixture.ts';
import { type ProfilePage, requestFromOffer, requestFromProfile } from './public-leads.rules.ts';

const offer = makeOfferPage({ callToAction: 'TestDrive', defaultLocationId: 'default' });
const profile: ProfilePage = {
  ...plainPage,
  organizationId: 'org',
  partnerName: 'Contoso',
  language: 'de',
  pageId: 'page',
  slug: 'contoso-munich',
  description: '',
  website: null,
  city: 'Munich',
  country: 'DE',
  locationId: 'munich',
  storefront: 'AppSource',
};
const form = contactForm.parse({
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'ada@example.test',
  company: 'Engines',
  country: 'GB',
  consent: 'on',
  formKey: '0b6f8a52-7c38-4c0e-9f3c-0d2b30136469',
});

describe('requestFromOffer', () => {
  it('makes a direct offer lead with the call to action and the storefront of the page', () => {
    const { received } = requestFromOffer(offer, form, null);
    expect(received).toMatchObject({
      door: 'offer-page',
      leadType: 'Offer',
      qualification: 'Direct',
      callToAction: 'TestDrive',
      leadSource: 'AzurePortal',
      offerName: 'contoso.backup',
      offerTitle: 'Backup',
      customerName: 'Engines',
      contactDirectly: false,
      by: { kind: 'customer', personId: null, name: 'Customer' },
    });
  });

  it('RT-1: goes to the location of the offer, else to the default one', () => {
    const routeOf = (locationId: string | null) =>
      requestFromOffer({ ...offer, locationId }, form, null).received.route;
    expect(routeOf('munich')).toMatchObject({ locationId: 'munich', offerId: 'offer', routed: true });
    expect(routeOf(null)).toMatchObject({ locationId: 'default', offerId: 'offer', routed: true });
  });

  it('IN-6: holds the version of the text that the customer agreed to', () => {
    const { received } = requestFromOffer(offer, form, null);
    expect(received.consent).toEqual({ contactAllowed: true, textVersion: consentTextVersion('en') });
    const german = requestFromProfile(profile, form).received;
    expect(german.consent.textVersion).toBe(consentTextVersion('de'));
  });

  it('LC-5: only a profile page asks for direct contact, so a forged field makes no hot lead', () => {
    expect(requestFromOffer(offer, { ...form, contactDirectly: 'on' }, null).received.contactDirectly).toBe(
      false,
    );
  });
});

describe('OF-4 a request through a page that is not live', () => {
  it('is a test lead through the preview, and not the same request as through the live page', () => {
    const live = requestFromOffer(offer, form, 'operator');
    const test = requestFromOffer({ ...offer, standing: 'preview' }, form, 'operator');
    expect([live.received.isTest, test.received.isTest]).toEqual([false, true]);
    expect(test.received.route).toEqual(live.received.route);
    expect(test.identity.key.equals(live.identity.key)).toBe(false);
  });

  it('waits with the operator once the offer is stopped; without one, it stays with the partner', () => {
    const stopped = { ...offer, standing: 'stopped' as const };
    expect(requestFromOffer(stopped, form, 'operator').received.route).toMatchObject({
      organizationId: 'operator',
      offerId: null,
      routed: false,
    });
    expect(requestFromOffer(stopped, form, null).received.route).toMatchObject({
      organizationId: 'org',
      locationId: 'default',
      routed: true,
    });
  });

  it('OF-6 keeps where the customer came from', () => {
    const source = { sourceDetail: 'newsletter', campaignId: 'spring' };
    expect(requestFromOffer({ ...offer, source }, form, null).received).toMatchObject(source);
  });
});

describe('requestFromProfile', () => {
  it('makes a profile lead for the location of the page', () => {
    const { received } = requestFromProfile(profile, { ...form, contactDirectly: 'on' });
    expect(received).toMatchObject({
      door: 'profile-page',
      leadType: 'Profile',
      callToAction: 'ContactMe',
      leadSource: 'AppSource',
      offerName: null,
      contactDirectly: true,
      route: { organizationId: 'org', locationId: 'munich', offerId: null, routed: true },
    });
  });
});

describe('identity (IN-3)', () => {
  const keyOf = (changed: Partial<typeof form>, page = profile) =>
    requestFromProfile(page, { ...form, ...changed }).identity.key.toString('hex');

  it('IN-3 is the same for the same page and words, however often the form was opened', () => {
    const opened = { formKey: '6d1c1a77-93d6-4a6e-8a3e-0d2b30136469' };
    expect(keyOf({})).toBe(keyOf({}));
    expect(keyOf(opened)).toBe(keyOf({}));
    const { submissionKey } = requestFromProfile(profile, { ...form, ...opened });
    expect(submissionKey).not.toEqual(requestFromProfile(profile, form).submissionKey);
  });

  it('IN-3 differs by words and by page', () => {
    const keys = [keyOf({}), keyOf({ message: 'Corrected' }), keyOf({}, { ...profile, pageId: 'other' })];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
