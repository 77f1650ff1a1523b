import type { Area, AreaParts } from '../../platform/area.ts';
import type { IntakeService, Quarantine } from '../intake/index.ts';
import type { LeadChanges } from '../leads/index.ts';
import type { MailKinds, Outbox } from '../mail/index.ts';
import { type TellCustomer, Unsubscribing } from '../messages/index.ts';
import type { ContactsService } from '../profiles/index.ts';
import { registerContactPages } from './contact-page/contact-page.routes.ts';
import { registerCustomerNewsRoutes } from './customer-requests/customer-news.routes.ts';
import { CustomerNewsService } from './customer-requests/customer-news.service.ts';
import { CustomerNewsPreview } from './customer-requests/customer-news-preview.service.ts';
import { registerCustomerRequestPages } from './customer-requests/page/request-page.routes.ts';
import { registerContactSharingRoutes } from './partner-leads/contact-sharing.routes.ts';
import { ContactSharingService } from './partner-leads/contact-sharing.service.ts';
import { registerPartnerLeadRoutes } from './partner-leads/partner-leads.routes.ts';
import { PartnerLeads } from './partner-leads/partner-leads.service.ts';
import { Rerouting } from './partner-leads/rerouting.service.ts';
import { registerPublicPages } from './public-pages/public-pages.routes.ts';
import { registerUnsubscribePages } from './unsubscribe-page/unsubscribe-page.routes.ts';

export interface PartnersParts extends AreaParts {
  readonly changes: LeadChanges;
  readonly intake: IntakeService;
  readonly quarantine: Quarantine;
  readonly outbox: Outbox;
  readonly contacts: ContactsService;
  /** Every kind of email: those that people may turn off link to a page. */
  readonly kinds: MailKinds;
}

/** Partners as customers and the operator see them: public pages, customers' requests, partners' leads. */
export function partnersArea(parts: PartnersParts) {
  const { config, clock, databases, changes, intake, quarantine, outbox, contacts, kinds } = parts;
  const { general: db, intake: intakeDb } = databases;
  const { publicUrl } = config;
  const customerNews = new CustomerNewsService(db, clock, outbox);
  const area: Area = {
    serve: async ({ app }) => {
      registerPartnerLeadRoutes(app, new PartnerLeads(db, clock), new Rerouting(db, clock, intake));
      registerContactSharingRoutes(app, new ContactSharingService(db, clock));
      registerCustomerNewsRoutes(
        app,
        new CustomerNewsPreview(db, clock, { publicUrl, mailsAreSent: config.mail !== undefined }),
      );
      await registerCustomerRequestPages(app, { db, clock, changes, outbox, intake, publicUrl });
      await registerUnsubscribePages(app, new Unsubscribing(db, clock, kinds), publicUrl);
      await registerContactPages(app, contacts, publicUrl);
      await registerPublicPages(app, { db: intakeDb, clock, quarantine, publicUrl });
    },
  };
  const tellCustomer: TellCustomer = (news) => customerNews.tell(news);
  return { ...area, tellCustomer };
}
