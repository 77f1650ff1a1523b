import type pg from 'pg';
import { appRole, workerRole } from '../platform/database/database.ts';
import { compareToLatest } from '../platform/database/database-standing.ts';
import { paths } from '../platform/paths.ts';

/** What the doctor found out about one subject. */
export interface Finding {
  readonly name: string;
  readonly fine: boolean;
  /** The state and, where something is wrong, what to do. */
  readonly says: string;
}

const extensions = ['pg_trgm', 'btree_gin'];

/** Examines the database without changing it. @throws what the connection throws */
export async function examineDatabase(client: pg.ClientBase): Promise<Finding[]> {
  await client.query('set default_transaction_read_only = on');
  const findings = [
    await version(client),
    await encoding(client),
    await letters(client),
    await collation(client),
    await extensionsThere(client),
  ];
  const { rows } = await client.query("select to_regclass('public.lead') is not null as yes");
  if (!rows[0]?.yes) {
    const says = 'not there yet; run “leadlight migrate” or “leadlight start”';
    return [...findings, { name: 'Tables', fine: false, says }];
  }
  return [
    ...findings,
    await tables(client),
    await tenantWall(client),
    await jobs(client),
    await organizations(client),
  ];
}

async function version(client: pg.ClientBase): Promise<Finding> {
  const { rows } = await client.query<{ version: string; number: number }>(
    "select current_setting('server_version') as version, current_setting('server_version_num')::int as number",
  );
  const { version = '', number = 0 } = rows[0] ?? {};
  const fine = number >= 150_000;
  return { name: 'PostgreSQL', fine, says: fine ? version : `${version} is too old, 15 or later is needed` };
}

async function encoding(client: pg.ClientBase): Promise<Finding> {
  const { rows } = await client.query<{ encoding: string }>(
    "select current_setting('server_encoding') as encoding",
  );
  const { encoding = '' } = rows[0] ?? {};
  const advice =
    "cannot hold every name: create a database with “encoding 'UTF8' template template0”, and move what is there with pg_dump";
  const fine = encoding === 'UTF8';
  return { name: 'Encoding', fine, says: fine ? encoding : `${encoding} ${advice}` };
}

/**
 * Search and name order fold letters with the collation und-x-icu, which every build with ICU has. Comparisons that
 * lowercase by the locale of the database treat letters it does not know as distinct.
 */
async function letters(client: pg.ClientBase): Promise<Finding> {
  const name = 'Letters';
  const { rows } = await client.query<{ folds: boolean; icu: boolean; locale: string }>(
    `select lower(convert_from('\\xc384', 'UTF8')) = convert_from('\\xc3a4', 'UTF8') as folds,
       exists (select from pg_collation where collname = 'und-x-icu') as icu, datctype as locale
     from pg_database where datname = current_database() and current_setting('server_encoding') = 'UTF8'`,
  );
  const [found] = rows;
  if (!found) return { name, fine: false, says: 'depend on the encoding' };
  if (!found.icu)
    return {
      name,
      fine: false,
      says: 'search needs ICU: use a PostgreSQL that is built with it (--with-icu)',
    };
  if (found.folds) return { name, fine: true, says: 'upper and lower case are the same in every script' };
  const says = `the locale ${found.locale} knows only those of English. Search and the order of names are not affected; email addresses with other letters and possible duplicates of such names are found only as they were written. A database with a UTF-8 locale (“locale 'C.UTF-8' template template0”) mends that`;
  return { name, fine: true, says };
}

async function collation(client: pg.ClientBase): Promise<Finding> {
  const name = 'Collation';
  const { rows } = await client.query<{ database: string; made: string | null; now: string | null }>(
    `select datname as database, datcollversion as made, pg_database_collation_actual_version(oid) as now
     from pg_database where datname = current_database()`,
  );
  const { database = '', made = null, now = null } = rows[0] ?? {};
  if (made === now) return { name, fine: true, says: made === null ? 'has no version' : `version ${made}` };
  const quoted = `"${database.replaceAll('"', '""')}"`;
  const says = `the database was made with version ${made ?? 'none'}, this system has ${now ?? 'none'}: indexes may be in another order than their texts. Run “reindex database ${quoted};” and then “alter database ${quoted} refresh collation version;”`;
  return { name, fine: false, says };
}

async function extensionsThere(client: pg.ClientBase): Promise<Finding> {
  const name = 'Extensions';
  const { rows } = await client.query<{ name: string; installed: string | null }>(
    'select name, installed_version as installed from pg_available_extensions where name = any($1)',
    [extensions],
  );
  const installed = rows.filter((row) => row.installed !== null).map((row) => row.name);
  const unavailable = extensions.filter((wanted) => !rows.some((row) => row.name === wanted));
  if (unavailable.length > 0) {
    const says = `${unavailable.join(' and ')} are not available: install PostgreSQL’s contrib modules (postgresql-contrib)`;
    return { name, fine: false, says };
  }
  const missing = extensions.filter((wanted) => !installed.includes(wanted));
  const says =
    missing.length === 0 ? extensions.join(', ') : `the migration will create ${missing.join(' and ')}`;
  return { name, fine: true, says };
}

/** Checks that the tables and functions are those of this version. */
async function tables(client: pg.ClientBase): Promise<Finding> {
  const name = 'Tables';
  const { lacks, unknown } = await compareToLatest(client, paths);
  if (unknown.length > 0) {
    const says = `of a later version, with ${unknown.join(', ')}; use that version, or a later one`;
    return { name, fine: false, says };
  }
  const lacking = [
    ...count(lacks.migrations, 'migration', 'migrations'),
    ...count(lacks.functions, 'function', 'functions'),
  ];
  if (lacking.length === 0) return { name, fine: true, says: 'those of this version, with its functions' };
  const says = `not those of this version: ${lacking.join(' and ')} to come; run “leadlight migrate” or “leadlight start”`;
  return { name, fine: false, says };
}

function count(all: readonly string[], one: string, many: string): string[] {
  return all.length === 0 ? [] : [`${all.length} ${all.length === 1 ? one : many}`];
}

/** Checks that the roles for requests and jobs can be assumed and are subject to row-level security. */
async function tenantWall(client: pg.ClientBase): Promise<Finding> {
  const name = 'Tenant wall';
  const { rows } = await client.query<{ login: string; mighty: boolean }>(
    'select session_user::text as login, rolsuper or rolbypassrls as mighty from pg_roles where rolname = session_user',
  );
  const { login = '', mighty = true } = rows[0] ?? {};
  // A process that serves requests may log in as that role, which never becomes the worker.
  const needed = login === appRole ? [appRole] : [appRole, workerRole];
  for (const role of needed)
    if (!(await isWalled(client, role))) return { name, fine: false, says: missingRole(role) };
  const says = needed.map((role) => `the role ${role} is bound by row-level security`).join(', ');
  const advice = `; ${login}, which logs in, is not: let a role that is no superuser own the database`;
  return { name, fine: true, says: mighty ? says + advice : says };
}

async function isWalled(client: pg.ClientBase, role: string): Promise<boolean> {
  const taken = await client.query(`set role ${role}; reset role`).then(
    () => true,
    () => false,
  );
  const { rows } = await client.query<{ bypasses: boolean }>(
    'select rolsuper or rolbypassrls as bypasses from pg_roles where rolname = $1',
    [role],
  );
  return taken && rows[0]?.bypasses === false;
}

function missingRole(role: string): string {
  return `the role ${role} is missing, may not be taken by the user of DATABASE_URL, or bypasses row-level security`;
}

async function jobs(client: pg.ClientBase): Promise<Finding> {
  const { rows } = await client.query<{ waiting: number; failing: number }>(
    'select count(*)::int as waiting, count(*) filter (where attempts >= 3)::int as failing from graphile_worker.jobs',
  );
  const { waiting = 0, failing = 0 } = rows[0] ?? {};
  const failed = failing > 0 ? `, ${failing} failed three times or more; see the log of the worker` : '';
  return { name: 'Jobs', fine: failing === 0, says: `${waiting} waiting${failed}` };
}

async function organizations(client: pg.ClientBase): Promise<Finding> {
  const { rows } = await client.query<{ organizations: number; people: number }>(
    'select (select count(*)::int from organization) as organizations, (select count(*)::int from person) as people',
  );
  const { organizations = 0, people = 0 } = rows[0] ?? {};
  return { name: 'Organizations', fine: true, says: `${organizations}, with ${people} people` };
}
