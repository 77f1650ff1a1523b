import type { CallToAction } from '../../../contract/enums.ts';
import type { ContactForm } from '../../../contract/intake.ts';
import { hashJson, type ReceivedLead, type RequestIdentity } from '../intake/index.ts';
import { routeLead } from '../routing/index.ts';
import { consentTextVersion } from './consent.rules.ts';

/** The public page of an offer, opened from one of its storefronts. */
export interface OfferPage {
  readonly organizationId: string;
  readonly partnerName: string;
  readonly offerId: string;
  /** `publisher.offer`, in lower case. */
  readonly offerName: string;
  readonly title: string;
  readonly summary: string;
  readonly callToAction: CallToAction;
  readonly locationId: string | null;
  readonly defaultLocationId: string | null;
  /** null: the offer is in no storefront. */
  readonly storefront: string | null;
}

/** The public page of one location of a business profile. */
export interface ProfilePage {
  readonly organizationId: string;
  readonly partnerName: string;
  readonly pageId: string;
  readonly slug: string;
  readonly description: string;
  readonly website: string | null;
  readonly city: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly locationId: string;
  /** The storefront that lists profiles; null: none does. */
  readonly storefront: string | null;
}

/** What a lead comes in as, with how a form that was sent twice is recognised (IN-3). */
export interface PublicRequest {
  readonly received: ReceivedLead;
  readonly identity: RequestIdentity;
}

/** The lead that an offer's page makes of its form. */
export function requestFromOffer(page: OfferPage, form: ContactForm): PublicRequest {
  const { organizationId, offerName } = page;
  const route = routeLead({
    owner: { organizationId, isOperator: false, defaultLocationId: page.defaultLocationId },
    offerName,
    offer: {
      organizationId,
      id: page.offerId,
      locationId: page.locationId,
      defaultLocationId: page.defaultLocationId,
    },
    locationId: null,
    isTest: false,
    operatorOrganizationId: organizationId,
  });
  const received: ReceivedLead = {
    door: 'offer-page',
    route,
    leadType: 'Offer',
    callToAction: page.callToAction,
    leadSource: page.storefront,
    offerName,
    offerTitle: page.title,
    ...customerOf(form),
    contactDirectly: false,
  };
  return { received, identity: identityOf(organizationId, 'offer-page', page.offerId, form) };
}

/** The lead that a profile's page makes of its form. */
export function requestFromProfile(page: ProfilePage, form: ContactForm): PublicRequest {
  const { organizationId } = page;
  const route = routeLead({
    owner: { organizationId, isOperator: false, defaultLocationId: null },
    offerName: null,
    offer: undefined,
    locationId: page.locationId,
    isTest: false,
    operatorOrganizationId: organizationId,
  });
  const received: ReceivedLead = {
    door: 'profile-page',
    route,
    leadType: 'Profile',
    callToAction: 'ContactMe',
    leadSource: page.storefront,
    offerName: null,
    offerTitle: null,
    ...customerOf(form),
    contactDirectly: form.contactDirectly === 'on',
  };
  return { received, identity: identityOf(organizationId, 'profile-page', page.pageId, form) };
}

function customerOf(form: ContactForm) {
  const { firstName, lastName, title, email, phone } = form;
  return {
    qualification: 'Direct',
    isTest: false,
    customerName: form.company,
    country: form.country,
    contact: { firstName, lastName, title, email, phone },
    message: form.message,
    consent: { contactAllowed: true, textVersion: consentTextVersion },
    sender: null,
    by: { kind: 'customer', personId: null, name: 'Customer' },
  } as const;
}

/**
 * The same page sent twice with the same words is one lead; a customer who goes back, corrects something and
 * sends the form again makes another, so the words are part of the key.
 */
function identityOf(
  organizationId: string,
  door: 'offer-page' | 'profile-page',
  pageId: string,
  form: ContactForm,
): RequestIdentity {
  return { organizationId, door, key: hashJson([pageId, form]), requestHash: hashJson(form) };
}
