import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { type Config, readConfig } from '../platform/config.ts';
import { appRole } from '../platform/database/database.ts';
import { createLogger } from '../platform/log.ts';
import { type OpenDatabase, openDatabase } from './runtime.ts';

interface Finding {
  readonly name: string;
  readonly fine: boolean;
  readonly says: string;
}

/** Looks at everything an installation stands on and says what is wrong; the exit code is 1 when something is. */
export async function doctor(env: NodeJS.ProcessEnv): Promise<void> {
  const config = readConfig({ LOG_LEVEL: 'silent', ...env });
  const findings = [
    nodeVersion(),
    await dataFolder(config),
    await portIsFree(config),
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

async function databaseFindings(config: Config): Promise<Finding[]> {
  let database: OpenDatabase;
  try {
    database = await openDatabase(config, createLogger('silent'));
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return [{ name: 'Database', fine: await isServedHere(config), says }];
  }
  try {
    return await askDatabase(database);
  } catch (error) {
    return [{ name: 'Database', fine: false, says: error instanceof Error ? error.message : String(error) }];
  } finally {
    await database.close();
  }
}

/** The embedded database belongs to one process at a time: held by a Leadlight that answers, it is in good hands. */
async function isServedHere(config: Config): Promise<boolean> {
  const answer = await fetch(`http://${config.host}:${config.port}/health/ready`).catch(() => undefined);
  return config.databaseUrl === undefined && answer?.ok === true;
}

async function askDatabase({ ownerPool }: OpenDatabase): Promise<Finding[]> {
  const version = await ownerPool.query<{ version: string; number: number }>(
    "select current_setting('server_version') as version, current_setting('server_version_num')::int as number",
  );
  const { version: says = '', number = 0 } = version.rows[0] ?? {};
  const findings: Finding[] = [
    {
      name: 'PostgreSQL',
      fine: number >= 150_000,
      says: number >= 150_000 ? says : `${says} is too old, 15 or later is needed`,
    },
  ];
  const migrated = await ownerPool.query("select to_regclass('public.lead') is not null as yes");
  if (!migrated.rows[0]?.yes)
    return [
      ...findings,
      { name: 'Tables', fine: false, says: 'not there yet; run “leadlight migrate” or “leadlight start”' },
    ];
  const taken = await ownerPool.query(`set role ${appRole}; reset role`).then(
    () => true,
    () => false,
  );
  const role = await ownerPool.query<{ bypasses: boolean }>(
    'select rolsuper or rolbypassrls as bypasses from pg_roles where rolname = $1',
    [appRole],
  );
  const walled = taken && role.rows[0]?.bypasses === false;
  findings.push({
    name: 'Tenant wall',
    fine: walled,
    says: walled
      ? `the role ${appRole} is bound by row-level security`
      : `the role ${appRole} is missing, may not be taken by the user of DATABASE_URL, or bypasses row-level security`,
  });
  const jobs = await ownerPool.query<{ waiting: number; failing: number }>(
    'select count(*)::int as waiting, count(*) filter (where attempts >= 3)::int as failing from graphile_worker.jobs',
  );
  const { waiting = 0, failing = 0 } = jobs.rows[0] ?? {};
  findings.push({
    name: 'Jobs',
    fine: failing === 0,
    says: `${waiting} waiting${failing > 0 ? `, ${failing} failed three times or more; see the log of the worker` : ''}`,
  });
  const tenants = await ownerPool.query<{ organizations: number; people: number }>(
    'select (select count(*)::int from organization) as organizations, (select count(*)::int from person) as people',
  );
  const { organizations = 0, people = 0 } = tenants.rows[0] ?? {};
  findings.push({ name: 'Organizations', fine: true, says: `${organizations}, with ${people} people` });
  return findings;
}
