import { z } from 'zod';
import { CalendarFeedService, registerCalendarFeedRoutes } from './areas/connections/index.ts';
import {
  AccessLogService,
  CredentialsService,
  IdentityService,
  registerAccessLogRoutes,
  registerAuthentication,
  registerCredentialRoutes,
  registerIdentityRoutes,
  SessionCookie,
  shareByTurns,
} from './areas/identity/index.ts';
import {
  ApiIntake,
  IntakeService,
  intakeJobs,
  MarketplaceIntake,
  Quarantine,
  quarantineJobs,
  quarantineSchedule,
  registerIntakeRoutes,
  registerQuarantineRoutes,
  registerSentLeadRoutes,
  registerUnroutedRoutes,
  SentLeads,
  UnroutedLeads,
} from './areas/intake/index.ts';
import {
  ClockworkService,
  ContactCheckService,
  ContactMarksService,
  catchAllSchedule,
  clockworkJobs,
  clockworkSchedule,
  contactCheckJobs,
  DuplicatesService,
  LeadChecksService,
  LeadExportService,
  LeadListService,
  LeadsService,
  LiveLeads,
  lookupJobs,
  nameLeads,
  qualityJobs,
  RatingService,
  registerContactCheckRoutes,
  registerContactMarkRoutes,
  registerDuplicateRoutes,
  registerLeadListRoutes,
  registerLeadRoutes,
  registerLiveRoutes,
  registerQualityRoutes,
  rememberCatchAllInDatabase,
  type Train,
  TrainingService,
  trainingSchedule,
} from './areas/leads/index.ts';
import {
  type AskAgain,
  askEach,
  BouncesService,
  MailSender,
  MailsService,
  mailJobs,
  mailSweep,
  Outbox,
  PostOffice,
  registerMailRoutes,
  sendAsItIs,
} from './areas/mail/index.ts';
import {
  ActionCenterService,
  AnnouncementsService,
  ArrivalNotices,
  askAboutLeads,
  ChangeNotices,
  digestSchedule,
  dropNotices,
  LeadNoticesService,
  notificationJobs,
  PreferencesService,
  registerActionCenterRoutes,
  registerLeadNoticeRoutes,
  registerPreferenceRoutes,
} from './areas/messages/index.ts';
import { DirectoryService, registerDirectoryRoutes } from './areas/organizations/index.ts';
import {
  askAboutCustomer,
  ContactSharingService,
  CustomerNewsPreview,
  CustomerNewsService,
  PartnerLeads,
  Rerouting,
  registerContactSharingRoutes,
  registerCustomerNewsRoutes,
  registerCustomerRequestPages,
  registerPartnerLeadRoutes,
  registerPublicPages,
} from './areas/partners/index.ts';
import {
  AccountLinks,
  accountJobs,
  askAboutLinks,
  FailedSignIns,
  PasswordReset,
  registerAccounts,
} from './areas/people/index.ts';
import { PolicyService, registerPolicyRoutes } from './areas/periods/index.ts';
import {
  registerWorkingCalendarRoutes,
  unscopedListWorkingCalendars,
  WorkingCalendarService,
} from './areas/working-time/index.ts';
import { demoPassword, demoPeople } from './demo/index.ts';
import { createCheckers, openMailDomains } from './engines/contact-verifier/index.ts';
import type { Clock } from './platform/clock.ts';
import { type Config, isLoopback } from './platform/config.ts';
import { appRole, createDb, createPool, type Db, type WorkingRole } from './platform/database/database.ts';
import type { AppPools, PooledDb } from './platform/database/pools.ts';
import { AppError, notFound } from './platform/errors.ts';
import { type App, createApp } from './platform/http/app.ts';
import { registerHealth } from './platform/http/health.ts';
import { type Packed, pack, sendPacked } from './platform/http/packed.ts';
import { serveErrorPages, serveWebApp } from './platform/http/static.ts';
import type { AnyJob } from './platform/jobs/jobs.ts';
import type { Logger } from './platform/log.ts';
import type { MailTransport } from './platform/mail/transport.ts';
import { paths } from './platform/paths.ts';

export interface Parts {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  /** Work as the role that owns nothing. */
  readonly pools: AppPools;
  readonly isDemo: boolean;
  /** What is known to be wrong with the database, in a sentence. */
  readonly findTrouble?: () => Promise<string | undefined>;
}

/** The pool and query builder of a role that owns nothing: of the worker only for what does jobs. */
export function openAppDatabase(
  connectionString: string,
  config: Config,
  log: Logger,
  role: WorkingRole = appRole,
): PooledDb {
  const pool = createPool({ connectionString, poolSize: config.databasePoolSize, log, role });
  return { pool, db: createDb(pool) };
}

/** Dependencies of the jobs. */
export interface JobParts extends Pick<Parts, 'clock' | 'config' | 'log'> {
  /** Works as the worker: jobs look over all organizations. */
  readonly db: Db;
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
  return [
    ...intakeJobs(db, clock),
    ...contactCheckJobs(
      new ContactCheckService(db, clock, checkers, rating.rateChecked.bind(rating)),
      new ContactMarksService(db, clock),
    ),
    ...clockworkJobs(new ClockworkService(db, clock, (ids) => unscopedListWorkingCalendars(db, ids))),
    ...lookupJobs(db),
    ...notificationJobs(
      new ArrivalNotices(db, clock, outbox),
      new ChangeNotices(db, clock, outbox, (news) => customerNews.tell(news)),
    ),
    ...accountJobs(
      new PasswordReset(db, clock, new AccountLinks(db, clock, config.publicUrl), outbox),
      new FailedSignIns(db),
    ),
    ...mailJobs(composeMailSender({ db, clock, config, log, mailTransport })),
    ...qualityJobs(new TrainingService(db, clock, train)),
    ...quarantineJobs(new Quarantine(db, clock, new IntakeService(db, clock))),
  ];
}

/** Every mail is asked about again when it is sent, by the feature that wrote it. */
export const askAgain: AskAgain = askEach({
  ...askAboutLeads,
  ...askAboutCustomer(dropNotices),
  ...askAboutLinks,
  'address-changed': sendAsItIs,
});

function composeMailSender({ db, clock, config, log, mailTransport }: Omit<JobParts, 'train'>): MailSender {
  const settings = {
    publicUrl: config.publicUrl,
    messageDomain: messageDomainOf(config),
    onError: (error: unknown) => log.warn({ err: error }, 'a mail could not be handled, it is tried again'),
  };
  return new MailSender(db, clock, mailTransport, settings, askAgain);
}

/** Sends mail beside the jobs. */
export function composePostOffice(parts: Omit<JobParts, 'train'>, connections: number): PostOffice {
  return new PostOffice(composeMailSender(parts), { connections, log: parts.log });
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
  const { config, pools, clock, log } = parts;
  const { db, pool } = pools.general;
  const intakeDb = pools.intake.db;
  const identity = new IdentityService(pools.accounts.db, clock);
  const directory = new DirectoryService(db);
  const intake = new IntakeService(intakeDb, clock);
  const mailDomains = openMailDomains(config.contactChecks, log);
  const outbox = new Outbox(config.mail !== undefined);
  const app = await createApp(config, log);
  const cookie = new SessionCookie(config.publicUrl);
  registerAuthentication(app, { identity, cookie, strangersPerMinute: config.strangersPerMinute });
  shareByTurns(app, pool.options.max);
  if (parts.isDemo) refuseOtherHosts(app);
  registerHealth(app, pool, parts.findTrouble);
  registerIdentityRoutes(app, identity, cookie);
  registerAccounts(app, { db, clock, config, identity, cookie, outbox });
  registerDirectoryRoutes(app, directory);
  registerCredentialRoutes(app, new CredentialsService(db, clock, config.publicUrl));
  registerAccessLogRoutes(app, new AccessLogService(db, clock, nameLeads));
  registerIntakeRoutes(
    app,
    config,
    new MarketplaceIntake(intakeDb, clock, intake),
    new ApiIntake(intakeDb, intake),
  );
  registerSentLeadRoutes(app, new SentLeads(db, clock));
  registerUnroutedRoutes(app, new UnroutedLeads(db, clock, directory));
  registerLeadListRoutes(
    app,
    new LeadListService(db, clock, () => directory.storefronts()),
    new LeadExportService(db, pools.exports, clock, log),
  );
  registerLeadRoutes(app, new LeadsService(db, clock));
  registerContactCheckRoutes(app, new LeadChecksService(db, clock, mailDomains));
  registerContactMarkRoutes(app, new ContactMarksService(db, clock));
  registerPolicyRoutes(app, new PolicyService(db, clock));
  registerPartnerLeadRoutes(app, new PartnerLeads(db, clock), new Rerouting(db, clock, intake));
  registerContactSharingRoutes(app, new ContactSharingService(db, clock));
  registerQualityRoutes(app, new RatingService(db, clock));
  registerDuplicateRoutes(app, new DuplicatesService(db, clock, mailDomains));
  registerWorkingCalendarRoutes(app, new WorkingCalendarService(db, clock));
  registerCalendarFeedRoutes(app, new CalendarFeedService(db, clock, config.publicUrl));
  registerLiveRoutes(
    app,
    new LiveLeads(db, clock, log, (sessions) => identity.findLivingActors(sessions)),
    cookie,
  );
  registerTelling(app, parts);
  registerDemoPeople(app, parts.isDemo);
  registerQuarantineRoutes(app, new Quarantine(db, clock, intake));
  await registerCustomerRequestPages(app, { db, clock, outbox, intake, publicUrl: config.publicUrl });
  await registerPublicPages(app, {
    db: intakeDb,
    clock,
    quarantine: new Quarantine(intakeDb, clock, intake),
    publicUrl: config.publicUrl,
  });
  serveDescription(app);
  serveErrorPages(app, paths.docs);
  await serveWebApp(app, paths.web);
  return app;
}

/** The description of the API, the same for everybody: written and packed when the first one asks. */
function serveDescription(app: App): void {
  let packed: Packed | undefined;
  app.get('/api/openapi.json', { schema: { hide: true, security: [] } }, async (request, reply) => {
    packed ??= pack(Buffer.from(JSON.stringify(app.swagger())));
    return sendPacked(request, reply, packed, 'application/json; charset=utf-8');
  });
}

/** What people are told, and how: Action center, mail, preferences. */
function registerTelling(app: App, { config: { mail, publicUrl }, pools, clock }: Parts): void {
  const { db } = pools.general;
  const mailsAreSent = mail !== undefined;
  registerActionCenterRoutes(
    app,
    new ActionCenterService(db, clock, mailsAreSent),
    new AnnouncementsService(db, clock),
  );
  registerMailRoutes(app, {
    mails: new MailsService(db, clock, { publicUrl, mailsAreSent }),
    bounces: new BouncesService(db, clock),
    publicUrl,
  });
  registerLeadNoticeRoutes(app, new LeadNoticesService(db, clock));
  registerCustomerNewsRoutes(app, new CustomerNewsPreview(db, clock, { publicUrl, mailsAreSent }));
  registerPreferenceRoutes(app, new PreferencesService(db, clock, mailsAreSent));
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
  app.get(
    '/api/v1/demo-people',
    { schema: { hide: true, security: [], response: { 200: response } } },
    async () => {
      if (!isDemo) throw notFound();
      return { items, password: demoPassword };
    },
  );
}
