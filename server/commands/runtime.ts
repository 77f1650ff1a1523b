import { join } from 'node:path';
import type pg from 'pg';
import { composeApp, composeWork, openAppDatabase } from '../main.ts';
import { type Clock, followClock, systemClock } from '../platform/clock.ts';
import { type Config, isLocalOnly, isLoopback } from '../platform/config.ts';
import { createDb, createPool, type Db, workerRole } from '../platform/database/database.ts';
import { type DatabaseUpdate, migrateToLatest } from '../platform/database/migrate.ts';
import { closeAppPools, openAppPools } from '../platform/database/pools.ts';
import { awaitDatabase, isDatabaseAway } from '../platform/database/trouble.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../platform/embedded-postgres/index.ts';
import type { App } from '../platform/http/app.ts';
import { seatsOf } from '../platform/jobs/lanes.ts';
import { type JobWorker, queueConnections, startWorker } from '../platform/jobs/worker.ts';
import type { Logger } from '../platform/log.ts';
import { smtpTransport } from '../platform/mail/transport.ts';
import { paths } from '../platform/paths.ts';
import type { ProcessGuard } from './guard.ts';
import { trainInThread } from './train-in-thread.ts';

/** Something the operator can fix; the message says everything. */
export class StartError extends Error {}

/** The name of our database on the embedded server. */
export const databaseName = 'leadlight';
/** Enough for migrations and the worker; the application has its own pool. */
const ownerPoolSize = 6;

/** A database that interrupts a step of the start this often is not worth waiting for. */
const mostTries = 10;

export interface OpenDatabase {
  readonly connectionString: string;
  /** Connects as the owner of the tables: migrations, the worker's own tables, the demo. */
  readonly ownerPool: pg.Pool;
  readonly ownerDb: Db;
  /**
   * Runs a step of the start. When the database goes away meanwhile, waits for it as at the beginning and runs the step
   * again, so the step must be repeatable. @throws what the step throws, DatabaseUnusable when the database stays away
   */
  patiently<T>(step: () => Promise<T>): Promise<T>;
  /** What is known to be wrong with it, in one sentence. */
  findTrouble(): Promise<string | undefined>;
  close(): Promise<void>;
}

/**
 * Opens the database that the settings name, waiting a while for it, or starts the embedded one.
 * @param signalled ends the waiting
 * @throws DatabaseUnusable, EmbeddedPostgresError
 */
export async function openDatabase(
  config: Config,
  log: Logger,
  signalled?: Promise<unknown>,
): Promise<OpenDatabase> {
  const embedded = config.databaseUrl === undefined ? await startEmbedded(config, log) : undefined;
  const connectionString = config.databaseUrl ?? embedded?.connectionString(databaseName) ?? '';
  const ownerPool = createPool({ connectionString, poolSize: ownerPoolSize, log });
  const seconds = config.databaseWaitSeconds;
  const tell = (sentence: string) => console.error(`Leadlight: ${sentence}`);
  const untilItAnswers = () => awaitDatabase(ownerPool, { connectionString, seconds, tell, signalled });
  try {
    await untilItAnswers();
  } catch (error) {
    await ownerPool.end();
    await embedded?.stop();
    throw error;
  }
  return {
    connectionString,
    ownerPool,
    ownerDb: createDb(ownerPool),
    patiently: async (step) => {
      for (let tries = 1; ; tries++) {
        try {
          return await step();
        } catch (error) {
          if (tries >= mostTries || !isDatabaseAway(error)) throw error;
          log.warn({ err: error }, 'the database went away during the start, which waits for it');
          await untilItAnswers();
        }
      }
    },
    findTrouble: async () => embedded?.findTrouble(),
    close: async () => {
      await ownerPool.end();
      await embedded?.stop();
    },
  };
}

async function startEmbedded(config: Config, log: Logger): Promise<EmbeddedPostgres> {
  const embedded = await startEmbeddedPostgres({
    dataFolder: join(config.dataFolder, 'postgres'),
    log: (line) => log.warn({ embedded: line }, 'embedded database'),
    onUnexpectedStop: (error) => {
      // Nothing works without the database, and it does not start: the operator has to look.
      console.error(`Leadlight: ${error.message}`);
      process.exit(1);
    },
  });
  await embedded.ensureDatabase(databaseName);
  return embedded;
}

/** Migrates the database to this version. @returns what ran now */
export async function migrate(database: OpenDatabase): Promise<DatabaseUpdate> {
  return migrateToLatest(database.ownerPool, paths);
}

/** True when the database holds demo data. */
export async function holdsDemo(database: OpenDatabase): Promise<boolean> {
  const row = await database.ownerDb.selectFrom('installation').select('demo').executeTakeFirst();
  return row?.demo ?? false;
}

/** The clock of the installation: that of a demo may be ahead of the machine's. */
async function openClock(db: Db, isDemo: boolean): Promise<Clock & Stoppable> {
  if (!isDemo) return { ...systemClock, stop: async () => undefined };
  return followClock(async () => {
    const row = await db.selectFrom('installation').select('clock_ahead_seconds').executeTakeFirst();
    return row?.clock_ahead_seconds ?? 0;
  });
}

/** Everyone knows the demo's passwords: it is served only to this machine, and not through a proxy either. */
export function refuseDemoOutside(config: Config, isDemo: boolean): void {
  if (!isDemo || isLocalOnly(config)) return;
  throw new StartError(
    `The demo, whose passwords everyone knows, is served on loopback only: not with HOST=${config.host}, LEADLIGHT_PUBLIC_URL=${config.publicUrl} or a proxy in front. Set LEADLIGHT_DEMO=off and use another database, or go back to 127.0.0.1.`,
  );
}

/** A part of the process that can be shut down in order. */
export interface Stoppable {
  stop(): Promise<void>;
}

/** Starts the web and API part; it is listening when this resolves. A failed start leaves nothing behind. */
export async function startServing(
  config: Config,
  log: Logger,
  database: OpenDatabase,
): Promise<Stoppable & { app: App }> {
  const isDemo = await holdsDemo(database);
  refuseDemoOutside(config, isDemo);
  const opened = new Opened();
  try {
    const pools = openAppPools(database.connectionString, config.databasePoolSize, log);
    opened.add(() => closeAppPools(pools));
    const clock = await openClock(pools.general.db, isDemo);
    opened.add(() => clock.stop());
    const settings = isDemo ? withinThisMachine(config) : config;
    const { findTrouble } = database;
    const app = await composeApp({ config: settings, log, clock, pools, isDemo, findTrouble });
    opened.add(() => app.close());
    await app.listen({ host: config.host, port: config.port });
    return { app, stop: () => opened.close() };
  } catch (error) {
    await opened.close();
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      ? new StartError(
          `Port ${config.port} on ${config.host} is taken by another program. Stop it, or set PORT to a free one.`,
        )
      : error;
  }
}

/** What a part of the process has opened so far, closed in reverse order. */
class Opened {
  private readonly closers: (() => unknown)[] = [];

  add(close: () => unknown): void {
    this.closers.push(close);
  }

  async close(): Promise<void> {
    for (const close of this.closers.splice(0).reverse()) await close();
  }
}

/** Fewer would leave a connection idle while the next email is prepared. */
const fewestMailConnections = 5;

/** Starts the worker part. A failed start leaves nothing behind. */
export async function startWorking(
  config: Config,
  log: Logger,
  database: OpenDatabase,
): Promise<Stoppable & Pick<JobWorker, 'restart'>> {
  const { connectionString } = database;
  const mailConnections = Math.max(fewestMailConnections, config.workerConcurrency);
  // A seat never waits for a connection, however small the pool for requests.
  const databasePoolSize = Math.max(config.databasePoolSize, seatsOf(config.workerConcurrency) + 6);
  const opened = new Opened();
  try {
    const { pool, db } = openAppDatabase(connectionString, { ...config, databasePoolSize }, log, workerRole);
    opened.add(() => pool.end());
    const isDemo = await holdsDemo(database);
    const clock = await openClock(db, isDemo);
    opened.add(() => clock.stop());
    const settings = isDemo ? withinThisMachine(config) : config;
    const mailTransport = settings.mail && smtpTransport({ ...settings.mail, connections: mailConnections });
    opened.add(() => mailTransport?.close());
    const train = trainInThread(connectionString);
    const work = composeWork({ db, pool, clock, config: settings, log, mailTransport, train });
    const postOffice = work.openPostOffice(mailConnections);
    // Records which worker has which job, and that it is done: after a power cut such a job runs again, which is safe.
    const ownerPool = createPool({ connectionString, poolSize: queueConnections, log, flushLater: true });
    opened.add(() => ownerPool.end());
    const worker = await startWorker({
      ownerPool,
      jobs: work.jobs,
      concurrency: config.workerConcurrency,
      log,
    });
    if (mailTransport) postOffice.start();
    opened.add(() => Promise.all([worker.stop(), postOffice.stop()]));
    return { restart: () => worker.restart(), stop: () => opened.close() };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** The demo promises that nothing leaves this machine: it contacts no name server, provider or external mail server. */
function withinThisMachine(config: Config): Config {
  const { twilio: _, vonage: __, emailMode, ...rest } = config.contactChecks;
  const mailHost = config.mail && new URL(config.mail.url).hostname.replace(/^\[|\]$/g, '');
  return {
    ...config,
    contactChecks: { ...rest, emailMode: emailMode === 'off' ? 'off' : 'syntax', examplesAreGood: true },
    mail: mailHost && isLoopback(mailHost) ? config.mail : undefined,
  };
}

/** A shutdown that takes longer is cut off; what was acknowledged is on disk, and what was running runs again. */
const shutdownMilliseconds = 25_000;

/** Below npm, Ctrl-C arrives twice, from the terminal and from npm: that counts as one. */
const sameSignalMilliseconds = 1000;

/**
 * Resolves on Ctrl-C or SIGTERM; a second one ends the process immediately. Called before anything is started, so that
 * an interrupted start leaves no database running.
 */
export function awaitSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let firstAt: number | undefined;
    const receive = (signal: NodeJS.Signals) => {
      firstAt ??= performance.now();
      if (performance.now() - firstAt > sameSignalMilliseconds) process.exit(1);
      resolve(signal);
    };
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, receive);
  });
}

/**
 * Waits for the signal, then ends the parts in the given order; meanwhile a broken connection ends nothing.
 * @param guard active since before the first part was started
 * @param restart restarts the worker part, where there is one
 * @throws StartError when an unhandled error ended it
 */
export async function runUntilSignal(
  log: Logger,
  guard: ProcessGuard,
  signalled: Promise<NodeJS.Signals>,
  parts: readonly Stoppable[],
  restart: () => void = () => undefined,
): Promise<void> {
  const failed = new Promise<'failed'>((resolve) => {
    guard.watch({ restart, end: () => resolve('failed') });
  });
  const why = await Promise.race([signalled, failed]);
  log.info({ signal: why }, 'shutting down');
  setTimeout(() => process.exit(1), shutdownMilliseconds).unref();
  for (const part of parts) await part.stop();
  guard.leave();
  if (why === 'failed')
    throw new StartError('An error that nobody handled ended the process; it is in the log.');
}
