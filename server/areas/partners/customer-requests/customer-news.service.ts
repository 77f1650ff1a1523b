import type { CustomerUntoldReason } from '../../../../contract/mail/lists.ts';
import type { Clock } from '../../../platform/clock.ts';
import {
  becomeTenant,
  type Db,
  inOrganization,
  type Transaction,
} from '../../../platform/database/database.ts';
import { newId } from '../../../platform/ids.ts';
import type { Outbox } from '../../mail/index.ts';
import { findOperator } from '../../organizations/index.ts';
import { type AskedLead, findAskedLead, getPartnerName } from './asked-leads.repo.ts';
import { mailToCustomer, tellable } from './customer-mail.ts';
import * as repo from './customer-requests.repo.ts';
import { languageOfCustomer, linkEndsAt, whyUntold } from './customer-requests.rules.ts';

/** Emails to one address in 24 hours: leads can be created with anyone's address. */
export const maxMailsPerDay = 3;
export const dayMilliseconds = 86_400_000;

/** A lead whose customer is to be told. */
export interface CustomerNews {
  readonly organizationId: string;
  readonly leadId: string;
  readonly news: 'declined' | 'expired';
}

/** Why a customer is not told. */
interface Untold {
  readonly reason: CustomerUntoldReason;
}

/** Which email tells a customer, or why none does. */
export type CustomerOutcome =
  | { readonly mail: { readonly organizationId: string; readonly id: string } }
  | Untold;

/** Tells customers how the requests that they sent themselves went (LC-3, LC-4). */
export class CustomerNewsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Tells the customer of a lead that its partner declined it or did not answer, with the link to the page of their
   * request; once per lead, however often this runs.
   * @returns which email tells them, or why none does: the same for every call
   */
  async tell({ organizationId, leadId, news }: CustomerNews): Promise<CustomerOutcome> {
    const now = this.clock.now();
    return inOrganization(this.db, { organizationId }, async (tx) => {
      const lead = await findAskedLead(tx, organizationId, leadId);
      const reason = lead ? whyUntold(tellable(lead), news, now) : 'not-over';
      if (!lead || reason) return { reason: reason ?? 'not-over' };
      const partnerName = await getPartnerName(tx, lead);
      const operator = await findOperator(tx);
      // A partner that runs Leadlight on its own has nobody to suggest, and its outbox shows no customer's address.
      if (!operator) return { reason: 'no-operator' };
      await becomeTenant(tx, { organizationId: operator.id });
      const requestId = lead.customer_request_id;
      const mailId =
        requestId === null
          ? await this.open(tx, operator.id, { lead, partnerName, news })
          : await this.goOn(tx, operator.id, requestId, { lead, news });
      return typeof mailId === 'object' ? mailId : { mail: { organizationId: operator.id, id: mailId } };
    });
  }

  private async open(
    tx: Transaction,
    operatorId: string,
    { lead, partnerName, news }: { lead: AskedLead; partnerName: string; news: CustomerNews['news'] },
  ): Promise<string | Untold> {
    const now = this.clock.now();
    const request = {
      organization_id: operatorId,
      id: newId(),
      lead_organization_id: lead.organization_id,
      lead_id: lead.id,
      partner_name: partnerName,
      language: languageOfCustomer(lead),
      created_at: now,
      expires_at: linkEndsAt(now),
    };
    if (!(await repo.insertRequest(tx, request))) {
      const before = await repo.findRequestOf(tx, operatorId, lead);
      return before?.mail_id ?? { reason: 'told-often' };
    }
    if (!(await this.mayMail(tx, operatorId, lead))) return { reason: 'told-often' };
    const about = { request, asked: lead, leadId: lead.id, partnerName, news };
    const mailId = await this.outbox.put(tx, mailToCustomer(about), now);
    await repo.updateRequest(tx, request, { mail_id: mailId });
    return mailId;
  }

  /** If the same address is given again and again, it is not the sender's own, or its owner already knows. */
  private async mayMail(tx: Transaction, operatorId: string, lead: AskedLead): Promise<boolean> {
    const since = new Date(this.clock.now().getTime() - dayMilliseconds);
    return (await repo.countCustomerMails(tx, operatorId, lead.contact_email ?? '', since)) < maxMailsPerDay;
  }

  /** The lead is at a further partner, to whom the customer sent the request on. */
  private async goOn(
    tx: Transaction,
    operatorId: string,
    requestId: string,
    { lead, news }: { lead: AskedLead; news: CustomerNews['news'] },
  ): Promise<string | Untold> {
    const now = this.clock.now();
    const request = await repo.lockRequest(tx, operatorId, requestId);
    if (!request || request.withdrawn_at !== null) return { reason: 'request-withdrawn' };
    const forwards = await repo.listForwards(tx, request);
    const forward = forwards.find((one) => one.lead_id === lead.id);
    if (!forward) return { reason: 'not-over' };
    if (forward.told_at !== null) return forward.mail_id ?? { reason: 'told-often' };
    const about = { request, asked: lead, leadId: lead.id, partnerName: forward.partner_name, news };
    const mailId = (await this.mayMail(tx, operatorId, lead))
      ? await this.outbox.put(tx, mailToCustomer(about), now)
      : null;
    await repo.markTold(tx, forward, { at: now, mailId });
    await repo.updateRequest(tx, request, { expires_at: linkEndsAt(now) });
    return mailId ?? { reason: 'told-often' };
  }
}
