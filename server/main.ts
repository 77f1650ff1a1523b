import type pg from 'pg';
import { z } from 'zod';
import { AccessService, registerAccessRoutes } from './features/access/index.ts';
import { AccountLinks, accountJobs, PasswordReset, registerAccounts } from './features/accounts/index.ts';
import {
  ActionCenterService,
  AnnouncementsService,
  registerActionCenterRoutes,
} from './features/action-center/index.ts';
import { CalendarFeedService, registerCalendarFeedRoutes } from './features/calendar/feed/index.ts';
import {
  registerWorkingCalendarRoutes,
  unscopedListWorkingCalendars,
  WorkingCalendarService,
} from './features/calendar/index.ts';
import {
  ContactCheckService,
  ContactMarksService,
  catchAllSchedule,
  contactCheckJobs,
  createCheckers,
  LeadChecksService,
  openMailDomains,
  registerContactCheckRoutes,
  registerContactMarkRoutes,
  rememberCatchAllInDatabase,
} from './features/contact-checks/index.ts';
import { CustomerNewsService, registerCustomerRequestPages } from './features/customer-requests/index.ts';
import { demoPassword, demoPeople } from './features/demo/index.ts';
import { DirectoryService, registerDirectoryRoutes } from './features/directory/index.ts';
import { DuplicatesService, registerDuplicateRoutes } from './features/duplicates/index.ts';
import {
  IdentityService,
  registerAuthentication,
  registerIdentityRoutes,
} from './features/identity/index.ts';
import {
  ApiIntake,
  IntakeService,
  intakeJobs,
  MarketplaceIntake,
  registerIntakeRoutes,
  registerSentLeadRoutes,
  registerUnroutedRoutes,
  SentLeads,
  UnroutedLeads,
} from './features/intake/index.ts';
import {
  ClockworkService,
  clockworkJobs,
  clockworkSchedule,
  LeadExportService,
  LeadListService,
  LeadsService,
  LiveLeads,
  registerLeadListRoutes,
  registerLeadRoutes,
  registerLiveRoutes,
} from './features/leads/index.ts';
import {
  BouncesService,
  MailSender,
  MailsService,
  mailJobs,
  mailSweep,
  Outbox,
  registerMailRoutes,
} from './features/mail/index.ts';
import {
  ArrivalNotices,
  ChangeNotices,
  digestSchedule,
  LeadNoticesService,
  notificationJobs,
  PreferencesService,
  registerLeadNoticeRoutes,
  registerPreferenceRoutes,
} from './features/notifications/index.ts';
import { PolicyService, registerPolicyRoutes } from './features/policy/index.ts';
import { registerPublicPages } from './features/public-pages/index.ts';
import {
  qualityJobs,
  RatingService,
  registerQualityRoutes,
  type Train,
  TrainingService,
  trainingSchedule,
} from './features/quality/index.ts';
import {
  Quarantine,
  quarantineJobs,
  quarantineSchedule,
  registerQuarantineRoutes,
} from './features/quarantine/index.ts';
import type { Clock } from './platform/clock.ts';
import { type Config, isLoopback } from './platform/config.ts';
import { appRole, createDb, createPool, type Db } from './platform/database/database.ts';
import { AppError, notFound } from './platform/errors.ts';
import { type App, createApp } from './platform/http/app.ts';
import { registerHealth } from './platform/http/health.ts';
import { serveErrorPages, serveWebApp } from './platform/http/static.ts';
import type { AnyJob } from './platform/jobs/jobs.ts';
import type { Logger } from './platform/log.ts';
import type { MailTransport } from './platform/mail/transport.ts';
import { paths } from './platform/paths.ts';

export interface Parts {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  /** Works as the role that owns nothing. */
  readonly pool: pg.Pool;
  readonly db: Db;
  readonly isDemo: boolean;
}

/** The pool and query builder of the application's role. */
export function openAppDatabase(
  connectionString: string,
  config: Config,
  log: Logger,
): { pool: pg.Pool; db: Db } {
  const pool = createPool({ connectionString, poolSize: config.databasePoolSize, log, role: appRole });
  return { pool, db: createDb(pool) };
}

/** What jobs are made of. */
export interface JobParts extends Pick<Parts, 'db' | 'clock' | 'config' | 'log'> {
  readonly train: Train;
  /** undefined: there is no mail server; mails are kept. */
  readonly mailTransport: MailTransport | undefined;
}

/** All jobs of all features. @throws ConfigError when a file that the settings name cannot be read */
export function composeJobs({ db, clock, config, log, train, mailTransport }: JobParts): AnyJob[] {
  const mailDomains = openMailDomains(config.contactChecks, log);
  const checkers = createCheckers({
    settings: config.contactChecks,
    mailDomains,
    clock,
    log,
    catchAllMemory: rememberCatchAllInDatabase(db, clock),
  });
  const rating = new RatingService(db, clock, mailDomains);
  const outbox = new Outbox(config.mail !== undefined);
  const customerNews = new CustomerNewsService(db, clock, outbox);
  const mailSettings = { publicUrl: config.publicUrl, messageDomain: messageDomainOf(config) };
  return [
    ...intakeJobs(db, clock),
    ...contactCheckJobs(
      new ContactCheckService(db, clock, checkers, rating.rateChecked.bind(rating)),
      new ContactMarksService(db, clock),
    ),
    ...clockworkJobs(new ClockworkService(db, clock, (ids) => unscopedListWorkingCalendars(db, ids))),
    ...notificationJobs(
      new ArrivalNotices(db, clock, outbox),
      new ChangeNotices(db, clock, outbox, (news) => customerNews.tell(news)),
    ),
    ...accountJobs(new PasswordReset(db, clock, new AccountLinks(db, clock, config.publicUrl), outbox)),
    ...mailJobs(new MailSender(db, clock, mailTransport, mailSettings)),
    ...qualityJobs(new TrainingService(db, clock, train)),
    ...quarantineJobs(new Quarantine(db, clock, new IntakeService(db, clock))),
  ];
}

/** Messages are named after the domain that sends them. */
function messageDomainOf({ mail, publicUrl }: Config): string {
  return /@([^@>\s]+)>?\s*$/.exec(mail?.from ?? '')?.[1] ?? new URL(publicUrl).hostname;
}

/** The jobs that come again and again. */
export const recurringJobs = [
  clockworkSchedule,
  mailSweep,
  digestSchedule,
  trainingSchedule,
  catchAllSchedule,
  quarantineSchedule,
];

/** The HTTP server with all features; not listening yet. */
export async function composeApp(parts: Parts): Promise<App> {
  const { config, db, pool, clock, log } = parts;
  const identity = new IdentityService(db, clock);
  const directory = new DirectoryService(db);
  const intake = new IntakeService(db, clock);
  const mailDomains = openMailDomains(config.contactChecks, log);
  const outbox = new Outbox(config.mail !== undefined);
  const app = await createApp(config, log);
  registerAuthentication(app, identity);
  if (parts.isDemo) refuseOtherHosts(app);
  registerHealth(app, pool);
  registerIdentityRoutes(app, config, identity);
  registerAccounts(app, { db, clock, config, identity, outbox });
  registerDirectoryRoutes(app, directory);
  registerAccessRoutes(app, new AccessService(db, clock, config.publicUrl));
  registerIntakeRoutes(app, config, new MarketplaceIntake(db, clock, intake), new ApiIntake(db, intake));
  registerSentLeadRoutes(app, new SentLeads(db, clock));
  registerUnroutedRoutes(app, new UnroutedLeads(db, clock));
  registerLeadListRoutes(
    app,
    new LeadListService(db, clock, () => directory.storefronts()),
    new LeadExportService(db, pool, clock),
  );
  registerLeadRoutes(app, new LeadsService(db, clock));
  registerContactCheckRoutes(app, new LeadChecksService(db, clock, mailDomains));
  registerContactMarkRoutes(app, new ContactMarksService(db, clock));
  registerPolicyRoutes(app, new PolicyService(db, clock));
  registerQualityRoutes(app, new RatingService(db, clock));
  registerDuplicateRoutes(app, new DuplicatesService(db, clock, mailDomains));
  registerWorkingCalendarRoutes(app, new WorkingCalendarService(db, clock));
  registerCalendarFeedRoutes(app, new CalendarFeedService(db, clock, config.publicUrl));
  registerLiveRoutes(app, new LiveLeads(db, clock, log));
  registerActionCenterRoutes(
    app,
    new ActionCenterService(db, clock, config.mail !== undefined),
    new AnnouncementsService(db, clock),
  );
  registerMailRoutes(app, {
    mails: new MailsService(db, clock, {
      publicUrl: config.publicUrl,
      mailsAreSent: config.mail !== undefined,
    }),
    bounces: new BouncesService(db, clock),
    publicUrl: config.publicUrl,
  });
  registerLeadNoticeRoutes(app, new LeadNoticesService(db, clock));
  registerPreferenceRoutes(app, new PreferencesService(db, clock, config.mail !== undefined));
  registerDemoPeople(app, parts.isDemo);
  const quarantine = new Quarantine(db, clock, intake);
  registerQuarantineRoutes(app, quarantine);
  await registerCustomerRequestPages(app, { db, clock, outbox, intake, publicUrl: config.publicUrl });
  await registerPublicPages(app, { db, clock, quarantine, publicUrl: config.publicUrl });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  serveErrorPages(app, paths.docs);
  await serveWebApp(app, paths.web);
  return app;
}

/** The demo answers to local names only: a foreign name that leads here is a page playing tricks (DNS rebinding). */
function refuseOtherHosts(app: App): void {
  app.addHook('onRequest', async (request) => {
    if (!isLoopback(request.hostname.replace(/^\[|\]$/g, ''))) {
      throw new AppError(
        'not-allowed',
        'The demo is served on this machine only, under 127.0.0.1 or localhost.',
      );
    }
  });
}

/** In demo mode the sign-in page offers the demo people; everywhere else this does not exist. */
function registerDemoPeople(app: App, isDemo: boolean): void {
  const items = demoPeople.map(({ email, name, roles, organization }) => ({
    email,
    name,
    organization,
    role: roles,
  }));
  const response = z.object({
    items: z.array(
      z.object({ email: z.string(), name: z.string(), role: z.string(), organization: z.string() }),
    ),
    password: z.string(),
  });
  app.get('/api/v1/demo-people', { schema: { hide: true, response: { 200: response } } }, async () => {
    if (!isDemo) throw notFound();
    return { items, password: demoPassword };
  });
}
