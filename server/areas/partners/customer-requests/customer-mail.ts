import { readAddress } from '../../../engines/contact-verifier/index.ts';
import type { NewMail } from '../../mail/index.ts';
import { type CustomerMailFacts, customerMail } from '../mails/customer/mail.ts';
import type { AskedLead } from './asked-leads.repo.ts';
import type { RequestRow } from './customer-requests.repo.ts';
import type { TellableLead } from './customer-requests.rules.ts';

interface About {
  readonly request: Pick<RequestRow, 'organization_id' | 'id' | 'language'>;
  /** What the customer asked for, and how they are reached. */
  readonly asked: AskedLead;
  /** The lead that the mail tells about. */
  readonly leadId: string;
  readonly partnerName: string;
  readonly news: CustomerMailFacts['news'];
}

/** The mail to a customer about their request: from the operator's outbox, since a partner's shows no customer. */
export function mailToCustomer({ request, asked, leadId, partnerName, news }: About): NewMail {
  const address = addressOf(asked.contact_email ?? '');
  // What a sender typed reaches a stranger through us: only what we know ourselves is said.
  const offerTitle = asked.offer_id === null ? null : asked.offer_title;
  return {
    organizationId: request.organization_id,
    to: { personId: null, address, name: '', locale: request.language, timeZone: null },
    content: customerMail.of({ news, partnerName, offerTitle, requestId: request.id }),
    reason: 'customer-request',
    leadIds: [leadId],
  };
}

/** Without a name or a label that was typed around it. */
function addressOf(typed: string): string {
  const { address } = readAddress(typed);
  return address.ok ? address.address : typed.trim();
}

/** A lead as the rules look at it. */
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
  };
}
