import type pg from 'pg';
import { createCheckers, type MailDomains } from '../../engines/contact-verifier/index.ts';
import type { Area, AreaParts } from '../../platform/area.ts';
import type { AnyJob } from '../../platform/jobs/jobs.ts';
import type { IdentityService, SessionCookie } from '../identity/index.ts';
import type { OrganizationsService } from '../organizations/index.ts';
import { unscopedListWorkingCalendars } from '../working-time/index.ts';
import { forgetActivities } from './activities/activities.jobs.ts';
import { registerActivityRoutes } from './activities/activities.routes.ts';
import { ActivitiesService } from './activities/activities.service.ts';
import { forgetBulkActions, performBulkAction } from './bulk/bulk.jobs.ts';
import { registerBulkRoutes } from './bulk/bulk.routes.ts';
import { BulkService } from './bulk/bulk.service.ts';
import { BulkWork } from './bulk/bulk-work.service.ts';
import { BatchDoer } from './bulk/do-batch.ts';
import type { LeadChanges } from './change/change-lead.ts';
import { tickClockwork } from './clockwork/clockwork.jobs.ts';
import { noteRun } from './clockwork/clockwork.metrics.ts';
import { ClockworkService } from './clockwork/clockwork.service.ts';
import { rememberCatchAllInDatabase } from './contact-checks/catch-all.repo.ts';
import { applyMark, checkContact, forgetCatchAlls } from './contact-checks/contact-checks.jobs.ts';
import {
  registerContactCheckRoutes,
  registerContactMarkRoutes,
} from './contact-checks/contact-checks.routes.ts';
import { ContactCheckService } from './contact-checks/contact-checks.service.ts';
import { ContactMarksService } from './contact-checks/contact-marks.service.ts';
import { LeadChecksService } from './contact-checks/lead-checks.service.ts';
import { registerDealRoutes } from './deals/deals.routes.ts';
import { DealsService } from './deals/deals.service.ts';
import { registerDuplicateRoutes } from './duplicates/duplicates.routes.ts';
import { DuplicatesService } from './duplicates/duplicates.service.ts';
import type { ExportNews } from './exports/export-news.ts';
import { ExportWork } from './exports/export-work.service.ts';
import { forgetExports, makeExport } from './exports/exports.jobs.ts';
import { registerExportRoutes } from './exports/exports.routes.ts';
import { ExportsService } from './exports/exports.service.ts';
import { registerLeadRoutes } from './leads.routes.ts';
import { LeadsService } from './leads.service.ts';
import { LeadExportService } from './list/lead-export.ts';
import { registerLeadListRoutes } from './list/lead-list.routes.ts';
import { LeadListService } from './list/lead-list.service.ts';
import { prepareSearch } from './list/lead-lookup.jobs.ts';
import { prepareAll } from './list/prepare-lookups.ts';
import { registerLiveRoutes } from './live/live.routes.ts';
import { LiveLeads } from './live/live.ts';
import { forgetPresence } from './presence/presence.jobs.ts';
import { registerPresenceRoutes } from './presence/presence.routes.ts';
import { PresenceService } from './presence/presence.service.ts';
import { trainAll, trainModel } from './rating/rating.jobs.ts';
import { registerRatingRoutes } from './rating/rating.routes.ts';
import { RatingService } from './rating/rating.service.ts';
import { type Train, TrainingService } from './rating/training.service.ts';
import { registerReplyTemplateRoutes } from './replies/reply-templates.routes.ts';
import { ReplyTemplatesService } from './replies/reply-templates.service.ts';
import { EscalationService } from './sharing/escalation.service.ts';
import { HoldersService } from './sharing/holders.service.ts';
import { ShareOutService } from './sharing/share-out.service.ts';
import { escalateLeads, shareOutLeads, shareOutWaiting, shareOutWaitingOf } from './sharing/sharing.jobs.ts';
import { registerSharingRoutes } from './sharing/sharing.routes.ts';
import { SharingRulesService } from './sharing/sharing-rules.service.ts';
import { DeskService } from './views/desk.service.ts';
import { registerViewRoutes } from './views/views.routes.ts';
import { ViewsService } from './views/views.service.ts';

export interface LeadsParts extends AreaParts {
  readonly changes: LeadChanges;
  /** Tells people about their exports. */
  readonly exportNews: ExportNews;
  readonly identity: IdentityService;
  readonly cookie: SessionCookie;
  readonly organizations: OrganizationsService;
  readonly mailDomains: MailDomains;
  /** Trains the rating's models. */
  readonly train: Train;
}

/** Leads: single leads, the list of leads, what is found out about them, and what time does to them. */
export function leadsArea(parts: LeadsParts): Area {
  const { clock, databases, log, changes, exportNews, identity, cookie, organizations, mailDomains } = parts;
  const db = databases.general;
  const rating = new RatingService(db, clock, mailDomains);
  return {
    serve: ({ app, pools }) => {
      registerLeadListRoutes(
        app,
        new LeadListService(db, clock, () => organizations.storefronts()),
        new LeadExportService(db, pools.exports, clock, log),
      );
      registerExportRoutes(app, new ExportsService(db, clock, exportNews));
      registerDealRoutes(app, new DealsService(db, clock));
      registerActivityRoutes(app, new ActivitiesService(db, clock, changes));
      registerReplyTemplateRoutes(app, new ReplyTemplatesService(db, clock));
      registerViewRoutes(app, new ViewsService(db, clock), new DeskService(db, clock));
      const checks = new LeadChecksService(db, clock, changes, mailDomains);
      registerLeadRoutes(app, new LeadsService(db, clock, changes, checks));
      registerContactCheckRoutes(app, checks);
      const bulkWork = new BulkWork(db, clock, log, new BatchDoer(changes, checks));
      registerBulkRoutes(app, new BulkService(db, clock, bulkWork));
      registerSharingRoutes(app, new SharingRulesService(db, clock), new HoldersService(db, clock));
      registerContactMarkRoutes(app, new ContactMarksService(db, clock));
      registerRatingRoutes(app, rating);
      registerDuplicateRoutes(app, new DuplicatesService(db, clock, changes, mailDomains));
      registerPresenceRoutes(app, new PresenceService(db, clock));
      registerLiveRoutes(
        app,
        new LiveLeads(db, clock, log, (sessions) => identity.findLivingActors(sessions)),
        cookie,
      );
    },
    jobs: ({ pool }) => jobsOf(parts, pool, rating),
  };
}

function jobsOf(parts: LeadsParts, pool: pg.Pool, rating: RatingService): AnyJob[] {
  const { clock, config, databases, log, changes, exportNews, mailDomains, train } = parts;
  const db = databases.general;
  const checkers = createCheckers({
    settings: config.contactChecks,
    mailDomains,
    clock,
    log,
    catchAllMemory: rememberCatchAllInDatabase(db, clock),
  });
  const checks = new ContactCheckService(db, clock, checkers, changes, rating.rateChecked.bind(rating));
  const marks = new ContactMarksService(db, clock);
  const clockwork = new ClockworkService(db, clock, changes, (ids) => unscopedListWorkingCalendars(db, ids));
  const training = new TrainingService(db, clock, train);
  const leadChecks = new LeadChecksService(db, clock, changes, mailDomains);
  const presence = new PresenceService(db, clock);
  const activities = new ActivitiesService(db, clock, changes);
  const bulk = new BulkWork(db, clock, log, new BatchDoer(changes, leadChecks));
  const sharing = new ShareOutService(db, clock, changes);
  const escalation = new EscalationService(db, clock, changes);
  const exports = new ExportWork(db, pool, clock, log, exportNews);
  return [
    checkContact.doneBy((order) => checks.check(order)),
    applyMark.doneBy((order) => marks.apply(order)),
    forgetCatchAlls.doneBy(() => checks.forgetStaleCatchAlls()),
    tickClockwork.doneBy(async () => noteRun(await clockwork.run())),
    performBulkAction.doneBy((place) => bulk.workTurn(place)),
    makeExport.doneBy((place) => exports.make(place)),
    forgetExports.doneBy(() => exports.forget()),
    forgetBulkActions.doneBy(() => bulk.forget()),
    forgetPresence.doneBy(() => presence.forget()),
    forgetActivities.doneBy(() => activities.forget()),
    shareOutLeads.doneBy(({ organizationId, leadIds }) => sharing.shareOut(organizationId, leadIds)),
    escalateLeads.doneBy(() => escalation.run()),
    shareOutWaiting.doneBy(() => sharing.shareOutWaiting()),
    shareOutWaitingOf.doneBy(({ organizationId }) => sharing.shareOutWaitingOf(organizationId)),
    prepareSearch.doneBy(() => prepareAll(db)),
    trainAll.doneBy(() => training.orderAll()),
    trainModel.doneBy((order) => training.trainOne(order)),
  ];
}
