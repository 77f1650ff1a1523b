import type { MailLanguage } from '../../../../contract/mail/lists.ts';
import type { CustomerNews as NewsPreview } from '../../../../contract/mail/mail.ts';
import type { Spoken } from '../../../../contract/sentences.ts';
import type { Clock } from '../../../platform/clock.ts';
import {
  becomeTenant,
  type Db,
  inOrganization,
  type Transaction,
} from '../../../platform/database/database.ts';
import { newId } from '../../../platform/ids.ts';
import { word } from '../../../platform/texts.ts';
import type { Actor } from '../../identity/index.ts';
import { findLead, leadNotFound, leadScopeOf } from '../../leads/index.ts';
import { renderMail } from '../../mail/index.ts';
import { findOperator } from '../../organizations/index.ts';
import { type AskedLead, findAskedLead, getPartnerName } from './asked-leads.repo.ts';
import { sentence } from './catalogue.ts';
import { mailToCustomer, tellable } from './customer-mail.ts';
import { type CustomerNews, dayMilliseconds, maxMailsPerDay } from './customer-news.service.ts';
import * as repo from './customer-requests.repo.ts';
import { languageOfCustomer, whyNeverTold } from './customer-requests.rules.ts';

type Untold = NonNullable<NewsPreview['reason']>;
type Kind = CustomerNews['news'];

/** What the customer of a lead would be told, for people about to decline it (LC-3). */
export class CustomerNewsPreview {
  /** @param mailsAreSent false: there is no mail server */
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly settings: { readonly publicUrl: string; readonly mailsAreSent: boolean },
  ) {}

  /**
   * For everyone who may see the lead; shows nothing of the customer's address. @throws AppError not-allowed, not-found
   */
  async preview(actor: Actor, leadId: string, news: Kind): Promise<Spoken<NewsPreview>> {
    const now = this.clock.now();
    const scope = leadScopeOf(actor, now);
    const found = await inOrganization(this.db, actor, async (tx) => {
      const seen = await findLead(tx, scope, leadId);
      const lead = seen && (await findAskedLead(tx, actor.organizationId, leadId));
      if (!lead) throw leadNotFound();
      const partnerName = await getPartnerName(tx, lead);
      return { lead, partnerName, reason: await this.findReason(tx, lead, now) };
    });
    return found.reason ? tellNobody(found.reason) : this.show(found.lead, found.partnerName, news);
  }

  private async findReason(tx: Transaction, lead: AskedLead, now: Date): Promise<Untold | undefined> {
    const never = whyNeverTold(tellable(lead));
    if (never) return never;
    const operator = await findOperator(tx);
    if (!operator) return 'no-operator';
    await becomeTenant(tx, { organizationId: operator.id });
    const requestId = lead.customer_request_id;
    const request = requestId === null ? undefined : await repo.findRequest(tx, operator.id, requestId);
    if (request && request.withdrawn_at !== null) return 'request-withdrawn';
    const since = new Date(now.getTime() - dayMilliseconds);
    const mails = await repo.countCustomerMails(tx, operator.id, lead.contact_email ?? '', since);
    if (mails >= maxMailsPerDay) return 'told-often';
    return this.settings.mailsAreSent ? undefined : 'no-mail-server';
  }

  private async show(lead: AskedLead, partnerName: string, news: Kind): Promise<Spoken<NewsPreview>> {
    const language: MailLanguage = languageOfCustomer(lead);
    const request = { organization_id: lead.organization_id, id: newId(), language };
    const { content, reason } = mailToCustomer({ request, asked: lead, leadId: lead.id, partnerName, news });
    const { publicUrl } = this.settings;
    const mail = { content, reason, locale: language, timeZone: 'UTC' };
    const { subject, text, html } = renderMail(mail, { publicUrl, linkSecret: undefined });
    return {
      told: true,
      reason: null,
      words: sentence(`preview.${news}`),
      mail: { language, subject, text, html },
    };
  }
}

function tellNobody(reason: Untold): Spoken<NewsPreview> {
  return {
    told: false,
    reason,
    words: sentence('preview.nothing', { reason: word(`customerUntold.${reason}`) }),
    mail: null,
  };
}
