import { constants, setPriority } from 'node:os';
import { describeDemo, loadDemo } from '../demo/index.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { releaseAbandonedJobs } from '../platform/jobs/worker.ts';
import { createLogger, type Logger } from '../platform/log.ts';
import { guardProcess } from './guard.ts';
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

/** All in one: database, API, web app and worker; on the first run also the demo. */
export async function start(env: NodeJS.ProcessEnv): Promise<void> {
  const begun = performance.now();
  // People read this terminal: below warnings they get the sentences printed here.
  const config = readConfig({ LOG_LEVEL: 'warn', ...env });
  const log = createLogger(config.logLevel);
  refuseDemoOutside(config, config.demo === true);
  const guard = guardProcess(log);
  const signalled = awaitSignal();
  const database = await openDatabase(config, log, signalled);
  const { patiently } = database;
  try {
    await patiently(() => migrate(database));
    if (config.databaseUrl === undefined) await patiently(() => releaseAbandonedJobs(database.ownerPool));
    await patiently(() => loadDemoOnFirstRun(config, database));
    const serving = await patiently(() => startServing(config, log, database));
    const working = await patiently(() => startWorking(config, log, database));
    const isDemo = await patiently(() => holdsDemo(database));
    console.log(banner(config, isDemo, performance.now() - begun));
    const parts = [serving, working, { stop: () => database.close() }];
    await runUntilSignal(log, guard, signalled, parts, working.restart);
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

/** Runs the web and API process. */
export async function serve(env: NodeJS.ProcessEnv): Promise<void> {
  const { config, log } = sharedDatabaseConfig(env, 'serve');
  const guard = guardProcess(log);
  const signalled = awaitSignal();
  const database = await openDatabase(config, log, signalled);
  const { patiently } = database;
  try {
    await patiently(() => migrate(database));
    const serving = await patiently(() => startServing(config, log, database));
    log.info({ address: config.publicUrl }, 'serving');
    await runUntilSignal(log, guard, signalled, [serving]);
  } finally {
    await database.close();
  }
}

/** Runs the worker process. Where it shares a machine with those that answer people, it gives way to them. */
export async function work(env: NodeJS.ProcessEnv): Promise<void> {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const { config, log } = sharedDatabaseConfig(env, 'work');
  const guard = guardProcess(log);
  const signalled = awaitSignal();
  const database = await openDatabase(config, log, signalled);
  const { patiently } = database;
  try {
    await patiently(() => migrate(database));
    const working = await patiently(() => startWorking(config, log, database));
    log.info('working');
    await runUntilSignal(log, guard, signalled, [working], working.restart);
  } finally {
    await database.close();
  }
}
