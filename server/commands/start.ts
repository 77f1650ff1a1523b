import { describeDemo, loadDemo } from '../features/demo/index.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { releaseAbandonedJobs } from '../platform/jobs/jobs.ts';
import { createLogger, type Logger } from '../platform/log.ts';
import {
  awaitSignal,
  holdsDemo,
  migrate,
  type OpenDatabase,
  openDatabase,
  refuseDemoOutside,
  runUntilSignal,
  StartError,
  startServing,
  startWorking,
} from './runtime.ts';

/** All in one: database, API, web app and worker; the demo on the first run. */
export async function start(env: NodeJS.ProcessEnv): Promise<void> {
  const begun = performance.now();
  // People read this terminal: below a warning they get the sentences printed here.
  const config = readConfig({ LOG_LEVEL: 'warn', ...env });
  const log = createLogger(config.logLevel);
  refuseDemoOutside(config, config.demo === true);
  const signalled = awaitSignal();
  const database = await openDatabase(config, log);
  try {
    await migrate(database);
    if (config.databaseUrl === undefined) await releaseAbandonedJobs(database.ownerPool);
    await loadDemoOnFirstRun(config, database);
    const serving = await startServing(config, log, database);
    const working = await startWorking(config, log, database);
    const isDemo = await holdsDemo(database);
    console.log(banner(config, isDemo, performance.now() - begun));
    await runUntilSignal(log, signalled, [serving, working, { stop: () => database.close() }]);
    console.log('Leadlight has stopped.');
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function loadDemoOnFirstRun(config: Config, database: OpenDatabase): Promise<void> {
  if (config.demo === false) return;
  const organization = await database.ownerDb
    .selectFrom('organization')
    .select('id')
    .limit(1)
    .executeTakeFirst();
  if (organization) return;
  refuseDemoOutside(config, true);
  await loadDemo(database.ownerDb, { now: new Date() });
}

function banner(config: Config, isDemo: boolean, milliseconds: number): string {
  const ready = `Leadlight is ready at ${config.publicUrl} (started in ${(milliseconds / 1000).toFixed(1)} s). Ctrl-C stops it.`;
  if (!isDemo) return ready;
  return `${describeDemo((key) => `${config.publicUrl}/intake/marketplace/${key}`)}\n\n${ready}`;
}

/** Settings of a process that is one of several: they share a database that outlives each of them. */
function sharedDatabaseConfig(env: NodeJS.ProcessEnv, command: string): { config: Config; log: Logger } {
  const config = readConfig(env);
  if (config.databaseUrl === undefined) {
    throw new StartError(
      `“leadlight ${command}” shares a database with other processes: set DATABASE_URL. “leadlight start” runs everything in one process with the embedded database.`,
    );
  }
  return { config, log: createLogger(config.logLevel) };
}

/** The web and API process. */
export async function serve(env: NodeJS.ProcessEnv): Promise<void> {
  const { config, log } = sharedDatabaseConfig(env, 'serve');
  const signalled = awaitSignal();
  const database = await openDatabase(config, log);
  try {
    await migrate(database);
    const serving = await startServing(config, log, database);
    log.info({ address: config.publicUrl }, 'serving');
    await runUntilSignal(log, signalled, [serving]);
  } finally {
    await database.close();
  }
}

/** The worker process. */
export async function work(env: NodeJS.ProcessEnv): Promise<void> {
  const { config, log } = sharedDatabaseConfig(env, 'work');
  const signalled = awaitSignal();
  const database = await openDatabase(config, log);
  try {
    await migrate(database);
    const working = await startWorking(config, log, database);
    log.info('working');
    await runUntilSignal(log, signalled, [working]);
  } finally {
    await database.close();
  }
}
