import { join } from 'node:path';
import type pg from 'pg';
import { composeApp, composeJobs, openAppDatabase, recurringJobs } from '../main.ts';
import { type Clock, followClock, systemClock } from '../platform/clock.ts';
import { type Config, isLocalOnly, isLoopback } from '../platform/config.ts';
import { createDb, createPool, type Db } from '../platform/database/database.ts';
import { migrateToLatest } from '../platform/database/migrate.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../platform/embedded-postgres/index.ts';
import type { App } from '../platform/http/app.ts';
import { startWorker } from '../platform/jobs/jobs.ts';
import type { Logger } from '../platform/log.ts';
import { smtpTransport } from '../platform/mail/transport.ts';
import { paths } from '../platform/paths.ts';
import { trainInThread } from './train-in-thread.ts';

/** Something the operator can put right; the message is the whole story. */
export class StartError extends Error {}

/** The database of ours on the embedded server. */
export const databaseName = 'leadlight';
/** Enough for migrations and the worker; the application has a pool of its own. */
const ownerPoolSize = 6;

export interface OpenDatabase {
  readonly connectionString: string;
  /** Connects as the owner of the tables: migrations, the worker's own tables, the demo. */
  readonly ownerPool: pg.Pool;
  readonly ownerDb: Db;
  close(): Promise<void>;
}

/** Opens the database that the settings name, or starts the embedded one. */
export async function openDatabase(config: Config, log: Logger): Promise<OpenDatabase> {
  const embedded = config.databaseUrl === undefined ? await startEmbedded(config, log) : undefined;
  const connectionString = config.databaseUrl ?? embedded?.connectionString(databaseName) ?? '';
  const ownerPool = createPool({ connectionString, poolSize: ownerPoolSize, log });
  return {
    connectionString,
    ownerPool,
    ownerDb: createDb(ownerPool),
    close: async () => {
      await ownerPool.end();
      await embedded?.stop();
    },
  };
}

async function startEmbedded(config: Config, log: Logger): Promise<EmbeddedPostgres> {
  const embedded = await startEmbeddedPostgres({
    dataFolder: join(config.dataFolder, 'postgres'),
    log: (line) => log.info({ embedded: line }, 'embedded database'),
    onUnexpectedStop: (error) => {
      // Nothing works without the database; the next start recovers by itself.
      log.fatal({ err: error }, 'the embedded database ended');
      process.exit(1);
    },
  });
  await embedded.ensureDatabase(databaseName);
  return embedded;
}

/** Brings the database up to date. @returns what ran now */
export async function migrate(database: OpenDatabase): Promise<string[]> {
  return migrateToLatest(database.ownerPool, paths.migrations);
}

/** True when demo data is in the database. */
export async function holdsDemo(database: OpenDatabase): Promise<boolean> {
  const row = await database.ownerDb.selectFrom('installation').select('demo').executeTakeFirst();
  return row?.demo ?? false;
}

/** The clock of the installation: a demo's may be ahead of the machine's. */
async function openClock(db: Db, isDemo: boolean): Promise<Clock & Stoppable> {
  if (!isDemo) return { ...systemClock, stop: async () => undefined };
  return followClock(async () => {
    const row = await db.selectFrom('installation').select('clock_ahead_seconds').executeTakeFirst();
    return row?.clock_ahead_seconds ?? 0;
  });
}

/** Everyone knows the demo's passwords: it is served to this machine only, not through a proxy either. */
export function refuseDemoOutside(config: Config, isDemo: boolean): void {
  if (!isDemo || isLocalOnly(config)) return;
  throw new StartError(
    `The demo, whose passwords everyone knows, is served on loopback only: not with HOST=${config.host}, LEADLIGHT_PUBLIC_URL=${config.publicUrl} or a proxy in front. Set LEADLIGHT_DEMO=off and use another database, or go back to 127.0.0.1.`,
  );
}

/** A part of the process that can be ended in an orderly way. */
export interface Stoppable {
  stop(): Promise<void>;
}

/** The web and API part, listening. */
export async function startServing(
  config: Config,
  log: Logger,
  database: OpenDatabase,
): Promise<Stoppable & { app: App }> {
  const isDemo = await holdsDemo(database);
  refuseDemoOutside(config, isDemo);
  const { pool, db } = openAppDatabase(database.connectionString, config, log);
  const clock = await openClock(db, isDemo);
  const settings = isDemo ? withinThisMachine(config) : config;
  const app = await composeApp({ config: settings, log, clock, pool, db, isDemo });
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await app.close();
    await clock.stop();
    await pool.end();
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      ? new StartError(
          `Port ${config.port} on ${config.host} is taken by another program. Stop it, or set PORT to a free one.`,
        )
      : error;
  }
  return {
    app,
    stop: async () => {
      await app.close();
      await clock.stop();
      await pool.end();
    },
  };
}

/** The worker part. */
export async function startWorking(config: Config, log: Logger, database: OpenDatabase): Promise<Stoppable> {
  const { connectionString } = database;
  const { pool, db } = openAppDatabase(connectionString, config, log);
  const isDemo = await holdsDemo(database);
  const clock = await openClock(db, isDemo);
  const settings = isDemo ? withinThisMachine(config) : config;
  const mailTransport = settings.mail && smtpTransport(settings.mail);
  // Who works on which job, and that it is done: after a power cut such a job is done again, which it can take.
  const ownerPool = createPool({
    connectionString,
    poolSize: config.workerConcurrency + 2,
    log,
    flushLater: true,
  });
  const worker = await startWorker({
    ownerPool,
    jobs: composeJobs({
      db,
      clock,
      config: settings,
      log,
      train: trainInThread(connectionString),
      mailTransport,
    }),
    recurring: recurringJobs,
    concurrency: config.workerConcurrency,
    log,
  });
  return {
    stop: async () => {
      await worker.stop();
      mailTransport?.close();
      await clock.stop();
      await Promise.all([ownerPool.end(), pool.end()]);
    },
  };
}

/** The demo says that nothing leaves this machine: no name server, provider or foreign mail server is asked. */
function withinThisMachine(config: Config): Config {
  const { twilio: _, vonage: __, emailMode, ...rest } = config.contactChecks;
  const mailHost = config.mail && new URL(config.mail.url).hostname.replace(/^\[|\]$/g, '');
  return {
    ...config,
    contactChecks: { ...rest, emailMode: emailMode === 'off' ? 'off' : 'syntax' },
    mail: mailHost && isLoopback(mailHost) ? config.mail : undefined,
  };
}

/** A shutdown that takes longer is cut off; what was acknowledged is on disk, what was running is done again. */
const shutdownMilliseconds = 25_000;

/** Ctrl-C below npm arrives twice, from the terminal and from npm: that is one wish, not two. */
const sameSignalMilliseconds = 1000;

/**
 * Resolves at Ctrl-C or SIGTERM; a second one ends the process at once. Asked for before anything is started, so
 * that who interrupts a start leaves no database running behind it.
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

/** Waits for the signal, then ends the parts in the given order. */
export async function runUntilSignal(
  log: Logger,
  signalled: Promise<NodeJS.Signals>,
  parts: readonly Stoppable[],
): Promise<void> {
  const signal = await signalled;
  log.info({ signal }, 'shutting down');
  setTimeout(() => process.exit(1), shutdownMilliseconds).unref();
  for (const part of parts) await part.stop();
}
