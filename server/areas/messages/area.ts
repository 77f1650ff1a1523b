import type { Area, AreaParts } from '../../platform/area.ts';
import type { MailKinds, Outbox } from '../mail/index.ts';
import { registerActionCenterRoutes } from './action-center/action-center.routes.ts';
import { ActionCenterService } from './action-center/action-center.service.ts';
import { AnnouncementsService } from './action-center/announcements.service.ts';
import { ArrivalNotices } from './telling/arrivals.service.ts';
import { ChangeNotices, type TellCustomer } from './telling/changes.service.ts';
import { registerLeadNoticeRoutes } from './telling/lead-notices.routes.ts';
import { LeadNoticesService } from './telling/lead-notices.service.ts';
import { registerPreferenceRoutes } from './telling/preferences.routes.ts';
import { PreferencesService } from './telling/preferences.service.ts';
import {
  remindOfLeads,
  sendDigests,
  tellArrival,
  tellEvents,
  tellExpired,
  tellFollowers,
  tellOfUnanswered,
} from './telling/telling.jobs.ts';

export interface MessagesParts extends AreaParts {
  readonly outbox: Outbox;
  /** Every kind of email: the settings list what each declares. */
  readonly kinds: MailKinds;
  readonly tellCustomer: TellCustomer;
}

/** Who is notified of what, and how: emails, digests, the Action center, and each person's preferences. */
export function messagesArea(parts: MessagesParts): Area {
  const { config, log, clock, databases, outbox, kinds, tellCustomer } = parts;
  const db = databases.general;
  const mailsAreSent = config.mail !== undefined;
  return {
    serve: ({ app }) => {
      registerActionCenterRoutes(
        app,
        new ActionCenterService(db, clock, mailsAreSent),
        new AnnouncementsService(db, clock),
      );
      registerLeadNoticeRoutes(app, new LeadNoticesService(db, clock));
      registerPreferenceRoutes(app, new PreferencesService(db, clock, kinds, mailsAreSent));
    },
    jobs: () => {
      const arrivals = new ArrivalNotices(db, clock, outbox, log);
      const changes = new ChangeNotices(db, clock, outbox, tellCustomer);
      return [
        tellArrival.doneBy(({ organizationId, leadIds }) => arrivals.tell(organizationId, leadIds)),
        tellFollowers.doneBy(({ organizationId, leadIds }) =>
          arrivals.tellFollowers(organizationId, leadIds),
        ),
        tellEvents.doneBy(({ organizationId, eventIds }) => changes.tell(organizationId, eventIds)),
        tellExpired.doneBy(({ organizationId, eventIds }) => changes.tell(organizationId, eventIds)),
        tellOfUnanswered.doneBy(({ organizationId, leadIds }) =>
          changes.tellUnanswered(organizationId, leadIds),
        ),
        remindOfLeads.doneBy(({ organizationId, leadIds }) => changes.remind(organizationId, leadIds)),
        sendDigests.doneBy(() => arrivals.sendDigests()),
      ];
    },
  };
}
