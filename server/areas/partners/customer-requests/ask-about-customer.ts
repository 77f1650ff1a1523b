import type { CustomerUntoldReason } from '../../../../contract/mail/lists.ts';
import { becomeTenant, type Transaction } from '../../../platform/database/database.ts';
import { type DropReason, oneByOne, type Verdict, type WaitingMail } from '../../mail/index.ts';
import { type CustomerMailFacts, customerMail } from '../mails/customer/mail.ts';
import { type AskedLead, findAskedLead } from './asked-leads.repo.ts';
import { tellable } from './customer-mail.ts';
import * as repo from './customer-requests.repo.ts';
import { whyNotWrittenTo } from './customer-requests.rules.ts';

/**
 * Records in the ledger of a lead that its customer is not told after all; the transaction works for its organization.
 */
export type NoteUntold = (
  tx: Transaction,
  organizationId: string,
  about: {
    kind: 'customer';
    recipient: 'customer';
    leadIds: readonly string[];
    occasion: string;
    reason: DropReason;
  },
) => Promise<void>;

/**
 * Rechecks the emails to customers right before they are sent: does the request still concern them, and may we still
 * write to that address (LC-3, LC-4, IN-6)?
 */
export function customerMails(note: NoteUntold) {
  return {
    customer: customerMail.askedBy(oneByOne((tx, mail, facts) => askAboutCustomer(tx, mail, facts, note))),
  };
}

async function askAboutCustomer(
  tx: Transaction,
  mail: WaitingMail,
  facts: CustomerMailFacts,
  note: NoteUntold,
): Promise<Verdict> {
  const { organizationId } = mail;
  const found = await findPlace(tx, mail, facts);
  if (typeof found === 'string') return { drop: found };
  const { place, lead, reason } = found;
  if (reason === undefined) return addressTo(mail, lead);
  if (facts.news !== 'forwarded') {
    const about = { kind: 'customer', recipient: 'customer', leadIds: [place.lead_id] } as const;
    await becomeTenant(tx, { organizationId: place.lead_organization_id });
    await note(tx, place.lead_organization_id, { ...about, occasion: facts.news, reason });
    await becomeTenant(tx, { organizationId });
  }
  return { drop: reason };
}

interface Place {
  readonly lead_organization_id: string;
  readonly lead_id: string;
}

interface Found {
  readonly place: Place;
  readonly lead: AskedLead | undefined;
  /** undefined: the email is right */
  readonly reason: DropReason | undefined;
}

async function findPlace(
  tx: Transaction,
  { organizationId, leadIds, created_at }: WaitingMail,
  { requestId, news }: CustomerMailFacts,
): Promise<Found | DropReason> {
  const request = await repo.findRequest(tx, organizationId, requestId);
  if (!request) return 'lead-gone';
  const forwards = await repo.listForwards(tx, request);
  const place: Place | undefined = [request, ...forwards].find(({ lead_id }) => leadIds.includes(lead_id));
  if (!place) return 'lead-gone';
  await becomeTenant(tx, { organizationId: place.lead_organization_id });
  const lead = await findAskedLead(tx, place.lead_organization_id, place.lead_id);
  await becomeTenant(tx, { organizationId });
  const wentOn = forwards.some((one) => one.lead_id !== place.lead_id && one.sent_at > created_at);
  return {
    place,
    lead,
    reason: whyNotSent(lead, { isWithdrawn: request.withdrawn_at !== null, wentOn, news }),
  };
}

function whyNotSent(
  lead: AskedLead | undefined,
  { isWithdrawn, wentOn, news }: { isWithdrawn: boolean; wentOn: boolean; news: CustomerMailFacts['news'] },
): DropReason | undefined {
  if (!lead) return 'lead-gone';
  if (isWithdrawn) return 'request-withdrawn';
  // The next partner now has it, or has answered too.
  if (wentOn || (news === 'forwarded' && !isOpen(lead))) return 'request-went-on';
  return whyNotWrittenTo(tellable(lead)) satisfies CustomerUntoldReason | undefined;
}

const openStates: readonly (string | null)[] = ['Received', 'Accepted', 'Won', 'Lost'];
const isOpen = ({ status }: AskedLead) => openStates.includes(status);

function addressTo(mail: WaitingMail, lead: AskedLead | undefined): Verdict {
  const address = lead?.contact_email ?? mail.address;
  if (address === mail.address) return {};
  return { to: { personId: null, address, name: '', locale: null, timeZone: null } };
}
