import type { PersonActor } from '../../identity/index.ts';
import type { ReceivedLead } from '../../intake/index.ts';
import type { LeadToSendOn } from './sent-on-lead.repo.ts';

/**
 * The lead as it goes to the next partner: as its sender wrote it, and nothing of the previous partner, including its
 * offer. It keeps its sender, who is told how it goes.
 */
export function sentOnLead(
  lead: LeadToSendOn,
  place: { readonly organizationId: string; readonly locationId: string | null },
  actor: PersonActor,
): ReceivedLead {
  const reason = `${actor.name} of ${actor.organizationName} sent it here after another partner did not answer in time.`;
  return {
    door: 'api',
    route: { ...place, offerId: null, reason, routed: true },
    qualification: lead.qualification,
    leadType: 'Profile',
    callToAction: null,
    leadSource: null,
    referralProgram: lead.referral_program,
    offerName: null,
    offerTitle: null,
    isTest: lead.is_test,
    customerName: lead.customer_name,
    country: lead.country,
    contact: {
      firstName: lead.contact_first_name,
      lastName: lead.contact_last_name,
      title: lead.contact_title,
      email: lead.contact_email,
      phone: lead.contact_phone,
    },
    message: lead.message,
    consent: { contactAllowed: true, textVersion: 'stated by the operator' },
    contactDirectly: lead.hot_until !== null,
    ...(lead.estimated_purchase_date === null ? {} : { estimatedPurchaseDate: lead.estimated_purchase_date }),
    sender: {
      organizationId: lead.sender_organization_id ?? actor.organizationId,
      organizationName: lead.sender_organization_name ?? actor.organizationName,
      personId: lead.sender_person_id,
      name: lead.sender_name ?? '',
    },
    by: actor,
  };
}
