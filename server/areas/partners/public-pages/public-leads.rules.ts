import type { ContactForm } from '../../../../contract/intake/intake.ts';
import type { CallToAction } from '../../../../contract/leads/lists.ts';
import type { Money } from '../../../../contract/money.ts';
import type { OfferListing } from '../../../../contract/offers/offers.ts';
import { hashJson } from '../../../platform/canonical-json.ts';
import type { ReceivedLead, RequestIdentity } from '../../intake/index.ts';
import { routeLead } from '../../intake/index.ts';
import type { PageSource } from '../../offers/index.ts';
import { consentTextVersion } from './consent.rules.ts';
import type { PageLanguage } from './texts/page-language.rules.ts';

/** What customers read about an offer, in the language of its page. */
export interface ShownListing
  extends Pick<
    OfferListing,
    'shortDescription' | 'description' | 'categories' | 'links' | 'privacyLink' | 'supportLink'
  > {
  readonly industries: readonly { readonly name: string; readonly verticals: readonly string[] }[];
  /** null: it is not a consulting service. */
  readonly serviceType: string | null;
}

/** The public page of an offer, opened from one of its storefronts. */
export interface OfferPage {
  readonly organizationId: string;
  readonly partnerName: string;
  readonly language: PageLanguage;
  readonly offerId: string;
  /** `publisher.offer`, in lower case. */
  readonly offerName: string;
  readonly title: string;
  readonly summary: string;
  readonly listing: ShownListing;
  readonly callToAction: CallToAction;
  readonly locationId: string | null;
  readonly defaultLocationId: string | null;
  /** null: the offer is in no storefront. */
  readonly storefront: string | null;
  readonly storefronts: readonly string[];
  /** `preview`: it makes test leads; `stopped`: only forms that were open are still taken (OF-4). */
  readonly standing: 'live' | 'preview' | 'stopped';
  /** Of a preview: the end of its address. */
  readonly previewKey: string;
  readonly source: PageSource;
}

/** The public page of one location of a business profile (DI-4). */
export interface ProfilePage {
  readonly organizationId: string;
  readonly partnerName: string;
  readonly language: PageLanguage;
  readonly pageId: string;
  readonly slug: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly city: string | null;
  readonly address: {
    readonly street: string;
    readonly city: string;
    readonly state: string;
    readonly postalCode: string;
    readonly phone: string;
  };
  /** null: on no map. */
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
  readonly description: string;
  readonly website: string | null;
  readonly linkedIn: string | null;
  /** BCP 47. */
  readonly languages: readonly string[];
  /** What it is found by, with the filter of the directory that finds it. */
  readonly tags: readonly {
    readonly filter: 'industry' | 'product' | 'service' | 'solution';
    readonly code: string;
    readonly label: string;
  }[];
  readonly skills: readonly string[];
  /** Empty: all. */
  readonly sizes: readonly string[];
  readonly budgetFrom: Money | null;
  readonly logoId: string | null;
  readonly otherPages: readonly {
    readonly slug: string;
    readonly name: string;
    readonly city: string;
    readonly country: string;
  }[];
  readonly offers: readonly {
    readonly name: string;
    readonly title: string;
    readonly storefront: string | null;
  }[];
  /** The last day on which the partner takes no requests; null: it does. */
  readonly awayUntil: string | null;
  readonly locationId: string;
  /** The storefront that lists profiles; null: there is none. */
  readonly storefront: string | null;
}

/** What is left of a page that was taken away: its form may still be open somewhere. */
export interface GonePage {
  readonly organizationId: string;
  readonly pageId: string;
  readonly slug: string;
}

/** A lead as it comes in, with the key that recognizes a form that was sent twice (IN-3). */
export interface PublicRequest {
  readonly received: ReceivedLead;
  readonly identity: RequestIdentity;
  /** Identifies this rendering of the form with these words. */
  readonly submissionKey: Buffer;
}

/**
 * The lead from the form of an offer's page.
 * @param operatorOrganizationId who keeps the request if the offer was stopped in the meantime; null: the partner
 */
export function requestFromOffer(
  page: OfferPage,
  form: ContactForm,
  operatorOrganizationId: string | null,
): PublicRequest {
  const { organizationId, offerName, standing } = page;
  const isTest = standing === 'preview';
  const route = routeLead({
    owner: { organizationId, isOperator: false, defaultLocationId: page.defaultLocationId },
    offerName,
    offer:
      standing === 'stopped'
        ? undefined
        : {
            organizationId,
            id: page.offerId,
            locationId: page.locationId,
            defaultLocationId: page.defaultLocationId,
          },
    locationId: null,
    isTest,
    operatorOrganizationId,
  });
  const received: ReceivedLead = {
    door: 'offer-page',
    route,
    leadType: 'Offer',
    callToAction: page.callToAction,
    leadSource: page.storefront,
    offerName,
    offerTitle: page.title,
    ...page.source,
    ...customerOf(form, page.language),
    isTest,
    contactDirectly: false,
  };
  // The same words in the preview are not the request of the customer that they rehearse.
  const pageKey = isTest ? `preview ${page.offerId}` : page.offerId;
  return { received, ...keysOf(organizationId, 'offer-page', pageKey, form) };
}

/**
 * The lead from the form of a page that was taken away while the customer wrote (IN-4).
 * @param operatorId who keeps it; null: nobody runs this installation for others, and the partner does
 */
export function requestFromGonePage(
  page: GonePage,
  form: ContactForm,
  { operatorId, language }: { readonly operatorId: string | null; readonly language: PageLanguage },
): PublicRequest {
  const received: ReceivedLead = {
    door: 'profile-page',
    route: {
      organizationId: operatorId ?? page.organizationId,
      locationId: null,
      offerId: null,
      reason: 'The partner took the page away while the customer was writing.',
      routed: operatorId === null,
    },
    leadType: 'Profile',
    callToAction: 'ContactMe',
    leadSource: null,
    offerName: null,
    offerTitle: null,
    ...customerOf(form, language),
    contactDirectly: form.contactDirectly === 'on',
  };
  return { received, ...keysOf(page.organizationId, 'profile-page', page.pageId, form) };
}

/** The lead from the form of a profile's page. */
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
    ...customerOf(form, page.language),
    contactDirectly: form.contactDirectly === 'on',
  };
  return { received, ...keysOf(organizationId, 'profile-page', page.pageId, form) };
}

function customerOf(form: ContactForm, language: PageLanguage) {
  const { firstName, lastName, title, email, phone } = form;
  return {
    qualification: 'Direct',
    isTest: false,
    customerName: form.company,
    country: form.country,
    contact: { firstName, lastName, title, email, phone },
    message: form.message,
    consent: { contactAllowed: true, textVersion: consentTextVersion(language) },
    sender: null,
    by: { kind: 'customer', personId: null, name: 'Customer' },
  } as const;
}

/** For how long the same words at the same page are the same request. */
const rememberedHours = 24;

/**
 * The same words sent from the same page within a day are one lead, whether the form was sent twice, opened again by
 * going back, or reloaded; a customer who corrects something makes another, so the words are the key.
 */
function keysOf(
  organizationId: string,
  door: 'offer-page' | 'profile-page',
  pageId: string,
  form: ContactForm,
): Pick<PublicRequest, 'identity' | 'submissionKey'> {
  const { formKey: _, ...words } = form;
  const key = hashJson([pageId, words]);
  return {
    identity: { organizationId, door, key, requestHash: key, rememberedHours },
    submissionKey: hashJson([pageId, form]),
  };
}
