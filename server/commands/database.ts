import { describeDemo, loadDemo } from '../demo/index.ts';
import { readConfig } from '../platform/config.ts';
import { createLogger } from '../platform/log.ts';
import {
  holdsDemo,
  migrate as migrateDatabase,
  type OpenDatabase,
  openDatabase,
  StartError,
} from './runtime.ts';

/** Opens the database for one piece of work, and always closes it. */
export async function withDatabase<T>(
  env: NodeJS.ProcessEnv,
  work: (database: OpenDatabase) => Promise<T>,
): Promise<T> {
  const config = readConfig({ LOG_LEVEL: 'warn', ...env });
  const database = await openDatabase(config, createLogger(config.logLevel));
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Migrates the database to this version and says what was done. */
export async function migrate(env: NodeJS.ProcessEnv): Promise<void> {
  const done = await withDatabase(env, migrateDatabase);
  const parts = [...done.migrations, ...wordFunctions(done.functions)];
  console.log(
    parts.length === 0 ? 'The database is up to date.' : `Brought up to date: ${parts.join(', ')}.`,
  );
}

/** Only a few are named: they were changed by hand. */
const mostNamed = 5;

function wordFunctions(names: readonly string[]): string[] {
  return names.length > mostNamed
    ? [`${names.length} functions`]
    : names.map((name) => `the function ${name}`);
}

/** Loads the demo into an empty database; always prints who can sign in. */
export async function demo(env: NodeJS.ProcessEnv): Promise<void> {
  const config = readConfig(env);
  const loaded = await withDatabase(env, async (database) => {
    await migrateDatabase(database);
    if (await holdsDemo(database)) return false;
    const organization = await database.ownerDb
      .selectFrom('organization')
      .select('name')
      .limit(1)
      .executeTakeFirst();
    if (organization) {
      throw new StartError(
        `The demo is loaded only into an empty database; this one is in use by “${organization.name}”. Use another database.`,
      );
    }
    await loadDemo(database.ownerDb, { now: new Date() });
    return true;
  });
  console.log(loaded ? 'The demo is loaded.\n' : 'The demo was loaded before.\n');
  console.log(describeDemo((key) => `${config.publicUrl}/intake/marketplace/${key}`));
}
