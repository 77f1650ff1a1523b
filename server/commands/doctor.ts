import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { lookAtNameServers, lookAtProviders } from '../engines/contact-verifier/index.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { findRunningServer } from '../platform/embedded-postgres/index.ts';
import { createLogger } from '../platform/log.ts';
import { examineDatabase, type Finding } from './doctor-database.ts';
import { databaseName, type OpenDatabase, openDatabase } from './runtime.ts';

/** Examines everything an installation depends on and reports what is wrong; the exit code is 1 when something is. */
export async function doctor(env: NodeJS.ProcessEnv): Promise<void> {
  const config = readConfig({ LOG_LEVEL: 'silent', ...env });
  const findings = [
    nodeVersion(),
    await dataFolder(config),
    await portIsFree(config),
    await nameServers(config),
    ...(await contactProviders(config)),
    ...(await databaseFindings(config)),
  ];
  for (const { name, fine, says } of findings) console.log(`${fine ? 'ok    ' : 'WRONG '} ${name}: ${says}`);
  if (findings.some((finding) => !finding.fine)) process.exitCode = 1;
}

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fine = major > 20 || (major === 20 && minor >= 19);
  return {
    name: 'Node.js',
    fine,
    says: fine ? process.versions.node : `${process.versions.node} is too old, 20.19 or later is needed`,
  };
}

async function dataFolder(config: Config): Promise<Finding> {
  const name = 'Data folder';
  if (config.databaseUrl !== undefined) return { name, fine: true, says: 'not used, DATABASE_URL is set' };
  try {
    await mkdir(config.dataFolder, { recursive: true });
    await access(config.dataFolder, constants.W_OK);
    const { bavail, bsize } = await statfs(config.dataFolder);
    const gigabytes = (bavail * bsize) / 1e9;
    return { name, fine: gigabytes > 1, says: `${config.dataFolder}, ${gigabytes.toFixed(1)} GB free` };
  } catch (error) {
    return {
      name,
      fine: false,
      says: `${config.dataFolder} cannot be written (${(error as NodeJS.ErrnoException).code}); set LEADLIGHT_DATA`,
    };
  }
}

function portIsFree(config: Config): Promise<Finding> {
  const name = 'Port';
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      const says = taken
        ? `${config.port} is in use: by a running Leadlight, or by another program`
        : `${config.host} cannot be used (${error.code})`;
      resolve({ name, fine: taken, says });
    });
    server.listen(config.port, config.host, () =>
      server.close(() => resolve({ name, fine: true, says: `${config.port} on ${config.host} is free` })),
    );
  });
}

/** Without name servers addresses stay Unknown, which is not an error; name servers that lie are one (CV-4). */
async function nameServers({ contactChecks }: Config): Promise<Finding> {
  const name = 'Name servers';
  const standing = await lookAtNameServers(contactChecks);
  if (standing === null) return { name, fine: true, says: 'not used' };
  const fine = standing.isBelieved;
  return { name, fine, says: standing.says };
}

/** Tries to reach the verifier and the phone provider; leads stay Unknown while they are down (CV-4). */
async function contactProviders({ contactChecks }: Config): Promise<Finding[]> {
  const looks = await lookAtProviders(contactChecks);
  return looks.map(({ name, answers, says }) => ({ name, fine: answers, says }));
}

/** Tries once without waiting: the operator wants to know the state now. */
async function databaseFindings(config: Config): Promise<Finding[]> {
  let database: OpenDatabase;
  try {
    const databaseUrl = config.databaseUrl ?? (await findServerHere(config));
    database = await openDatabase({ ...config, databaseUrl, databaseWaitSeconds: 0 }, createLogger('silent'));
  } catch (error) {
    return [{ name: 'Database', fine: false, says: error instanceof Error ? error.message : String(error) }];
  }
  try {
    return await examine(database);
  } catch (error) {
    return [{ name: 'Database', fine: false, says: error instanceof Error ? error.message : String(error) }];
  } finally {
    await database.close();
  }
}

/** The embedded database of a Leadlight that is running here: the doctor connects to it alongside. */
function findServerHere({ dataFolder }: Config): Promise<string | undefined> {
  return findRunningServer(join(dataFolder, 'postgres'), databaseName);
}

async function examine({ ownerPool }: OpenDatabase): Promise<Finding[]> {
  const client = await ownerPool.connect();
  try {
    return await examineDatabase(client);
  } finally {
    // Its session settings have changed, so it must not return to the pool.
    client.release(true);
  }
}
