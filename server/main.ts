import type pg from 'pg';
import { connectionsArea } from './areas/connections/index.ts';
import { directoryArea } from './areas/directory/index.ts';
import { homeArea } from './areas/home/index.ts';
import { identityArea } from './areas/identity/index.ts';
import { importsArea } from './areas/imports/index.ts';
import { intakeArea, linkedEvents } from './areas/intake/index.ts';
import {
  checkedEvents,
  FollowUps,
  LeadChanges,
  leadsArea,
  nameLeads,
  sharedEvents,
  type Train,
} from './areas/leads/index.ts';
import { type MailKinds, mailArea, openOutbox } from './areas/mail/index.ts';
import { dropNotices, exportNews, leadMails, messagesArea, toldEvents } from './areas/messages/index.ts';
import { offersArea } from './areas/offers/index.ts';
import { organizationsArea } from './areas/organizations/index.ts';
import { customerMails, partnersArea } from './areas/partners/index.ts';
import { accountMails, peopleArea } from './areas/people/index.ts';
import { periodsArea } from './areas/periods/index.ts';
import { profileMails, profilesArea } from './areas/profiles/index.ts';
import { vocabulariesArea } from './areas/vocabularies/index.ts';
import { workingTimeArea } from './areas/working-time/index.ts';
import { refuseOtherHosts, registerDemoPeople } from './demo/index.ts';
import { openMailDomains } from './engines/contact-verifier/index.ts';
import type { Area, AreaParts } from './platform/area.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { appRole, createDb, createPool, type Db, type WorkingRole } from './platform/database/database.ts';
import type { AppPools, PooledDb } from './platform/database/pools.ts';
import { type App, createApp } from './platform/http/app.ts';
import { serveDescription } from './platform/http/description.ts';
import { registerHealth } from './platform/http/health.ts';
import { serveErrorPages, serveWebApp } from './platform/http/static.ts';
import type { AnyJob } from './platform/jobs/jobs.ts';
import type { Logger } from './platform/log.ts';
import type { MailTransport } from './platform/mail/transport.ts';
import { paths } from './platform/paths.ts';
import { storedFilesKeeping } from './platform/stored-files/index.ts';

/** What follows when something happens to leads, in every process. */
export const leadChanges = new LeadChanges(
  new FollowUps([checkedEvents, sharedEvents, linkedEvents, toldEvents]),
);

/** Every kind of mail, from the areas that write them; one that is missing does not compile. */
export const kindsOfMail: MailKinds = {
  ...accountMails,
  ...profileMails,
  ...leadMails,
  ...customerMails(dropNotices),
};

interface Tools {
  readonly train: Train;
  /** undefined: there is no mail server; emails are only stored. */
  readonly mailTransport: MailTransport | undefined;
}

/** All areas, each with what it needs from the others. A new one is made here and added to the list at the end. */
function makeAreas(parts: AreaParts, { train, mailTransport }: Tools) {
  const changes = leadChanges;
  const outbox = openOutbox(parts.config);
  const mailDomains = openMailDomains(parts.config.contactChecks, parts.log);
  const identity = identityArea({ ...parts, nameLeads });
  const organizations = organizationsArea(parts);
  const mail = mailArea({ ...parts, kinds: kindsOfMail, transport: mailTransport });
  const people = peopleArea({ ...parts, ...identity, outbox });
  const profiles = profilesArea({ ...parts, outbox });
  const leads = leadsArea({
    ...parts,
    ...identity,
    ...organizations,
    changes,
    exportNews,
    mailDomains,
    train,
  });
  const intake = intakeArea({ ...parts, ...organizations, changes });
  const partners = partnersArea({
    ...parts,
    ...intake,
    contacts: profiles.contacts,
    changes,
    outbox,
    kinds: kindsOfMail,
  });
  const messages = messagesArea({ ...parts, ...partners, outbox, kinds: kindsOfMail });
  // Identity comes first: its hooks (who asks, whose turn it is) are for the routes that are added after them.
  const all: readonly Area[] = [
    identity,
    vocabulariesArea(parts),
    organizations,
    offersArea(parts),
    mail,
    workingTimeArea(parts),
    periodsArea(parts),
    people,
    profiles,
    leads,
    intake,
    messages,
    partners,
    directoryArea(parts),
    connectionsArea(parts),
    homeArea(parts),
    storedFilesKeeping(parts),
    importsArea({ ...parts, changes }),
  ];
  return { all, mail };
}

export interface Parts {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  /** Connect as the role that owns nothing. */
  readonly pools: AppPools;
  readonly isDemo: boolean;
  /** What is known to be wrong with the database, in a sentence. */
  readonly findTrouble?: () => Promise<string | undefined>;
}

/** The HTTP server with all areas; not listening yet. */
export async function composeApp({ config, log, clock, pools, isDemo, findTrouble }: Parts): Promise<App> {
  const { general, intake, accounts } = pools;
  const databases = { general: general.db, intake: intake.db, accounts: accounts.db };
  const app = await createApp(config, log);
  if (isDemo) refuseOtherHosts(app);
  for (const { serve } of makeAreas({ config, log, clock, databases }, toolsOfAnswering).all)
    await serve?.({ app, pools });
  registerHealth(app, general.pool, findTrouble);
  registerDemoPeople(app, isDemo);
  serveDescription(app);
  serveErrorPages(app, paths.docs);
  await serveWebApp(app, paths.web);
  return app;
}

/** A process that answers requests sends no email and trains nothing. */
const toolsOfAnswering: Tools = {
  mailTransport: undefined,
  train: async () => {
    throw new Error('models are trained where jobs are done');
  },
};

/** Dependencies of the jobs. */
export interface JobParts extends Tools, Pick<Parts, 'clock' | 'config' | 'log'> {
  /** Connects as the worker: jobs cover all organizations. */
  readonly db: Db;
  /** The same connections. */
  readonly pool: pg.Pool;
}

/**
 * All that areas do in the background: their jobs, and the post office that sends email alongside them.
 * @throws ConfigError when a file that the settings name cannot be read
 */
export function composeWork({ config, log, clock, db, pool, ...tools }: JobParts) {
  const databases = { general: db, intake: db, accounts: db };
  const { all, mail } = makeAreas({ config, log, clock, databases }, tools);
  const jobs: AnyJob[] = all.flatMap((area) => area.jobs?.({ pool }) ?? []);
  return { jobs, openPostOffice: mail.openPostOffice };
}

/** The pool and query builder of a role that owns nothing: the worker's only for running jobs. */
export function openAppDatabase(
  connectionString: string,
  config: Config,
  log: Logger,
  role: WorkingRole = appRole,
): PooledDb {
  const pool = createPool({ connectionString, poolSize: config.databasePoolSize, log, role });
  return { pool, db: createDb(pool) };
}
