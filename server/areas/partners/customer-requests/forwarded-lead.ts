import type { ReceivedLead } from '../../intake/index.ts';
import type { AskedLead } from './asked-leads.repo.ts';
import type { PlacedCandidate } from './candidates.repo.ts';
import { forwardConsentVersion, forwardReasons } from './customer-requests.rules.ts';

/**
 * The lead that a request becomes at its next partner: what customers said about themselves and in their own words, and
 * nothing of the previous partner, including its offer.
 */
export function forwardedLead(
  asked: AskedLead,
  page: Pick<PlacedCandidate, 'organizationId' | 'locationId'>,
  after: keyof typeof forwardReasons,
  storefront: string | null,
): ReceivedLead {
  const { organizationId, locationId } = page;
  return {
    door: 'profile-page',
    route: { organizationId, locationId, offerId: null, reason: forwardReasons[after], routed: true },
    qualification: 'Direct',
    leadType: 'Profile',
    callToAction: 'ContactMe',
    leadSource: storefront,
    offerName: null,
    offerTitle: null,
    isTest: false,
    customerName: asked.customer_name,
    country: asked.country,
    contact: {
      firstName: asked.contact_first_name,
      lastName: asked.contact_last_name,
      title: asked.contact_title,
      email: asked.contact_email,
      phone: asked.contact_phone,
    },
    message: asked.message,
    consent: { contactAllowed: true, textVersion: forwardConsentVersion },
    // A customer who asked to be contacted directly meant any interested partner, not a particular one (LC-5).
    contactDirectly: asked.hot_until !== null,
    sender: null,
    by: { kind: 'customer', personId: null, name: 'Customer' },
  };
}
