import { readAddress } from '../../../engines/contact-verifier/index.ts';
import type { NewMail } from '../../mail/index.ts';
import { type CustomerMailFacts, customerMail } from '../mails/customer/mail.ts';
import type { AskedLead } from './asked-leads.repo.ts';
import type { RequestRow } from './customer-requests.repo.ts';
import type { TellableLead } from './customer-requests.rules.ts';

interface About {
  readonly request: Pick<RequestRow, 'organization_id' | 'id' | 'language'>;
  /** What the customer asked for, and how to reach them. */
  readonly asked: AskedLead;
  /** The lead that the email is about. */
  readonly leadId: string;
  readonly partnerName: string;
  readonly news: CustomerMailFacts['news'];
}

/** The email to a customer about their request: from the operator's outbox, since a partner's shows no customer. */
export function mailToCustomer({ request, asked, leadId, partnerName, news }: About): NewMail {
  const address = addressOf(asked.contact_email ?? '');
  // Text that a sender typed must not reach strangers through us: the email says only what we know ourselves.
  const offerTitle = asked.offer_id === null ? null : asked.offer_title;
  return {
    organizationId: request.organization_id,
    to: { personId: null, address, name: '', locale: request.language, timeZone: null },
    content: customerMail.of({ news, partnerName, offerTitle, requestId: request.id }),
    reason: 'customer-request',
    leadIds: [leadId],
  };
}

/** The address, without a name or a label typed around it. */
function addressOf(typed: string): string {
  const { address } = readAddress(typed);
  return address.ok ? address.address : typed.trim();
}

/** The facts of a lead that the rules need. */
export function tellable(lead: AskedLead): TellableLead {
  return {
    status: lead.status,
    expiresAt: lead.expires_at,
    availableUntil: lead.available_until,
    qualification: lead.qualification,
    door: lead.door,
    isTest: lead.is_test,
    email: lead.contact_email,
    emailValidity: lead.email_validity,
    contactAllowed: lead.contact_allowed,
    declineReason: lead.decline_reason,
  };
}
